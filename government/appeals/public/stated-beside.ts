/**
 * What the state states beside the figures of a period, summed over quarters as they were published (docs/statistics.md
 * section 9). A sum of what is public tells nothing more; where one quarter withholds a part, there is no sum.
 */
import type { Outcome } from "#core/acts/appeal.ts";
import { civilDateAt, civilDateOfDays, civilDateText } from "#core/clock/civil-date.ts";
import type { JsonObject } from "#core/record/canonical-json.ts";
import type { Parameters } from "#core/record/parameters.ts";
import type { PortalTools } from "../portal-tools.ts";
import type { AppealFigures, FigurePeriod } from "./figures.ts";
import { readFirstDay } from "./figures-store.ts";
import { type GroundsFigures, groundsFigures } from "./grounds-figures.ts";
import { besideHeadline, type Overturned, overturnedIn, quartersTakenOff, sumOf } from "./overturned.ts";
import { closedQuarters, closedQuartersSince, type Quarter } from "./stated-quarter.ts";

/** Sums over the closed quarters of a period. */
export interface StatedBeside {
  readonly overturned: Overturned;
  /** Of a register by its number, or of all (`null`). */
  readonly outcomesOf: (body: number | null) => Readonly<Record<Outcome, number | null>>;
}

/** Publications never change: what was summed stands until another quarter is over. */
const summed = new WeakMap<PortalTools, Map<string, Promise<StatedBeside | null>>>();

/**
 * Beside twelve months the four newest closed quarters, beside the whole record all since its first act; `null` while none of
 * its quarters is over. Quarters that nobody has asked for yet are published by this.
 */
export async function statedBeside(
  tools: PortalTools,
  parameters: Parameters,
  period: FigurePeriod,
): Promise<StatedBeside | null> {
  const quarters = await quartersBeside(tools, parameters, period);
  const kept = summed.get(tools) ?? new Map<string, Promise<StatedBeside | null>>();
  summed.set(tools, kept);
  const key = `${quarters.length} ${quarters[0]?.name}`;
  const last = kept.get(key);
  if (last !== undefined) return await last;
  const reading = sumUp(tools, parameters, quarters);
  kept.set(key, reading);
  // A sum that failed is not kept: the next one who asks tries anew.
  reading.catch(() => kept.delete(key));
  return await reading;
}

async function quartersBeside(
  tools: PortalTools,
  { timeZone }: Parameters,
  period: FigurePeriod,
): Promise<readonly Quarter[]> {
  const today = civilDateAt(tools.now(), timeZone);
  if (period === "year") return closedQuarters(today, quartersTakenOff);
  const first = await readFirstDay(tools.portal, { log: tools.log, timeZone, asOf: today, from: null });
  return first === null ? [] : closedQuartersSince(today, civilDateOfDays(first));
}

async function sumUp(
  tools: PortalTools,
  parameters: Parameters,
  quarters: readonly Quarter[],
): Promise<StatedBeside | null> {
  if (quarters.length === 0) return null;
  const [overturned, grounds] = await Promise.all([
    overturnedIn(tools, parameters, quarters),
    Promise.all(quarters.map((quarter) => groundsFigures(tools, parameters, quarter))),
  ]);
  const outcomesOf: StatedBeside["outcomesOf"] = (body) => {
    const published = grounds.map(({ all, bodies }) => (body === null ? all : bodies.get(body)));
    const sum = (code: Outcome) => sumOf(published.map((each) => countOf(each, code)));
    return {
      satisfied: sum("satisfied"),
      "partly-satisfied": sum("partly-satisfied"),
      refused: sum("refused"),
      explained: sum("explained"),
      terminated: sum("terminated"),
    };
  };
  return { overturned, outcomesOf };
}

/** A code that does not stand there was counted nowhere. */
function countOf(figures: GroundsFigures | undefined, code: Outcome): number | null {
  const cell = figures?.outcome.find((each) => each.code === code);
  return cell === undefined ? 0 : cell.count;
}

/** As JSON beside the figures of a register by its number, or of all (`null`): whose word it is, and of which days. */
export function statedBesideJson(
  beside: StatedBeside | null,
  counts: Pick<AppealFigures, "inTime" | "judged">,
  body: number | null,
): JsonObject | null {
  if (beside === null) return null;
  const { overturned, outcomesOf } = beside;
  return {
    source: "stated-by-the-state",
    from: civilDateText(overturned.from),
    until: civilDateText(overturned.until),
    ...besideHeadline(overturned, counts, body),
    outcomes: { ...outcomesOf(body) },
  };
}

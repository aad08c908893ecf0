/**
 * The headline less what was overturned of it, as the state states: docs/statistics.md section 9. Leaves show the headline
 * and never this, so it stands beside and is marked.
 */
import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { assert } from "#core/result.ts";
import type { PortalTools } from "../portal-tools.ts";
import type { AppealFigures } from "./figures.ts";
import { type StatedFigures, statedFigures } from "./stated-figures.ts";
import { closedQuarters, type Quarter } from "./stated-quarter.ts";

/** As long as the headline's own period, so that no answer is taken off for longer than it was counted. */
export const quartersTakenOff = 4;

/** What was overturned of answers in time, in some closed quarters together; `null`: withheld. */
export interface Overturned {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly all: number | null;
  /** Of a register by its number. */
  readonly ofBody: (body: number) => number | null;
}

/** Reads the publications of the newest closed quarters. */
export async function readOverturned(tools: PortalTools, parameters: Parameters): Promise<Overturned> {
  const today = civilDateAt(tools.now(), parameters.timeZone);
  return await overturnedIn(tools, parameters, closedQuarters(today, quartersTakenOff));
}

/** Reads the publications of closed quarters, the newest first, and publishes those that nobody has asked for yet. */
export async function overturnedIn(
  tools: PortalTools,
  parameters: Parameters,
  quarters: readonly Quarter[],
): Promise<Overturned> {
  const [newest, oldest] = [quarters[0], quarters.at(-1)];
  assert(newest !== undefined && oldest !== undefined, "some quarter is over");
  const published = await Promise.all(quarters.map((quarter) => statedFigures(tools, parameters, quarter)));
  const rows = published.map(({ bodies }) => new Map(bodies.map((row) => [row.body, row.inTimeOverturned])));
  return {
    from: oldest.from,
    until: newest.until,
    all: sumOf(published.map(({ all }: StatedFigures) => all.inTimeOverturned)),
    ofBody: (body) => sumOf(rows.map((counts) => (counts.has(body) ? (counts.get(body) ?? null) : 0))),
  };
}

/** A sum that would leave a part out is no sum. */
export function sumOf(counts: readonly (number | null)[]): number | null {
  return counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

/** What is shown beside one headline. */
export interface LessOverturned {
  /** `null`: withheld. */
  readonly inTimeOverturned: number | null;
  /** `null` where that is withheld, or nothing was judged. */
  readonly headlineLessOverturnedPermille: number | null;
}

/** Takes off what was overturned, in per mille, halves up as the headline itself. */
export function lessOverturned(
  { inTime, judged }: Pick<AppealFigures, "inTime" | "judged">,
  inTimeOverturned: number | null,
): LessOverturned {
  // Of answers from before the period there may be more than the period has.
  const left = Math.max(0, inTime - (inTimeOverturned ?? 0));
  const isKnown = inTimeOverturned !== null && judged > 0;
  const permille = isKnown ? Math.floor((2000 * left + judged) / (2 * judged)) : null;
  return { inTimeOverturned, headlineLessOverturnedPermille: permille };
}

/** What stands beside the headline of a body, by its number, or of all bodies. */
export function besideHeadline(
  overturned: Overturned,
  counts: Pick<AppealFigures, "inTime" | "judged">,
  body: number | null,
): LessOverturned {
  return lessOverturned(counts, body === null ? overturned.all : overturned.ofBody(body));
}

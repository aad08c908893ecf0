/**
 * Figures that the state states: not in leaves, so nobody outside can count them again but where payloads are public.
 * A cell under five is not shown (docs/statistics.md section 8): it could tell of one person.
 */
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { JsonObject } from "#core/record/canonical-json.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { type BodyTree, takesAppeals } from "#government/bodies/index.ts";
import type { PortalTools } from "../portal-tools.ts";
import { type GroundsRow, readFilingRows, readGroundsRows } from "./grounds-store.ts";

/** What is counted, in the order in which it is shown. */
export const groundsSubjects = ["outcome", "ground", "disputed", "extended", "forwarded", "filing"] as const;
export type GroundsSubject = (typeof groundsSubjects)[number];

/** One code with its count; `null` for a cell that is too small to be shown. */
export interface GroundsCell {
  readonly code: string;
  readonly count: number | null;
}

/** The cells of one subject; nothing that was counted is left out, small ones only lose their number. */
export type GroundsFigures = Readonly<Record<GroundsSubject, readonly GroundsCell[]>>;

export interface GroundsCountry {
  readonly from: CivilDate;
  readonly all: GroundsFigures;
  /** By register. */
  readonly bodies: ReadonlyMap<number, GroundsFigures>;
}

/** Smaller cells are not shown. */
const cellMin = 5;
/** They change slowly and cost a reading of every act's details. */
const groundsAgeMaxMs = 60_000;

const read = new WeakMap<PortalTools, { readonly at: number; readonly reading: Promise<GroundsCountry> }>();

/** The stated figures since a day, counted once a minute for all who ask. */
export async function groundsFigures(
  tools: PortalTools,
  parameters: Parameters,
  from: CivilDate,
): Promise<GroundsCountry> {
  const now = tools.now();
  const last = read.get(tools);
  if (last !== undefined && now >= last.at && now - last.at < groundsAgeMaxMs) return await last.reading;
  const reading = count(tools, parameters, from);
  read.set(tools, { at: now, reading });
  // A count that failed is not kept: the next one who asks tries anew.
  reading.catch(() => read.get(tools)?.reading === reading && read.delete(tools));
  return await reading;
}

async function count(tools: PortalTools, parameters: Parameters, from: CivilDate): Promise<GroundsCountry> {
  const span = { log: tools.log, timeZone: parameters.timeZone, from };
  const [rows, filings] = await Promise.all([
    readGroundsRows(tools.portal, span),
    readFilingRows(tools.portal, span),
  ]);
  const registers = new Map(parameters.bodies.map(({ number, register }) => [number, register]));
  const filed = filings.flatMap(({ body, filed: whole, sealed }): readonly GroundsRow[] => {
    const register = registers.get(body) ?? body;
    const shown = { body: register, subject: "filing", code: "shown", count: whole - sealed };
    return [shown, { ...shown, code: "sealed", count: sealed }];
  });
  const all = [...rows, ...filed];
  const bodies = parameters.bodies.flatMap(({ number, register }) =>
    number === register ? [[number, figuresOf(all.filter(({ body }) => body === number))] as const] : [],
  );
  return { from, all: figuresOf(all), bodies: new Map(bodies) };
}

function figuresOf(rows: readonly GroundsRow[]): GroundsFigures {
  const cells = (subject: GroundsSubject, open: ReadonlySet<string> = new Set()): readonly GroundsCell[] => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      if (row.subject === subject && row.count > 0) {
        counts.set(row.code, (counts.get(row.code) ?? 0) + row.count);
      }
    }
    return suppressed(
      [...counts].sort(([, one], [, other]) => other - one),
      open,
    );
  };
  return {
    outcome: cells("outcome", shownByLeaves),
    ground: cells("ground"),
    disputed: cells("disputed"),
    extended: cells("extended"),
    forwarded: cells("forwarded"),
    filing: cells("filing"),
  };
}

/** Outcomes that a leaf's kind says anyway: anyone can count them, so hiding them would hide nothing. */
const shownByLeaves: ReadonlySet<string> = new Set(["refused", "explained", "terminated"]);

/**
 * Small cells lose their number, greatest first as they come. Where only one would, the next greater loses its own too:
 * sums stand elsewhere on the page (answered, received), and the one could be had by taking the others from it.
 */
export function suppressed(
  counts: readonly (readonly [string, number])[],
  open: ReadonlySet<string>,
): readonly GroundsCell[] {
  const stated = counts.filter(([code]) => !open.has(code));
  const small = stated.filter(([, each]) => each < cellMin);
  const shown = stated.filter(([, each]) => each >= cellMin);
  const hidden = small.length === 1 ? [...shown.slice(-1), ...small] : small;
  const isHidden = new Set(hidden.map(([code]) => code));
  return counts.map(([code, each]) => ({ code, count: isHidden.has(code) ? null : each }));
}

/** As JSON: `null` where a cell is too small to be shown. */
export function groundsJson(figures: GroundsFigures): JsonObject {
  return Object.fromEntries(
    groundsSubjects.map((subject) => [
      subject,
      Object.fromEntries(figures[subject].map(({ code, count: each }) => [code, each])),
    ]),
  );
}

/** The bodies of one province with everything below it, and the rest of the country. */
export interface Region {
  /** The province's own body. */
  readonly body: BodyTree["all"][number];
  /** The registers that belong to it. */
  readonly registers: readonly number[];
}

/** The regions of the country: bodies that answer for a place, each with the ones below it. */
export function regionsOf(tree: BodyTree): readonly Region[] {
  const isRegion = (body: BodyTree["all"][number]) => body.about.places.length > 0;
  const hasRegionAbove = (body: BodyTree["all"][number]): boolean => {
    const above = body.parent === null ? undefined : tree.byNumber.get(body.parent);
    return above !== undefined && (isRegion(above) || hasRegionAbove(above));
  };
  return tree.all
    .filter((body) => takesAppeals(body) && isRegion(body) && !hasRegionAbove(body))
    .map((body) => ({ body, registers: registersBelow(tree, body) }));
}

function registersBelow(tree: BodyTree, body: BodyTree["all"][number]): readonly number[] {
  const below = (tree.children.get(body.number) ?? []).flatMap((each) => registersBelow(tree, each));
  return body.register === body.number ? [body.number, ...below] : below;
}

/**
 * Figures that the state states: not in leaves, so nobody outside can count them again but where payloads are public.
 * Small cells are withheld (`small-cells.ts`): they could tell of one person.
 */
import {
  disputeReasons,
  extensionReasons,
  forwardReasons,
  outcomes,
  refusalGrounds,
} from "#core/acts/appeal.ts";
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { JsonObject } from "#core/record/canonical-json.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { type BodyTree, takesAppeals } from "#government/bodies/index.ts";
import type { PortalTools } from "../portal-tools.ts";
import { type GroundsRow, readFilingRows, readGroundsRows } from "./grounds-store.ts";
import { type StatedCell, suppressed } from "./small-cells.ts";

/** What is counted, in the order in which it is shown. */
export const groundsSubjects = ["outcome", "ground", "disputed", "extended", "forwarded", "filing"] as const;
export type GroundsSubject = (typeof groundsSubjects)[number];

/**
 * The cells of each subject: what is shown, greatest first, then what is withheld in the order of its list, which tells
 * nothing of the numbers. A code that is not there was counted nowhere.
 */
export type GroundsFigures = Readonly<Record<GroundsSubject, readonly StatedCell[]>>;

export interface GroundsCountry {
  readonly from: CivilDate;
  readonly all: GroundsFigures;
  /** By register. */
  readonly bodies: ReadonlyMap<number, GroundsFigures>;
}

/** Every code that a subject may have: among withheld cells a zero must look like the others. */
const codes: Readonly<Record<GroundsSubject, readonly string[]>> = {
  outcome: outcomes,
  ground: refusalGrounds,
  disputed: disputeReasons,
  extended: extensionReasons,
  forwarded: forwardReasons,
  filing: ["shown", "sealed"],
};

/** Outcomes that a leaf's kind says anyway: anyone can count them, so hiding them would hide nothing. */
const shownByLeaves: ReadonlySet<string> = new Set(["refused", "explained", "terminated"]);

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
  const cells = (subject: GroundsSubject, open?: ReadonlySet<string>): readonly StatedCell[] => {
    const counts = new Map(codes[subject].map((code) => [code, 0]));
    for (const row of rows) {
      if (row.subject === subject) counts.set(row.code, (counts.get(row.code) ?? 0) + row.count);
    }
    const stated = suppressed([...counts], open).filter(({ count }) => count !== 0);
    // A withheld cell counts as less than every other, and as equal to its like: the sort keeps their order.
    return stated.toSorted((one, other) => (other.count ?? 0) - (one.count ?? 0));
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

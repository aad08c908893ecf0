/**
 * Figures that the state states: not in leaves, so nobody outside can count them again but where payloads are public.
 * Small cells are withheld (`suppress-table.ts`): they could tell of one person.
 */
import {
  disputeReasons,
  extensionReasons,
  forwardReasons,
  outcomes,
  refusalGrounds,
} from "#core/acts/appeal.ts";
import { unheardReasons } from "#core/acts/unheard.ts";
import { type JsonObject, parseJson } from "#core/record/canonical-json.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { assert } from "#core/result.ts";
import { integer, list, made, object, orNull, type Reader, text } from "#core/strict-json.ts";
import { type BodyTree, takesAppeals } from "#government/bodies/index.ts";
import type { PortalTools } from "../portal-tools.ts";
import { type GroundsRow, readFilingRows, readGroundsRows } from "./grounds-store.ts";
import type { StatedCell } from "./small-cells.ts";
import { publishOnce, readPublication } from "./stated-publication-store.ts";
import type { Quarter } from "./stated-quarter.ts";
import { type StatedTable, suppressedTable } from "./suppress-table.ts";

/** What is counted, in the order in which it is shown. */
export const groundsSubjects = [
  "outcome",
  "ground",
  "unheard",
  "disputed",
  "extended",
  "forwarded",
  "filing",
] as const;
export type GroundsSubject = (typeof groundsSubjects)[number];

/**
 * The cells of each subject: what is shown, greatest first, then what is withheld in the order of its list, which tells
 * nothing of the numbers. A code that is not there was counted nowhere.
 */
export type GroundsFigures = Readonly<Record<GroundsSubject, readonly StatedCell[]>>;

export interface GroundsCountry {
  readonly all: GroundsFigures;
  /** By register. */
  readonly bodies: ReadonlyMap<number, GroundsFigures>;
}

/** Every code that a subject may have: among withheld cells a zero must look like the others. */
const codes: Readonly<Record<GroundsSubject, readonly string[]>> = {
  outcome: outcomes,
  ground: refusalGrounds,
  unheard: unheardReasons,
  disputed: disputeReasons,
  extended: extensionReasons,
  forwarded: forwardReasons,
  filing: ["shown", "sealed"],
};

/** Outcomes that a leaf's kind says anyway: anyone can count them, so hiding them would hide nothing. */
const shownByLeaves: ReadonlySet<string> = new Set(["refused", "explained", "terminated"]);

/** The stated figures of a quarter that is over: counted once, then what was published stands. */
export async function groundsFigures(
  tools: PortalTools,
  parameters: Parameters,
  quarter: Quarter,
): Promise<GroundsCountry> {
  const key = { log: tools.log, quarter: quarter.name, part: "grounds" } as const;
  const published = await readPublication(tools.portal, key);
  if (published !== null) return groundsIn(published);
  const content = groundsText(await count(tools, parameters, quarter));
  return groundsIn(await publishOnce(tools.portal, key, { content, at: tools.now() }));
}

async function count(
  tools: PortalTools,
  parameters: Parameters,
  { from, until }: Quarter,
): Promise<GroundsCountry> {
  const span = { log: tools.log, timeZone: parameters.timeZone, from, until };
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
  // A body that had a register of its own in the quarter has its row, whatever it has now.
  const counted = new Set(all.map(({ body }) => body));
  const bodies = parameters.bodies.flatMap(({ number, register }) =>
    number === register || counted.has(number) ? [number] : [],
  );
  const tables = new Map(groundsSubjects.map((subject) => [subject, tableOf(subject, bodies, all)]));
  return {
    all: figuresFrom((subject) => tables.get(subject)?.all ?? []),
    bodies: new Map(
      bodies.map((body, at) => [body, figuresFrom((subject) => tables.get(subject)?.bodies[at] ?? [])]),
    ),
  };
}

function tableOf(
  subject: GroundsSubject,
  bodies: readonly number[],
  rows: readonly GroundsRow[],
): StatedTable {
  const own = rows.filter((row) => row.subject === subject);
  const countOf = (body: number, code: string) =>
    own.reduce((sum, row) => (row.body === body && row.code === code ? sum + row.count : sum), 0);
  return suppressedTable(
    codes[subject],
    bodies.map((body) => codes[subject].map((code) => countOf(body, code))),
    subject === "outcome" ? shownByLeaves : new Set(),
  );
}

function figuresFrom(cellsOf: (subject: GroundsSubject) => readonly StatedCell[]): GroundsFigures {
  const cells = (subject: GroundsSubject) =>
    cellsOf(subject)
      .filter(({ count: each }) => each !== 0)
      // A withheld cell counts as less than every other, and as equal to its like: the sort keeps their order.
      .toSorted((one, other) => (other.count ?? 0) - (one.count ?? 0));
  return {
    outcome: cells("outcome"),
    ground: cells("ground"),
    unheard: cells("unheard"),
    disputed: cells("disputed"),
    extended: cells("extended"),
    forwarded: cells("forwarded"),
    filing: cells("filing"),
  };
}

/** What is kept of a publication: what it showed, and nothing that it did not. */
function groundsText({ all, bodies }: GroundsCountry): string {
  const plain = (figures: GroundsFigures) => ({ ...figures });
  return JSON.stringify({
    all: plain(all),
    bodies: [...bodies].map(([number, figures]) => ({ number, figures: plain(figures) })),
  });
}

function groundsIn(content: string): GroundsCountry {
  const json = parseJson(content);
  const read = json.ok ? readGrounds(json.value) : undefined;
  assert(read !== undefined, "a publication is kept as it was written");
  return { all: read.all, bodies: new Map(read.bodies.map(({ number, figures }) => [number, figures])) };
}

const keptMax = 100_000;
const codeLengthMax = 100;
const readCells: Reader<readonly StatedCell[]> = list(
  object({ code: text(codeLengthMax), count: orNull(integer(0, Number.MAX_SAFE_INTEGER)) }),
  0,
  keptMax,
);
const readFigures: Reader<GroundsFigures> = made(
  object(
    {
      outcome: readCells,
      ground: readCells,
      disputed: readCells,
      extended: readCells,
      forwarded: readCells,
      filing: readCells,
    },
    // Quarters that were published before it was counted have none, and stand as they are.
    { unheard: readCells },
  ),
  "figures",
  ({ unheard = [], ...figures }) => ({ ...figures, unheard }),
);
const readGrounds = object({
  all: readFigures,
  bodies: list(object({ number: integer(1, 0xffff_ffff), figures: readFigures }), 0, keptMax),
});

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

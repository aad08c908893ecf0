/** Figures that leaves do not show: the state's own word, with small cells withheld. */
import { utf8Bytes } from "#core/bytes.ts";
import { civilDateText } from "#core/clock/civil-date.ts";
import { canonicalJson, parseJson } from "#core/record/canonical-json.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { assert } from "#core/result.ts";
import { integer, list, object, orNull, type Reader } from "#core/strict-json.ts";
import type { PortalTools } from "../portal-tools.ts";
import { countErasures, type ErasureCounts, noErasures } from "./erasure-counts.ts";
import { cellMin, suppressed } from "./small-cells.ts";
import { publishOnce, readPublication } from "./stated-publication-store.ts";
import type { Quarter } from "./stated-quarter.ts";
import { erasuresAsked, readStatedCounts, type StatedCounts } from "./stated-store.ts";
import { suppressedTable } from "./suppress-table.ts";

/** In the order of the table. */
export const statedColumns = [
  "decided",
  "takenHigher",
  "overturned",
  "inTimeOverturned",
  "ratedDone",
  "ratedPartlyDone",
  "ratedNotDone",
  "erasedInTime",
  "erasedLate",
  "erasureOverdue",
  "publicAgreed",
  "publicReleased",
  "publicRefused",
] as const satisfies readonly (keyof (StatedCounts & ErasureCounts))[];
type StatedColumn = (typeof statedColumns)[number];

/** A count, or `null` where it is withheld. */
export type StatedRow = { readonly body: number } & Readonly<Record<StatedColumn, number | null>>;

/** What is published of a quarter. */
export interface StatedFigures {
  /** All bodies together. Of the other columns there is none: the country's number less the rest would tell a body's. */
  readonly all: Pick<StatedRow, "inTimeOverturned">;
  /** The bodies of whom something was decided or rated. Of any other all of it is 0. */
  readonly bodies: readonly StatedRow[];
}

/** The stated figures of a quarter that is over; once published, they stand. */
export async function statedFigures(
  tools: PortalTools,
  parameters: Parameters,
  quarter: Quarter,
): Promise<StatedFigures> {
  const key = { log: tools.log, quarter: quarter.name, part: "answers" } as const;
  const published = await readPublication(tools.portal, key);
  if (published !== null) return figuresIn(published);
  const content = JSON.stringify(withheld(await countBodies(tools, parameters, quarter)));
  return figuresIn(await publishOnce(tools.portal, key, { content, at: tools.now() }));
}

async function countBodies(
  tools: PortalTools,
  parameters: Parameters,
  { from, until }: Quarter,
): Promise<readonly (StatedCounts & ErasureCounts)[]> {
  const { timeZone } = parameters;
  const [stated, requests] = await Promise.all([
    readStatedCounts(tools.portal, { log: tools.log, timeZone, from, until }),
    erasuresAsked(tools.portal, tools.log),
  ]);
  const erasures = countErasures(requests, { from, until }, parameters);
  const known = new Map(stated.map((counts) => [counts.body, counts]));
  return [...new Set([...known.keys(), ...erasures.keys()])]
    .sort((one, other) => one - other)
    .map((body) => ({
      ...nothingStated,
      ...known.get(body),
      ...(erasures.get(body) ?? noErasures),
      body,
    }));
}

const bodiesMax = 100_000;
const countOrNull = orNull(integer(0, Number.MAX_SAFE_INTEGER));
const readBodies: Reader<readonly StatedRow[]> = list(
  object({
    body: integer(1, 0xffff_ffff),
    decided: countOrNull,
    takenHigher: countOrNull,
    overturned: countOrNull,
    inTimeOverturned: countOrNull,
    ratedDone: countOrNull,
    ratedPartlyDone: countOrNull,
    ratedNotDone: countOrNull,
    erasedInTime: countOrNull,
    erasedLate: countOrNull,
    erasureOverdue: countOrNull,
    publicAgreed: countOrNull,
    publicReleased: countOrNull,
    publicRefused: countOrNull,
  }),
  0,
  bodiesMax,
);

const readFigures: Reader<StatedFigures> = object({
  all: object({ inTimeOverturned: countOrNull }),
  bodies: readBodies,
});

function figuresIn(content: string): StatedFigures {
  const json = parseJson(content);
  const figures = json.ok ? readFigures(json.value) : undefined;
  assert(figures !== undefined, "a publication is kept as it was written");
  return figures;
}

/** Of a body of which nothing was decided or rated. */
const nothingStated = {
  ...{ decided: 0, takenHigher: 0, overturned: 0, inTimeOverturned: 0, upheld: 0 },
  ...{ ratedDone: 0, ratedPartlyDone: 0, ratedNotDone: 0 },
  ...{ publicAgreed: 0, publicReleased: 0, publicRefused: 0 },
};

/**
 * How many cases a body has closed, and how many answers were rated, is in the leaves. How many were decided above is
 * taken as known. So three numbers of each body hang together: overturned of answers in time, overturned otherwise, upheld.
 * The first has a table of its own with the country's row, against the rest; the first two together are shown where that
 * tells no small number of any of the three.
 */
export function withheld(counts: readonly (StatedCounts & ErasureCounts)[]): StatedFigures {
  const { all, bodies } = suppressedTable(
    ["inTimeOverturned", "rest"],
    counts.map(({ inTimeOverturned, overturned, upheld }) => [
      inTimeOverturned,
      overturned - inTimeOverturned + upheld,
    ]),
  );
  return {
    all: { inTimeOverturned: all[0]?.count ?? null },
    bodies: counts.map((each, at) => withheldOfBody(each, bodies[at]?.[0]?.count ?? null)),
  };
}

/** Shown as it is, or withheld, whatever stands beside it. */
function few(count: number): number | null {
  return count > 0 && count < cellMin ? null : count;
}

function withheldOfBody(counts: StatedCounts & ErasureCounts, inTimeOverturned: number | null): StatedRow {
  const { body, decided, takenHigher, overturned, upheld } = counts;
  const ratings = suppressed([
    ["ratedDone", counts.ratedDone],
    ["ratedPartlyDone", counts.ratedPartlyDone],
    ["ratedNotDone", counts.ratedNotDone],
  ]);
  const erasures = suppressed([
    ["erasedInTime", counts.erasedInTime],
    ["erasedLate", counts.erasedLate],
    ["erasureOverdue", counts.erasureOverdue],
  ]);
  const otherwise = overturned - counts.inTimeOverturned;
  const isTold = inTimeOverturned !== null && few(otherwise) !== null && few(upheld) !== null;
  const shown = new Map<string, number | null>(
    [...ratings, ...erasures].map(({ code, count }) => [code, count]),
  );
  const cell = (code: StatedColumn) => shown.get(code) ?? null;
  return {
    body,
    decided,
    takenHigher: few(takenHigher),
    overturned: isTold ? overturned : null,
    inTimeOverturned,
    ratedDone: cell("ratedDone"),
    ratedPartlyDone: cell("ratedPartlyDone"),
    ratedNotDone: cell("ratedNotDone"),
    erasedInTime: cell("erasedInTime"),
    erasedLate: cell("erasedLate"),
    erasureOverdue: cell("erasureOverdue"),
    // What was released stands in public and in leaves. Of other quarters or not, agreements are no sum of the three.
    publicAgreed: few(counts.publicAgreed),
    publicReleased: counts.publicReleased,
    publicRefused: few(counts.publicRefused),
  };
}

/** As JSON: withheld cells are `null`, and the file says whose word it is. */
export function statedJson(
  figures: StatedFigures,
  { quarter, slugOf }: { readonly quarter: Quarter; readonly slugOf: (body: number) => string },
): Uint8Array {
  const bodies = figures.bodies.map(({ body, ...counts }) => ({
    body: slugOf(body),
    number: body,
    ...counts,
  }));
  const said = {
    ...{ v: 1, source: "stated-by-the-state", cellMin, quarter: quarter.name },
    ...{ from: civilDateText(quarter.from), until: civilDateText(quarter.until) },
  };
  return utf8Bytes(`${canonicalJson({ ...said, all: { ...figures.all }, bodies })}\n`);
}

/** Figures that leaves do not show: the state's own word, with small cells withheld. */
import { utf8Bytes } from "#core/bytes.ts";
import { civilDateText } from "#core/clock/civil-date.ts";
import { canonicalJson, parseJson } from "#core/record/canonical-json.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { assert } from "#core/result.ts";
import { integer, list, object, orNull, type Reader } from "#core/strict-json.ts";
import type { PortalTools } from "../portal-tools.ts";
import { countErasures, type ErasureCounts, noErasures } from "./erasure-counts.ts";
import { slugsOf } from "./public-figures.ts";
import { cellMin, suppressed } from "./small-cells.ts";
import { publishOnce, readPublication } from "./stated-publication-store.ts";
import type { Quarter } from "./stated-quarter.ts";
import { erasuresAsked, readStatedCounts, type StatedCounts } from "./stated-store.ts";

/** In the order of the table. */
export const statedColumns = [
  "decided",
  "takenHigher",
  "overturned",
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

/** The rows of all bodies of whom something was decided or rated in a quarter that is over; once published, they stand. */
export async function statedFigures(
  tools: PortalTools,
  parameters: Parameters,
  quarter: Quarter,
): Promise<readonly StatedRow[]> {
  const key = { log: tools.log, quarter: quarter.name, part: "answers" } as const;
  const published = await readPublication(tools.portal, key);
  if (published !== null) return rowsIn(published);
  const content = JSON.stringify(await countRows(tools, parameters, quarter));
  return rowsIn(await publishOnce(tools.portal, key, { content, at: tools.now() }));
}

async function countRows(
  tools: PortalTools,
  parameters: Parameters,
  { from, until }: Quarter,
): Promise<readonly StatedRow[]> {
  const { timeZone } = parameters;
  const [stated, requests] = await Promise.all([
    readStatedCounts(tools.portal, { log: tools.log, timeZone, from, until }),
    erasuresAsked(tools.portal, tools.log),
  ]);
  const erasures = countErasures(requests, { from, until }, parameters);
  const known = new Map(stated.map((counts) => [counts.body, counts]));
  return [...new Set([...known.keys(), ...erasures.keys()])]
    .sort((one, other) => one - other)
    .map((body) =>
      withheld({
        ...nothingStated,
        ...known.get(body),
        ...(erasures.get(body) ?? noErasures),
        body,
      }),
    );
}

const bodiesMax = 100_000;
const countOrNull = orNull(integer(0, Number.MAX_SAFE_INTEGER));
const readRows: Reader<readonly StatedRow[]> = list(
  object({
    body: integer(1, 0xffff_ffff),
    decided: countOrNull,
    takenHigher: countOrNull,
    overturned: countOrNull,
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

function rowsIn(content: string): readonly StatedRow[] {
  const json = parseJson(content);
  const rows = json.ok ? readRows(json.value) : undefined;
  assert(rows !== undefined, "a publication is kept as it was written");
  return rows;
}

/** Of a body of which nothing was decided or rated. */
const nothingStated = {
  ...{ decided: 0, takenHigher: 0, overturned: 0, upheld: 0 },
  ...{ ratedDone: 0, ratedPartlyDone: 0, ratedNotDone: 0 },
  ...{ publicAgreed: 0, publicReleased: 0, publicRefused: 0 },
};

/**
 * How many cases a body has closed, and how many answers were rated, is in the leaves. How many were decided above is
 * taken as known: what was upheld there is a cell too, though none is shown for it.
 */
export function withheld(counts: StatedCounts & ErasureCounts): StatedRow {
  const { body, decided, takenHigher, overturned, upheld } = counts;
  const ratings = suppressed([
    ["ratedDone", counts.ratedDone],
    ["ratedPartlyDone", counts.ratedPartlyDone],
    ["ratedNotDone", counts.ratedNotDone],
  ]);
  const higher = suppressed([
    ["overturned", overturned],
    ["upheld", upheld],
  ]);
  const erasures = suppressed([
    ["erasedInTime", counts.erasedInTime],
    ["erasedLate", counts.erasedLate],
    ["erasureOverdue", counts.erasureOverdue],
  ]);
  // What was released stands in public and in leaves. Of other quarters or not, agreements are no sum of the three.
  const few = (count: number) => (count > 0 && count < cellMin ? null : count);
  const { publicAgreed, publicReleased, publicRefused } = counts;
  const shown = new Map<string, number | null>(
    [...ratings, ...higher, ...erasures].map(({ code, count }) => [code, count]),
  );
  const cell = (code: StatedColumn) => shown.get(code) ?? null;
  return {
    body,
    decided,
    takenHigher: takenHigher > 0 && takenHigher < cellMin ? null : takenHigher,
    overturned: cell("overturned"),
    ratedDone: cell("ratedDone"),
    ratedPartlyDone: cell("ratedPartlyDone"),
    ratedNotDone: cell("ratedNotDone"),
    erasedInTime: cell("erasedInTime"),
    erasedLate: cell("erasedLate"),
    erasureOverdue: cell("erasureOverdue"),
    publicAgreed: few(publicAgreed),
    publicReleased,
    publicRefused: few(publicRefused),
  };
}

/** As JSON: withheld cells are `null`, and the file says whose word it is. */
export function statedJson(
  rows: readonly StatedRow[],
  { quarter, parameters }: { readonly quarter: Quarter; readonly parameters: Parameters },
): Uint8Array {
  const slugOf = slugsOf(parameters);
  const bodies = rows.map(({ body, ...counts }) => ({ body: slugOf(body), number: body, ...counts }));
  const said = {
    ...{ v: 1, source: "stated-by-the-state", cellMin, quarter: quarter.name },
    ...{ from: civilDateText(quarter.from), until: civilDateText(quarter.until) },
  };
  return utf8Bytes(`${canonicalJson({ ...said, bodies })}\n`);
}

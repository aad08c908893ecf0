/** Figures that leaves do not show: the state's own word, with small cells withheld. */
import { utf8Bytes } from "#core/bytes.ts";
import { canonicalJson } from "#core/record/canonical-json.ts";
import type { PortalTools } from "../portal-tools.ts";
import { countErasures, type ErasureCounts, noErasures } from "./erasure-counts.ts";
import type { CountryFigures } from "./figures.ts";
import { type PublicFigures, slugsOf, spanJson } from "./public-figures.ts";
import { cellMin, suppressed } from "./small-cells.ts";
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
] as const satisfies readonly (keyof (StatedCounts & ErasureCounts))[];
type StatedColumn = (typeof statedColumns)[number];

/** A count, or `null` where it is withheld. */
export type StatedRow = { readonly body: number } & Readonly<Record<StatedColumn, number | null>>;

/** The rows of all bodies of whom something was decided or rated in the period of the public figures. */
export async function statedFigures(
  tools: PortalTools,
  { figures, parameters }: PublicFigures,
): Promise<readonly StatedRow[]> {
  const { timeZone } = parameters;
  const span = { log: tools.log, timeZone, asOf: figures.asOf, from: figures.from };
  const [stated, requests] = await Promise.all([
    readStatedCounts(tools.portal, span),
    erasuresAsked(tools.portal, tools.log),
  ]);
  const erasures = countErasures(requests, span, parameters);
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

/** Of a body of which nothing was decided or rated. */
const nothingStated = {
  ...{ decided: 0, takenHigher: 0, overturned: 0 },
  ...{ ratedDone: 0, ratedPartlyDone: 0, ratedNotDone: 0 },
};

/**
 * How many cases a body has closed, and how many answers were rated, is in the leaves. How many went higher stands
 * beside how many of them were overturned: the others are a cell too, though none is shown for it.
 */
export function withheld(counts: StatedCounts & ErasureCounts): StatedRow {
  const { body, decided, takenHigher, overturned } = counts;
  const ratings = suppressed([
    ["ratedDone", counts.ratedDone],
    ["ratedPartlyDone", counts.ratedPartlyDone],
    ["ratedNotDone", counts.ratedNotDone],
  ]);
  const higher = suppressed([
    ["overturned", overturned],
    ["upheld", takenHigher - overturned],
  ]);
  const erasures = suppressed([
    ["erasedInTime", counts.erasedInTime],
    ["erasedLate", counts.erasedLate],
    ["erasureOverdue", counts.erasureOverdue],
  ]);
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
  };
}

/** As JSON: withheld cells are `null`, and the file says whose word it is. */
export function statedJson(
  rows: readonly StatedRow[],
  {
    figures,
    parameters,
  }: { readonly figures: CountryFigures; readonly parameters: PublicFigures["parameters"] },
): Uint8Array {
  const slugOf = slugsOf(parameters);
  const bodies = rows.map(({ body, ...counts }) => ({ body: slugOf(body), number: body, ...counts }));
  const said = { v: 1, source: "stated-by-the-state", cellMin, ...spanJson(figures) };
  return utf8Bytes(`${canonicalJson({ ...said, bodies })}\n`);
}

/** Figures that leaves do not show: the state's own word, with small cells withheld. */
import { utf8Bytes } from "#core/bytes.ts";
import { canonicalJson } from "#core/record/canonical-json.ts";
import type { PortalTools } from "../portal-tools.ts";
import type { CountryFigures } from "./figures.ts";
import { type PublicFigures, slugsOf, spanJson } from "./public-figures.ts";
import { readStatedCounts, type StatedCounts } from "./stated-store.ts";

/** In the order of the table. */
export const statedColumns = [
  "decided",
  "takenHigher",
  "overturned",
  "ratedDone",
  "ratedPartlyDone",
  "ratedNotDone",
] as const satisfies readonly (keyof StatedCounts)[];
type StatedColumn = (typeof statedColumns)[number];

/** A cell below this could point at a person who is known to have written. What leaves show is never withheld. */
const cellMin = 5;

/** A count, or `null` where it lies from 1 to 4 and is withheld. */
export type StatedRow = { readonly body: number } & Readonly<Record<StatedColumn, number | null>>;

/** The rows of all bodies of whom something was decided or rated in the period of the public figures. */
export async function statedFigures(
  tools: PortalTools,
  { figures, parameters }: PublicFigures,
): Promise<readonly StatedRow[]> {
  const { timeZone } = parameters;
  const span = { log: tools.log, timeZone, asOf: figures.asOf, from: figures.from };
  return (await readStatedCounts(tools.portal, span)).map(withheld);
}

function withheld(counts: StatedCounts): StatedRow {
  const isSmall = (count: number) => count > 0 && count < cellMin;
  // How many cases a body has closed is in the leaves.
  const shown = (count: number) => (isSmall(count) ? null : count);
  return {
    body: counts.body,
    decided: counts.decided,
    takenHigher: shown(counts.takenHigher),
    overturned: shown(counts.overturned),
    ratedDone: shown(counts.ratedDone),
    ratedPartlyDone: shown(counts.ratedPartlyDone),
    ratedNotDone: shown(counts.ratedNotDone),
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

/**
 * Where the cells of a workbook say that they lie. A reader of sheets lays out every row and column up to the farthest
 * cell, so that one cell with a made-up place takes all memory there is: the places are looked at before it reads.
 */
import { strFromU8, unzipSync } from "fflate";

/** Of a sheet that people fill; what lies farther right, nobody scrolls to. */
const columnsLaidOutMax = 256;
/** Rows with gaps between them; how many may hold something is another limit. */
const rowsLaidOutMax = 60_000;
const lettersInAlphabet = 26;

export type SheetPlaces = "near" | "too-many-rows" | "unreadable";

/** Throws where the bytes are no archive. Attributes named `r` place rows and cells (ECMA-376 part 1, 18.3.1.4 and 18.3.1.73). */
export function placesInWorkbook(bytes: Uint8Array): SheetPlaces {
  const parts = unzipSync(bytes, { filter: ({ name }) => name.endsWith(".xml") });
  for (const part of Object.values(parts)) {
    const text = strFromU8(part);
    if (!text.includes("sheetData")) continue;
    for (const [, double, single] of text.matchAll(/[\s"']r\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      const place = placeOf(double ?? single ?? "");
      if (place === null || place.column > columnsLaidOutMax) return "unreadable";
      if (place.row > rowsLaidOutMax) return "too-many-rows";
    }
  }
  return "near";
}

/** "C7" is row 7 and column 3; a row's own place has no letters, and column 0. */
function placeOf(text: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = /^([A-Z]{0,3})([1-9][0-9]{0,6})$/.exec(text) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = [...letters].reduce(
    (sum, letter) => sum * lettersInAlphabet + letter.charCodeAt(0) - "A".charCodeAt(0) + 1,
    0,
  );
  return { row: Number(digits), column };
}

/**
 * Lists as PostgreSQL writes arrays of one dimension. The driver would ask every connection which types of arrays the server
 * has, and takes longer over it than over most statements; the few that we use have had their numbers for decades.
 */
import { assert } from "#core/result.ts";

/** Numbers of types (pg_type.dat of PostgreSQL): what a statement calls `text[]` and `integer[]`. */
const textArrayType = 1009;
const integerArrayType = 1007;

/** How the driver sends and reads them. A null inside throws: no column of ours holds one. */
export const arrayTypes = {
  textArray: {
    to: textArrayType,
    from: [textArrayType],
    serialize: arrayText,
    parse: (text: string): readonly string[] => textsOf(text),
  },
  integerArray: {
    to: integerArrayType,
    from: [integerArrayType],
    serialize: arrayText,
    parse: (text: string): readonly number[] => textsOf(text).map(Number),
  },
};

function arrayText(values: readonly (string | number)[]): string {
  return `{${values.map((value) => `"${String(value).replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;
}

/** The server leaves out the quotation marks where a text needs none; `NULL` without them is no text. */
function textsOf(array: string): readonly string[] {
  assert(/^\{.*\}$/s.test(array), "an array of one dimension stands in braces");
  const texts: string[] = [];
  for (const [, quoted, plain] of array.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^",]+)/gs)) {
    assert(plain === undefined || !/^(?:null|\{.*)$/i.test(plain), "neither nulls nor arrays stand inside");
    texts.push(plain ?? (quoted ?? "").replaceAll(/\\(.)/gs, "$1"));
  }
  return texts;
}

import { createHmac } from "node:crypto";
import { foldForSearch } from "#platform/language/fold-for-search.ts";

/**
 * By what an entry is known again, without keeping a name or a word: an HMAC under the server's key of the folded name
 * with the day, and one of the folded text. Two clerks who enter one paper are told; nobody is stopped.
 */
export function entryMarks(
  serverKey: Uint8Array,
  entry: { readonly name: string; readonly day: number; readonly text: string },
): readonly Uint8Array[] {
  const mark = (what: string, words: string) =>
    Uint8Array.from(createHmac("sha256", serverKey).update(`aydyn entry ${what}\n${words}`).digest());
  const name = folded(entry.name);
  const text = folded(entry.text);
  return [
    ...(name === "" ? [] : [mark("name", `${entry.day}\n${name}`)]),
    ...(text === "" ? [] : [mark("text", text)]),
  ];
}

function folded(text: string): string {
  return foldForSearch(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

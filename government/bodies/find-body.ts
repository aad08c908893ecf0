import { searchWords } from "#platform/language/fold-for-search.ts";
import type { Body } from "./body.ts";
import type { BodyTree } from "./body-tree.ts";

/** More than this on one page of a slow line is no help: whoever sees that many writes more of the name. */
export const foundBodiesMax = 4;

/**
 * The bodies in whose name, in one of the three languages, every word that was typed begins a word; in the order of
 * the tree, at most `foundBodiesMax`, those that do not take appeals too. None for no words.
 */
export function findBodies(tree: BodyTree, words: string): readonly Body[] {
  const said = searchWords(words);
  if (said.length === 0) return [];
  return tree.all
    .filter(({ name }) =>
      [name.tk, name.ru, name.en].some((text) => {
        const parts = searchWords(text);
        return said.every((word) => parts.some((part) => part.startsWith(word)));
      }),
    )
    .slice(0, foundBodiesMax);
}

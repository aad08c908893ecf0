/**
 * How alike two texts are, whatever the letters they were typed with: the share of runs of three words that both have
 * (Jaccard index over shingles; Broder, "On the resemblance and containment of documents", 1997).
 */
import { foldForSearch } from "./fold-for-search.ts";

const wordsInRun = 3;

/** The runs of three words of a text, folded as for a search; a shorter text is one run. */
export function wordRuns(text: string): ReadonlySet<string> {
  const words = foldForSearch(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const runs = new Set<string>();
  for (let at = 0; at + wordsInRun <= words.length; at += 1) {
    runs.add(words.slice(at, at + wordsInRun).join(" "));
  }
  if (runs.size === 0 && words.length > 0) runs.add(words.join(" "));
  return runs;
}

/** From 0 (nothing in common) to 1 (the same runs). Two empty texts have nothing in common. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const run of one) if (other.has(run)) common += 1;
  return common / (one.size + other.size - common);
}

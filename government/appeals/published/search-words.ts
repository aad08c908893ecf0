/** Words as the search compares them: folded, so that any alphabet and keyboard finds any spelling (language.md). */
import { type Pieces, type PublishedAppeal, textOfPieces } from "#core/acts/published-appeal.ts";
import { foldForSearch } from "#platform/language/fold-for-search.ts";
import type { Language } from "#platform/language/language.ts";

/** What a publication is found by: nothing but what stands in public. */
export interface SearchableWords {
  /** In the language it was written in, for stems. Texts in Turkmen have none that anybody can compute. */
  readonly written: { readonly subject: string; readonly text: string };
  /** Folded: letters and digits, one space between words. */
  readonly folded: { readonly subject: string; readonly text: string };
  readonly language: Language;
}

/** What somebody looks for. */
export interface SearchQuestion {
  /** Folded words, each once. */
  readonly words: readonly string[];
  /** As it was typed, for the stems of Russian and English. */
  readonly typed: string;
}

/** More words narrow a search no further, and each costs a reading of the index. */
const questionWordsMax = 8;
const wordLengthMin = 2;
const wordLengthMax = 40;
const typedLengthMax = 200;
/** A gap separates words: those before and after it were not neighbours. */
const gap = " … ";

/** The words that stand in public of an appeal and its reply. */
export function searchableWords(appeal: PublishedAppeal): SearchableWords {
  const plain = (pieces: Pieces) => textOfPieces(pieces, gap);
  const subject = plain(appeal.subject);
  const text = `${plain(appeal.text)}${gap}${plain(appeal.reply ?? [])}`;
  return {
    written: { subject, text },
    folded: { subject: foldedWords(subject).join(" "), text: foldedWords(text).join(" ") },
    language: appeal.language,
  };
}

/** Reads a search as somebody typed it; `null` when no word is in it. */
export function searchQuestion(typed: string, wordsMax = questionWordsMax): SearchQuestion | null {
  const words = [...new Set(foldedWords(typed.slice(0, typedLengthMax)))]
    .filter((word) => word.length >= wordLengthMin && word.length <= wordLengthMax)
    .slice(0, wordsMax);
  return words.length === 0 ? null : { words, typed: typed.slice(0, typedLengthMax) };
}

/** Latin letters and digits alone: what is put into a question to the index can say nothing else. */
function foldedWords(text: string): readonly string[] {
  return foldForSearch(text).match(/[a-z0-9]+/g) ?? [];
}

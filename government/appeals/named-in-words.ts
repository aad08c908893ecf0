/** Whether somebody's name stands in what an applicant wrote in their own words about whom a complaint is about. */
import { searchWords } from "#platform/language/fold-for-search.ts";

/** Shorter parts of a name, such as initials, stand in too many words. */
const nameLettersMin = 4;

/**
 * Whether a part of a name stands in the words, whatever alphabet, spelling or ending: "Демирчи" and "demirçiniň" both
 * name Sazak Demirçi. It asks too often rather than too seldom: a first name alone is enough, since that may be all
 * that the applicant knows.
 */
export function standsIn(words: string, name: string): boolean {
  const said = searchWords(words);
  const parts = searchWords(name).filter((part) => part.length >= nameLettersMin);
  return parts.map(stemOf).some((stem) => said.some((word) => word.startsWith(stem)));
}

/** Russian endings take the place of a last vowel: "Нусга", "Нусге", "Нусгой". */
function stemOf(part: string): string {
  return part.length > nameLettersMin && /[aeiouy]$/.test(part) ? part.slice(0, -1) : part;
}

/** Why a case goes all the same to somebody whose name stands in the applicant's words. */
export const despiteReasons = ["another-person", "not-complained-of"] as const;
export type DespiteReason = (typeof despiteReasons)[number];

/** The case would go to somebody of that name, and nobody said why it may. */
export interface NameInWords {
  readonly finding: "name-in-words";
}

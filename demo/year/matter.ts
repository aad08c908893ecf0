import type { PublicMatter } from "#core/acts/published-appeal.ts";
import type { Language } from "#platform/language/language.ts";

/** What the demo country's citizens write about: invented, in the words of nobody. */

export interface Matter {
  /** What it is about, as public lists say it. */
  readonly about: PublicMatter;
  /** Whether there is a place that one can go to and look at: only of such is it said that a workman came. */
  readonly where: "at-a-place" | "anywhere";
  readonly subject: Readonly<Record<Language, string>>;
  readonly text: Readonly<Record<Language, string>>;
}

/** Matters by the English name of the competence (demo/country) within which they lie. */
export type MattersOfCompetence = Readonly<Record<string, readonly Matter[]>>;

type SubjectAndText = readonly [subject: string, text: string];

/** One matter, said in three languages. */
export function matter(
  about: PublicMatter,
  where: Matter["where"],
  tk: SubjectAndText,
  ru: SubjectAndText,
  en: SubjectAndText,
): Matter {
  return {
    about,
    where,
    subject: { tk: tk[0], ru: ru[0], en: en[0] },
    text: { tk: tk[1], ru: ru[1], en: en[1] },
  };
}

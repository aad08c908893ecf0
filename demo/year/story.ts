import type { PublicMatter } from "#core/acts/published-appeal.ts";
import type { Language } from "#platform/language/language.ts";
import type { Chance } from "./chance.ts";
import { additions, matters, requests } from "./texts.ts";

/** What one appeal of the demo year says. It leads to nobody, so its author may let it stand in public as it is. */
export interface Story {
  readonly matter: PublicMatter;
  readonly subject: string;
  readonly text: string;
}

/** Draws a matter, how it came, and what is asked. */
export function drawStory(chance: Chance, language: Language): Story {
  const { about, subject, text } = chance.pick(matters);
  const sentences = [text, chance.pick(additions), chance.pick(requests)];
  return {
    matter: about,
    subject: subject[language],
    text: sentences.map((each) => each[language]).join(" "),
  };
}

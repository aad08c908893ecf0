import type { PublicMatter } from "#core/acts/published-appeal.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import type { Language } from "#platform/language/language.ts";
import { demoBodies } from "../country/bodies.ts";
import type { Chance } from "./chance.ts";
import type { Matter } from "./matter.ts";
import { economicMatters } from "./matters-economic.ts";
import { localMatters } from "./matters-local.ts";
import { socialMatters } from "./matters-social.ts";
import { additions, requests } from "./texts.ts";

/** What one appeal of the demo year says. It leads to nobody, so its author may let it stand in public as it is. */
export interface Story {
  readonly matter: PublicMatter;
  readonly subject: string;
  readonly text: string;
}

const mattersOfCompetence = { ...localMatters, ...economicMatters, ...socialMatters };

/** What a body of the demo country is written to about: the matters of its competences, each with that competence. */
export function mattersOf(
  body: BodyNumber,
): readonly { readonly competence: string; readonly matter: Matter }[] {
  const found = demoBodies.find((each) => each.number === body);
  assert(found !== undefined, `the demo country has a body ${body}`);
  return found.competences.flatMap(({ name }) =>
    (mattersOfCompetence[name.en] ?? []).map((matter) => ({ competence: name.en, matter })),
  );
}

/** Draws a matter of those for which a body answers, how it came, and what is asked. */
export function drawStory(chance: Chance, body: BodyNumber, language: Language): Story {
  const { matter } = chance.pick(mattersOf(body));
  const { about, subject, text, where } = matter;
  const said = <Said extends { readonly where: Matter["where"] }>(all: readonly Said[]): Said =>
    chance.pick(all.filter((each) => each.where === "anywhere" || each.where === where));
  const sentences = [text, said(additions).text, said(requests).text];
  return {
    matter: about,
    subject: subject[language],
    text: sentences.map((each) => each[language]).join(" "),
  };
}

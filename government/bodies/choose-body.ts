import type { BodyNumber } from "#core/record/leaf.ts";
import { foldForSearch } from "#platform/language/fold-for-search.ts";
import { type Body, type Competence, takesAppeals } from "./body.ts";
import { type BodyTree, bodiesAbove } from "./body-tree.ts";

/**
 * Which body to write to, from a few words about the matter and the name of a place. It proposes and never decides:
 * whoever writes to the wrong body loses nothing, since the body forwards within three days.
 */

export interface ChoiceQuestion {
  /** What it is about, as people write: "gaz basyşy pes", "нет газа". */
  readonly matter: string;
  /** Where, if it was said: a village, a district, a town. */
  readonly place: string;
}

export interface Proposal {
  readonly body: Body;
  /** What of it fits the matter; `null` when only the body's name or place does. */
  readonly competence: Competence | null;
  /** Whether the body answers for the place that was named. */
  readonly isLocal: boolean;
}

export const proposalsMax = 8;
const wordsMax = 40;
/** Shorter beginnings fit everything. */
const prefixLengthMin = 3;
const placeScore = 4;
const keywordScore = 3;
const nameScore = 2;
const exactScore = 1;
const nationalScore = 1;

/** The bodies that fit best, best first; none when nothing fits. Words longer than a keyword fit it by their beginning. */
export function chooseBodies(tree: BodyTree, question: ChoiceQuestion): readonly Proposal[] {
  const matter = wordsOf(question.matter);
  // A place is often named within the matter: "Çeşme obasynda gaz ýok".
  const place = [...wordsOf(question.place), ...matter];
  const distances = distancesFrom(tree, place);
  return tree.all
    .filter(takesAppeals)
    .map((body) => rate(body, matter, distances.get(body.number)))
    .filter((rated) => rated.score > 0)
    .sort((one, other) => other.score - one.score || one.proposal.body.number - other.proposal.body.number)
    .slice(0, proposalsMax)
    .map((rated) => rated.proposal);
}

/** Which bodies answer for the place that was named, and for what lies around it: the nearest first, none without a name. */
export function bodiesAround(tree: BodyTree, question: ChoiceQuestion): readonly Body[] {
  const distances = distancesFrom(tree, [...wordsOf(question.place), ...wordsOf(question.matter)]);
  return tree.all
    .filter((body) => takesAppeals(body) && distances.has(body.number))
    .sort((one, other) => (distances.get(one.number) ?? 0) - (distances.get(other.number) ?? 0));
}

/** Bodies that answer for the place that was named (0) and those above them (1 and more), the whole country's left out. */
function distancesFrom(tree: BodyTree, said: readonly string[]): ReadonlyMap<BodyNumber, number> {
  const distances = new Map<BodyNumber, number>();
  for (const body of tree.all.filter((each) => answersFor(each, said))) {
    const upwards = [body, ...bodiesAbove(tree, body.number)].filter((each) => !isNational(each));
    for (const [distance, each] of upwards.entries()) {
      distances.set(each.number, Math.min(distance, distances.get(each.number) ?? distance));
    }
  }
  return distances;
}

function answersFor(body: Body, said: readonly string[]): boolean {
  return body.about.places.some((name) =>
    [name.tk, name.ru, name.en].some((text) => fitsEveryWord(wordsOf(text), said)),
  );
}

function isNational(body: Body): boolean {
  return body.about.places.length === 0;
}

interface Rated {
  readonly proposal: Proposal;
  readonly score: number;
}

function rate(body: Body, matter: readonly string[], distance: number | undefined): Rated {
  const rated = body.about.competences.map((competence) => ({
    competence,
    score: scoreOfCompetence(competence, matter),
  }));
  const best = rated.reduce<(typeof rated)[number] | null>(
    (leading, each) => (each.score > (leading?.score ?? 0) ? each : leading),
    null,
  );
  const isLocal = distance !== undefined;
  const proposal = { body, competence: best?.competence ?? null, isLocal };
  // A council or a town that lies elsewhere is no proposal, however well the matter fits.
  if (!isLocal && !isNational(body)) return { proposal, score: 0 };
  const names = wordsOf(`${body.name.tk} ${body.name.ru} ${body.name.en}`);
  const named = matter.filter((word) => names.some((name) => fits(word, name))).length * nameScore;
  const fitting = (best?.score ?? 0) + named;
  if (isLocal) return { proposal, score: Math.max(1, placeScore - distance) + fitting };
  return { proposal, score: fitting > 0 ? fitting + nationalScore : 0 };
}

function scoreOfCompetence(competence: Competence, matter: readonly string[]): number {
  const { tk, ru, en } = competence.keywords;
  const keywords = [...tk, ...ru, ...en].map(foldForSearch);
  let score = 0;
  for (const word of matter) {
    const fitting = keywords.filter((keyword) => fits(word, keyword));
    if (fitting.length > 0) score += keywordScore + (fitting.includes(word) ? exactScore : 0);
  }
  return score;
}

/** Turkmen and Russian words grow at the end: "gazyň" and "газа" begin as their keywords do. */
function fits(word: string, keyword: string): boolean {
  if (word === keyword) return true;
  if (keyword.length < prefixLengthMin || word.length < prefixLengthMin) return false;
  return word.startsWith(keyword) || (word.length > prefixLengthMin && keyword.startsWith(word));
}

/** Words that name a kind of place and no place. */
const kindsOfPlace = new Set(
  ["welaýat", "welaýaty", "etrap", "şäher", "велаят", "этрап", "город", "province", "district", "city"].map(
    foldForSearch,
  ),
);

function fitsEveryWord(name: readonly string[], said: readonly string[]): boolean {
  const telling = name.filter((word) => !kindsOfPlace.has(word));
  return (
    telling.length > 0 && telling.every((word) => said.some((each) => each === word || each.startsWith(word)))
  );
}

function wordsOf(text: string): readonly string[] {
  return foldForSearch(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
    .slice(0, wordsMax);
}

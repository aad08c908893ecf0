/**
 * What somebody should know before writing on, told by the words that were typed: an emergency that no desk reads in
 * time, or a matter that another way leads to. It is shown beside the question and stops nobody.
 */
import { type Emergency, emergencies } from "#core/record/emergency-numbers.ts";
import { foldForSearch } from "#platform/language/fold-for-search.ts";

/** Matters that an appeal cannot settle, and where they go instead. */
const elsewhere = ["court", "election", "crime"] as const;
export type Elsewhere = (typeof elsewhere)[number];

export interface Hints {
  readonly emergencies: readonly Emergency[];
  readonly elsewhere: readonly Elsewhere[];
}

/**
 * One way of saying it: all of these words, in any order. A star stands for any ending, as Turkmen and Russian put
 * theirs there; without it the word is meant exactly, where a longer one means something else (сад and садовник).
 */
type Saying = readonly string[];

const emergencySayings: Readonly<Record<Emergency, readonly Saying[]>> = {
  gas: [
    ["gaz*", "ys*"],
    ["gaz*", "syz*"],
    ["газ*", "пахнет"],
    ["газ*", "запах*"],
    ["газ*", "утечк*"],
    ["gas", "smell*"],
    ["gas", "leak*"],
  ],
  fire: [["ýangyn*"], ["tüsse*"], ["пожар"], ["пожара"], ["горит"], ["горим"], ["fire"], ["burning"]],
  violence: [
    ["urýar*"],
    ["zorluk*"],
    ["öldür*"],
    ["избива*"],
    ["избил*"],
    ["бьет"],
    ["бьёт"],
    ["насили*"],
    ["убить"],
    ["убьет"],
    ["убьёт"],
    ["violence"],
    ["beats"],
    ["beaten"],
    ["kill"],
    ["raped"],
  ],
  health: [
    ["huşsuz*"],
    ["huşundan"],
    ["gan", "akýar*"],
    ["без", "сознания"],
    ["кровотечени*"],
    ["инфаркт*"],
    ["инсульт*"],
    ["unconscious"],
    ["bleeding"],
    ["heart", "attack"],
  ],
};

const elsewhereSayings: Readonly<Record<Elsewhere, readonly Saying[]>> = {
  court: [
    ["kazyýet*"],
    ["sud"],
    ["hökümi*"],
    ["суд"],
    ["суда"],
    ["суде"],
    ["судом"],
    ["судья"],
    ["судьи"],
    ["судебн*"],
    ["приговор*"],
    ["court"],
    ["judge"],
    ["lawsuit*"],
    ["verdict*"],
  ],
  election: [
    ["saýlaw*"],
    ["ses", "bermek*"],
    ["выборы"],
    ["выборов"],
    ["выборах"],
    ["избирател*"],
    ["избирком*"],
    ["голосовани*"],
    ["election*"],
    ["ballot*"],
    ["polling"],
  ],
  crime: [
    ["jenaýat*"],
    ["ogurla*"],
    ["ogurlyk*"],
    ["talaň*"],
    ["преступлени*"],
    ["кража"],
    ["кражу"],
    ["украл*"],
    ["мошенни*"],
    ["вымога*"],
    ["crime*"],
    ["stolen"],
    ["stole"],
    ["theft*"],
    ["robbe*"],
  ],
};

const wordsMax = 2_000;

interface FoldedWord {
  readonly word: string;
  readonly isBeginning: boolean;
}

function folded(sayings: readonly Saying[]): readonly (readonly FoldedWord[])[] {
  return sayings.map((saying) =>
    saying.map((word) => ({ word: foldForSearch(word.replace("*", "")), isBeginning: word.endsWith("*") })),
  );
}

function foldedTable<Name extends string>(
  sayings: Readonly<Record<Name, readonly Saying[]>>,
  names: readonly Name[],
) {
  return names.map((name) => ({ name, sayings: folded(sayings[name]) }));
}

const emergencyTable = foldedTable(emergencySayings, emergencies);
const elsewhereTable = foldedTable(elsewhereSayings, elsewhere);

/** What the typed words call for, whatever alphabet and keyboard they were typed with. */
export function hintsFor(texts: readonly string[]): Hints {
  const words = foldForSearch(texts.join(" "))
    .split(/[^\p{L}\p{N}]+/u)
    .slice(0, wordsMax);
  const said = (saying: readonly FoldedWord[]) =>
    saying.every(({ word, isBeginning }) =>
      words.some((each) => each === word || (isBeginning && each.startsWith(word))),
    );
  return {
    emergencies: emergencyTable.filter(({ sayings }) => sayings.some(said)).map(({ name }) => name),
    elsewhere: elsewhereTable.filter(({ sayings }) => sayings.some(said)).map(({ name }) => name),
  };
}

import {
  type AccountNumber,
  drawAccountNumber,
  drawCodes,
  type SignInCode,
  signInCodeText,
} from "#government/identity/index.ts";
import { demoChance } from "./demo-chance.ts";
import { type DemoPerson, demoPeople } from "./people.ts";

/** How a person of the demo country signs in: everything follows from the demo's seed. */
export interface DemoSignIn {
  readonly person: DemoPerson;
  readonly number: AccountNumber;
  readonly password: string;
  /** The first one is asked for first. */
  readonly codes: readonly SignInCode[];
}

/** Sign-ins of all people of the demo country, from 32 secret bytes of this installation. */
export function demoSignIns(seed: Uint8Array): readonly DemoSignIn[] {
  const numbers = demoNumbers(seed);
  return demoPeople.map((person, at) => signInOf(seed, person, numbers[at]));
}

function demoNumbers(seed: Uint8Array): readonly AccountNumber[] {
  const taken = new Set<AccountNumber>();
  return demoPeople.map((person) => drawUntaken(taken, demoChance(seed, `number of ${person.key}`)));
}

function signInOf(seed: Uint8Array, person: DemoPerson, number: AccountNumber | undefined): DemoSignIn {
  if (number === undefined) throw new Error("everyone has a number");
  const [first, second] = drawCodes(demoChance(seed, `password of ${person.key}`));
  const password = `${first}-${second}`.toLowerCase();
  return { person, number, password, codes: drawCodes(demoChance(seed, `codes of ${person.key}`)) };
}

function drawUntaken(taken: Set<AccountNumber>, chance: (length: number) => Uint8Array): AccountNumber {
  let number = drawAccountNumber(chance);
  while (taken.has(number)) number = drawAccountNumber(chance);
  taken.add(number);
  return number;
}

/** The sign-in of one person by key. Throws for an unknown one. */
export function demoSignIn(seed: Uint8Array, key: string): DemoSignIn {
  const at = demoPeople.findIndex((person) => person.key === key);
  const person = demoPeople[at];
  if (person === undefined) throw new Error(`nobody in the demo country is called ${key}`);
  return signInOf(seed, person, demoNumbers(seed)[at]);
}

const printedKeys = [
  ...["citizen", "grandson", "village-clerk", "gas-official", "head-alagoz-etrap", "auditor"],
  // Sees the clocks of all bodies, and what was taken there.
  "head-bas-prokuratura",
];
const printedCodes = 3;

/** Lines for the terminal: a few people with their first codes. */
export function demoSignInLines(seed: Uint8Array): readonly string[] {
  return printedKeys.map((key) => lineOf(demoSignIn(seed, key), printedCodes));
}

/** A text with everyone's number, password and whole code sheet. */
export function demoSignInSheets(seed: Uint8Array): string {
  return demoSignIns(seed)
    .map((signIn) => `${lineOf(signIn, signIn.codes.length)}\n`)
    .join("");
}

function lineOf({ person, number, password, codes }: DemoSignIn, shown: number): string {
  const office = person.offices.map(({ role, body }) => `${role} at ${body}`).join(", ") || "citizen";
  const sheet = codes.slice(0, shown).map((code, at) => `${at + 1}: ${signInCodeText(code)}`);
  return `${person.name} (${office}) number ${number}, password ${password}, codes ${sheet.join("  ")}`;
}

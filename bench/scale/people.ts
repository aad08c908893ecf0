/** What people do on the pages, each request at another process: nothing that they did may be known to one alone. */

import { assert } from "#core/result.ts";
import { demoSignIn } from "#demo/country/sign-ins.ts";
import { demoSeedOf } from "#demo/sign-ins.ts";
import { formAt } from "#government/appeals/test-support/browser-samples.ts";
import { signIn } from "#tests/pages/people-at-work.ts";
import { Person } from "#tests/pages/person.ts";
import { writeAppeal } from "#tests/pages/written-appeal.ts";
import type { BenchCountry } from "../country/bench-country.ts";

const district = "alagoz-etrap";

/** A citizen signs in, writes an appeal over ten pages, sends its last form twice, and reads the case. */
export async function fileAcross(country: BenchCountry, origin: string): Promise<string> {
  const citizen = await signedIn(country, origin, "citizen");
  await writeAppeal(citizen, { identity: "shown", proof: "at-once" });
  const form = formAt((await citizen.get("/tk/appeal/check")).body.toString(), "/tk/appeal/check");
  const sent = await citizen.post("/tk/appeal/check", form);
  const again = await citizen.post("/tk/appeal/check", form);
  assert(sent.status === 303 && again.status === 303, `sent twice: ${sent.status}, ${again.status}`);
  const receipt = (await citizen.get("/tk/appeal/receipt")).body.toString();
  const number = /\b[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]\b/.exec(receipt)?.[0];
  assert(number !== undefined, "the receipt shows the number");
  assert((await citizen.get(`/tk/case/${number}`)).status === 200, "the citizen reads the case");
  return number;
}

/** The district's head finds a case, opens and answers nothing: the pages of a desk, each elsewhere. */
export async function readAtDesk(country: BenchCountry, origin: string, number: string): Promise<void> {
  const head = await signedIn(country, origin, `head-${district}`);
  await head.fill(`/tk/desk/${number}`, {}, `/tk/desk/${number}/open`);
  const page = (await head.get(`/tk/desk/${number}`)).body.toString();
  assert(page.includes("Obamyzda"), "what was opened at one process is read at the others");
}

/** Guesses somebody's password until the throttle holds; gives how many guesses were looked at. */
export async function guessPasswords(
  country: BenchCountry,
  origin: string,
  guess: { readonly whose: string; readonly guessesMax: number },
): Promise<number> {
  const { whose, guessesMax } = guess;
  const { number } = demoSignIn(seedOf(country), whose);
  for (let guessed = 0; guessed < guessesMax; guessed += 1) {
    const guesser = new Person(origin);
    const form = formAt((await guesser.get("/tk/sign-in")).body.toString(), "/tk/sign-in");
    const answer = await guesser.post("/tk/sign-in", { ...form, number, password: `wrong-${guessed}` });
    if (answer.status === 429) return guessed;
  }
  return guessesMax;
}

async function signedIn(country: BenchCountry, origin: string, who: string): Promise<Person> {
  const person = new Person(origin);
  await signIn(person, demoSignIn(seedOf(country), who));
  return person;
}

function seedOf({ configuration }: BenchCountry): Uint8Array {
  return demoSeedOf(configuration.keysFolder, () => {
    throw new Error("the demo has its seed");
  });
}

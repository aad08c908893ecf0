/** Limits on guessing codes, kept in the database: across processes and restarts. */
import type { Sql } from "#platform/database/database.ts";
import {
  giveAttemptBack,
  type ThrottleRule,
  takeAttempt,
  throttleSubject,
} from "#platform/session/throttle-store.ts";

const quarterHourMs = 15 * 60_000;
const hourMs = 60 * 60_000;

/**
 * A status code has 40 bits. Ten guesses in a quarter of an hour are enough for a slip of the pen; the limit for a
 * number is counted per network, so that nobody can shut its owner out from elsewhere, and once more over all
 * networks. A network may be a whole village or café.
 */
export const guessLimits = {
  caseFromNetwork: { name: "case.number-and-network", attemptsMax: 10, windowMs: quarterHourMs },
  caseFromAnywhere: { name: "case.number", attemptsMax: 300, windowMs: hourMs },
  casesOfNetwork: { name: "case.network", attemptsMax: 200, windowMs: quarterHourMs },
  /** A withdrawal code has 60 bits, and only whoever can be the applicant already gets to try one. */
  withdrawalOfCase: { name: "case.withdrawal", attemptsMax: 10, windowMs: quarterHourMs },
  /** A co-signing code and the code of a signature have 60 bits. */
  coSigningOfNetwork: { name: "co-sign.network", attemptsMax: 200, windowMs: quarterHourMs },
  coSigningOfCase: { name: "co-sign.number-and-network", attemptsMax: 10, windowMs: quarterHourMs },
  /** A village signs from one café, one after another. */
  signingOfNetwork: { name: "co-sign-given.network", attemptsMax: 120, windowMs: hourMs },
  signingOfCase: { name: "co-sign-given.case", attemptsMax: 300, windowMs: hourMs },
  /** A draft code has 60 bits and costs 60 ms of work. */
  draftOfSession: { name: "draft.session", attemptsMax: 10, windowMs: quarterHourMs },
  draftOfNetwork: { name: "draft.network", attemptsMax: 60, windowMs: quarterHourMs },
  savingOfSession: { name: "draft-save.session", attemptsMax: 20, windowMs: hourMs },
  savingOfNetwork: { name: "draft-save.network", attemptsMax: 300, windowMs: hourMs },
} as const satisfies Readonly<Record<string, ThrottleRule>>;

/** What an attempt counts against: a limit and whose it is. */
export interface CountedGuess {
  readonly rule: ThrottleRule;
  readonly subject: string;
}

export interface GuessTools {
  readonly portal: Sql;
  readonly serverKey: Uint8Array;
  readonly now: () => number;
}

/**
 * Takes an attempt against each limit, before anything is looked at. `false` when one of them is used up. All are
 * taken all the same, so that the answer does not tell which.
 */
export async function takeGuesses(tools: GuessTools, guesses: readonly CountedGuess[]): Promise<boolean> {
  const taken = await Promise.all(
    guesses.map(({ rule, subject }) =>
      takeAttempt(tools.portal, rule, throttleSubject(tools.serverKey, rule, subject), tools.now()),
    ),
  );
  return taken.every((each) => each);
}

/** Gives the attempts back: it was no guess. */
export async function giveGuessesBack(tools: GuessTools, guesses: readonly CountedGuess[]): Promise<void> {
  for (const { rule, subject } of guesses) {
    await giveAttemptBack(tools.portal, rule, throttleSubject(tools.serverKey, rule, subject));
  }
}

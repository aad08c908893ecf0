import { ok, type Result, refused } from "#core/result.ts";
import type { Sql } from "#platform/database/database.ts";
import type { Session } from "#platform/session/session.ts";
import {
  forgetAttempts,
  giveAttemptBack,
  type ThrottleRule,
  takeAttempt,
  throttleSubject,
} from "#platform/session/throttle-store.ts";
import { type AccountNumber, parseAccountNumber } from "./account-number.ts";
import { findAccount } from "./account-store.ts";
import { type HashCost, passwordCharactersMax, verifyNothing, verifyPassword } from "./hashing.ts";
import { keepPending } from "./pending-sign-in.ts";

export interface SignInTools {
  readonly sql: Sql;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly now: () => number;
  /** 32 secret bytes from the folder of keys: throttles know subjects by a keyed hash only. */
  readonly throttleKey: Uint8Array;
  /** What an unknown number costs: as much as a known one. */
  readonly hashCost: HashCost;
}

export interface FirstStep {
  readonly number: string;
  readonly password: string;
  /** From `networkPrefix`. */
  readonly network: string;
  /** Path without language to which the sign-in leads; the person's own place when left out. */
  readonly returnTo?: string;
}

/** `number-mistyped` can be told from the digits alone; all else that is wrong has one name, whatever it is. */
export type FirstStepProblem = "number-mistyped" | "wrong-number-or-password" | "too-many-attempts";

const minuteMs = 60_000;
/** Per number, known or not: five guesses a quarter of an hour. */
export const accountRule: ThrottleRule = {
  name: "sign-in.account",
  attemptsMax: 5,
  windowMs: 15 * minuteMs,
};
/** Per network, right ones given back: a café, a village or a ministry shares one. */
export const networkRule: ThrottleRule = {
  name: "sign-in.network",
  attemptsMax: 60,
  windowMs: 15 * minuteMs,
};

/**
 * The first step: number and password. When they fit, the session remembers it for five minutes and the second step
 * asks for a code. An unknown number, a closed account and a wrong password answer alike, in words and in time.
 */
export async function beginSignIn(
  openSession: () => Promise<Session>,
  step: FirstStep,
  tools: SignInTools,
): Promise<Result<null, FirstStepProblem>> {
  const number = parseAccountNumber(step.number);
  if (!number.ok) return number;
  const account = throttleSubject(tools.throttleKey, accountRule, number.value);
  const network = throttleSubject(tools.throttleKey, networkRule, step.network);
  const now = tools.now();
  const allowed =
    (await takeAttempt(tools.sql, networkRule, network, now)) &&
    (await takeAttempt(tools.sql, accountRule, account, now));
  if (!allowed) return refused("too-many-attempts");
  const known = await accountBehind(number.value, step.password, tools);
  if (known === null) return refused("wrong-number-or-password");
  await forgetAttempts(tools.sql, accountRule, account);
  await giveAttemptBack(tools.sql, networkRule, network);
  // Only now: guesses leave no sessions behind.
  const session = await openSession();
  await keepPending(tools.sql, session.id, {
    account: known,
    at: now,
    returnTo: step.returnTo ?? "/account",
  });
  return ok(null);
}

async function accountBehind(number: AccountNumber, password: string, tools: SignInTools) {
  const typed = password.slice(0, passwordCharactersMax);
  const known = await findAccount(tools.sql, number);
  if (known === null) {
    await verifyNothing(typed, tools.hashCost);
    return null;
  }
  return (await verifyPassword(typed, known.passwordHash)) ? known.account : null;
}

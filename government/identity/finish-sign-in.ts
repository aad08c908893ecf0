import { ok, type Result, refused } from "#core/result.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import type { Session } from "#platform/session/session.ts";
import { type SessionWithToken, signSessionIn } from "#platform/session/session-store.ts";
import { giveAttemptBack, takeAttempt, throttleSubject } from "#platform/session/throttle-store.ts";
import { networkRule, type SignInTools } from "./begin-sign-in.ts";
import {
  codeHashAt,
  countWrongCode,
  lockSheet,
  readSheet,
  type SheetRow,
  useCode,
} from "./code-sheet-store.ts";
import { equalInConstantTime, hashCode, parseHashCost } from "./hashing.ts";
import { pendingSignInName, readPending } from "./pending-sign-in.ts";
import { codesPerSheet, parseSignInCode, type SignInCode } from "./sign-in-code.ts";

export interface SecondStep {
  readonly code: string;
  /** The position that the page asked for: a page that lay open asks for a code that was used meanwhile. */
  readonly position: number;
  /** From `networkPrefix`. */
  readonly network: string;
}

export interface SignedIn extends SessionWithToken {
  readonly account: AccountId;
  /** Codes that remain; few of them are a reason to fetch a new sheet. */
  readonly codesLeft: number;
  /** Path without language to which the sign-in leads. */
  readonly returnTo: string;
}

export type SecondStepProblem =
  /** Nobody's password was right here, or it was too long ago: begin again. */
  | "not-begun"
  | "code-mistyped"
  | "wrong-code"
  /** Another code is asked for now: that one was used in between, here or elsewhere. */
  | "another-code"
  | "sheet-locked"
  | "sheet-used-up"
  | "too-many-attempts";

/** Wrong codes on end that lock a sheet; a new one is fetched at the counter. */
export const wrongCodesMax = 5;
/** With so few codes left, the person is reminded. */
export const codesLeftReminder = 5;

/** Which code the second step asks for. */
export async function askedPosition(
  session: Session,
  tools: SignInTools,
): Promise<Result<number, "not-begun" | "sheet-locked" | "sheet-used-up">> {
  const pending = await readPending(tools.sql, session.id, tools.now());
  if (pending === null) return refused("not-begun");
  const sheet = await readSheet(tools.sql, pending.account);
  const problem = problemWithSheet(sheet);
  return sheet === null || problem !== null ? refused(problem ?? "sheet-locked") : ok(sheet.nextPosition);
}

/**
 * The second step: the code that was asked for. It is used up before the session begins, so of two uses at once one
 * alone gets in. The session is a new one with a new token.
 */
export async function finishSignIn(
  session: Session,
  step: SecondStep,
  tools: SignInTools,
): Promise<Result<SignedIn, SecondStepProblem>> {
  const pending = await readPending(tools.sql, session.id, tools.now());
  if (pending === null) return refused("not-begun");
  const { account, returnTo } = pending;
  const code = parseSignInCode(step.code);
  if (!code.ok) return code;
  const network = throttleSubject(tools.throttleKey, networkRule, step.network);
  if (!(await takeAttempt(tools.sql, networkRule, network, tools.now()))) return refused("too-many-attempts");
  const used = await useAskedCode(account, code.value, step.position, tools);
  if (!used.ok) return used;
  await giveAttemptBack(tools.sql, networkRule, network);
  const begun = await signSessionIn(tools.sql, session, account, tools, [pendingSignInName]);
  return ok({ ...begun, account, returnTo, codesLeft: used.value });
}

async function useAskedCode(
  account: AccountId,
  code: SignInCode,
  position: number,
  tools: SignInTools,
): Promise<Result<number, SecondStepProblem>> {
  const sheet = await readSheet(tools.sql, account);
  const problem = problemWithSheet(sheet);
  if (sheet === null || problem !== null) return refused(problem ?? "sheet-locked");
  if (sheet.nextPosition !== position) return refused("another-code");
  // Hashed before the sheet is locked: the lock is then held for a moment only.
  const hash = await hashCode(code, position, sheet.salt, parseHashCost(sheet.hashCost));
  return await tools.sql.begin(async (transaction): Promise<Result<number, SecondStepProblem>> => {
    const locked = await lockSheet(transaction, sheet.sheetId);
    const problemNow = problemWithSheet(locked);
    if (problemNow !== null) return refused(problemNow);
    if (locked?.nextPosition !== position) return refused("another-code");
    const expected = await codeHashAt(transaction, sheet.sheetId, position);
    const now = tools.now();
    if (expected !== null && equalInConstantTime(expected, hash)) {
      return ok(await useCode(transaction, sheet.sheetId, position, now));
    }
    const isLocked = await countWrongCode(transaction, sheet.sheetId, wrongCodesMax, now);
    return refused(isLocked ? "sheet-locked" : "wrong-code");
  });
}

/** An account without a sheet is as good as one with a locked sheet: the counter issues a new one. */
function problemWithSheet(sheet: SheetRow | null): "sheet-locked" | "sheet-used-up" | null {
  if (sheet === null || sheet.lockedAt !== null) return "sheet-locked";
  return sheet.nextPosition > codesPerSheet ? "sheet-used-up" : null;
}

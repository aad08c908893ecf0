import { anyText, integer, made, object, type Reader } from "#core/strict-json.ts";
import { type AccountId, parseAccountId } from "#platform/authority/actor.ts";
import type { Sql } from "#platform/database/database.ts";
import type { SessionId } from "#platform/session/session.ts";
import { keepInSession, readFromSession } from "#platform/session/session-value-store.ts";

/** Between the two steps of signing in: whose password was right, kept in the session on the server. */
export interface PendingSignIn {
  readonly account: AccountId;
  /** When the password was right, in milliseconds since the Unix epoch. */
  readonly at: number;
  /** Path without language to which the sign-in leads. */
  readonly returnTo: string;
}

export const pendingSignInName = "identity.pending-sign-in";
/** Whoever needs longer to find the code begins again. */
const pendingLifetimeMs = 5 * 60_000;
const accountLength = 36;
const pathLengthMax = 200;

/** Remembers whose password was right. */
export async function keepPending(sql: Sql, session: SessionId, pending: PendingSignIn): Promise<void> {
  await keepInSession(sql, session, pendingSignInName, { ...pending });
}

/** Whose password was right in this session a short while ago; `null` for nobody. */
export async function readPending(sql: Sql, session: SessionId, now: number): Promise<PendingSignIn | null> {
  const pending = readKept(await readFromSession(sql, session, pendingSignInName));
  return pending !== undefined && now - pending.at < pendingLifetimeMs ? pending : null;
}

const readKept: Reader<PendingSignIn> = object({
  account: made(anyText(accountLength), "an account's id", (text) => parseAccountId(text) ?? undefined),
  at: integer(0, Number.MAX_SAFE_INTEGER),
  returnTo: anyText(pathLengthMax),
});

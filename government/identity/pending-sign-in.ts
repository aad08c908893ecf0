import { type AccountId, parseAccountId } from "#platform/authority/actor.ts";
import type { Sql } from "#platform/database/database.ts";
import type { Session } from "#platform/session/session.ts";
import { keepInSession, readFromSession } from "#platform/session/session-value-store.ts";

/** Between the two steps of signing in: whose password was right, kept in the session on the server. */

export const pendingSignInName = "identity.pending-sign-in";
/** Whoever needs longer to find the code begins again. */
export const pendingLifetimeMs = 5 * 60_000;

/** Remembers whose password was right. */
export async function keepPending(
  sql: Sql,
  session: Session,
  account: AccountId,
  now: number,
): Promise<void> {
  await keepInSession(sql, session.id, pendingSignInName, { account, at: now });
}

/** Whose password was right in this session a short while ago; `null` for nobody. */
export async function readPending(sql: Sql, session: Session, now: number): Promise<AccountId | null> {
  const kept = await readFromSession(sql, session.id, pendingSignInName);
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return null;
  const { account, at } = { account: undefined, at: undefined, ...kept };
  if (typeof account !== "string" || typeof at !== "number") return null;
  return now - at < pendingLifetimeMs ? parseAccountId(account) : null;
}

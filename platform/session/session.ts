import type { AccountId, OpenedCases } from "#platform/authority/actor.ts";

/**
 * A session is what the server remembers of one browser between two pages. The browser holds a random token in a
 * cookie that ends with the browser; the server holds the token's hash and everything else.
 */

/** Names a session in lists and in the database. Not the token: it opens nothing. */
export type SessionId = string & { readonly __brand: "SessionId" };

/** The cookie's value: 32 random bytes in base64url. Whoever holds it is the session. */
export type SessionToken = string & { readonly __brand: "SessionToken" };

/** Milliseconds since the Unix epoch. */
type Instant = number;

export interface Session {
  readonly id: SessionId;
  readonly account: AccountId | null;
  /** When the account signed in; `null` while nobody has. */
  readonly signedInAt: Instant | null;
  readonly createdAt: Instant;
  /** When the browser was last heard of. */
  readonly seenAt: Instant;
  /** Cases opened without an account in this browser. */
  readonly opened: OpenedCases;
}

/** Without a sign of life for so long, a session that shows something of a person is over. */
export const idleLimitMs = 10 * 60_000;
/** The warning page stands between the last page and the end for so long. */
export const idleWarningMs = 60_000;
/** A session that shows nothing of a person holds drafts only: somebody may be writing for an hour. */
export const draftIdleLimitMs = 60 * 60_000;
/** No session lives longer, however busy: somebody may have left without leaving. */
export const sessionAgeMaxMs = 12 * 3_600_000;
/** Cases open at once in one browser. */
export const openedCasesMax = 20;

export const sessionTokenBytes = 32;
const tokenPattern = /^[A-Za-z0-9_-]{43}$/;
const sessionIdPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads the cookie's value; `null` for anything that we would not have set. */
export function parseSessionToken(text: string): SessionToken | null {
  return tokenPattern.test(text) ? (text as SessionToken) : null;
}

/** Reads a session's name; `null` for anything but a lower-case UUID. */
export function parseSessionId(text: string): SessionId | null {
  return sessionIdPattern.test(text) ? (text as SessionId) : null;
}

/** Whether the session shows something of a person: the short idle limit and the warning are for these. */
export function isPersonal(session: Pick<Session, "account" | "opened">): boolean {
  return session.account !== null || session.opened.size > 0;
}

/** The moment at which a session ends if nothing more is heard of its browser. */
export function endOfSession(session: Session): Instant {
  const idle = isPersonal(session) ? idleLimitMs : draftIdleLimitMs;
  return Math.min(session.seenAt + idle, session.createdAt + sessionAgeMaxMs);
}

/** Whether a session still counts. */
export function isAlive(session: Session, now: Instant): boolean {
  return now < endOfSession(session);
}

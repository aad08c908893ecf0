import { createHash } from "node:crypto";
import { fromHex, toHex } from "#core/bytes.ts";
import { assert } from "#core/result.ts";
import { type AccountId, type OpenedRight, parseAccountId } from "#platform/authority/actor.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import {
  draftIdleLimitMs,
  isAlive,
  openedCasesMax,
  parseSessionId,
  parseSessionToken,
  type Session,
  type SessionId,
  type SessionToken,
  sessionAgeMaxMs,
  sessionTokenBytes,
} from "./session.ts";

/** The tables of sessions. Every function takes the portal's connection. */

export interface SessionTools {
  readonly randomBytes: (length: number) => Uint8Array;
  readonly now: () => number;
}

export interface SessionWithToken {
  readonly session: Session;
  /** Leaves in the cookie and is never seen again. */
  readonly token: SessionToken;
}

interface SessionRow {
  readonly session_id: string;
  readonly account_id: string | null;
  readonly created_at: number;
  readonly signed_in_at: number | null;
  readonly seen_at: number;
}

const uuidLength = 16;
/** A sign of life is written at most so often: each page would otherwise be a write. */
const seenGranularityMs = 15_000;

/** Begins an anonymous session. */
export async function beginSession(sql: Sql | Transaction, tools: SessionTools): Promise<SessionWithToken> {
  const token = drawToken(tools);
  const id = parseSessionId(uuidFrom(tools.randomBytes(uuidLength)));
  assert(id !== null, "a UUID names a session");
  const now = tools.now();
  await sql`
    insert into platform.session (session_id, token_hash, created_at, seen_at)
    values (${id}, ${hashOf(token)}, ${now}, ${now})`;
  const session = { id, account: null, signedInAt: null, createdAt: now, seenAt: now, opened: new Map() };
  return { session, token };
}

/**
 * The living session behind a token; `null` for a token that is unknown, malformed or whose session is over. Counts as a
 * sign of life unless `touch` is false (the warning page asks without keeping the session alive).
 */
export async function resumeSession(
  sql: Sql,
  token: string,
  now: number,
  options: { readonly touch: boolean },
): Promise<Session | null> {
  const parsed = parseSessionToken(token);
  if (parsed === null) return null;
  const [row] = await sql<SessionRow[]>`
    select session_id, account_id, created_at, signed_in_at, seen_at
    from platform.session where token_hash = ${hashOf(parsed)}`;
  if (row === undefined) return null;
  const session = await sessionFrom(sql, row);
  if (!isAlive(session, now)) {
    await endSession(sql, session.id);
    return null;
  }
  if (!options.touch || now - session.seenAt < seenGranularityMs) return session;
  await sql`update platform.session set seen_at = ${now} where session_id = ${session.id} and seen_at < ${now}`;
  return { ...session, seenAt: now };
}

async function sessionFrom(sql: Sql, row: SessionRow): Promise<Session> {
  const id = parseSessionId(row.session_id);
  assert(id !== null, "the database names sessions by UUID");
  const cases = await sql<{ case_tag: Uint8Array; opened_right: string }[]>`
    select case_tag, opened_right from platform.session_case where session_id = ${id}`;
  const opened = new Map(
    cases.map((each): [string, OpenedRight] => [
      toHex(each.case_tag),
      each.opened_right === "full" ? "full" : "status",
    ]),
  );
  const account = row.account_id === null ? null : parseAccountId(row.account_id);
  return {
    id,
    account,
    signedInAt: row.signed_in_at,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    opened,
  };
}

/**
 * Puts a new session for the account in the old one's place: new name, new token, so that a token planted or seen
 * before the sign-in is worth nothing after it. Drafts and opened cases go along; what `forget` names does not.
 */
export async function signSessionIn(
  sql: Sql,
  old: Session,
  account: AccountId,
  tools: SessionTools,
  forget: readonly string[],
): Promise<SessionWithToken> {
  return await sql.begin(async (transaction) => {
    const begun = await beginSession(transaction, tools);
    const now = tools.now();
    const { id } = begun.session;
    await transaction`
      update platform.session set account_id = ${account}, signed_in_at = ${now} where session_id = ${id}`;
    await transaction`
      update platform.session_value set session_id = ${id}
      where session_id = ${old.id} and name <> all(${[...forget]}::text[])`;
    await transaction`update platform.session_case set session_id = ${id} where session_id = ${old.id}`;
    await transaction`delete from platform.session where session_id = ${old.id}`;
    return {
      token: begun.token,
      session: { ...begun.session, account, signedInAt: now, opened: old.opened },
    };
  });
}

/** Ends a session and all it holds. Twice is once. */
export async function endSession(sql: Sql | Transaction, id: SessionId): Promise<void> {
  await sql`delete from platform.session where session_id = ${id}`;
}

/** A person's open sign-ins, newest first. */
export async function sessionsOf(sql: Sql, account: AccountId, now: number): Promise<readonly Session[]> {
  const rows = await sql<SessionRow[]>`
    select session_id, account_id, created_at, signed_in_at, seen_at
    from platform.session where account_id = ${account} order by signed_in_at desc, session_id`;
  const sessions = await Promise.all(rows.map((row) => sessionFrom(sql, row)));
  return sessions.filter((session) => isAlive(session, now));
}

/** Ends a person's sign-ins: the one named, or all but the one kept. Sessions of others are never touched. */
export async function endSessionsOf(
  sql: Sql,
  account: AccountId,
  which: { readonly only: SessionId } | { readonly allBut: SessionId | null },
): Promise<number> {
  const ended =
    "only" in which
      ? await sql`delete from platform.session where account_id = ${account} and session_id = ${which.only}`
      : await sql`
          delete from platform.session
          where account_id = ${account} and session_id is distinct from ${which.allBut}`;
  return ended.count;
}

/**
 * Remembers that this browser has opened a case. A stronger right replaces a weaker one, never the other way round.
 * `null` when too many cases are open already. Give the browser a new token afterwards when the right is `full`
 * (`renewToken`): a token seen before must not open the case.
 */
export async function rememberOpenedCase(
  sql: Sql,
  session: Session,
  caseTag: string,
  right: OpenedRight,
  now: number,
): Promise<Session | null> {
  const tag = fromHex(caseTag);
  assert(tag !== null, "a case tag is hexadecimal");
  const before = session.opened.get(caseTag);
  if (before === undefined && session.opened.size >= openedCasesMax) return null;
  await sql`
    insert into platform.session_case (session_id, case_tag, opened_right, opened_at)
    values (${session.id}, ${tag}, ${right}, ${now})
    on conflict (session_id, case_tag) do update
      set opened_right = excluded.opened_right, opened_at = excluded.opened_at
      where session_case.opened_right = 'status'`;
  return { ...session, opened: new Map(session.opened).set(caseTag, before === "full" ? before : right) };
}

/** Gives a session a new token; the old one is worth nothing from then on. */
export async function renewToken(sql: Sql, session: Session, tools: SessionTools): Promise<SessionToken> {
  const token = drawToken(tools);
  await sql`
    update platform.session set token_hash = ${hashOf(token)}, seen_at = ${tools.now()}
    where session_id = ${session.id}`;
  return token;
}

/** Removes what is over; for the worker, from time to time. Returns how many sessions went. */
export async function sweepSessions(sql: Sql, now: number): Promise<number> {
  const swept = await sql`
    delete from platform.session
    where seen_at < ${now - draftIdleLimitMs} or created_at < ${now - sessionAgeMaxMs}`;
  return swept.count;
}

function drawToken(tools: SessionTools): SessionToken {
  const token = parseSessionToken(Buffer.from(tools.randomBytes(sessionTokenBytes)).toString("base64url"));
  assert(token !== null, "32 bytes make a token");
  return token;
}

/** A token has 256 random bits: a plain hash of it can be neither reversed nor guessed. */
function hashOf(token: SessionToken): Uint8Array {
  return createHash("sha256").update(token).digest();
}

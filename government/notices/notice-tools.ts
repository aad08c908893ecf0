/** What the web side of this slice is given, and the case that a request may follow. */

import type { Result } from "#core/result.ts";
import {
  type CaseRow,
  caseObjectFor,
  findCaseByNumber,
  type ParametersReader,
  parseCaseNumber,
} from "#government/cases/index.ts";
import { actorOf } from "#government/identity/index.ts";
import { ask, type Grant } from "#platform/authority/grant.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import type { Visit } from "#platform/http/visit.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import type { BrowserSessions } from "#platform/session/session-routes.ts";
import type { MailWayName } from "./notice-pages.ts";

export interface NoticeTools {
  /** The connection of citizens' pages (role portal). */
  readonly sql: Sql;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly personKeys: PersonKeys;
  /** 32 secret bytes: tokens of feeds, names of throttled addresses. */
  readonly serverKey: Uint8Array;
  readonly sessions: Pick<BrowserSessions, "current" | "ensure">;
  /** Opens one signature under somebody else's appeal by its own code; each guess is counted where the codes are made. */
  readonly openSignature: SignatureOpener;
  readonly parametersReader: ParametersReader;
  /** How people reach the portal, no slash at the end: stands in mails and nowhere on a page but in a feed's address. */
  readonly origin: string;
  readonly mailWay: MailWayName;
}

/** A signature that stands, with its case. */
export type SignatureOpener = (
  visit: Visit,
  number: string,
  code: string,
) => Promise<Result<{ readonly row: CaseRow; readonly actId: string }, "held-up" | "not-accepted">>;

/** A case as its applicant may follow it, in this browser. */
export interface OwnCase {
  readonly row: CaseRow;
  readonly grant: Grant<"notice.follow">;
  readonly sessionId: string;
}

/** The case of `:number`; `null` for one that is not there, or not open to this browser as its applicant. */
export async function ownCase(
  tools: NoticeTools,
  visit: Visit,
  sql: Sql | Transaction = tools.sql,
): Promise<OwnCase | null> {
  const session = await tools.sessions.current(visit.request);
  const number = parseCaseNumber(visit.params.number ?? "");
  if (session === null || !number.ok) return null;
  const row = await findCaseByNumber(sql, number.value);
  if (row === null) return null;
  const actor = await actorOf(tools.sql, session, tools.now());
  const grant = ask(actor, "notice.follow", await caseObjectFor(sql, actor, row));
  return grant.ok ? { row, grant: grant.value, sessionId: session.id } : null;
}

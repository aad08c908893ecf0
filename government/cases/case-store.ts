import type { channels } from "#core/acts/channels.ts";
import type { CivilDate, Instant } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import type { Language } from "#platform/language/language.ts";
import type { LogName } from "#platform/record/act.ts";
import type { CaseNumber } from "./case-number.ts";

export type Queryable = Sql | Transaction;

/** How a case reached its first body. */
export type Channel = (typeof channels)[number];

/** A case as lists and counts need it: a projection of its acts. No text, no identity. */
export interface CaseRow {
  /** 16 random bytes: the case tag of its leaves. */
  readonly tag: Uint8Array;
  readonly log: LogName;
  readonly number: CaseNumber;
  readonly filingKind: string;
  readonly language: Language;
  readonly channel: Channel;
  /** False when the applicant sealed the identity from those who handle the case. */
  readonly identityShown: boolean;
  /** Sealed or nameless and without proof at once: what the applicant enters waits for the night. */
  readonly entersLater: boolean;
  readonly filedBody: BodyNumber;
  readonly filedAt: Instant;
  readonly filedDay: CivilDate;
  /** The body whose desk holds the case (not the register in which its acts are entered). */
  readonly holderBody: BodyNumber;
  readonly official: AccountId | null;
  readonly officialPost: string | null;
  /** `CaseState.phase` of core/acts. */
  readonly phase: string;
  /** The day by which the holder owes the next act; `null` when it owes none. */
  readonly due: CivilDate | null;
  readonly actCount: number;
  readonly lastActAt: Instant;
  readonly statusCodeHash: Uint8Array;
  readonly secretHash: Uint8Array;
}

/** What an act may change of the row. */
export type CaseProgress = Pick<
  CaseRow,
  "holderBody" | "official" | "officialPost" | "phase" | "due" | "actCount" | "lastActAt"
>;

/** Writes a new case; `false` when its number is taken already, so that another is drawn. */
export async function insertCase(transaction: Transaction, row: CaseRow): Promise<boolean> {
  const numbered = await transaction`
    insert into cases.number (number, case_tag) values (${row.number}, ${row.tag})
    on conflict do nothing returning 1`;
  if (numbered.length === 0) return false;
  await transaction`
    insert into cases.case (case_tag, log, number, filing_kind, language, channel, identity_shown, enters_later, filed_body,
      filed_at, filed_day, holder_body, official, official_post, phase, due, act_count, last_act_at,
      status_code_hash, secret_hash)
    values (${row.tag}, ${row.log}, ${row.number}, ${row.filingKind}, ${row.language}, ${row.channel},
      ${row.identityShown}, ${row.entersLater}, ${row.filedBody}, ${row.filedAt}, ${row.filedDay}, ${row.holderBody}, ${row.official},
      ${row.officialPost}, ${row.phase}, ${row.due}, ${row.actCount}, ${row.lastActAt},
      ${row.statusCodeHash}, ${row.secretHash})`;
  return true;
}

/** Reads a case and keeps it from other writers until the transaction ends; `null` when there is none. */
export async function lockCase(transaction: Transaction, tag: Uint8Array): Promise<CaseRow | null> {
  const rows = await transaction<DatabaseCase[]>`
    select ${columns(transaction)} from cases.case where case_tag = ${tag} for update`;
  return rows[0] === undefined ? null : caseRow(rows[0]);
}

/** A case by its tag. */
export async function findCase(sql: Queryable, tag: Uint8Array): Promise<CaseRow | null> {
  const rows = await sql<DatabaseCase[]>`select ${columns(sql)} from cases.case where case_tag = ${tag}`;
  return rows[0] === undefined ? null : caseRow(rows[0]);
}

/** A case by its public number. */
export async function findCaseByNumber(sql: Queryable, number: CaseNumber): Promise<CaseRow | null> {
  const rows = await sql<{ case_tag: Uint8Array }[]>`
    select case_tag from cases.number where number = ${number}`;
  return rows[0] === undefined ? null : findCase(sql, rows[0].case_tag);
}

/** When the filing of a case may enter the log, while it waits for that; `null` once it has entered. */
export async function filingRelease(transaction: Transaction, row: CaseRow): Promise<Instant | null> {
  const [held] = await transaction<{ release_at: number }[]>`
    select release_at from ledger.pending where log = ${row.log} and case_tag = ${row.tag} order by id limit 1`;
  return held?.release_at ?? null;
}

/** Projects what an act changed. */
export async function updateCase(
  transaction: Transaction,
  tag: Uint8Array,
  progress: CaseProgress,
): Promise<void> {
  await transaction`
    update cases.case set holder_body = ${progress.holderBody}, official = ${progress.official},
      official_post = ${progress.officialPost}, phase = ${progress.phase}, due = ${progress.due},
      act_count = ${progress.actCount}, last_act_at = ${progress.lastActAt}
    where case_tag = ${tag}`;
}

/** Cases of a body that are closed, the latest first. */
export async function readRecentlyClosed(
  sql: Queryable,
  body: BodyNumber,
  count: number,
): Promise<readonly CaseRow[]> {
  const rows = await sql<DatabaseCase[]>`
    select ${columns(sql)} from cases.case
    where holder_body = ${body} and due is null order by last_act_at desc, number limit ${count}`;
  return rows.map(caseRow);
}

/** How many open cases a body has, and how many of them are overdue on a day. */
export async function countOpen(
  sql: Queryable,
  body: BodyNumber,
  today: CivilDate,
): Promise<{ readonly open: number; readonly overdue: number; readonly unassigned: number }> {
  const [row] = await sql<{ open: number; overdue: number; unassigned: number }[]>`
    select count(*) as open, count(*) filter (where due < ${today}) as overdue,
      count(*) filter (where official is null) as unassigned
    from cases.case where holder_body = ${body} and due is not null`;
  return row ?? { open: 0, overdue: 0, unassigned: 0 };
}

/** Open cases whose due day is not before a day, in bounded pages by tag: those that a decree may move. */
export async function openCasesDueFrom(
  sql: Queryable,
  day: CivilDate,
  afterTag: Uint8Array,
  count: number,
): Promise<readonly Uint8Array[]> {
  const rows = await sql<{ case_tag: Uint8Array }[]>`
    select case_tag from cases.case where due >= ${day} and case_tag > ${afterTag} order by case_tag limit ${count}`;
  return rows.map((row) => row.case_tag);
}

/** How many open cases a decree may move: those whose due day is not before a day. */
export async function countOpenCasesDueFrom(sql: Queryable, day: CivilDate): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::integer as count from cases.case where due >= ${day}`;
  return row?.count ?? 0;
}

/** Notes which account follows a case, whose filing it has seen. Lies in the sealed schema: a desk must not learn it. */
export async function insertApplicant(
  transaction: Transaction,
  account: AccountId,
  tag: Uint8Array,
): Promise<void> {
  await transaction`
    insert into sealed.applicant (account_id, case_tag, acts_seen) values (${account}, ${tag}, 1)
    on conflict do nothing`;
}

/** A row as the driver gives it. */
export interface DatabaseCase extends Omit<CaseRow, "tag"> {
  readonly tag: Uint8Array;
}

/** The columns of a row, under the names of `CaseRow`. */
export function columns(sql: Queryable) {
  return sql`case_tag as tag, log, number, filing_kind as "filingKind", language, channel,
    identity_shown as "identityShown", enters_later as "entersLater", filed_body as "filedBody", filed_at as "filedAt", filed_day as "filedDay",
    holder_body as "holderBody", official, official_post as "officialPost", phase, due,
    act_count as "actCount", last_act_at as "lastActAt", status_code_hash as "statusCodeHash",
    secret_hash as "secretHash"`;
}

/** Rows were written by `insertCase` alone, from branded values, so they are read back as such. */
export function caseRow(row: DatabaseCase): CaseRow {
  return { ...row, tag: Uint8Array.from(row.tag) };
}

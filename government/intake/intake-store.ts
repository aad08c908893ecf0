/** Pads, stubs, marks of entries and carried files: the rows of the schema `intake`. */
import type { BodyNumber } from "#core/record/leaf.ts";
import type { CaseNumber } from "#government/cases/index.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

type Queryable = Sql | Transaction;

/** A pad as it was issued, with how far it is used. */
export interface PadRow {
  readonly pad: number;
  readonly stubs: number;
  readonly issuedAt: number;
  readonly registered: number;
  readonly voided: number;
}

/** Keeps two pads of one body from getting one number; the lock lasts until the transaction ends. */
export async function lockPads(transaction: Transaction, body: BodyNumber): Promise<void> {
  await transaction`select pg_advisory_xact_lock(hashtext('intake.pad'), ${body})`;
}

/** The number that the next pad of a body gets. */
export async function nextPad(transaction: Transaction, body: BodyNumber): Promise<number> {
  const [row] = await transaction<{ next: number }[]>`
    select coalesce(max(pad), 0) + 1 as next from intake.pad where body = ${body}`;
  return row?.next ?? 1;
}

/** Enters a pad. */
export async function insertPad(
  transaction: Transaction,
  body: BodyNumber,
  pad: { readonly pad: number; readonly stubs: number; readonly issuedAt: number; readonly actId: string },
): Promise<void> {
  await transaction`
    insert into intake.pad (body, pad, stubs, issued_at, act_id)
    values (${body}, ${pad.pad}, ${pad.stubs}, ${pad.issuedAt}, ${pad.actId})`;
}

/** The pads of a body, the newest first. */
export async function readPads(sql: Queryable, body: BodyNumber, count: number): Promise<readonly PadRow[]> {
  return await sql<PadRow[]>`
    select pad.pad, pad.stubs, pad.issued_at as "issuedAt",
      count(stub.case_tag)::integer as registered, count(stub.void_reason)::integer as voided
    from intake.pad left join intake.stub on stub.body = pad.body and stub.pad = pad.pad
    where pad.body = ${body}
    group by pad.pad, pad.stubs, pad.issued_at order by pad.pad desc limit ${count}`;
}

/** How many stubs a pad has; `null` when the body was issued no such pad. */
export async function stubsOfPad(sql: Queryable, body: number, pad: number): Promise<number | null> {
  const [row] = await sql<{ stubs: number }[]>`
    select stubs from intake.pad where body = ${body} and pad = ${pad}`;
  return row?.stubs ?? null;
}

/** What became of a stub. */
export interface StubRow {
  /** The case that was registered under it; `null` when it was declared void. */
  readonly caseTag: Uint8Array | null;
  readonly at: number;
}

/** The use of a stub; `null` while it is unused. */
export async function findStub(
  sql: Queryable,
  place: { readonly body: number; readonly pad: number; readonly number: number },
): Promise<StubRow | null> {
  const [row] = await sql<StubRow[]>`
    select case_tag as "caseTag", at from intake.stub
    where body = ${place.body} and pad = ${place.pad} and number = ${place.number}`;
  return row ?? null;
}

/** Whether any stub of a range is used. */
export async function isAnyUsed(
  sql: Queryable,
  body: BodyNumber,
  range: { readonly pad: number; readonly from: number; readonly to: number },
): Promise<boolean> {
  const rows = await sql`
    select 1 from intake.stub
    where body = ${body} and pad = ${range.pad} and number between ${range.from} and ${range.to} limit 1`;
  return rows.length > 0;
}

/** Uses up a stub, whose pad the caller has locked and found unused: a second use breaks the key of the table. */
export async function useStub(
  transaction: Transaction,
  place: { readonly body: number; readonly pad: number; readonly number: number },
  use: { readonly caseTag: Uint8Array | null; readonly voidReason: string | null; readonly at: number },
): Promise<void> {
  await transaction`
    insert into intake.stub (body, pad, number, case_tag, void_reason, at)
    values (${place.body}, ${place.pad}, ${place.number}, ${use.caseTag}, ${use.voidReason}, ${use.at})`;
}

/** An entry that looks like the one that is being made. */
export interface LikeEntry {
  readonly number: CaseNumber;
  readonly filedAt: number;
  readonly enteredAt: number;
}

/** Entries of a body that bear one of the marks, the newest first. */
export async function entriesLike(
  sql: Queryable,
  body: BodyNumber,
  marks: readonly Uint8Array[],
  count: number,
): Promise<readonly LikeEntry[]> {
  if (marks.length === 0) return [];
  return await sql<LikeEntry[]>`
    select filed.number, filed.filed_at as "filedAt", max(entry.entered_at) as "enteredAt"
    from intake.entry_mark entry join cases.case filed on filed.case_tag = entry.case_tag
    where entry.body = ${body} and entry.mark in ${sql(marks)}
    group by filed.number, filed.filed_at order by max(entry.entered_at) desc limit ${count}`;
}

/** Remembers an entry by its marks, and forgets those from before an instant. */
export async function insertMarks(
  transaction: Transaction,
  entry: {
    readonly body: BodyNumber;
    readonly marks: readonly Uint8Array[];
    readonly caseTag: Uint8Array;
    readonly at: number;
  },
  forgetBefore: number,
): Promise<void> {
  await transaction`delete from intake.entry_mark where entered_at < ${forgetBefore}`;
  for (const mark of entry.marks) {
    await transaction`
      insert into intake.entry_mark (body, mark, case_tag, entered_at)
      values (${entry.body}, ${mark}, ${entry.caseTag}, ${entry.at}) on conflict do nothing`;
  }
}

/** The case that a carried file became; `null` when it was not registered. */
export async function findCarried(sql: Queryable, digest: Uint8Array): Promise<Uint8Array | null> {
  const [row] = await sql<{ case_tag: Uint8Array }[]>`
    select case_tag from intake.carried where digest = ${digest}`;
  return row === undefined ? null : Uint8Array.from(row.case_tag);
}

/** The same by the mark of its stub, where the stub itself is not known. */
export async function findCarriedByMark(sql: Queryable, mark: Uint8Array): Promise<Uint8Array | null> {
  const [row] = await sql<{ case_tag: Uint8Array }[]>`
    select case_tag from intake.carried where mark = ${mark}`;
  return row === undefined ? null : Uint8Array.from(row.case_tag);
}

/** Keeps two bringers of one file from registering it twice; the lock lasts until the transaction ends. */
export async function lockCarried(transaction: Transaction, mark: Uint8Array): Promise<void> {
  const key = Buffer.from(mark).readInt32BE(0);
  await transaction`select pg_advisory_xact_lock(hashtext('intake.carried'), ${key})`;
}

/** Remembers that a carried file was opened and registered. */
export async function insertCarried(
  transaction: Transaction,
  carried: { readonly digest: Uint8Array; readonly mark: Uint8Array; readonly caseTag: Uint8Array },
): Promise<void> {
  await transaction`
    insert into intake.carried (digest, mark, case_tag)
    values (${carried.digest}, ${carried.mark}, ${carried.caseTag})`;
}

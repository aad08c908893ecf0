import { toHex } from "#core/bytes.ts";
import { type ActKind, isActKind } from "#core/record/kinds.ts";
import { assert } from "#core/result.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/** Acts as rows of record.act. */

/** Either a pool or a transaction of it. */
export type Queryable = Sql | Transaction;

export interface ActRow {
  readonly subject: Uint8Array;
  readonly act_id: string;
  readonly log: string;
  readonly kind: ActKind;
  readonly body: number;
  readonly case_tag: Uint8Array | null;
  readonly due: number | null;
  readonly actor: string;
  readonly at: number;
  readonly entered_at: number | null;
  readonly payload: string;
  readonly nonce: Uint8Array;
  readonly commitment: Uint8Array;
  readonly publishes: boolean;
}

/** Writes acts; those whose commitment is there already are left out. Returns how many were written. */
export async function insertActs(transaction: Transaction, rows: readonly ActRow[]): Promise<number> {
  const inserted = await transaction`
    insert into record.act ${transaction(rows)} on conflict (subject, log, commitment) do nothing returning 1`;
  return inserted.length;
}

/** The ids of acts that are there already, by commitment in hexadecimal. */
export async function actIdsOf(
  sql: Queryable,
  rows: readonly Pick<ActRow, "subject" | "log" | "commitment">[],
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    rows.map(
      ({ subject, log, commitment }) => sql<{ act_id: string }[]>`
        select act_id from record.act where subject = ${subject} and log = ${log} and commitment = ${commitment}`,
    ),
  );
  return new Map(
    rows.flatMap(({ commitment }, at) => {
      const actId = found[at]?.[0]?.act_id;
      return actId === undefined ? [] : [[toHex(commitment), actId]];
    }),
  );
}

/** An act as it is kept; payload and nonce are null once it was erased. */
export interface StoredAct {
  readonly subject: Uint8Array;
  readonly actId: string;
  readonly log: string;
  readonly kind: ActKind;
  readonly body: number;
  readonly caseTag: Uint8Array | null;
  readonly due: number | null;
  readonly actor: string;
  readonly at: number;
  /** When it was entered, if that was later than it happened. */
  readonly enteredAt: number | null;
  readonly payload: string | null;
  readonly nonce: Uint8Array | null;
  readonly commitment: Uint8Array;
  readonly erasedAt: number | null;
  /** Order of registration. */
  readonly registered: number;
}

interface StoredActRow extends Omit<ActRow, "kind" | "payload" | "nonce"> {
  readonly kind: string;
  readonly payload: string | null;
  readonly nonce: Uint8Array | null;
  readonly erased_at: number | null;
  readonly registered: number;
}

/** The acts of a case, in the order in which they were registered. */
export async function actsOfCase(sql: Queryable, caseTag: Uint8Array): Promise<readonly StoredAct[]> {
  const rows = await sql<StoredActRow[]>`
    select * from record.act where subject = ${caseTag} and case_tag is not null order by registered`;
  return rows.map(storedAct);
}

/** An act with the bytes of one of its open parts; `null` where it has none of that name, and once it was erased. */
export interface StoredActWithPart {
  readonly stored: StoredAct;
  readonly part: Uint8Array | null;
}

/** The acts of some cases, in one reading and in the order in which they were registered, each with its part of a name. */
export async function actsWithPart(
  sql: Queryable,
  caseTags: readonly Uint8Array[],
  name: string,
): Promise<readonly StoredActWithPart[]> {
  if (caseTags.length === 0) return [];
  const rows = await sql<(StoredActRow & { readonly part: Uint8Array | null })[]>`
    select act.*, part.bytes as part from record.act as act
    left join record.part as part on part.subject = act.subject and part.act_id = act.act_id and part.name = ${name}
    where act.subject in ${sql([...caseTags])} and act.case_tag is not null order by act.registered`;
  return rows.map((row) => ({ stored: storedAct(row), part: row.part }));
}

/** The last act of a case; `null` when the case has none. An act that changes no duty repeats its body and due. */
export async function lastActOfCase(sql: Queryable, caseTag: Uint8Array): Promise<StoredAct | null> {
  const rows = await sql<StoredActRow[]>`
    select * from record.act where subject = ${caseTag} and case_tag is not null order by registered desc limit 1`;
  return rows[0] === undefined ? null : storedAct(rows[0]);
}

/** When the first act of a log happened, as it was entered; `null` for an empty log. */
export async function firstActAt(sql: Queryable, log: string): Promise<number | null> {
  const [row] = await sql<{ at: number }[]>`
    select at from record.act where log = ${log} order by registered limit 1`;
  return row?.at ?? null;
}

/** One act by its id; `null` when there is none. */
export async function findAct(sql: Queryable, actId: string): Promise<StoredAct | null> {
  const rows = await sql<StoredActRow[]>`select * from record.act where act_id = ${actId}`;
  return rows[0] === undefined ? null : storedAct(rows[0]);
}

/** Some acts in order of registration, beginning after a place in it: for walking through all of them. */
export async function actsAfter(
  sql: Queryable,
  log: string,
  registered: number,
  count: number,
): Promise<readonly StoredAct[]> {
  const rows = await sql<StoredActRow[]>`
    select * from record.act where log = ${log} and registered > ${registered} order by registered limit ${count}`;
  return rows.map(storedAct);
}

function storedAct(row: StoredActRow): StoredAct {
  assert(isActKind(row.kind), `act ${row.act_id} is of a kind that this program does not know: ${row.kind}`);
  return {
    subject: row.subject,
    actId: row.act_id,
    log: row.log,
    kind: row.kind,
    body: row.body,
    caseTag: row.case_tag,
    due: row.due,
    actor: row.actor,
    at: row.at,
    enteredAt: row.entered_at,
    payload: row.payload,
    nonce: row.nonce,
    commitment: row.commitment,
    erasedAt: row.erased_at,
    registered: row.registered,
  };
}

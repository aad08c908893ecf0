import type { Sql, Transaction } from "#platform/database/database.ts";
import { type ActiveContent, activeContents } from "#platform/file-check/active-content.ts";
import type { Queryable } from "./case-store.ts";

/** What was found in the files of a case. */

export type FileCheck =
  | { readonly state: "waiting" }
  | { readonly state: "passed" }
  /** Holds something that acts by itself when it is opened. */
  | { readonly state: "active"; readonly finding: ActiveContent }
  /** A scanner knows it. */
  | { readonly state: "harmful" };

/** Which file: a part of an act of a case, or of a refusal that waits for its second person, by the proposal's id. */
export interface FilePlace {
  readonly caseTag: Uint8Array;
  readonly actId: string;
  readonly name: string;
}

/** Lets the files of an act wait for their check, in the act's own transaction. */
export async function queueFileChecks(
  transaction: Transaction,
  places: readonly FilePlace[],
  queuedAt: number,
): Promise<void> {
  for (const { caseTag, actId, name } of places) {
    await transaction`
      insert into cases.file_check (case_tag, act_id, name, state, queued_at)
      values (${caseTag}, ${actId}, ${name}, 'waiting', ${queuedAt}) on conflict do nothing`;
  }
}

/** The checks of a case's files, by act and name as `checkKey` spells them. */
export async function readFileChecks(
  sql: Queryable,
  caseTag: Uint8Array,
): Promise<ReadonlyMap<string, FileCheck>> {
  const rows = await sql<{ act_id: string; name: string; state: string; finding: string | null }[]>`
    select act_id, name, state, finding from cases.file_check where case_tag = ${caseTag}`;
  return new Map(rows.map((row) => [checkKey(row.act_id, row.name), checkOf(row.state, row.finding)]));
}

/** Names a file within its case. */
export function checkKey(actId: string, name: string): string {
  return `${actId} ${name}`;
}

function checkOf(state: string, found: string | null): FileCheck {
  if (state === "passed" || state === "harmful") return { state };
  const finding = activeContents.find((each) => each === found);
  if (state === "active") return { state, finding: finding ?? "unreadable" };
  return { state: "waiting" };
}

/** Files that wait, those first that have waited longest. */
export async function waitingFiles(sql: Sql, count: number): Promise<readonly FilePlace[]> {
  const rows = await sql<{ case_tag: Uint8Array; act_id: string; name: string }[]>`
    select case_tag, act_id, name from cases.file_check where state = 'waiting' order by queued_at limit ${count}`;
  return rows.map((row) => ({ caseTag: row.case_tag, actId: row.act_id, name: row.name }));
}

/** A file of a refusal that waits; `null` when there is none. */
export async function readProposedFile(
  sql: Sql,
  { caseTag, actId, name }: FilePlace,
): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array } | null> {
  const [row] = await sql<{ media_type: string; bytes: Uint8Array }[]>`
    select media_type, bytes from cases.proposal_part
    where case_tag = ${caseTag} and proposal_id = ${actId} and name = ${name}`;
  return row === undefined ? null : { mediaType: row.media_type, bytes: Uint8Array.from(row.bytes) };
}

/** Notes what was found. */
export async function noteFileCheck(
  sql: Sql,
  place: FilePlace,
  check: Exclude<FileCheck, { readonly state: "waiting" }>,
  now: number,
): Promise<void> {
  await sql`
    update cases.file_check set state = ${check.state}, checked_at = ${now},
      finding = ${check.state === "active" ? check.finding : null}
    where case_tag = ${place.caseTag} and act_id = ${place.actId} and name = ${place.name}`;
}

/** Forgets the check of a file that was erased. */
export async function deleteFileCheck(sql: Queryable, place: FilePlace): Promise<void> {
  await sql`
    delete from cases.file_check
    where case_tag = ${place.caseTag} and act_id = ${place.actId} and name = ${place.name}`;
}

/** How many files wait, and since when the first. */
export async function countWaitingFiles(
  sql: Sql,
): Promise<{ readonly waiting: number; readonly since: number | null }> {
  const [row] = await sql<{ waiting: number; since: number | null }[]>`
    select count(*) as waiting, min(queued_at) as since from cases.file_check where state = 'waiting'`;
  return { waiting: row?.waiting ?? 0, since: row?.since ?? null };
}

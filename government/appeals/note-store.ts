import type { Instant } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/** Notes of a desk about a case: for colleagues of the same body alone, and gone with any erasure in the case. */
export interface DeskNote {
  readonly post: string;
  readonly text: string;
  readonly at: Instant;
}

/** Keeps a note. */
export async function insertNote(
  transaction: Transaction,
  note: DeskNote & { readonly id: string; readonly tag: Uint8Array; readonly body: BodyNumber },
): Promise<void> {
  const { tag, id, body, post, text, at } = note;
  await transaction`
    insert into cases.note (case_tag, note_id, body, post, text, at)
    values (${tag}, ${id}, ${body}, ${post}, ${text}, ${at})`;
}

/** The last notes of a body about a case, oldest first. Another body's are not for this one. */
export async function notesOf(
  sql: Sql,
  tag: Uint8Array,
  body: BodyNumber,
  count: number,
): Promise<readonly DeskNote[]> {
  const rows = await sql<DeskNote[]>`
    select post, text, at from cases.note where case_tag = ${tag} and body = ${body}
    order by at desc, note_id limit ${count}`;
  return rows.toReversed();
}

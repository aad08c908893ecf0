import type { BodyNumber } from "#core/record/leaf.ts";
import type { CaseNumber } from "#government/cases/index.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/** Two cases of which one carries the other on. */
export interface NewLink {
  readonly earlier: Uint8Array;
  readonly later: Uint8Array;
  readonly forum: string;
  /** The act against which the later one goes; `null`: against silence. */
  readonly closingAct: string | null;
  readonly at: number;
}

/** Writes the link on both sides. */
export async function insertLink(transaction: Transaction, link: NewLink): Promise<void> {
  const { earlier, later, forum, closingAct, at } = link;
  await transaction`
    insert into cases.link (case_tag, other_tag, relation, forum, closing_act, linked_at)
    values (${earlier}, ${later}, 'later', ${forum}, ${closingAct}, ${at}),
      (${later}, ${earlier}, 'earlier', ${forum}, ${closingAct}, ${at})`;
}

/** A case to which another one is linked. */
export interface LinkedCase {
  readonly tag: Uint8Array;
  readonly relation: "earlier" | "later";
  readonly number: CaseNumber;
  readonly holderBody: BodyNumber;
  readonly phase: string;
}

/** The cases linked to one, earlier ones first. */
export async function linkedCases(sql: Sql | Transaction, tag: Uint8Array): Promise<readonly LinkedCase[]> {
  const rows = await sql<LinkedCase[]>`
    select link.other_tag as tag, link.relation, other.number, other.holder_body as "holderBody", other.phase
    from cases.link join cases.case other on other.case_tag = link.other_tag
    where link.case_tag = ${tag} order by link.relation, link.linked_at`;
  return rows.map((row) => ({ ...row, tag: Uint8Array.from(row.tag) }));
}

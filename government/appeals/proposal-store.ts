import type { FourEyesOutcome } from "#core/acts/four-eyes.ts";
import type { Instant } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/**
 * Refusals that wait for a second person. What is approved is what lies here, byte for byte; the database compares it
 * with the act at its commit (migration 0063).
 */

type Queryable = Sql | Transaction;

/** A refusal that nobody has judged yet: everything but its texts. */
export interface OpenProposal {
  readonly tag: Uint8Array;
  readonly id: string;
  readonly kind: FourEyesOutcome;
  /** SHA-256 over its parts: core/record/reply-digest.ts. */
  readonly digest: Uint8Array;
  readonly writer: AccountId;
  readonly writerPost: string;
  readonly proposedAt: Instant;
}

/** A part of the act to be. */
export interface ProposedPart {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Who judged, and how. */
export interface Verdict {
  readonly verdict: "approved" | "returned" | "taken-back";
  /** `null` for what the course of the case took back. */
  readonly judge: AccountId | null;
  readonly post: string | null;
  readonly at: Instant;
  readonly reason: string | null;
}

/** Keeps a proposal with its parts, in the order of the act. */
export async function insertProposal(
  transaction: Transaction,
  body: BodyNumber,
  proposal: OpenProposal,
  parts: readonly ProposedPart[],
): Promise<void> {
  const { tag, id, kind, digest, writer, writerPost, proposedAt } = proposal;
  await transaction`
    insert into cases.proposal (case_tag, proposal_id, body, kind, digest, writer, writer_post, proposed_at)
    values (${tag}, ${id}, ${body}, ${kind}, ${digest}, ${writer}, ${writerPost}, ${proposedAt})`;
  for (const [position, { name, mediaType, bytes }] of parts.entries()) {
    await transaction`
      insert into cases.proposal_part (case_tag, proposal_id, position, name, media_type, bytes)
      values (${tag}, ${id}, ${position}, ${name}, ${mediaType}, ${bytes})`;
  }
}

/** The proposal of a case that waits; `null` when none does. There is at most one. */
export async function openProposal(sql: Queryable, tag: Uint8Array): Promise<OpenProposal | null> {
  const [row] = await sql<OpenProposal[]>`
    select case_tag as tag, proposal_id as id, kind, digest, writer, writer_post as "writerPost",
      proposed_at as "proposedAt"
    from cases.proposal where case_tag = ${tag} and verdict is null`;
  return row === undefined
    ? null
    : { ...row, tag: Uint8Array.from(row.tag), digest: Uint8Array.from(row.digest) };
}

/** The parts of a proposal, in the order of the act. */
export async function proposedParts(
  sql: Queryable,
  { tag, id }: Pick<OpenProposal, "tag" | "id">,
): Promise<readonly ProposedPart[]> {
  const rows = await sql<ProposedPart[]>`
    select name, media_type as "mediaType", bytes from cases.proposal_part
    where case_tag = ${tag} and proposal_id = ${id} order by position`;
  return rows.map((row) => ({ ...row, bytes: Uint8Array.from(row.bytes) }));
}

/** Ends a proposal. Its bytes go: what was approved stands in the act, what was returned is with its writer. */
export async function endProposal(
  transaction: Transaction,
  { tag, id }: Pick<OpenProposal, "tag" | "id">,
  { verdict, judge, post, at, reason }: Verdict,
): Promise<void> {
  await transaction`
    update cases.proposal
    set verdict = ${verdict}, judge = ${judge}, judge_post = ${post}, judged_at = ${at}, reason = ${reason}
    where case_tag = ${tag} and proposal_id = ${id} and verdict is null`;
  await transaction`delete from cases.proposal_part where case_tag = ${tag} and proposal_id = ${id}`;
  await transaction`delete from cases.file_check where case_tag = ${tag} and act_id = ${id}`;
}

/** Says which act two people stand behind. The database refuses an act of that kind without it. */
export async function insertApproval(
  transaction: Transaction,
  approval: {
    readonly tag: Uint8Array;
    readonly actId: string;
    readonly proposal: OpenProposal;
    readonly approver: AccountId;
  },
): Promise<void> {
  const { tag, actId, proposal, approver } = approval;
  await transaction`
    insert into cases.approval (case_tag, act_id, proposal_id, digest, writer, approver)
    values (${tag}, ${actId}, ${proposal.id}, ${proposal.digest}, ${proposal.writer}, ${approver})`;
}

/** A refusal that came back. */
export interface ReturnedProposal {
  readonly judgePost: string | null;
  readonly judgedAt: Instant;
  readonly reason: string | null;
}

/** The last proposal of a case, when it was returned to this writer. */
export async function lastReturned(
  sql: Queryable,
  tag: Uint8Array,
  writer: AccountId,
): Promise<ReturnedProposal | null> {
  const [row] = await sql<(ReturnedProposal & { writer: string; verdict: string | null })[]>`
    select judge_post as "judgePost", judged_at as "judgedAt", reason, writer, verdict
    from cases.proposal where case_tag = ${tag} order by proposed_at desc limit 1`;
  return row?.verdict === "returned" && row.writer === writer ? row : null;
}

/** How many proposals of a body wait that somebody other than `reader` wrote. */
export async function countProposalsToRead(sql: Sql, body: BodyNumber, reader: AccountId): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::integer as count from cases.proposal p join cases.case c using (case_tag)
    where p.body = ${body} and p.verdict is null and p.writer <> ${reader}
      and c.holder_body = ${body} and c.due is not null`;
  return row?.count ?? 0;
}

/** Numbers of the cases of a body with a proposal that somebody other than `reader` wrote, the oldest first. */
export async function proposalsToRead(
  sql: Sql,
  body: BodyNumber,
  reader: AccountId,
  count: number,
): Promise<readonly { readonly tag: Uint8Array }[]> {
  const rows = await sql<{ tag: Uint8Array }[]>`
    select p.case_tag as tag from cases.proposal p join cases.case c using (case_tag)
    where p.body = ${body} and p.verdict is null and p.writer <> ${reader}
      and c.holder_body = ${body} and c.due is not null
    order by p.proposed_at limit ${count}`;
  return rows.map(({ tag }) => ({ tag: Uint8Array.from(tag) }));
}

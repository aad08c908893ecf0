import type { CivilDate } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { CaseNumber } from "#government/cases/index.ts";
import type { AccountId } from "#platform/authority/actor.ts";
import type { Sql } from "#platform/database/database.ts";

/** A case as a line of its follower's inbox. */
export interface InboxCase {
  readonly number: CaseNumber;
  readonly filingKind: string;
  readonly holderBody: BodyNumber;
  readonly phase: string;
  readonly due: CivilDate | null;
  /** Acts since the follower last looked at the case; never negative. */
  readonly fresh: number;
  /** The kind of its last act. */
  readonly lastKind: string;
}

export interface InboxCounts {
  readonly all: number;
  readonly fresh: number;
  /** Cases that wait for an answer of the follower. */
  readonly asked: number;
}

/** Some of an account's cases: what is asked of it first, then what is new, then by the next date. */
export async function inboxOf(
  sql: Sql,
  account: AccountId,
  page: { readonly skip: number; readonly count: number },
): Promise<readonly InboxCase[]> {
  return await sql<InboxCase[]>`
    select own.number, own.filing_kind as "filingKind", own.holder_body as "holderBody", own.phase, own.due,
      greatest(own.act_count - follower.acts_seen, 0) as fresh, last.kind as "lastKind"
    from sealed.applicant follower join cases.case own using (case_tag)
      cross join lateral (
        select kind from record.act where subject = own.case_tag and act.case_tag is not null
        order by registered desc limit 1
      ) last
    where follower.account_id = ${account}
    order by (own.phase = 'awaiting-applicant') desc, (own.act_count > follower.acts_seen) desc,
      own.due nulls last, own.filed_at desc, own.number
    limit ${page.count} offset ${page.skip}`;
}

/** How many there are, over all pages. */
export async function countInbox(sql: Sql, account: AccountId): Promise<InboxCounts> {
  const [row] = await sql<InboxCounts[]>`
    select count(*)::integer as all,
      (count(*) filter (where own.act_count > follower.acts_seen))::integer as fresh,
      (count(*) filter (where own.phase = 'awaiting-applicant'))::integer as asked
    from sealed.applicant follower join cases.case own using (case_tag)
    where follower.account_id = ${account}`;
  return row ?? { all: 0, fresh: 0, asked: 0 };
}

/** Notes that the follower has seen a case as far as it has come. Nothing happens for who does not follow it. */
export async function markSeen(
  sql: Sql,
  account: AccountId,
  seen: { readonly tag: Uint8Array; readonly acts: number },
): Promise<void> {
  await sql`
    update sealed.applicant set acts_seen = ${seen.acts}
    where account_id = ${account} and case_tag = ${seen.tag} and acts_seen < ${seen.acts}`;
}

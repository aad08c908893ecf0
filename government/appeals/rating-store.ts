import type { ratingAnswers } from "#core/acts/appeal.ts";
import type { Instant } from "#core/clock/civil-date.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";

/** What an applicant said about an answer. */
export interface Rating {
  readonly actId: string;
  /** The register of the body whose answer it was. */
  readonly body: number;
  readonly answer: (typeof ratingAnswers)[number];
  readonly at: Instant;
}

/** Projects an act `rated`. */
export async function insertRating(transaction: Transaction, tag: Uint8Array, rating: Rating): Promise<void> {
  const { actId, body, answer, at } = rating;
  await transaction`
    insert into cases.rating (case_tag, act_id, body, answer, rated_at)
    values (${tag}, ${actId}, ${body}, ${answer}, ${at})`;
}

/** Notes that the applicant of a case does not want to be asked. */
export async function declineRating(transaction: Transaction, tag: Uint8Array, at: Instant): Promise<void> {
  await transaction`
    insert into cases.rating_declined (case_tag, declined_at) values (${tag}, ${at}) on conflict do nothing`;
}

/** Whether the applicant of a case does not want to be asked. */
export async function isRatingDeclined(sql: Sql | Transaction, tag: Uint8Array): Promise<boolean> {
  const rows = await sql`select 1 from cases.rating_declined where case_tag = ${tag}`;
  return rows.length > 0;
}

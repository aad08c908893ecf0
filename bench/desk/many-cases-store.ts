/** Fills a body's queue: rows of the list alone, since that is what a desk's pages read. */
import { drawCaseNumber } from "#government/cases/case-number.ts";
import type { Sql } from "#platform/database/database.ts";

export interface ManyCases {
  readonly body: number;
  readonly posts: readonly string[];
  readonly count: number;
  /** Days since 1970 of today: most cases are due in the weeks to come, some are late. */
  readonly today: number;
  readonly year: number;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  readonly randomBytes: (length: number) => Uint8Array;
}

const rowsPerStatement = 2_000;
const daysLate = 40;
const daysAhead = 60;
const kinds = ["filed-complaint", "filed-application", "filed-suggestion", "filed-request"];
const phases = ["open", "open", "open", "open", "awaiting-applicant"];

/** Inserts so many open cases that the body holds, and lets the server look at the table as its own vacuuming would. */
export async function insertManyCases(owner: Sql, many: ManyCases): Promise<void> {
  for (let done = 0; done < many.count; done += rowsPerStatement) {
    const rows = Array.from({ length: Math.min(rowsPerStatement, many.count - done) }, (_, at) =>
      row(many, done + at),
    );
    await owner`insert into cases.case ${owner(rows)}`;
  }
  await owner`vacuum (analyze) cases.case`;
}

function row(many: ManyCases, at: number) {
  const { body, posts, today, now, randomBytes } = many;
  const post = posts[at % (posts.length + 1)] ?? null;
  return {
    case_tag: randomBytes(16),
    log: "executive",
    number: drawCaseNumber(many.year, randomBytes),
    filing_kind: kinds[at % kinds.length] ?? "filed-complaint",
    language: "tk",
    channel: "web",
    identity_shown: true,
    enters_later: false,
    filed_body: body,
    filed_at: now,
    filed_day: today,
    holder_body: body,
    official: null,
    official_post: post,
    phase: phases[at % phases.length] ?? "open",
    due: today - daysLate + ((at * 7) % (daysLate + daysAhead)),
    act_count: 1,
    last_act_at: now,
    status_code_hash: randomBytes(32),
    secret_hash: randomBytes(32),
  };
}

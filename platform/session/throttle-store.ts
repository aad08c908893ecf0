import { createHmac } from "node:crypto";
import type { Sql } from "#platform/database/database.ts";

/**
 * Slows guessing down, across processes and restarts. An attempt is taken *before* the guess is looked at, so that a
 * hundred guesses at once count as a hundred. Whoever guessed right gives it back.
 */

export interface ThrottleRule {
  /** What is counted, such as "sign-in.account". */
  readonly name: string;
  readonly attemptsMax: number;
  /** A window begins with the first attempt; when it is over, counting begins anew. */
  readonly windowMs: number;
}

/** Names a subject (a number, a network) without keeping it: HMAC-SHA-256 under a key outside the database. */
export function throttleSubject(key: Uint8Array, rule: ThrottleRule, subject: string): Uint8Array {
  return createHmac("sha256", key).update(`${rule.name}\n${subject}`).digest();
}

/** Takes one attempt. `false` when the window's attempts are used up; the caller then looks at nothing. */
export async function takeAttempt(
  sql: Sql,
  rule: ThrottleRule,
  subject: Uint8Array,
  now: number,
): Promise<boolean> {
  const [row] = await sql<{ attempts: number }[]>`
    insert into platform.throttle as counted (rule, subject, attempts, window_ends_at)
    values (${rule.name}, ${subject}, 1, ${now + rule.windowMs})
    on conflict (rule, subject) do update set
      attempts = case when counted.window_ends_at <= ${now} then 1
        else least(counted.attempts, ${rule.attemptsMax}) + 1 end,
      window_ends_at = case when counted.window_ends_at <= ${now} then excluded.window_ends_at
        else counted.window_ends_at end
    returning attempts`;
  return row !== undefined && row.attempts <= rule.attemptsMax;
}

/** Gives back one attempt that was no guess. */
export async function giveAttemptBack(sql: Sql, rule: ThrottleRule, subject: Uint8Array): Promise<void> {
  await sql`
    update platform.throttle set attempts = greatest(attempts - 1, 0)
    where rule = ${rule.name} and subject = ${subject}`;
}

/** Forgets a subject's attempts: it has shown that it is who it says. */
export async function forgetAttempts(sql: Sql, rule: ThrottleRule, subject: Uint8Array): Promise<void> {
  await sql`delete from platform.throttle where rule = ${rule.name} and subject = ${subject}`;
}

/** Removes windows that are over; for the worker, from time to time. */
export async function sweepAttempts(sql: Sql, now: number): Promise<number> {
  const swept = await sql`delete from platform.throttle where window_ends_at <= ${now}`;
  return swept.count;
}

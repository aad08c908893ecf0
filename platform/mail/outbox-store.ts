import type { Sql, Transaction } from "#platform/database/database.ts";

/** Mails that wait. Schema sealed: no desk enters it. */

export interface MailRow {
  readonly mailId: string;
  readonly keyId: string;
  readonly ciphertext: Uint8Array;
  /** Date of the mail, in milliseconds; it is not sent before. */
  readonly sendAt: number;
  readonly expiresAt: number;
}

/** Puts a mail into the outbox, in the transaction of its cause. */
export async function insertMail(transaction: Transaction, mail: MailRow): Promise<void> {
  await transaction`
    insert into sealed.mail (mail_id, key_id, ciphertext, send_at, attempts, next_attempt_at, expires_at)
    values (${mail.mailId}, ${mail.keyId}, ${mail.ciphertext}, ${mail.sendAt}, 0, ${mail.sendAt}, ${mail.expiresAt})`;
}

export interface ClaimedMail extends MailRow {
  /** With this one. */
  readonly attempts: number;
}

/**
 * Takes the mail that is due first, and puts its next attempt off by `delayOf(attempts)`: whoever is killed with it in
 * hand loses nothing, and no second worker takes it meanwhile. `null` when none is due.
 */
export async function claimMail(
  sql: Sql,
  now: number,
  delayOf: (attempts: number) => number,
): Promise<ClaimedMail | null> {
  let claimed: ClaimedMail | null = null;
  await sql.begin(async (transaction) => {
    const [row] = await transaction<
      {
        mail_id: string;
        key_id: string;
        ciphertext: Uint8Array;
        send_at: number;
        attempts: number;
        expires_at: number;
      }[]
    >`
      select mail_id, key_id, ciphertext, send_at, attempts, expires_at from sealed.mail
      where next_attempt_at <= ${now} order by next_attempt_at, mail_id limit 1 for update skip locked`;
    if (row === undefined) return;
    const attempts = row.attempts + 1;
    await transaction`
      update sealed.mail set attempts = ${attempts}, next_attempt_at = ${now + delayOf(attempts)}
      where mail_id = ${row.mail_id}`;
    claimed = {
      mailId: row.mail_id,
      keyId: row.key_id,
      ciphertext: row.ciphertext,
      sendAt: row.send_at,
      expiresAt: row.expires_at,
      attempts,
    };
  });
  return claimed;
}

/** Gives a claimed mail back uncounted, to be tried again at once when the server is there. */
export async function giveMailBack(sql: Sql, mail: ClaimedMail, nextAttemptAt: number): Promise<void> {
  await sql`
    update sealed.mail set attempts = ${mail.attempts - 1}, next_attempt_at = ${nextAttemptAt}
    where mail_id = ${mail.mailId}`;
}

/** Takes a mail out of the outbox: it was sent, or will never be. */
export async function deleteMail(sql: Sql, mailId: string): Promise<void> {
  await sql`delete from sealed.mail where mail_id = ${mailId}`;
}

/** Takes out every mail under a key that is being destroyed. */
export async function deleteMailsOfKey(sql: Sql | Transaction, keyId: string): Promise<void> {
  await sql`delete from sealed.mail where key_id = ${keyId}`;
}

/** How many mails wait, how many of them may go, and since when the oldest of these. */
export async function countMails(
  sql: Sql,
  now: number,
): Promise<{ readonly waiting: number; readonly due: number; readonly dueSince: number | null }> {
  const [row] = await sql<{ waiting: number; due: number; due_since: number | null }[]>`
    select count(*) as waiting, count(*) filter (where send_at <= ${now}) as due,
      min(send_at) filter (where send_at <= ${now}) as due_since from sealed.mail`;
  return { waiting: row?.waiting ?? 0, due: row?.due ?? 0, dueSince: row?.due_since ?? null };
}

/** The worker's part: reads the log in its order and queues a mail for each act and follower. */
import { findCase } from "#government/cases/index.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import { queueMail } from "#platform/mail/outbox.ts";
import type { LogName } from "#platform/record/act.ts";
import { forgetFollower, openFollower } from "./follower.ts";
import { expiredFollowers, followersOfCase, followersOfErased, type Queryable } from "./follower-store.ts";
import { actsPerStepMax, forgottenPerStepMax, noticeSendAt } from "./notice-limits.ts";
import { noticeMail } from "./notice-mails.ts";
import {
  actsFrom,
  insertNotice,
  type LoggedAct,
  lockProgress,
  moveProgress,
  wasTold,
} from "./notice-store.ts";
import { noticeWordOf } from "./notice-words.ts";

export interface TellTools {
  readonly sql: Sql;
  readonly log: LogName;
  /** How people reach the portal, no slash at the end. */
  readonly origin: string;
  readonly personKeys: PersonKeys;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
}

/**
 * Takes the next entries of the log and queues what has to be told of them, in one transaction with how far it has
 * read: each act is told to each follower once, whatever is killed. Gives the number of entries; 0 when there was none.
 *
 * It reads the log and not the tables of cases: a mail never speaks of an act that the record does not hold.
 */
export async function tellOfActs(tools: TellTools): Promise<number> {
  let read = 0;
  await tools.sql.begin(async (transaction) => {
    const from = await lockProgress(transaction, tools.log);
    const acts = await actsFrom(transaction, tools.log, from, actsPerStepMax);
    const last = acts.at(-1);
    if (last === undefined) return;
    if (acts.some(({ kind }) => kind === "erased")) await forgetErased(transaction, tools);
    for (const act of acts) await tellOfAct(transaction, act, tools);
    await moveProgress(transaction, tools.log, last.index + 1);
    read = acts.length;
  });
  return read;
}

async function tellOfAct(transaction: Transaction, act: LoggedAct, tools: TellTools): Promise<void> {
  const word = noticeWordOf(act.kind, act.actor);
  if (act.caseTag === null || word === null) return;
  const followers = await followersOfCase(transaction, act.caseTag);
  const told = followers.filter(
    ({ confirmed }) => confirmed !== null && act.registered > confirmed.afterRegistered,
  );
  const row = told.length === 0 ? null : await findCase(transaction, act.caseTag);
  if (row === null) return;
  const { origin, personKeys, randomBytes, now } = tools;
  for (const follower of told) {
    const opened = openFollower(follower, personKeys);
    const notice = { caseTag: act.caseTag, followerId: follower.followerId, actId: act.actId };
    if (opened === null || (await wasTold(transaction, notice))) continue;
    const number = row.identityShown ? row.number : null;
    const mail = noticeMail({ origin, language: follower.language, follower: opened, number }, word);
    const sendAt = noticeSendAt(now(), !row.identityShown, randomBytes);
    const mailId = await queueMail(transaction, { mail, key: opened.key, sendAt }, randomBytes);
    await insertNotice(transaction, { ...notice, mailId, at: now() });
  }
}

/**
 * Forgets requests that nobody confirmed in time, and every follower of a case whose applicant's identity is erased:
 * an address can tell as much as a name. Gives how many.
 */
export async function forgetFollowers({ sql, personKeys, now }: TellTools): Promise<number> {
  const expired = await expiredFollowers(sql, now(), forgottenPerStepMax);
  for (const follower of expired) await forgetFollower(sql, follower, personKeys);
  return expired.length + (await forgetErased(sql, { personKeys }));
}

async function forgetErased(sql: Queryable, { personKeys }: Pick<TellTools, "personKeys">): Promise<number> {
  const erased = await followersOfErased(sql, forgottenPerStepMax);
  for (const follower of erased) await forgetFollower(sql, follower, personKeys);
  return erased.length;
}

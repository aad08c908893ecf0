/** The worker's part: reads the log in its order and queues a mail for each act and follower. */
import { findCase } from "#government/cases/index.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import { queueMail } from "#platform/mail/outbox.ts";
import type { LogName } from "#platform/record/act.ts";
import { forgetFollower, openFollower } from "./follower.ts";
import {
  expiredFollowers,
  type FollowerRow,
  followersOfCase,
  followersOfErased,
  followersOfWithdrawn,
  type Queryable,
} from "./follower-store.ts";
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
    // Whoever took a signature back is told of nothing any more, also not of what was entered before.
    if (acts.some(({ caseTag }) => caseTag !== null)) await forgetWithdrawn(transaction, tools);
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
    const isSigner = follower.coSignature !== null;
    const isSealed = isSigner || !row.identityShown;
    const number = isSealed ? null : row.number;
    const mail = noticeMail(
      { origin, language: follower.language, follower: opened, number, isSigner },
      word,
    );
    const sendAt = noticeSendAt(now(), isSealed, randomBytes);
    const mailId = await queueMail(transaction, { mail, key: opened.key, sendAt }, randomBytes);
    await insertNotice(transaction, { ...notice, mailId, at: now() });
  }
}

/**
 * Forgets requests that nobody confirmed in time, every follower whose own identity is erased (an address can tell as much
 * as a name), and those by a signature that was taken back. Gives how many.
 */
export async function forgetFollowers({ sql, personKeys, now }: TellTools): Promise<number> {
  const expired = await expiredFollowers(sql, now(), forgottenPerStepMax);
  const tools = { personKeys };
  return (
    (await forgetAll(sql, expired, tools)) +
    (await forgetErased(sql, tools)) +
    (await forgetWithdrawn(sql, tools))
  );
}

type Forgetting = Pick<TellTools, "personKeys">;

async function forgetErased(sql: Queryable, tools: Forgetting): Promise<number> {
  return await forgetAll(sql, await followersOfErased(sql, forgottenPerStepMax), tools);
}

async function forgetWithdrawn(sql: Queryable, tools: Forgetting): Promise<number> {
  return await forgetAll(sql, await followersOfWithdrawn(sql, forgottenPerStepMax), tools);
}

async function forgetAll(
  sql: Queryable,
  followers: readonly FollowerRow[],
  { personKeys }: Forgetting,
): Promise<number> {
  for (const follower of followers) await forgetFollower(sql, follower, personKeys);
  return followers.length;
}

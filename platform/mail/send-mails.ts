/**
 * Empties the outbox. At least once: a mail is deleted after the server has taken it; killed in between, it goes again
 * with the same Message-ID. A server that is away costs no attempt of any mail: they wait, and go when it is back.
 */
import { unreachable } from "#core/result.ts";
import type { Sql } from "#platform/database/database.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import type { WorkerEvent } from "#platform/operations/log-events.ts";
import type { MailWay, SendProblem } from "./mail-way.ts";
import { openMail } from "./outbox.ts";
import { type ClaimedMail, claimMail, countMails, deleteMail, giveMailBack } from "./outbox-store.ts";

export interface MailSenderTools {
  readonly sql: Sql;
  readonly personKeys: PersonKeys;
  readonly way: MailWay;
  readonly now: () => number;
  /** Told to the operator; names no address and no mail. */
  readonly report: (event: WorkerEvent) => void;
}

/** What an operator sees of the outbox. Counts since the start of the program; instants in milliseconds. */
export interface MailStatus {
  readonly waiting: number;
  /** Of those that wait: what may go now. The others keep their random delay, and no figure tells when they came. */
  readonly due: number;
  /** Since when the oldest mail waits that may go; `null` when none does. */
  readonly dueSince: number | null;
  readonly sent: number;
  /** Refused by the receiver's server, or given up after five days. */
  readonly givenUp: number;
  /** Why the server cannot be reached; `null` while it can. */
  readonly serverProblem: string | null;
}

export interface MailSender {
  /** Sends what is due, at most `mailsPerRoundMax`. Never throws for what a server does. */
  round(): Promise<void>;
  status(): Promise<MailStatus>;
}

const mailsPerRoundMax = 50;
/** Longer than one attempt can take: nobody else takes the mail meanwhile. */
const firstRetryMs = 2 * 60_000;
const retryMaxMs = 4 * 3_600_000;
const serverRetryFirstMs = 15_000;
const serverRetryMaxMs = 5 * 60_000;

function doubled(firstMs: number, times: number, maxMs: number): number {
  return Math.min(firstMs * 2 ** Math.min(times, 30), maxMs);
}

/** Opens a sender. Several may run: each mail is taken by one. */
export function openMailSender(tools: MailSenderTools): MailSender {
  const { sql, personKeys, way, now, report } = tools;
  let sent = 0;
  let givenUp = 0;
  let serverProblem: string | null = null;
  let failuresInRow = 0;
  let pausedUntil = 0;

  const giveUp = async ({ mailId }: ClaimedMail, reason: string) => {
    await deleteMail(sql, mailId);
    givenUp += 1;
    report({ event: "mail-given-up", code: reason });
  };
  const settle = async (claimed: ClaimedMail, problem: SendProblem): Promise<void> => {
    const isOld = now() >= claimed.expiresAt;
    if (problem.kind === "refused" || isOld) return await giveUp(claimed, problem.code);
    switch (problem.kind) {
      case "later":
        return;
      case "server-away": {
        const pauseMs = doubled(serverRetryFirstMs, failuresInRow, serverRetryMaxMs);
        if (serverProblem === null) report({ event: "mail-server-away", code: problem.code });
        failuresInRow += 1;
        serverProblem = problem.code;
        pausedUntil = now() + pauseMs;
        return await giveMailBack(sql, claimed, pausedUntil);
      }
      default:
        return unreachable(problem.kind);
    }
  };
  const sendOne = async (): Promise<"sent" | "nothing-due" | "server-away"> => {
    const claimed = await claimMail(sql, now(), (attempts) =>
      doubled(firstRetryMs, attempts - 1, retryMaxMs),
    );
    if (claimed === null) return "nothing-due";
    const mail = openMail(claimed, personKeys);
    if (mail === null) {
      // The address was forgotten after the mail had been queued.
      await deleteMail(sql, claimed.mailId);
      return "sent";
    }
    const done = await way.send({ mail, mailId: claimed.mailId, date: claimed.sendAt });
    if (done.ok) {
      await deleteMail(sql, claimed.mailId);
      sent += 1;
    } else {
      await settle(claimed, done.problem);
      if (done.problem.kind === "server-away") return "server-away";
    }
    if (serverProblem !== null) report({ event: "mail-server-back" });
    serverProblem = null;
    failuresInRow = 0;
    return "sent";
  };
  return {
    round: async () => {
      if (now() < pausedUntil) return;
      for (let mails = 0; mails < mailsPerRoundMax; mails += 1) {
        if ((await sendOne()) !== "sent") return;
      }
    },
    status: async () => ({ ...(await countMails(sql, now())), sent, givenUp, serverProblem }),
  };
}

/** News of cases: reads the log for what is to be told and sends the mails that wait. Beside the log; wiring only. */
import { describedError } from "#engines/operations/event-log.ts";
import { forgetFollowers, tellOfActs } from "#government/notices/index.ts";
import type { MailSettings } from "#platform/config/mail-settings.ts";
import type { Sql } from "#platform/database/database.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import { openMailWay } from "#platform/mail/mail-way.ts";
import { type MailStatus, openMailSender } from "#platform/mail/send-mails.ts";
import type { WorkerEvent } from "#platform/operations/log-events.ts";
import type { LogName } from "#platform/record/act.ts";
import { pause } from "./pause.ts";

export interface NoticeWork {
  readonly sql: Sql;
  readonly log: LogName;
  /** How people reach the portal. */
  readonly origin: string;
  /** `null`: this installation sends no mail. */
  readonly mail: MailSettings | null;
  readonly personKeys: PersonKeys;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly stop: AbortSignal;
  readonly report: (event: WorkerEvent) => void;
}

const roundEveryMs = 1_000;
const forgetEveryMs = 60_000;

/**
 * Runs until `stop`. It works on connections of its own beside the sequencer, which never waits for it. A failure is
 * reported and tried again: what was told and what was sent stands in the database.
 */
export async function tellTheNews(work: NoticeWork, onStatus: (status: MailStatus) => void): Promise<void> {
  const { mail, stop, report } = work;
  if (mail === null)
    report({ event: "mail-not-set", advice: "Nobody gets mails until AYDYN_SMTP_HOST is set." });
  const way = mail === null ? null : openMailWay(mail);
  const sender = way === null ? null : openMailSender({ ...work, way });
  const forget = forgetting(work);
  while (!stop.aborted) {
    try {
      for (let read = 1; read > 0 && !stop.aborted; ) read = await tellOfActs(work);
      await sender?.round();
      await forget();
      if (sender !== null) onStatus(await sender.status());
    } catch (error) {
      report({ event: "notices-failed", error: describedError(error) });
    }
    await pause(roundEveryMs, stop);
  }
  way?.close();
}

/** Forgets addresses that nobody confirmed and those of erased applicants, once a minute. */
function forgetting(work: NoticeWork): () => Promise<void> {
  let forgotAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (work.now() - forgotAt < forgetEveryMs) return;
    forgotAt = work.now();
    await forgetFollowers(work);
  };
}

/** Figures that portal and worker look up when somebody asks for them. */
import type { Instant } from "#core/clock/civil-date.ts";
import type { Metrics, Sample } from "#engines/operations/metrics.ts";
import { connectionsByState } from "#platform/database/connections.ts";
import type { DatabaseRole, Sql } from "#platform/database/database.ts";
import { askDatabase } from "#platform/database/schema-state.ts";
import type { MailStatus } from "#platform/mail/send-mails.ts";
import type { SequencerStatus } from "#platform/record/sequencer.ts";
import {
  type CheckpointReading,
  checkpointAgeSeconds,
  type FilesStatus,
  type WaitingActs,
} from "./checks.ts";
import { secondsSince } from "./seconds-since.ts";

const msPerSecond = 1_000;

/** Connections and how long the database takes to answer, the wait for a free connection included. */
export function addDatabaseFigures(
  metrics: Metrics,
  pools: readonly { readonly role: DatabaseRole; readonly sql: Sql }[],
  /** Milliseconds of a clock that is never set. */
  elapsedMs: () => number,
): void {
  metrics.figures(
    {
      aydyn_database_connections: {
        type: "gauge",
        help: "Connections to the database under each login, of all programs that use it, by what they do.",
      },
      aydyn_database_connections_max: { type: "gauge", help: "Most connections that this process opens." },
      aydyn_database_answer_seconds: {
        type: "gauge",
        help: "How long the smallest question took just now, the wait for a free connection included.",
      },
    },
    async () => {
      const read = await Promise.all(
        pools.map(async ({ role, sql }) => {
          const begun = elapsedMs();
          await askDatabase(sql);
          const seconds = (elapsedMs() - begun) / msPerSecond;
          const states = [...(await connectionsByState(sql))];
          return {
            answer: { labels: { role }, value: seconds },
            max: { labels: { role }, value: sql.options.max },
            open: states.map(([state, value]): Sample => ({ labels: { role, state }, value })),
          };
        }),
      );
      return {
        aydyn_database_connections: read.flatMap(({ open }) => open),
        aydyn_database_connections_max: read.map(({ max }) => max),
        aydyn_database_answer_seconds: read.map(({ answer }) => answer),
      };
    },
  );
}

/** The age of what everyone sees of the log. */
export function addCheckpointFigures(metrics: Metrics, reading: CheckpointReading): void {
  metrics.figures(
    {
      aydyn_checkpoint_age_seconds: {
        type: "gauge",
        help: "How long ago witnesses signed the published checkpoint; absent while nothing is published.",
      },
    },
    async () => ({ aydyn_checkpoint_age_seconds: checkpointAgeSeconds(reading) }),
  );
}

/** The log as its sequencer sees it. */
export function addLogFigures(
  metrics: Metrics,
  reading: {
    readonly log: string;
    readonly status: () => SequencerStatus | null;
    readonly waitingActs: () => Promise<WaitingActs>;
    readonly now: () => Instant;
  },
): void {
  const { log, status, waitingActs, now } = reading;
  metrics.figures(
    {
      aydyn_acts_waiting: { type: "gauge", help: "Acts that are released and have no place in the log yet." },
      aydyn_oldest_waiting_act_age_seconds: {
        type: "gauge",
        help: "For how long the oldest act waits for its place; 0 when none does.",
      },
    },
    async () => {
      const { waiting, since } = await waitingActs();
      return {
        aydyn_acts_waiting: [{ labels: { log }, value: waiting }],
        aydyn_oldest_waiting_act_age_seconds: [{ labels: { log }, value: secondsSince(since, now()) }],
      };
    },
  );
  metrics.figures(
    {
      aydyn_log_entries: { type: "gauge", help: "Entries in the log." },
      aydyn_log_published_entries: { type: "gauge", help: "Entries under the published checkpoint." },
      aydyn_log_witness_cosigned_age_seconds: {
        type: "gauge",
        help: "How long ago a witness that is asked last signed; absent before it did.",
      },
      aydyn_log_witness_answers_total: { type: "counter", help: "What came of asking a witness." },
    },
    async () => {
      const seen = status();
      const witnesses = seen?.witnesses ?? [];
      const entries = seen === null ? [] : [{ labels: { log }, value: seen.size }];
      const published = seen === null ? [] : [{ labels: { log }, value: seen.publishedSize ?? 0 }];
      return {
        aydyn_log_entries: entries,
        aydyn_log_published_entries: published,
        aydyn_log_witness_cosigned_age_seconds: witnesses.flatMap(({ name, lastCosignedSeconds: at }) =>
          at === null ? [] : [{ labels: { witness: name }, value: secondsSince(at * msPerSecond, now()) }],
        ),
        aydyn_log_witness_answers_total: witnesses.flatMap(({ name, outcomes }) =>
          [...outcomes].map(([answer, value]) => ({ labels: { witness: name, answer }, value })),
        ),
      };
    },
  );
}

/** Mails that may go and those that went. How many keep their random delay is told nowhere. */
export function addMailFigures(metrics: Metrics, status: () => MailStatus | null, now: () => Instant): void {
  metrics.figures(
    {
      aydyn_mails_due: { type: "gauge", help: "Mails that may go and have not gone." },
      aydyn_oldest_due_mail_age_seconds: {
        type: "gauge",
        help: "For how long the oldest of them waits; 0 when none does.",
      },
      aydyn_mails_sent_total: { type: "counter", help: "Mails that a server has taken." },
      aydyn_mails_given_up_total: {
        type: "counter",
        help: "Mails that the receiver's server refused, or that nobody took within five days.",
      },
      aydyn_mail_server_away: { type: "gauge", help: "1 while the mail server cannot be used." },
    },
    async () => {
      const mail = status();
      return {
        aydyn_mails_due: mail?.due ?? null,
        aydyn_oldest_due_mail_age_seconds: mail && secondsSince(mail.dueSince, now()),
        aydyn_mails_sent_total: mail?.sent ?? null,
        aydyn_mails_given_up_total: mail?.givenUp ?? null,
        aydyn_mail_server_away: mail && Number(mail.serverProblem !== null),
      };
    },
  );
}

/** Files that wait to be looked at. */
export function addFileFigures(metrics: Metrics, status: () => FilesStatus | null, now: () => Instant): void {
  metrics.figures(
    {
      aydyn_files_waiting: {
        type: "gauge",
        help: "Files that wait to be looked at; no desk gets them before.",
      },
      aydyn_oldest_waiting_file_age_seconds: {
        type: "gauge",
        help: "For how long the oldest of them waits; 0 when none does.",
      },
      aydyn_file_scanner_away: { type: "gauge", help: "1 while the scanner of viruses does not answer." },
    },
    async () => {
      const files = status();
      return {
        aydyn_files_waiting: files?.waiting ?? null,
        aydyn_oldest_waiting_file_age_seconds: files && secondsSince(files.since, now()),
        aydyn_file_scanner_away: files && Number(files.scanner === "away"),
      };
    },
  );
}

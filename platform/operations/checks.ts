/** What portal and worker look at when they are asked whether they are ready. */
import type { Instant } from "#core/clock/civil-date.ts";
import type { Engine } from "#core/log/engine.ts";
import type { VerifierKey } from "#core/log/note.ts";
import { checkpointFile } from "#core/record/publication.ts";
import type { Found, HealthCheck } from "#engines/operations/health.ts";
import type { Sql } from "#platform/database/database.ts";
import type { Migration } from "#platform/database/migrate.ts";
import { askDatabase, schemaState } from "#platform/database/schema-state.ts";
import type { MailStatus } from "#platform/mail/send-mails.ts";
import { cosignatureTimes } from "#platform/record/cosignature-times.ts";
import { secondsSince } from "./seconds-since.ts";
import { thresholds } from "./thresholds.ts";

/** Whether the database answers under this program's login. */
export function databaseCheck(sql: Sql): HealthCheck {
  return {
    name: "database",
    look: async () => {
      await askDatabase(sql);
      return { state: "fine", facts: {} };
    },
  };
}

/** Whether the tables are those that this program was written for. Newer ones were made with it in mind. */
export function schemaCheck(sql: Sql, migrations: readonly Migration[]): HealthCheck {
  return {
    name: "schema",
    look: async () => {
      const word = await schemaState(sql, migrations);
      switch (word) {
        case "current":
          return { state: "fine", facts: { migrations: word } };
        case "ahead":
          return { state: "noticed", facts: { migrations: word } };
        case "behind":
        case "changed":
          return { state: "failed", facts: { migrations: word } };
      }
    },
  };
}

export interface CheckpointReading {
  readonly engine: Engine;
  /** Of the witnesses in the policy. */
  readonly witnessKeys: readonly VerifierKey[];
  readonly readPublished: (path: string) => string | null;
  readonly now: () => Instant;
}

/** How long ago witnesses signed what everyone sees, in seconds; `null` while nothing is published. */
export function checkpointAgeSeconds(reading: CheckpointReading): number | null {
  const { engine, witnessKeys, readPublished, now } = reading;
  const note = readPublished(checkpointFile);
  const times = note === null ? [] : cosignatureTimes(engine, note, witnessKeys);
  return times.length === 0 ? null : secondsSince(Math.max(...times), now());
}

/** A country that is cut off from its witnesses goes on: an old checkpoint is noticed, and nobody is turned away. */
export function checkpointCheck(reading: CheckpointReading): HealthCheck {
  return {
    name: "checkpoint",
    look: async () => {
      const ageSeconds = checkpointAgeSeconds(reading);
      const isOld = ageSeconds === null || ageSeconds > thresholds.checkpointAgeSeconds;
      return { state: isOld ? "noticed" : "fine", facts: { ageSeconds } };
    },
  };
}

/** Acts that are released and have no place in the log yet. */
export interface WaitingActs {
  readonly waiting: number;
  /** Milliseconds; `null` when none waits. */
  readonly since: Instant | null;
}

/** Whether the log goes on. `isRunning` is false until this program has taken it. */
export function sequencerCheck(reading: {
  readonly isRunning: () => boolean;
  readonly waitingActs: () => Promise<WaitingActs>;
  readonly now: () => Instant;
}): HealthCheck {
  return {
    name: "sequencer",
    look: async () => {
      const running = reading.isRunning();
      const { waiting, since } = await reading.waitingActs();
      const oldestSeconds = secondsSince(since, reading.now());
      const isLate = oldestSeconds > thresholds.waitingActSeconds;
      const state = !running ? "failed" : isLate ? "noticed" : "fine";
      return { state, facts: { running, waiting, oldestSeconds } };
    },
  };
}

/** Mails that wait. A mail server that is away makes nothing else ill. `null`: no server is set. */
export function mailCheck(status: () => MailStatus | null, now: () => Instant): HealthCheck {
  return {
    name: "mail",
    look: async (): Promise<Found> => {
      const mail = status();
      if (mail === null) return { state: "fine", facts: { server: "none" } };
      const oldestSeconds = secondsSince(mail.dueSince, now());
      const isAway = mail.serverProblem !== null;
      const isLate = oldestSeconds > thresholds.dueMailSeconds;
      const facts = { server: isAway ? "away" : "answers", due: mail.due, oldestSeconds } as const;
      return { state: isAway || isLate ? "noticed" : "fine", facts };
    },
  };
}

/** What was found when files were looked at last. */
export interface FilesStatus {
  readonly waiting: number;
  /** Since when the first waits, in milliseconds; `null` when none does. */
  readonly since: Instant | null;
  readonly scanner: "none" | "answers" | "away";
}

/** Files that wait to be looked at, and the scanner of viruses; `null` before the first look. */
export function filesCheck(status: () => FilesStatus | null, now: () => Instant): HealthCheck {
  return {
    name: "files",
    look: async (): Promise<Found> => {
      const files = status();
      if (files === null) return { state: "noticed", facts: {} };
      const oldestSeconds = secondsSince(files.since, now());
      const isLate = oldestSeconds > thresholds.waitingFileSeconds;
      const facts = { scanner: files.scanner, waiting: files.waiting, oldestSeconds };
      return { state: files.scanner === "away" || isLate ? "noticed" : "fine", facts };
    },
  };
}

/**
 * What a program says of itself when it is asked how it is. Only words and numbers of this file's types leave it: an
 * answer is copied into monitoring systems and kept there, so nothing of a person or a case may ever fit into it.
 */

import { errorCode } from "./event-log.ts";
import type { Metrics } from "./metrics.ts";

/** What is looked at. Each program looks at what it can know. */
export type CheckName =
  | "checkpoint"
  | "database"
  | "disk"
  | "files"
  | "log-head"
  | "mail"
  | "memory"
  | "schema"
  | "sequencer";

/** `noticed` is for the operator; a program that `failed` a check should get no visitors. */
export type CheckState = "fine" | "noticed" | "failed";

export type HealthWord =
  | "ahead"
  | "answers"
  | "away"
  | "behind"
  | "changed"
  | "current"
  | "damaged"
  | "differs"
  | "lost"
  | "none";

export interface Found {
  readonly state: CheckState;
  /** Numbers in the unit that their name ends with. */
  readonly facts: Readonly<Record<string, number | boolean | HealthWord | null>>;
}

export interface HealthCheck {
  readonly name: CheckName;
  /** What rejects has failed. */
  look(): Promise<Found>;
}

export interface CheckReport extends Found {
  readonly name: CheckName;
  /** What the operating system or the database said, such as "ECONNREFUSED"; only where a look failed. */
  readonly code?: string;
}

export interface ReadinessReport {
  readonly program: string;
  /** Whether no check failed. */
  readonly ready: boolean;
  readonly checks: readonly CheckReport[];
}

const lookTimeoutMs = 2_000;

/**
 * Makes the question "are you ready?". A look that takes longer than `timeoutMs` has failed; while it hangs it is not
 * begun again, however often somebody asks.
 */
export function readinessOf(
  program: string,
  checks: readonly HealthCheck[],
  timeoutMs: number = lookTimeoutMs,
): () => Promise<ReadinessReport> {
  const looking = new Map<CheckName, Promise<Found>>();
  const found = (check: HealthCheck): Promise<Found> => {
    const begun = looking.get(check.name);
    if (begun !== undefined) return begun;
    const look = check.look().finally(() => looking.delete(check.name));
    looking.set(check.name, look);
    return look;
  };
  return async () => {
    const reports = await Promise.all(
      checks.map((check): Promise<CheckReport> => reported(check.name, found(check), timeoutMs)),
    );
    return { program, ready: reports.every(({ state }) => state !== "failed"), checks: reports };
  };
}

/** The same report as figures, so that an alarm can be set on a check. */
export function addReadinessFigures(metrics: Metrics, readiness: () => Promise<ReadinessReport>): void {
  metrics.figures(
    {
      aydyn_check_failed: {
        type: "gauge",
        help: "1 while a check of readiness fails: nobody should be sent here.",
      },
      aydyn_check_noticed: {
        type: "gauge",
        help: "1 while a check of readiness found something for the operator.",
      },
    },
    async () => {
      const { checks } = await readiness();
      const of = (wanted: CheckState) =>
        checks.map(({ name, state }) => ({ labels: { check: name }, value: Number(state === wanted) }));
      return { aydyn_check_failed: of("failed"), aydyn_check_noticed: of("noticed") };
    },
  );
}

async function reported(name: CheckName, look: Promise<Found>, timeoutMs: number): Promise<CheckReport> {
  const waited = Promise.withResolvers<CheckReport>();
  const late = { name, state: "failed", facts: {}, code: "TIMED_OUT" } as const;
  const timer = setTimeout(() => waited.resolve(late), timeoutMs);
  try {
    return await Promise.race([waited.promise, look.then((seen): CheckReport => ({ name, ...seen }))]);
  } catch (error) {
    const code = errorCode(error);
    return { name, state: "failed", facts: {}, ...(code === null ? {} : { code }) };
  } finally {
    clearTimeout(timer);
  }
}

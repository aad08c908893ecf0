import { toHex } from "#core/bytes.ts";
import type { Engine } from "#core/log/engine.ts";
import { ok, type Result } from "#core/result.ts";
import { auditLog, type LogAudit, type LogAuditProblem } from "../audit-log.ts";
import type { Finding } from "../finding.ts";
import type { AuditState } from "../record/audit-state.ts";
import type { LogSource } from "../source/log-source.ts";
import type { Progress } from "../terminal/progress.ts";
import { newestQuorumSeconds } from "../tree/freshness.ts";
import type { Trust } from "../tree/trust.ts";
import type { Alarm } from "./alarm.ts";

/** Witnesses sign the head again every minute even when nothing happens; a head older than this is withheld or stuck. */
export const headAgeMinutesMaxDefault = 10;

export interface WatchOptions {
  readonly engine: Engine;
  readonly source: LogSource;
  readonly trust: Trust;
  readonly headAgeMinutesMax: number;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  readonly progress: (what: string) => Progress;
}

export interface WatchRound {
  readonly alarms: readonly Alarm[];
  readonly audit: LogAudit;
}

/** Looks at a log again and again, each time from its own last head, and calls out what was not called out before. */
export class LogWatch {
  readonly #options: WatchOptions;
  #state: AuditState | null;
  readonly #told = new Set<string>();

  constructor(options: WatchOptions, state: AuditState | null) {
    this.#options = options;
    this.#state = state;
  }

  /** Where the watch stands; survives a restart when it is written down. */
  get state(): AuditState | null {
    return this.#state;
  }

  /** One look. */
  async look(): Promise<Result<WatchRound, LogAuditProblem>> {
    const { engine, source, trust, progress } = this.#options;
    const outcome = await auditLog({ engine, source, trust, since: this.#state, progress });
    if (!outcome.ok) return outcome;
    const audit = outcome.value;
    this.#state = audit.state ?? this.#state;
    return ok({ audit, alarms: this.#alarms(audit).filter((alarm) => this.#isNew(alarm)) });
  }

  #alarms(audit: LogAudit): Alarm[] {
    const now = this.#options.now();
    const stale = this.#staleness(audit, now);
    return [
      ...[...audit.findings, ...(stale === null ? [] : [stale])].map(
        (finding) => ({ alarm: "record", finding }) as const,
      ),
      ...audit.gaps.map((gap) => ({ alarm: "time-gap", gap }) as const),
      ...audit.conduct.map((found) => ({ alarm: "conduct", found }) as const),
      ...audit.overdueAt(now).map((overdue) => ({ alarm: "overdue", overdue }) as const),
    ];
  }

  #staleness(audit: LogAudit, now: number): Finding | null {
    const { headAgeMinutesMax } = this.#options;
    const timeSeconds = newestQuorumSeconds(audit.head, audit.trust);
    const ageMinutes = (now / 1000 - timeSeconds) / 60;
    return ageMinutes > headAgeMinutesMax
      ? { kind: "cosignature-stale", timeSeconds, ageMinutesMax: headAgeMinutesMax }
      : null;
  }

  /** Each thing is called out once, as long as the watch runs. */
  #isNew(alarm: Alarm): boolean {
    const name = nameOfAlarm(alarm);
    if (this.#told.has(name)) return false;
    this.#told.add(name);
    return true;
  }
}

function nameOfAlarm(alarm: Alarm): string {
  switch (alarm.alarm) {
    case "overdue":
      return `overdue ${toHex(alarm.overdue.caseTag)} ${alarm.overdue.due}`;
    case "conduct":
      return `conduct ${alarm.found.index} ${alarm.found.finding.finding}`;
    case "time-gap":
      return `time-gap ${alarm.gap.firstIndex}`;
    case "record":
      return JSON.stringify(alarm.finding, (_, held) => (typeof held === "bigint" ? String(held) : held));
  }
}

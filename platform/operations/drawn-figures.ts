/** What of all figures an operator's page draws. It reads the very samples that Prometheus gets. */
import { diskFreeBytesNoticed } from "#engines/operations/disk-check.ts";
import type { NamedSample, ReadFamily } from "#engines/operations/metrics.ts";
import { thresholds } from "./thresholds.ts";

/** How near a figure is to where an operator should look. */
export interface NearAlarm {
  readonly key: "waiting-act" | "checkpoint" | "due-mail" | "waiting-file" | "database" | "failures" | "disk";
  readonly value: number;
  readonly limit: number;
  readonly unit: "seconds" | "share" | "bytes-free";
  /** 1 where the alarm is reached. */
  readonly share: number;
}

export const outcomes = ["answered", "led-on", "refused", "held-up", "failed"] as const;
export type Outcome = (typeof outcomes)[number];

export interface DrawnFigures {
  readonly alarms: readonly NearAlarm[];
  /** Requests since the program began; none where it answers no people. */
  readonly requests: ReadonlyMap<Outcome, number>;
  /** The slowest routes by their mean, in seconds, with how often they were asked. */
  readonly slowest: readonly { readonly route: string; readonly mean: number; readonly count: number }[];
  readonly witnesses: readonly {
    readonly witness: string;
    readonly answer: string;
    readonly count: number;
  }[];
}

const slowestShown = 6;

/** Picks and judges. A figure that is not there has no row. */
export function drawnFigures(families: readonly ReadFamily[]): DrawnFigures {
  const all = families.flatMap(({ samples }) => samples);
  const named = (name: string) => all.filter((sample) => sample.name === name);
  const requests = requestsByOutcome(named("aydyn_http_requests_total"));
  return {
    alarms: alarmsOf(named, requests),
    requests,
    slowest: slowestRoutes(named),
    witnesses: named("aydyn_log_witness_answers_total").map(({ labels, value }) => ({
      ...{ witness: labels.witness ?? "", answer: labels.answer ?? "", count: value },
    })),
  };
}

type Named = (name: string) => readonly NamedSample[];

function alarmsOf(named: Named, requests: ReadonlyMap<Outcome, number>): readonly NearAlarm[] {
  const seconds = (key: NearAlarm["key"], name: string, limit: number): NearAlarm[] => {
    const values = named(name).map(({ value }) => value);
    if (values.length === 0) return [];
    const value = Math.max(...values);
    return [{ key, value, limit, unit: "seconds", share: value / limit }];
  };
  return [
    ...seconds("waiting-act", "aydyn_oldest_waiting_act_age_seconds", thresholds.waitingActSeconds),
    ...seconds("checkpoint", "aydyn_checkpoint_age_seconds", thresholds.checkpointAgeSeconds),
    ...seconds("due-mail", "aydyn_oldest_due_mail_age_seconds", thresholds.dueMailSeconds),
    ...seconds("waiting-file", "aydyn_oldest_waiting_file_age_seconds", thresholds.waitingFileSeconds),
    ...seconds("database", "aydyn_database_answer_seconds", thresholds.databaseAnswerSeconds),
    ...failures(requests),
    ...named("aydyn_disk_free_bytes").map(({ value }) => ({
      ...({ key: "disk", value, limit: diskFreeBytesNoticed, unit: "bytes-free" } as const),
      share: diskFreeBytesNoticed / Math.max(1, value),
    })),
  ];
}

function failures(requests: ReadonlyMap<Outcome, number>): readonly NearAlarm[] {
  const count = [...requests.values()].reduce((sum, one) => sum + one, 0);
  if (count === 0) return [];
  const value = (requests.get("failed") ?? 0) / count;
  const limit = thresholds.failedRequestShare;
  return [{ key: "failures", value, limit, unit: "share", share: value / limit }];
}

function requestsByOutcome(samples: readonly NamedSample[]): ReadonlyMap<Outcome, number> {
  const counts = new Map<Outcome, number>();
  for (const { labels, value } of samples) {
    const outcome = outcomeOf(Number(labels.status));
    counts.set(outcome, (counts.get(outcome) ?? 0) + value);
  }
  return counts;
}

function outcomeOf(status: number): Outcome {
  if (status === 429) return "held-up";
  if (status >= 500) return "failed";
  if (status >= 400) return "refused";
  // 304 is an answer: what the browser has is still true.
  return status >= 300 && status !== 304 ? "led-on" : "answered";
}

function slowestRoutes(named: Named): DrawnFigures["slowest"] {
  const counts = new Map(
    named("aydyn_http_request_duration_seconds_count").map(({ labels, value }) => [labels.route, value]),
  );
  return named("aydyn_http_request_duration_seconds_sum")
    .map(({ labels, value }) => {
      const count = counts.get(labels.route) ?? 0;
      return { route: labels.route ?? "", mean: value / Math.max(1, count), count };
    })
    .sort((one, other) => other.mean - one.mean)
    .slice(0, slowestShown);
}

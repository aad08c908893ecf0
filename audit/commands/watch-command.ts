import { rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describeFinding } from "../finding.ts";
import {
  type AuditState,
  auditStateBytesMax,
  auditStateText,
  parseAuditState,
} from "../record/audit-state.ts";
import { timeGapMinutesMax } from "../record/time-gaps.ts";
import { describeSourceProblem } from "../source/log-source.ts";
import { sourceOfPlace } from "../source/source-of-place.ts";
import { progressOn } from "../terminal/progress.ts";
import { printable } from "../terminal/terminal.ts";
import { describeAlarm } from "../watch/alarm.ts";
import { headAgeMinutesMaxDefault, LogWatch, type WatchRound } from "../watch/log-watch.ts";
import {
  type Command,
  type GivenArguments,
  readNamedText,
  type Surroundings,
  UsageError,
} from "./command.ts";
import { type ExitCode, exitCodes, exitCodesHelp } from "./exit-codes.ts";
import { bodyNames, saveEvidence } from "./output.ts";
import { trustGiven, trustOptions } from "./trust-options.ts";

const intervalSecondsDefault = 60;

export const watchCommand: Command = {
  name: "watch",
  summary: "keep looking at a log and call out what is wrong",
  arguments: ["URL|DIR"],
  options: {
    ...trustOptions,
    state: { value: "FILE", help: "remember in this file what has been seen" },
    once: { help: "look once and end; exit code 5 when there are alarms" },
    interval: { value: "SECONDS", help: `pause between two looks; ${intervalSecondsDefault} when left out` },
    "max-age": {
      value: "MINUTES",
      help: `how old the newest cosignature may be; ${headAgeMinutesMaxDefault} when left out`,
    },
    json: { help: "one line of JSON for each alarm" },
  },
  details: `Verifies what is new in a log and calls out: a log that shows two histories or is cut short, a head that no
longer moves, altered or missing files, gaps in serials, acts whose claimed time is more than ${timeGapMinutesMax} minutes from the
witnesses', due days later than the law allows, impossible sequences, late forwardings, exhausted pauses, late answers,
closings that the applicant disputes, and every case that waits beyond its due day. Each is called out once.

With --state the watch goes on where it ended, and the log can never again show less than what was seen.

${exitCodesHelp}`,
  run: runWatch,
};

async function runWatch(given: GivenArguments, surroundings: Surroundings): Promise<ExitCode> {
  const { terminal, engine, now, web } = surroundings;
  const [place = ""] = given.positionals;
  const statePath = given.value("state");
  const watch = new LogWatch(
    {
      engine,
      source: sourceOfPlace(place, web),
      trust: await trustGiven(given, engine),
      headAgeMinutesMax: numberGiven(given, "max-age", headAgeMinutesMaxDefault),
      now,
      progress: (what) => progressOn(terminal, what, now),
    },
    statePath === null ? null : await stateAt(statePath),
  );
  const intervalMs = numberGiven(given, "interval", intervalSecondsDefault) * 1000;
  for (;;) {
    const code = await lookOnce(watch, given, surroundings);
    if (statePath !== null && watch.state !== null) await keepState(statePath, watch.state);
    if (given.has("once")) return code;
    await web.wait(intervalMs);
  }
}

async function lookOnce(
  watch: LogWatch,
  given: GivenArguments,
  { terminal, now }: Surroundings,
): Promise<ExitCode> {
  const outcome = await watch.look();
  if (outcome.ok) {
    sayRound(outcome.value, given, { terminal, now });
    const { evidence, head } = outcome.value.audit;
    if (evidence !== null) {
      const folder = dirname(given.value("state") ?? "log");
      await saveEvidence(terminal, evidence, join(folder, `log-${head.checkpoint.size}`));
    }
    return outcome.value.alarms.length > 0 ? exitCodes.alarms : exitCodes.verified;
  }
  switch (outcome.problem.kind) {
    case "unreachable":
      terminal.note(`The log cannot be read: ${describeSourceProblem(outcome.problem.problem)}`);
      return exitCodes.unreachable;
    case "unusable":
      terminal.say(`RECORD: ${printable(describeFinding(outcome.problem.finding))}`);
      return exitCodes.alarms;
    case "state-of-another-log":
      throw new UsageError(`the state is of another log: ${printable(outcome.problem.origin)}`);
  }
}

function sayRound(
  { alarms, audit }: WatchRound,
  given: GivenArguments,
  { terminal, now }: Pick<Surroundings, "terminal" | "now">,
): void {
  const nameOf = bodyNames(audit.parameters);
  const at = new Date(now()).toISOString();
  for (const alarm of alarms) {
    const message = printable(describeAlarm(alarm, nameOf));
    terminal.say(given.has("json") ? jsonLine({ at, message, ...alarm }) : message);
  }
  const { origin, size } = audit.head.checkpoint;
  terminal.note(`${at} ${printable(origin)}: ${size} entries, ${alarms.length} new alarm(s)`);
}

function jsonLine(value: unknown): string {
  return JSON.stringify(value, (_, held) => {
    if (typeof held === "bigint") return held.toString();
    return held instanceof Uint8Array ? Buffer.from(held).toString("hex") : held;
  });
}

function numberGiven(given: GivenArguments, option: "interval" | "max-age", otherwise: number): number {
  const text = given.value(option);
  if (text === null) return otherwise;
  if (!/^[1-9][0-9]{0,6}$/.test(text)) throw new UsageError(`--${option} is a whole number above 0`);
  return Number(text);
}

async function stateAt(path: string): Promise<AuditState | null> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  if (!exists) return null;
  const state = parseAuditState(await readNamedText(path, auditStateBytesMax));
  if (!state.ok) throw new UsageError(`${path} is not a state that a watch wrote`);
  return state.value;
}

async function keepState(path: string, state: AuditState): Promise<void> {
  await writeFile(`${path}.part`, auditStateText(state));
  await rename(`${path}.part`, path);
}

import { type CivilDate, civilDateText, parseCivilDate } from "#core/clock/civil-date.ts";
import { parseStub, type Stub, stubNumberText } from "#core/record/stub.ts";
import { type Result, unreachable } from "#core/result.ts";
import { describeFinding } from "../finding.ts";
import { type LogAtHand, openLog } from "../receipt/receipt-against.ts";
import { type StubFailure, type StubVerdict, verifyStub } from "../receipt/verify-stub.ts";
import { readPublishedParameters } from "../record/published-parameters.ts";
import { instantText } from "../record/record-finding.ts";
import { describeSourceProblem } from "../source/log-source.ts";
import { sourceOfPlace } from "../source/source-of-place.ts";
import { grouped, progressOn } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import {
  type Command,
  type GivenArguments,
  readNamedText,
  type Surroundings,
  UsageError,
} from "./command.ts";
import { type ExitCode, exitCodes, exitCodesHelp } from "./exit-codes.ts";
import { jsonText, sayLabelled, secondsText } from "./output.ts";
import { trustGiven, trustOptions } from "./trust-options.ts";

const stubBytesMax = 4_096;

export const verifyStubCommand: Command = {
  name: "verify stub",
  summary: "check the stub of a paper: is it genuine, and was the paper ever registered?",
  arguments: ["STUB"],
  options: {
    ...trustOptions,
    against: { value: "URL|DIR", help: "the log or a mirror of it; required" },
    "handed-in": { value: "DATE", help: "the day written on the stub: does the record count from it?" },
    json: { help: "answer as JSON" },
  },
  details: `STUB is what stands on the stub, such as 311-2-0017-K7QM-2H4T-9XBC-D3EF, or a file that holds it.
Reads every entry of the log and every public act about stubs, and says: whether the pad was issued in this log before
its sheets were used, whether the check code is that of the sheet, and whether a registration names the stub. That none
does is said as of the log's checkpoint, and only when the copy is whole: an old mirror proves an old state. Get a
fresh one with aydyn mirror. Without --policy nobody says whether the witnesses suffice, and the exit code is 3.

A stub says who took the paper and when by the signature on it; that is for people to judge, not for this command.

${exitCodesHelp}`,
  run: runVerifyStub,
};

async function runVerifyStub(given: GivenArguments, surroundings: Surroundings): Promise<ExitCode> {
  const { terminal, engine, now } = surroundings;
  const stub = await stubGiven(given.positionals[0] ?? "");
  const handedIn = dayGiven(given.value("handed-in"));
  const place = given.value("against");
  if (place === null)
    throw new UsageError("a stub proves nothing alone: name a log or a mirror with --against");
  const log = await logAt(place, given, surroundings);
  if (typeof log === "number") return log;
  const published = await readPublishedParameters(log.source);
  // Where the leaves do not prove what the log publishes of its rules, no day is judged by them.
  const parameters = log.bodyKeys !== null && published.ok ? published.value.parameters : null;
  const progress = progressOn(terminal, "Looking through the log", now);
  const verdict = await verifyStub({ engine, log, parameters, progress }, stub, handedIn);
  const problem = problemWith(log, verdict, stub);
  const held = verdict.ok ? verdict.value : null;
  if (given.has("json")) sayJson(terminal, log, held, problem);
  else sayVerdict(terminal, log, stub, held, problem);
  if (problem !== null) return exitCodes.failed;
  return log.head.quorum === null ? exitCodes.witnessesNotJudged : exitCodes.verified;
}

async function logAt(
  place: string,
  given: GivenArguments,
  { engine, terminal, web }: Surroundings,
): Promise<LogAtHand | ExitCode> {
  const log = await openLog(engine, sourceOfPlace(place, web), await trustGiven(given, engine));
  if (log.ok) return log.value;
  if (log.problem.kind === "unreachable") {
    terminal.note(`The log at ${place} cannot be read: ${describeSourceProblem(log.problem.problem)}`);
    return exitCodes.unreachable;
  }
  terminal.note(`The log at ${place} cannot be used: ${describeFinding(log.problem.finding)}`);
  return exitCodes.failed;
}

function problemWith(log: LogAtHand, verdict: Result<StubVerdict, StubFailure>, stub: Stub): string | null {
  if (log.head.quorum === false) return quorumMissing;
  return verdict.ok ? null : describeFailure(verdict.problem, stub);
}

const quorumMissing = "the witnesses of the policy have not signed this checkpoint";

async function stubGiven(text: string): Promise<Stub> {
  const typed = parseStub(text);
  if (typed.ok) return typed.value;
  const file = parseStub((await readNamedText(text, stubBytesMax)).trim());
  if (!file.ok) throw new UsageError(`${text} holds no stub: it looks like 311-2-0017-K7QM-2H4T-9XBC-D3EF`);
  return file.value;
}

function dayGiven(text: string | null): CivilDate | null {
  if (text === null) return null;
  const day = parseCivilDate(text);
  if (!day.ok) throw new UsageError("--handed-in takes a day such as 2026-11-25");
  return day.value;
}

function describeFailure(failure: StubFailure, stub: Stub): string {
  switch (failure.kind) {
    case "cannot-say":
      return `nothing can be said: ${failure.reason}`;
    case "no-such-pad":
      return `no act of this log has issued a pad with sheet ${stubNumberText(stub)}`;
    case "code-differs":
      return `the check code is not that of sheet ${stubNumberText(stub)} (entry ${failure.index}): mistyped, or forged`;
    case "registration-empty":
      return `entry ${failure.stubIndex} calls the stub registered, but names no filing of this log`;
    case "registration-shared":
      return `entries ${failure.stubIndex} and ${failure.otherIndex} name one filing for two stubs: one paper was not registered`;
    default:
      return unreachable(failure);
  }
}

function sayVerdict(
  terminal: Terminal,
  { head }: LogAtHand,
  stub: Stub,
  verdict: StubVerdict | null,
  problem: string | null,
): void {
  const label = (name: string, text: string): void => sayLabelled(terminal, name, text);
  if (problem !== null || verdict === null) {
    terminal.say("THE STUB DOES NOT HOLD");
    label("Stub", stubNumberText(stub));
    terminal.say(`  ${problem ?? ""}`);
    return;
  }
  terminal.say(headline(verdict));
  label("Log", head.checkpoint.origin);
  label("Stub", stubNumberText(stub));
  if (verdict.pad === null)
    label("Pad", "none: the offline page made this stub; only a signature says who took it");
  else {
    const { index, time, stubs } = verdict.pad;
    label("Pad", `of ${stubs} sheets, issued in entry ${grouped(index)} on ${instantText(time)}`);
  }
  label("As of", `checkpoint ${grouped(head.checkpoint.size)}`);
  const witnesses = head.cosignatures.map(
    ({ name, timeSeconds }) => `${name} at ${secondsText(timeSeconds)}`,
  );
  label(
    "Witnesses",
    [...witnesses, ...(head.quorum === null ? ["not judged: no --policy was given"] : [])].join("\n"),
  );
  sayStanding(label, verdict);
}

function headline(verdict: StubVerdict): string {
  switch (verdict.standing) {
    case "registered":
      return "REGISTERED: a filing of this log was made with this stub.";
    case "void":
      return "VOID: the sheet was declared unused, and no filing was made with it.";
    case "not-registered":
      return verdict.pad === null
        ? "NOT REGISTERED: no filing of this log was made with this stub."
        : "GENUINE AND NOT REGISTERED: the pad was issued, and no filing of this log was made with this stub.";
    default:
      return unreachable(verdict);
  }
}

function sayStanding(label: (name: string, text: string) => void, verdict: StubVerdict): void {
  if (verdict.standing === "registered") {
    const { leaf, index, dayKept, stubIndex } = verdict;
    label(
      "Filing",
      `entry ${grouped(index)}, entered ${instantText(leaf.time)}, named by entry ${grouped(stubIndex)}`,
    );
    if (dayKept === null) return;
    const { due, lawful, kept } = dayKept;
    const words = kept ? "the record counts from that day" : "THE RECORD COUNTS FROM A LATER DAY";
    label("Day", `${words}: due ${civilDateText(due)}, at the latest lawful ${civilDateText(lawful)}`);
  }
  if (verdict.standing === "void") {
    label(
      "Void since",
      `entry ${grouped(verdict.index)} on ${instantText(verdict.time)} (${verdict.reason})`,
    );
    label(
      "Note",
      "a stub that was given out before, with day and signature, still shows that a paper was taken",
    );
  }
}

function sayJson(
  terminal: Terminal,
  { head }: LogAtHand,
  verdict: StubVerdict | null,
  problem: string | null,
): void {
  const { origin, size } = head.checkpoint;
  const asOf = { origin, size, quorum: head.quorum, cosignatures: head.cosignatures };
  terminal.say(jsonText(problem === null ? { ok: true, ...verdict, asOf } : { ok: false, problem, asOf }));
}

import { toHex, utf8Text } from "#core/bytes.ts";
import { civilDateOfDays, civilDateText } from "#core/clock/civil-date.ts";
import { kindOfLeafNumber } from "#core/record/kinds.ts";
import type { Leaf } from "#core/record/leaf.ts";
import type { OpenedPart } from "#core/record/payload.ts";
import { parseSmallReceipt } from "#core/record/small-receipt.ts";
import { describeFinding } from "../finding.ts";
import { type LogAtHand, openLog } from "../receipt/receipt-against.ts";
import { receiptTextOfCode } from "../receipt/receipt-of-code.ts";
import {
  type ReceiptFailure,
  type ReceiptReport,
  trustForReceipt,
  verifyReceiptText,
} from "../receipt/verify-receipt.ts";
import { instantText } from "../record/record-finding.ts";
import { describeSourceProblem } from "../source/log-source.ts";
import { sourceOfPlace } from "../source/source-of-place.ts";
import { grouped, progressOn } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Trust } from "../tree/trust.ts";
import {
  type Command,
  type GivenArguments,
  readNamedText,
  type Surroundings,
  UsageError,
} from "./command.ts";
import { type ExitCode, exitCodes, exitCodesHelp } from "./exit-codes.ts";
import { jsonText, saveEvidence, sayLabelled, secondsText } from "./output.ts";
import { trustGiven, trustOptions } from "./trust-options.ts";

const receiptBytesMax = 64 * 1024 * 1024;
const partTextLengthMax = 4_000;

export const verifyReceiptCommand: Command = {
  name: "verify receipt",
  summary: "check a receipt: is this act in the log, and who saw it?",
  arguments: ["FILE"],
  options: {
    ...trustOptions,
    against: { value: "URL|DIR", help: "hold it against the log itself or a mirror of it" },
    json: { help: "answer as JSON" },
  },
  details: `Checks a receipt without asking anybody: the entry, the texts that the receipt opens, the proof, the log's
signature and the witnesses. Without --policy nobody says whether the witnesses suffice, and the exit code is 3.
With --against it is also held against the log or a mirror: the log must contain what the receipt proves. If it shows
another history instead, the two signed checkpoints are written to FILE.tlog-fraud as evidence. A queued receipt, a
promise of the body, is looked for in the whole log. The letters of a QR code, saved in a file, are a receipt too; those
of the small code need --against.

${exitCodesHelp}`,
  run: runVerifyReceipt,
};

async function runVerifyReceipt(given: GivenArguments, surroundings: Surroundings): Promise<ExitCode> {
  const { terminal, engine, now } = surroundings;
  const [file = ""] = given.positionals;
  const text = receiptTextOfCode(await readNamedText(file, receiptBytesMax));
  const trust = await trustGiven(given, engine);
  const against = given.value("against");
  if (against === null && parseSmallReceipt(text.trim()).ok) {
    throw new UsageError("a small receipt proves nothing alone: name a log or a mirror with --against");
  }
  const log = against === null ? null : await logAt(against, trustForReceipt(text, trust), surroundings);
  if (typeof log === "number") return log;
  const progress = progressOn(terminal, "Looking through the log", now);
  const outcome = await verifyReceiptText({ engine, trust, log, progress }, text);
  if (!outcome.ok) return sayFailure(outcome.problem, file, given, terminal);
  if (given.has("json")) {
    terminal.say(jsonText({ ok: true, ...outcome.value, policyDigest: trust.policyDigest }));
  } else {
    sayReport(terminal, outcome.value, trust);
  }
  return exitCodeOf(outcome.value);
}

async function sayFailure(
  { problems, evidence }: ReceiptFailure,
  file: string,
  given: GivenArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  if (given.has("json")) {
    terminal.say(jsonText({ ok: false, problems }));
  } else {
    terminal.say("THE RECEIPT DOES NOT HOLD");
    for (const problem of problems) terminal.say(`  ${problem}`);
  }
  if (evidence !== null) await saveEvidence(terminal, evidence, file);
  return exitCodes.failed;
}

async function logAt(place: string, trust: Trust, surroundings: Surroundings): Promise<LogAtHand | ExitCode> {
  const log = await openLog(surroundings.engine, sourceOfPlace(place, surroundings.web), trust);
  if (log.ok) return log.value;
  if (log.problem.kind === "unreachable") {
    surroundings.terminal.note(
      `The log at ${place} cannot be read: ${describeSourceProblem(log.problem.problem)}`,
    );
    return exitCodes.unreachable;
  }
  surroundings.terminal.note(`The log at ${place} cannot be used: ${describeFinding(log.problem.finding)}`);
  return exitCodes.failed;
}

function exitCodeOf({ standing }: ReceiptReport): ExitCode {
  if (standing.kind === "queued") return exitCodes.queuedOnly;
  return standing.judged ? exitCodes.verified : exitCodes.witnessesNotJudged;
}

function sayReport(terminal: Terminal, report: ReceiptReport, trust: Trust): void {
  terminal.say(verdictOf(report));
  const label = (name: string, text: string): void => sayLabelled(terminal, name, text);
  label("Log", report.origin);
  if (report.logKey !== null) label("Log key", report.logKey);
  if (report.leaf !== null) sayLeaf(label, report.leaf);
  const { standing } = report;
  if (standing.kind === "in-log") {
    label("Entry", `${grouped(standing.index)} of ${grouped(standing.size)}`);
    const witnesses = standing.witnesses.map(
      ({ name, timeSeconds }) => `${name} at ${secondsText(timeSeconds)}`,
    );
    label("Witnesses", witnesses.length > 0 ? witnesses.join("\n") : "not judged: no --policy was given");
  } else {
    label("Promised", `by body ${standing.statement.body} on ${instantText(standing.statement.time)}`);
    if (standing.statement.due > 0) label("Answer due", dueText(standing.statement.due));
    label(
      "Body's key",
      standing.keyJudged ? "one that the log names" : "not judged: hold it against the log with --against",
    );
  }
  label("Policy", trust.policyDigest === null ? "none" : `SHA-256 ${trust.policyDigest}`);
  if (report.fingerprint !== null) label("Fingerprint", `${report.fingerprint} (as the receipt states it)`);
  if (report.heldAgainst !== null) label("Held against", report.heldAgainst);
  sayOpening(label, report);
  for (const remark of report.remarks) label("Note", remark);
}

function verdictOf({ standing }: ReceiptReport): string {
  if (standing.kind === "queued")
    return "QUEUED: the body promised to enter this act. A promise is not a proof.";
  return standing.judged
    ? "WITNESSED: this act is in the log, and the witnesses that you trust have seen it."
    : "IN THIS LOG: the proof holds; witnesses were not judged.";
}

function sayLeaf(label: (name: string, text: string) => void, leaf: Leaf): void {
  label(
    "Act",
    `${kindOfLeafNumber(leaf.kind) ?? `unknown kind ${leaf.kind}`}, body ${leaf.body}, serial ${leaf.serial}`,
  );
  label("Time", `${instantText(leaf.time)} (claimed by the body)`);
  label("Answer due", leaf.due === 0 ? "nothing is owed" : `${dueText(leaf.due)} (claimed by the body)`);
}

function dueText(due: number): string {
  return civilDateText(civilDateOfDays(due));
}

function sayOpening(label: (name: string, text: string) => void, { opening, payload }: ReceiptReport): void {
  if (opening === null || payload === null) {
    label("Content", "not opened by this receipt");
    return;
  }
  label("Done by", `${payload.actor}, ${instantText(payload.at)}`);
  for (const { name } of payload.parts) {
    const part = opening.parts.find((opened) => opened.name === name);
    label(`Part ${name}`, part === undefined ? "not opened" : partText(part));
  }
}

function partText({ bytes }: OpenedPart): string {
  const text = utf8Text(bytes);
  const isText = text !== null && text.length <= partTextLengthMax && !/[^\P{Cc}\n\t\r]/u.test(text);
  return isText ? text : `${grouped(bytes.length)} bytes, beginning ${toHex(bytes.slice(0, 16))}`;
}

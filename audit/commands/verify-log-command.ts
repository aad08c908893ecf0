import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { toBase64 } from "#core/bytes.ts";
import { civilDateText } from "#core/clock/civil-date.ts";
import { fingerprint } from "#core/record/fingerprint.ts";
import { auditLog, type LogAudit } from "../audit-log.ts";
import type { Finding } from "../finding.ts";
import { describeFinding } from "../finding.ts";
import {
  type AuditState,
  auditStateBytesMax,
  auditStateText,
  parseAuditState,
} from "../record/audit-state.ts";
import { describeCaseFinding } from "../record/case-reading.ts";
import { instantText } from "../record/record-finding.ts";
import { describeTimeGap } from "../record/time-gaps.ts";
import { describeSourceProblem } from "../source/log-source.ts";
import { sourceOfPlace } from "../source/source-of-place.ts";
import { grouped, progressOn } from "../terminal/progress.ts";
import { printable, type Terminal } from "../terminal/terminal.ts";
import { newestQuorumSeconds } from "../tree/freshness.ts";
import {
  type Command,
  type GivenArguments,
  readNamedText,
  type Surroundings,
  UsageError,
} from "./command.ts";
import { type ExitCode, exitCodes, exitCodesHelp } from "./exit-codes.ts";
import { bodyNames, jsonText, saveEvidence, sayLabelled, secondsText } from "./output.ts";
import { trustGiven, trustOptions } from "./trust-options.ts";

/** Lines of one list on the screen; --all shows the rest. */
const linesShownMax = 20;

export const verifyLogCommand: Command = {
  name: "verify log",
  summary: "check a whole log, or what is new in it: nothing altered, nothing missing",
  arguments: ["URL|DIR"],
  options: {
    ...trustOptions,
    since: { value: "STATE", help: "read only what is new since the audit that wrote this file" },
    "state-out": { value: "FILE", help: "write where this audit ended" },
    "max-age": { value: "MINUTES", help: "fail when the newest cosignature is older" },
    all: { help: "show every line of long lists" },
    json: { help: "answer as JSON" },
  },
  details: `Reads every entry of a log at an address or in a folder (a mirror, a USB stick) and recomputes everything:
entries against tiles and the signed root; every kept checkpoint against the tree; signatures and witnesses; that leaves
are well formed, times never go back, serials have no gap, each act names the one before it; that published parameters
and payloads are what the entries commit to, and that what was erased is gone. What the law has against acts (late,
inflated due days, impossible sequences) is listed too, but does not make the log fail: it is about the bodies.

With --since, an earlier audit's state is the starting point: only new entries are read, and the tree must contain the
old one. Published payloads of old entries are then not read again.

${exitCodesHelp}`,
  run: runVerifyLog,
};

async function runVerifyLog(given: GivenArguments, surroundings: Surroundings): Promise<ExitCode> {
  const { terminal, engine, now } = surroundings;
  const [place = ""] = given.positionals;
  const trust = await trustGiven(given, engine);
  const ageMinutesMax = minutesGiven(given.value("max-age"));
  const since = await stateGiven(given.value("since"));
  const outcome = await auditLog({
    engine,
    source: sourceOfPlace(place, surroundings.web),
    trust,
    since,
    progress: (what) => progressOn(terminal, what, now),
  });
  if (!outcome.ok) {
    switch (outcome.problem.kind) {
      case "unreachable":
        terminal.note(`The log cannot be read: ${describeSourceProblem(outcome.problem.problem)}`);
        return exitCodes.unreachable;
      case "unusable":
        terminal.say(`NOT VERIFIED: ${printable(describeFinding(outcome.problem.finding))}`);
        return exitCodes.failed;
      case "state-of-another-log":
        throw new UsageError(`the state is of another log: ${printable(outcome.problem.origin)}`);
    }
  }
  const audit = outcome.value;
  const stale = ageMinutesMax === null ? null : staleness(audit, now(), ageMinutesMax);
  const findings = stale === null ? audit.findings : [...audit.findings, stale];
  const stateOut = given.value("state-out");
  if (stateOut !== null && audit.state !== null && findings.length === 0)
    await writeFile(stateOut, auditStateText(audit.state));
  if (given.has("json")) terminal.say(jsonText(jsonOf(audit, findings)));
  else sayAudit(terminal, audit, findings, { engine, all: given.has("all") });
  if (audit.evidence !== null) {
    const folder = dirname(stateOut ?? given.value("since") ?? "log");
    await saveEvidence(terminal, audit.evidence, join(folder, `log-${audit.head.checkpoint.size}`));
  }
  if (findings.length > 0) return exitCodes.failed;
  return audit.head.quorum === true ? exitCodes.verified : exitCodes.witnessesNotJudged;
}

function minutesGiven(text: string | null): number | null {
  if (text === null) return null;
  if (!/^[1-9][0-9]{0,6}$/.test(text)) throw new UsageError("--max-age is a number of minutes");
  return Number(text);
}

async function stateGiven(path: string | null): Promise<AuditState | null> {
  if (path === null) return null;
  const state = parseAuditState(await readNamedText(path, auditStateBytesMax));
  if (!state.ok) throw new UsageError(`${path} is not a state that an audit wrote`);
  return state.value;
}

/** The witnesses' newest word, when it is too old: a log that is withheld looks like one where nothing happens. */
function staleness(audit: LogAudit, now: number, ageMinutesMax: number): Finding | null {
  const timeSeconds = newestQuorumSeconds(audit.head, audit.trust);
  const ageMinutes = (now / 1000 - timeSeconds) / 60;
  return ageMinutes > ageMinutesMax ? { kind: "cosignature-stale", timeSeconds, ageMinutesMax } : null;
}

function jsonOf(audit: LogAudit, findings: readonly Finding[]): unknown {
  const { head } = audit;
  return {
    ok: findings.length === 0,
    origin: head.checkpoint.origin,
    size: head.checkpoint.size,
    root: toBase64(head.checkpoint.root),
    dayFingerprint: audit.dayFingerprint && {
      day: civilDateText(audit.dayFingerprint.day),
      digits: audit.dayFingerprint.digits,
    },
    logJudged: head.logJudged,
    quorum: head.quorum,
    policyDigest: audit.trust.policyDigest,
    cosignatures: head.cosignatures,
    entriesRead: audit.entriesRead,
    keptCheckpoints: audit.keptCheckpoints,
    keptWithQuorum: audit.keptWithQuorum,
    payloadsOpened: audit.payloadsOpened,
    findings: findings.map((finding) => ({ ...finding, message: describeFinding(finding) })),
    conduct: audit.conduct,
    timeGaps: audit.gaps,
    unknownKinds: audit.unknownKinds,
  };
}

function sayAudit(
  terminal: Terminal,
  audit: LogAudit,
  findings: readonly Finding[],
  show: { readonly engine: Surroundings["engine"]; readonly all: boolean },
): void {
  const { head, trust } = audit;
  const label = (name: string, text: string): void => sayLabelled(terminal, name, text);
  const read =
    audit.entriesRead === head.checkpoint.size ? "all read" : `${grouped(audit.entriesRead)} new ones read`;
  label("Log", head.checkpoint.origin);
  label(
    "Entries",
    `${grouped(head.checkpoint.size)}, ${read}; the last claims ${instantText(audit.latestTime)}`,
  );
  label("Root", toBase64(head.checkpoint.root));
  label("Fingerprint", `${fingerprint(show.engine, head.checkpoint)} (of this checkpoint)`);
  if (audit.dayFingerprint !== null) {
    const { day, digits } = audit.dayFingerprint;
    label("Digits", `${digits} (of ${civilDateText(day)}, as the pages of that day show them)`);
  }
  label(
    "Log's key",
    head.logJudged ? "signature verified" : "not judged: neither --policy nor --log-key was given",
  );
  label("Witnesses", witnessesText(audit));
  if (trust.policyDigest !== null) label("Policy", `SHA-256 ${trust.policyDigest}`);
  const withQuorum =
    audit.keptWithQuorum === null ? "" : `, ${grouped(audit.keptWithQuorum)} with the policy's quorum`;
  label("Checkpoints", `${grouped(audit.keptCheckpoints)} kept ones agree with the tree${withQuorum}`);
  label("Payloads", `${grouped(audit.payloadsOpened)} published ones open their entries`);
  sayList(terminal, "Times", audit.gaps.map(describeTimeGap), show.all);
  sayList(
    terminal,
    "Unknown",
    audit.unknownKinds.map((kind) => `acts of kind ${kind}: this version does not know it`),
    show.all,
  );
  const nameOf = bodyNames(audit.parameters);
  sayList(
    terminal,
    "Conduct",
    audit.conduct.map((found) => describeCaseFinding(found, nameOf)),
    show.all,
  );
  sayList(terminal, "Wrong", findings.map(describeFinding), show.all);
  terminal.say(verdictOf(audit, findings));
}

function witnessesText({ head, trust }: LogAudit): string {
  const names = head.cosignatures.map(({ name, timeSeconds }) => `${name} at ${secondsText(timeSeconds)}`);
  const judgement =
    trust.policy === null ? "as the log itself names them; not judged" : "named by the policy";
  return names.length === 0 ? "none" : `${names.join("\n")}\n(${judgement})`;
}

function sayList(terminal: Terminal, name: string, lines: readonly string[], all: boolean): void {
  if (lines.length === 0) return;
  const shown = all ? lines : lines.slice(0, linesShownMax);
  terminal.say("");
  terminal.say(`${name}: ${grouped(lines.length)}`);
  for (const line of shown) terminal.say(`  ${printable(line)}`);
  if (shown.length < lines.length)
    terminal.say(`  … and ${grouped(lines.length - shown.length)} more (--all)`);
  terminal.say("");
}

function verdictOf(audit: LogAudit, findings: readonly Finding[]): string {
  if (findings.length > 0) return `NOT VERIFIED: ${grouped(findings.length)} thing(s) wrong.`;
  if (audit.head.quorum === true)
    return "VERIFIED: the log is whole, and the policy's witnesses have seen this very log.";
  return "THE LOG AGREES WITH ITSELF. Whether everybody is shown the same log nobody judged: no --policy was given.";
}

import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import { rulesAt } from "#core/clock/clock-parameters.ts";
import type { Engine } from "#core/log/engine.ts";
import { fingerprint } from "#core/record/fingerprint.ts";
import { type Parameters, parametersFrom } from "#core/record/parameters.ts";
import type { Opening } from "#core/record/payload.ts";
import { parametersFile } from "#core/record/publication.ts";
import { parseReceipt, receiptText } from "#core/record/receipt.ts";
import { ok, type Result, refused, unreachable } from "#core/result.ts";
import { auditLog, type LogAudit } from "../audit-log.ts";
import { compareHeads } from "../evidence/compare-heads.ts";
import type { FraudEvidence } from "../evidence/fraud-file.ts";
import { describeFinding, type Finding, isTreeFinding } from "../finding.ts";
import { type LogAtHand, openLog } from "../receipt/receipt-against.ts";
import { trustForReceipt, verifyReceiptText } from "../receipt/verify-receipt.ts";
import { readPublishedParameters } from "../record/published-parameters.ts";
import type { LogSource } from "../source/log-source.ts";
import type { Progress } from "../terminal/progress.ts";
import { type JudgedCheckpoint, judgeCheckpoint } from "../tree/checkpoints.ts";
import { newestQuorumSeconds } from "../tree/freshness.ts";
import type { Trust } from "../tree/trust.ts";
import type { CertificateProof } from "./certificate-proof.ts";
import { type CaseRefusal, type CertifiedCase, certifyCase, type SentElsewhere } from "./certified-case.ts";
import { sentElsewhere } from "./sent-elsewhere.ts";

/** Everything that a certificate says. */
export interface Certificate {
  readonly certified: CertifiedCase;
  readonly sent: SentElsewhere | null;
  readonly parameters: Parameters;
  readonly asOf: CivilDate;
  readonly head: JudgedCheckpoint;
  /** Civil day by which the witnesses had signed the checkpoint. */
  readonly headOn: CivilDate;
  readonly fingerprint: string;
  /** Whether a policy's quorum signed the checkpoint; false when no policy was given. */
  readonly judged: boolean;
  readonly policyDigest: string | null;
  readonly rulesConfirmed: boolean;
  /** The body holding the case takes no part: the register is kept by somebody else. */
  readonly isOutside: boolean;
  /** Faults of the record that change nothing here, each a sentence; not part of what is certified. */
  readonly faultsElsewhere: readonly string[];
  readonly proof: CertificateProof;
}

/** Why no certificate is given. */
export type CertificateRefusal =
  | CaseRefusal
  | "mirror-unreachable"
  | "mirror-does-not-verify"
  | "receipt-does-not-hold"
  | "receipt-only-queued"
  | "mirror-older-than-receipt"
  | "log-key-unknown"
  | "policy-not-satisfied"
  | "checkpoint-not-dated"
  | "mirror-older-than-day"
  | "other-history"
  | "sending-not-shown"
  | "answer-brought-in";

export interface CertificateFailure {
  readonly reason: CertificateRefusal;
  readonly details: readonly string[];
  readonly evidence: FraudEvidence | null;
  /** Civil day up to which the mirror knows anything. */
  readonly headOn: CivilDate | null;
}

export interface CertificateRequest {
  readonly engine: Engine;
  readonly source: LogSource;
  readonly trust: Trust;
  readonly policy: string | null;
  readonly receipt: string;
  /** The day as of which it is drawn; `null` takes the day of the checkpoint. */
  readonly asOf: CivilDate | null;
  /** The checkpoint of a certificate that is made again; `null` takes the mirror's newest. */
  readonly checkpoint: string | null;
  readonly progress: (what: string) => Progress;
}

type Outcome<Value> = Result<Value, CertificateFailure>;

function no<Value>(
  reason: CertificateRefusal,
  more: Partial<CertificateFailure> = {},
): Result<Value, CertificateFailure> {
  return refused({ reason, details: [], evidence: null, headOn: null, ...more });
}

/** Verifies receipt and mirror as a whole, and certifies what they prove of the receipt's case, or says why nothing. */
export async function makeCertificate(request: CertificateRequest): Promise<Outcome<Certificate>> {
  const { engine } = request;
  const audit = await verifiedMirror(request);
  if (!audit.ok) return audit;
  const proved = await provedEntry(request, audit.value);
  if (!proved.ok) return proved;
  const { log, index, opening } = proved.value;
  const head = await headOf(request, log);
  if (!head.ok) return head;
  const { size } = head.value.checkpoint;
  if (index >= size) return no("mirror-older-than-receipt");
  const seconds = newestQuorumSeconds(head.value, log.trust);
  if (seconds === 0) return no("checkpoint-not-dated");
  const parameters = await parametersAt(request.source, size);
  if (parameters === null)
    return no("mirror-does-not-verify", { details: ["its parameters cannot be used"] });
  const headOn = civilDateAt(seconds * 1000, parameters.timeZone);
  const asOf = request.asOf ?? headOn;
  if (asOf > headOn) return no("mirror-older-than-day", { headOn });
  const sent = await sentElsewhere(request, log, index, opening);
  if (sent === "not-shown") return no("sending-not-shown");
  const acts = audit.value.acts.filter((act) => act.index < size);
  const certified = certifyCase({ acts, parameters, index, asOf, sent });
  if (!certified.ok) return no(certified.problem, { headOn });
  if (await isAnswerBroughtIn(request.source, certified.value)) return no("answer-brought-in", { headOn });
  const { holder } = certified.value;
  return ok({
    certified: certified.value,
    sent,
    parameters,
    asOf,
    head: head.value,
    headOn,
    fingerprint: fingerprint(engine, head.value.checkpoint),
    judged: head.value.quorum === true,
    policyDigest: request.trust.policyDigest,
    rulesConfirmed: rulesAt(parameters, seconds * 1000).confirmedByLawyer,
    isOutside: parameters.bodies.some(({ number, takesPart }) => number === holder && takesPart === false),
    faultsElsewhere: audit.value.findings.map(describeFinding),
    proof: {
      receipt: withoutTexts(request.receipt, sent !== null),
      checkpoint: head.value.text,
      asOf,
      policy: request.policy,
    },
  });
}

/** Whether a fault lets nothing be certified: it speaks against the tree, or against the law by which days are counted. */
function spoils(finding: Finding): boolean {
  if (isTreeFinding(finding)) return true;
  switch (finding.kind) {
    case "parameters-unusable":
    case "parameter-not-published":
      return true;
    case "published-file":
      return finding.problem.path === parametersFile;
    case "published-malformed":
      return finding.path === parametersFile;
    case "leaf-malformed":
    case "time-decreased":
    case "serial-gap":
    case "serial-repeated":
    case "previous-differs":
    case "opening-fails":
    case "erased-yet-whole":
      return false;
    default:
      return unreachable(finding);
  }
}

/**
 * The mirror, every entry read and judged. What speaks against the tree or against the published law is enough to certify
 * nothing. Other faults are the state's own and must not silence a citizen: a body that leaves out a serial, or publishes
 * a text that opens nothing, would otherwise spoil every certificate there is. They are told beside it.
 */
async function verifiedMirror(request: CertificateRequest): Promise<Outcome<LogAudit>> {
  const { engine, source, receipt, progress } = request;
  const trust = trustForReceipt(receipt, request.trust);
  const audit = await auditLog({ engine, source, trust, since: null, progress });
  if (!audit.ok) {
    const { problem } = audit;
    if (problem.kind === "unusable") {
      return no("mirror-does-not-verify", { details: [describeFinding(problem.finding)] });
    }
    return no("mirror-unreachable");
  }
  const { findings, evidence, head } = audit.value;
  const [onlyQuorum, ...others] = findings;
  if (onlyQuorum?.kind === "quorum-missing" && others.length === 0) return no("policy-not-satisfied");
  const spoiling = findings.filter(spoils);
  if (spoiling.length > 0) {
    return no("mirror-does-not-verify", { details: spoiling.map(describeFinding), evidence });
  }
  return head.logJudged ? ok(audit.value) : no("log-key-unknown");
}

interface ProvedEntry {
  readonly log: LogAtHand;
  readonly index: number;
  /** The payload that the receipt opens, if it does. */
  readonly opening: Opening | null;
}

async function provedEntry(request: CertificateRequest, audit: LogAudit): Promise<Outcome<ProvedEntry>> {
  const { engine, source, receipt, progress } = request;
  const log = await openLog(engine, source, trustForReceipt(receipt, request.trust));
  if (!log.ok) return no("mirror-unreachable");
  const context = { engine, trust: request.trust, log: log.value, progress: progress("Looking for the act") };
  const report = await verifyReceiptText(context, receipt);
  if (!report.ok) {
    const { problems, evidence } = report.problem;
    return no("receipt-does-not-hold", { details: problems, evidence });
  }
  const { standing, opening } = report.value;
  if (standing.kind === "queued") return no("receipt-only-queued");
  // A receipt may prove more than an old mirror, or one from which entries were removed, holds.
  if (standing.index >= audit.head.checkpoint.size) return no("mirror-older-than-receipt");
  return ok({ log: log.value, index: standing.index, opening });
}

async function headOf(request: CertificateRequest, log: LogAtHand): Promise<Outcome<JudgedCheckpoint>> {
  const { engine, source, checkpoint } = request;
  if (checkpoint === null) return ok(log.head);
  const judged = judgeCheckpoint(engine, checkpoint, log.trust);
  if (!judged.ok) return no("other-history", { details: [judged.problem] });
  if (judged.value.quorum === false) return no("policy-not-satisfied");
  if (judged.value.checkpoint.size > log.head.checkpoint.size) return no("mirror-older-than-receipt");
  const compared = await compareHeads(engine, source, log.trust, { one: judged.value, other: log.head });
  if (!compared.ok || compared.value.kind === "tiles-differ") return no("mirror-does-not-verify");
  return compared.value.kind === "consistent"
    ? judged
    : no("other-history", { evidence: compared.value.evidence });
}

/** Calendars, rules and bodies as the record knew them up to a size: a later decree does not change a certificate. */
async function parametersAt(source: LogSource, size: number): Promise<Parameters | null> {
  const published = await readPublishedParameters(source);
  if (!published.ok) return null;
  const { origin, acts } = published.value;
  const parameters = parametersFrom(
    origin,
    acts.filter(({ index }) => index < size),
  );
  return parameters.ok ? parameters.value : null;
}

/**
 * Whether the answer was entered by those to whom it came, in a register in which the body took no part: when the body gave
 * it, the record does not prove, so nobody may call it late.
 */
async function isAnswerBroughtIn(source: LogSource, { finding, acts }: CertifiedCase): Promise<boolean> {
  if (finding.kind !== "answered-late") return false;
  const closing = acts.findLast(({ kind }) => kind === finding.closing);
  const then = closing === undefined ? null : await parametersAt(source, closing.index);
  return (
    then?.bodies.some(({ number, takesPart }) => number === closing?.body && takesPart === false) ?? false
  );
}

/** A certificate is shown around: of the receipt it keeps the proof, and opens at most how the appeal was sent. */
function withoutTexts(text: string, keepsSending: boolean): string {
  const receipt = parseReceipt(text);
  if (!receipt.ok) return text.trim();
  const { opening, queued, ...proof } = receipt.value;
  const isPromise = proof.proof === undefined && queued !== undefined;
  const sending =
    keepsSending && opening !== undefined
      ? { opening: { ...opening, parts: opening.parts.filter(({ name }) => name === "public") } }
      : {};
  return receiptText({ ...proof, ...sending, ...(isPromise ? { queued } : {}) });
}

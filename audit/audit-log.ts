import { equalBytes } from "#core/bytes.ts";
import type { Engine } from "#core/log/engine.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { compareHeads } from "./evidence/compare-heads.ts";
import type { FraudEvidence } from "./evidence/fraud-file.ts";
import { type Finding, isTreeFinding } from "./finding.ts";
import { type Published, type PublishedProblem, readPublished } from "./read-published.ts";
import type { AuditState } from "./record/audit-state.ts";
import {
  type AuditedOverdue,
  type CaseFinding,
  CaseReading,
  type RecordedAct,
} from "./record/case-reading.ts";
import { emptyChain, LeafChain } from "./record/leaf-chain.ts";
import { OpeningCheck, payloadIndexesAmong, readErased } from "./record/opening-check.ts";
import { RecordReading } from "./record/record-reading.ts";
import type { TimeGap } from "./record/time-gaps.ts";
import type { LogSource } from "./source/log-source.ts";
import type { Progress } from "./terminal/progress.ts";
import { auditTree } from "./tree/audit-tree.ts";
import {
  type JudgedCheckpoint,
  judgeCheckpoint,
  keptSizes,
  readKeptCheckpoints,
} from "./tree/checkpoints.ts";
import { CosignatureTimes } from "./tree/cosignature-times.ts";
import { type DayFingerprint, fingerprintOfDay } from "./tree/day-fingerprint.ts";
import type { Trust } from "./tree/trust.ts";

export interface LogAuditOptions {
  readonly engine: Engine;
  readonly source: LogSource;
  readonly trust: Trust;
  /** Where an earlier audit ended; `null` reads everything. */
  readonly since: AuditState | null;
  readonly progress: (what: string) => Progress;
}

/** What an audit of a whole log found out. */
export interface LogAudit {
  readonly head: JudgedCheckpoint;
  /** Trust as used: with the witnesses that the log names, when the user named none. */
  readonly trust: Trust;
  readonly parameters: Parameters | null;
  /** The record contradicts itself or what it promises: the log does not verify. */
  readonly findings: readonly Finding[];
  /** What the law has against acts: the log verifies, the bodies do not come off well. */
  readonly conduct: readonly CaseFinding[];
  readonly gaps: readonly TimeGap[];
  readonly unknownKinds: readonly number[];
  /** Evidence that the log showed two histories, when it did. */
  readonly evidence: FraudEvidence | null;
  readonly entriesRead: number;
  readonly keptCheckpoints: number;
  /** How many of the kept checkpoints meet the policy's quorum; `null` without a policy. */
  readonly keptWithQuorum: number | null;
  /** The digits of the day of the head, as pages show them; `null` when the kept checkpoints do not tell. */
  readonly dayFingerprint: DayFingerprint | null;
  readonly payloadsOpened: number;
  readonly latestTime: number;
  /** Every act of a case, in the order of the log, with the time of the first cosignature over it. */
  readonly acts: readonly RecordedAct[];
  readonly overdueAt: (at: number) => readonly AuditedOverdue[];
  /** Where to go on next time; `null` when the tree did not verify. Leaves may still have been found wrong. */
  readonly state: AuditState | null;
}

/** Nothing could be audited. */
export type LogAuditProblem =
  | PublishedProblem
  | { readonly kind: "state-of-another-log"; readonly origin: string };

/** Reads a whole log, or what is new in it, and judges everything that can be judged from outside. */
export async function auditLog(options: LogAuditOptions): Promise<Result<LogAudit, LogAuditProblem>> {
  const findings: Finding[] = [];
  const find = (finding: Finding): void => void findings.push(finding);
  const published = await readPublished(options, find);
  if (!published.ok) return published;
  const { head } = published.value;
  const known = knownHead(options, published.value, find);
  if (!known.ok) return known;
  if (known.value !== null && known.value.checkpoint.size > head.checkpoint.size) {
    return ok(await shrunkLog(options, published.value, known.value, findings));
  }
  return ok(await readLog(options, published.value, known.value, findings, find));
}

/** The head of the earlier audit, judged again: the state file may come from anywhere. */
function knownHead(
  { engine, since }: LogAuditOptions,
  { head, trust }: Published,
  find: (finding: Finding) => void,
): Result<JudgedCheckpoint | null, LogAuditProblem> {
  if (since === null) return ok(null);
  if (since.origin !== head.checkpoint.origin)
    return refused({ kind: "state-of-another-log", origin: since.origin });
  const judged = judgeCheckpoint(engine, since.checkpoint, trust);
  if (judged.ok) return judged;
  find({ kind: "checkpoint-unreadable", path: "the state file", problem: judged.problem });
  return ok(null);
}

async function readLog(
  options: LogAuditOptions,
  published: Published,
  known: JudgedCheckpoint | null,
  findings: Finding[],
  find: (finding: Finding) => void,
): Promise<LogAudit> {
  const { engine, source } = options;
  const { head, trust, parameters } = published;
  const knownSize = known?.checkpoint.size ?? 0;
  const since = known === null ? null : options.since;
  const kept = await readKeptCheckpoints(engine, source, trust, {
    sizes: keptSizes(published.paths, knownSize - 1),
    head,
    progress: options.progress("Reading checkpoints"),
  });
  findings.push(...kept.findings);
  const checkpoints = [...kept.checkpoints, head, ...(known === null ? [] : [known])];
  const times = new CosignatureTimes(
    checkpoints.map(({ checkpoint, cosignatures }) => ({ size: checkpoint.size, cosignatures })),
  );
  const conduct: CaseFinding[] = [];
  const cases = parameters && caseReading(parameters.parameters, since, times, conduct);
  const openings = new OpeningCheck(
    {
      source,
      acts: parameters?.acts ?? null,
      payloadIndexes: payloadIndexesAmong(published.paths),
      erased: await readErased(source, find),
    },
    find,
  );
  const chain = new LeafChain(since?.chain ?? emptyChain, find);
  await openings.judgeKnown(engine, { fromIndex: knownSize, checkpoint: head.checkpoint });
  const reading = new RecordReading({ fromIndex: knownSize, chain, openings, cases, times });
  const outcome = await auditTree({
    engine,
    source,
    size: head.checkpoint.size,
    knownSize,
    signedRoots: signedRoots(checkpoints),
    visit: (bundle) => reading.visit(bundle),
    progress: options.progress("Reading entries"),
  });
  findings.push(...outcome.findings);
  await openings.judgeEnd(head.checkpoint.size);
  if (head.quorum === false) find(missingQuorum(head));
  const state = {
    origin: head.checkpoint.origin,
    checkpoint: head.text,
    chain: chain.state,
    acts: cases?.acts ?? [],
  };
  return {
    head,
    trust,
    parameters: parameters?.parameters ?? null,
    findings,
    conduct,
    gaps: reading.gaps,
    unknownKinds: reading.unknownKinds,
    evidence: await evidenceAgainst(options, published, checkpoints, findings),
    entriesRead: head.checkpoint.size - knownSize,
    keptCheckpoints: kept.checkpoints.length,
    keptWithQuorum: trust.policy === null ? null : kept.checkpoints.filter(({ quorum }) => quorum).length,
    dayFingerprint: parameters && fingerprintOfDay(engine, checkpoints, parameters.parameters.timeZone),
    payloadsOpened: openings.payloadsOpened,
    latestTime: chain.state.time,
    acts: cases?.acts ?? [],
    overdueAt: (at) => cases?.overdueAt(at) ?? [],
    state: hasTreeFinding(findings) ? null : state,
  };
}

function caseReading(
  parameters: Parameters,
  since: AuditState | null,
  times: CosignatureTimes,
  conduct: CaseFinding[],
): CaseReading {
  const known = (since?.acts ?? []).map((act) =>
    act.seenSeconds === null ? { ...act, seenSeconds: times.firstOver(act.index) } : act,
  );
  return new CaseReading(parameters, known, (finding) => void conduct.push(finding));
}

function signedRoots(checkpoints: readonly JudgedCheckpoint[]): Map<number, Uint8Array[]> {
  const roots = new Map<number, Uint8Array[]>();
  for (const { checkpoint } of checkpoints) {
    const known = roots.get(checkpoint.size) ?? [];
    if (!known.some((root) => equalBytes(root, checkpoint.root))) known.push(checkpoint.root);
    roots.set(checkpoint.size, known);
  }
  return roots;
}

function missingQuorum(head: JudgedCheckpoint): Finding {
  return { kind: "quorum-missing", witnesses: head.cosignatures.map(({ name }) => name) };
}

function hasTreeFinding(findings: readonly Finding[]): boolean {
  return findings.some(isTreeFinding);
}

/** When a signed root is not the root of the entries, the head may contradict it: then there is evidence. */
async function evidenceAgainst(
  { engine, source }: LogAuditOptions,
  { head, trust }: Published,
  checkpoints: readonly JudgedCheckpoint[],
  findings: readonly Finding[],
): Promise<FraudEvidence | null> {
  const differing = new Set(
    findings.flatMap((finding) => (finding.kind === "root-differs" ? [finding.size] : [])),
  );
  for (const other of checkpoints) {
    if (!differing.has(other.checkpoint.size)) continue;
    const compared = await compareHeads(engine, source, trust, { one: other, other: head });
    if (compared.ok && compared.value.kind === "contradiction") return compared.value.evidence;
  }
  return null;
}

/** The log is smaller than it was: nothing is new, and what is left may even contradict what was there. */
async function shrunkLog(
  options: LogAuditOptions,
  { head, trust, parameters }: Published,
  known: JudgedCheckpoint,
  findings: Finding[],
): Promise<LogAudit> {
  const sizes = { size: head.checkpoint.size, knownSize: known.checkpoint.size };
  findings.push({ kind: "shrunk", ...sizes });
  return {
    head,
    trust,
    parameters: parameters?.parameters ?? null,
    findings,
    conduct: [],
    gaps: [],
    unknownKinds: [],
    evidence: null,
    entriesRead: 0,
    keptCheckpoints: 0,
    keptWithQuorum: null,
    dayFingerprint: null,
    payloadsOpened: 0,
    latestTime: options.since?.chain.time ?? 0,
    acts: [],
    overdueAt: () => [],
    state: null,
  };
}

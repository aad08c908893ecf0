import { equalBytes, fromHex } from "#core/bytes.ts";
import type { Engine } from "#core/log/engine.ts";
import { parseProof } from "#core/log/proof.ts";
import { decodeLeaf, type Leaf } from "#core/record/leaf.ts";
import { type Opening, type Payload, parsePayload } from "#core/record/payload.ts";
import type { QueuedStatement } from "#core/record/queued-promise.ts";
import { parseReceipt, type Receipt, type ReceiptVerdict, verifyReceipt } from "#core/record/receipt.ts";
import { isSignedReply, signerOfReply } from "#core/record/reply-signature.ts";
import { parseSmallReceipt } from "#core/record/small-receipt.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { FraudEvidence } from "../evidence/fraud-file.ts";
import type { Progress } from "../terminal/progress.ts";
import { judgeCheckpoint } from "../tree/checkpoints.ts";
import { describeTileReadProblem } from "../tree/tree-finding.ts";
import { type Trust, trustLogKey } from "../tree/trust.ts";
import { findPromised, holdAgainst, type LogAtHand, provedLeaf } from "./receipt-against.ts";

/** What a receipt shows, once everything in it has been judged. */
export interface ReceiptReport {
  readonly standing: ReceiptStanding;
  readonly origin: string;
  /** The log's key as the receipt names it; `null` for a small receipt, which names none. */
  readonly logKey: string | null;
  readonly leaf: Leaf | null;
  readonly opening: Opening | null;
  readonly payload: Payload | null;
  /** The day's fingerprint as the receipt states it. */
  readonly fingerprint: string | null;
  /** Whether the receipt was also held against a log. */
  readonly heldAgainst: string | null;
  /** What the user should know besides. */
  readonly remarks: readonly string[];
}

export type ReceiptStanding =
  | {
      readonly kind: "in-log";
      readonly index: number;
      readonly size: number;
      readonly witnesses: readonly { readonly name: string; readonly timeSeconds: number }[];
      /** True: a policy's quorum witnessed it. False: no policy judged the witnesses. */
      readonly judged: boolean;
    }
  | { readonly kind: "queued"; readonly statement: QueuedStatement; readonly keyJudged: boolean };

export interface ReceiptFailure {
  /** Sentences. */
  readonly problems: readonly string[];
  readonly evidence: FraudEvidence | null;
}

export interface ReceiptContext {
  readonly engine: Engine;
  readonly trust: Trust;
  /** The log to hold the receipt against; `null` judges the receipt alone. */
  readonly log: LogAtHand | null;
  readonly progress: Progress;
}

type Outcome = Result<ReceiptReport, ReceiptFailure>;

function failure(...problems: readonly string[]): Outcome {
  return refused({ problems, evidence: null });
}

/** Trust for reading the log that a receipt names: its own key, when the user knows none. */
export function trustForReceipt(text: string, trust: Trust): Trust {
  if (trust.logKeys.length > 0) return trust;
  const receipt = parseReceipt(text);
  const ownKey = receipt.ok ? trustLogKey(receipt.value.logKey) : null;
  return ownKey?.ok ? { ...trust, logKeys: ownKey.value.logKeys } : trust;
}

/** Verifies the text of a receipt, full (JSON) or small (the letters of the small QR code). */
export async function verifyReceiptText(context: ReceiptContext, text: string): Promise<Outcome> {
  const small = parseSmallReceipt(text.trim());
  if (small.ok) return verifySmall(context, small.value);
  const receipt = parseReceipt(text);
  if (!receipt.ok) return failure("the file is not a receipt");
  return verifyFull(context, receipt.value);
}

async function verifySmall(
  { engine, log }: ReceiptContext,
  receipt: { readonly leaf: Uint8Array; readonly index: number },
): Promise<Outcome> {
  if (log === null)
    return failure("a small receipt proves nothing alone: name a log or a mirror with --against");
  const leaf = decodeLeaf(receipt.leaf);
  if (!leaf.ok) return failure(`the leaf in the receipt is malformed (${leaf.problem})`);
  const { size } = log.head.checkpoint;
  if (receipt.index >= size) {
    return failure(`the log at hand has only ${size} entries; the receipt names entry ${receipt.index}`);
  }
  const entry = await provedLeaf(engine, log, receipt.index);
  if (entry === null)
    return failure(`entry ${receipt.index} of the log at hand does not stand under its checkpoint`);
  if (!equalBytes(entry, receipt.leaf)) return failure(`entry ${receipt.index} of the log is another act`);
  if (log.head.quorum === false)
    return failure("the log's checkpoint lacks the policy's quorum of witnesses");
  return ok({
    standing: standingInLog(log, receipt.index),
    origin: log.head.checkpoint.origin,
    logKey: null,
    leaf: leaf.value,
    opening: null,
    payload: null,
    fingerprint: null,
    heldAgainst: log.source.place,
    remarks: [],
  });
}

function standingInLog(log: LogAtHand, index: number): ReceiptStanding {
  const { head } = log;
  return {
    kind: "in-log",
    index,
    size: head.checkpoint.size,
    witnesses: head.quorum === null ? [] : head.cosignatures,
    judged: head.quorum === true,
  };
}

async function verifyFull(context: ReceiptContext, receipt: Receipt): Promise<Outcome> {
  const { engine, trust, log } = context;
  if (log !== null && log.head.checkpoint.origin !== receipt.origin) {
    return failure(`the receipt is of the log ${receipt.origin}, not of ${log.head.checkpoint.origin}`);
  }
  const [onlyKey, ...otherKeys] = trust.logKeys.filter((key) => key.name === receipt.origin);
  const verified = verifyReceipt(engine, receipt, {
    policy: trust.policy,
    ...(onlyKey !== undefined && otherKeys.length === 0 ? { logKey: onlyKey.text } : {}),
    ...(log !== null && log.bodyKeys !== null
      ? { bodyKeys: log.bodyKeys.map((key) => key.verifierKey) }
      : {}),
  });
  if (!verified.ok) return failure(describeReceiptProblem(verified.problem));
  const verdict = verified.value;
  const signed = judgeReplySignature(context, receipt.opening);
  if (!signed.ok) return failure(signed.problem);
  const held = await (verdict.state === "in-log"
    ? heldProof(context, receipt, verdict)
    : heldPromise(context, receipt, verdict));
  return held.ok ? ok({ ...held.value, remarks: [...held.value.remarks, ...signed.value] }) : held;
}

/** Whether a reply that is opened whole is signed by the body that gave it: a remark, or why the receipt is false. */
function judgeReplySignature(
  { engine, log }: ReceiptContext,
  opening: Opening | undefined,
): Result<readonly string[], string> {
  const payload = opening === undefined ? null : parsePayload(opening.payload);
  if (opening === undefined || !payload?.ok || !isSignedReply(payload.value)) return ok([]);
  if (log === null || log.bodyKeys === null) {
    return ok(["the body's signature on the reply was not judged: name a log or a mirror with --against"]);
  }
  const { body, case: tag } = payload.value;
  const keys = log.bodyKeys.filter((key) => key.body === body).map((key) => key.verifierKey);
  const caseTag = fromHex(tag) ?? new Uint8Array(0);
  const signer = signerOfReply(engine, { payload: payload.value, caseTag, parts: opening.parts }, keys);
  if (signer.ok) return ok([`the reply is signed by the body's own key: ${signer.value}`]);
  return signer.problem === "parts-not-opened"
    ? ok(["the body's signature on the reply was not judged: not all of its parts are opened"])
    : refused("the reply is not signed by any key that its body ever had");
}

function reportOf(
  receipt: Receipt,
  standing: ReceiptStanding,
  found: { readonly leaf: Leaf | null; readonly remarks: readonly string[]; readonly log: LogAtHand | null },
): ReceiptReport {
  const payload = receipt.opening === undefined ? null : parsePayload(receipt.opening.payload);
  return {
    standing,
    origin: receipt.origin,
    logKey: receipt.logKey,
    leaf: found.leaf,
    opening: receipt.opening ?? null,
    payload: payload?.ok ? payload.value : null,
    fingerprint: receipt.fingerprint,
    heldAgainst: found.log?.source.place ?? null,
    remarks: found.remarks,
  };
}

async function heldProof(
  { engine, trust, log }: ReceiptContext,
  receipt: Receipt,
  verdict: ReceiptVerdict & { readonly state: "in-log" },
): Promise<Outcome> {
  const { index, size, witnesses, judged, leaf } = verdict;
  const standing: ReceiptStanding = { kind: "in-log", index, size, witnesses, judged };
  if (log === null) return ok(reportOf(receipt, standing, { leaf, remarks: [], log }));
  const proof = parseProof(receipt.proof ?? "");
  const own = proof.ok ? judgeCheckpoint(engine, proof.value.checkpoint, log.trust) : proof;
  if (!own.ok) return failure(`the receipt's checkpoint cannot be held against the log (${own.problem})`);
  const held = await holdAgainst(engine, log, own.value);
  switch (held.kind) {
    case "agrees":
      return ok(reportOf(receipt, standing, { leaf, remarks: [], log }));
    case "log-is-smaller": {
      const remark = `the log at hand has ${held.size} entries, the receipt proves ${size}: an old mirror, or entries were removed`;
      return ok(reportOf(receipt, standing, { leaf, remarks: [remark], log }));
    }
    case "contradiction": {
      const problem =
        "the log signed the receipt's checkpoint and now shows another history: one of them is false";
      return refused({ problems: [problem], evidence: held.evidence });
    }
    case "tiles-differ":
      return failure("the files of the log at hand do not match its own checkpoint");
    case "unreadable":
      return failure(describeTileReadProblem(held.problem), `policy: ${trust.policyDigest ?? "none"}`);
  }
}

/**
 * An act enters within a day, and a paper that was handed in where there was no line bears a time of up to 60 days before
 * its entry; acts enter in the order in which they came, also after an outage. So nobody who is honest needs longer.
 */
const promiseDaysMax = 62;
const dayMs = 86_400_000;

const absent = { leaf: null, remarks: ["the promised act is not in the log at hand"] } as const;

/** Why a promise that the log at hand does not keep will not be kept; `null` while it may be. */
function judgeAbsent(newestTime: number, { time }: QueuedStatement): Outcome | null {
  const days = Math.floor((newestTime - time) / dayMs);
  if (days <= promiseDaysMax) return null;
  return failure(
    `the promise was broken: the log at hand goes on ${days} days after it, and the act is not there`,
  );
}

async function heldPromise(
  { engine, log, progress }: ReceiptContext,
  receipt: Receipt,
  verdict: ReceiptVerdict & { readonly state: "queued" },
): Promise<Outcome> {
  const { statement, keyJudged } = verdict;
  const queued: ReceiptStanding = { kind: "queued", statement, keyJudged };
  if (log === null) return ok(reportOf(receipt, queued, { leaf: null, remarks: [], log }));
  const found = await findPromised(engine, log, statement, progress);
  switch (found.kind) {
    case "not-in-log":
      return judgeAbsent(found.newestTime, statement) ?? ok(reportOf(receipt, queued, { ...absent, log }));
    case "broken":
      return failure(
        `entry ${found.index} has the promised content, but not the promised body, time or due day`,
      );
    case "kept": {
      if (log.head.quorum === false)
        return failure("the log's checkpoint lacks the policy's quorum of witnesses");
      const remarks = ["the receipt was a promise; the log at hand shows that it was kept"];
      return ok(reportOf(receipt, standingInLog(log, found.index), { leaf: found.leaf, remarks, log }));
    }
  }
}

const receiptProblems: Readonly<Record<string, string>> = {
  "nothing-to-verify": "the receipt holds neither a proof nor a promise",
  "bad-log-key": "the log key in the receipt is malformed",
  "origin-differs": "the receipt names one log and carries the key of another",
  "other-log": "the receipt is of a log that is not trusted",
  "log-not-in-policy": "the policy does not name this log",
  "leaf-missing": "the receipt has a proof but no leaf",
  "payload-does-not-open": "the payload in the receipt is not what the entry commits to",
  "part-does-not-open": "a text in the receipt is not what the payload commits to",
  "unknown-body-key": "the promise is signed by a key that is not the body's",
  "queued-bad-signature": "the body's signature under the promise is not valid",
  "promise-contradicts-leaf": "the entry is not what the body promised",
  "bad-proof": "the proof is malformed",
  "bad-checkpoint": "the checkpoint in the proof is malformed",
  "bad-signature": "a signature under the checkpoint is not valid",
  "no-log-signature": "the log has not signed the checkpoint",
  "quorum-missing": "the checkpoint lacks the policy's quorum of witnesses",
  "bad-inclusion-proof": "the proof does not lead from the entry to the checkpoint",
  "index-differs": "the receipt names another entry than its proof",
  "other-root": "the log has another root at this size",
};

/** Why a receipt does not hold, as a sentence. */
function describeReceiptProblem(problem: string): string {
  const sentence = receiptProblems[problem];
  return sentence === undefined ? `the receipt is malformed (${problem})` : `${sentence} (${problem})`;
}

import { equalBytes } from "../bytes.ts";
import type { Engine } from "../log/engine.ts";
import { leafHash } from "../log/merkle.ts";
import { parseVerifierKey, type VerifierKey } from "../log/note.ts";
import type { WitnessPolicy } from "../log/policy.ts";
import { type ProofProblem, parseProof, type VerifyProofProblem, verifyProof } from "../log/proof.ts";
import { ok, type Result, refused } from "../result.ts";
import { decodeLeaf, type Leaf, type LeafProblem, wholeMinute } from "./leaf.ts";
import {
  type Opening,
  type OpeningProblem,
  type Payload,
  verifyOpening,
  verifyPayloadOpening,
} from "./payload.ts";
import { type QueuedProblem, type QueuedStatement, verifyQueued } from "./queued-promise.ts";
import type { Receipt } from "./receipt-text.ts";

export { parseReceipt, type Receipt, receiptText } from "./receipt-text.ts";

/** What the verifier knows from elsewhere than the receipt. The less it knows, the less the verdict says. */
export interface ReceiptTrust {
  /** Whom the verifier trusts to have seen the same log as everybody; `null` leaves witnesses unjudged. */
  readonly policy: WitnessPolicy | null;
  /** The log's key as known from elsewhere, vkey text. */
  readonly logKey?: string;
  /** Keys that are known to be the body's, vkey texts: a promise by any other is refused. */
  readonly bodyKeys?: readonly string[];
  /** The root that a mirror gives for the size of the receipt's checkpoint. */
  readonly root?: Uint8Array;
}

export type ReceiptVerdict =
  | {
      /** A promise of the body, not a proof: the act is accepted and stands in no checkpoint yet. */
      readonly state: "queued";
      readonly statement: QueuedStatement;
      /** Whether the key was compared with known ones. */
      readonly keyJudged: boolean;
      /** The payload, if the receipt opens it. */
      readonly payload: Payload | null;
    }
  | {
      readonly state: "in-log";
      readonly leaf: Leaf;
      readonly index: number;
      readonly size: number;
      readonly root: Uint8Array;
      /** Cosignatures that the policy's witnesses made; empty when no policy judged them. */
      readonly witnesses: readonly { readonly name: string; readonly timeSeconds: number }[];
      /** True: a quorum of the policy witnessed it. False: in this log, witnesses not judged. */
      readonly judged: boolean;
      readonly payload: Payload | null;
    };

export type ReceiptProblem =
  | "nothing-to-verify"
  | "bad-log-key"
  | "origin-differs"
  | "leaf-missing"
  | LeafProblem
  | OpeningProblem
  | QueuedProblem
  | "unknown-body-key"
  | "promise-contradicts-leaf"
  | ProofProblem
  | VerifyProofProblem
  | "index-differs"
  | "other-root";

/**
 * Verifies all that a receipt holds, or names the first thing that does not hold. A receipt without a proof can at
 * best be `queued`. With a policy, only a quorum of its witnesses gives `in-log`; without one `judged` is false.
 */
export function verifyReceipt(
  engine: Engine,
  receipt: Receipt,
  trust: ReceiptTrust,
): Result<ReceiptVerdict, ReceiptProblem> {
  const logKey = judgeLogKey(receipt, trust);
  if (!logKey.ok) return logKey;
  const statement = judgePromise(engine, receipt, trust);
  if (!statement.ok) return statement;
  if (receipt.proof !== undefined) {
    return judgeProof(engine, receipt, receipt.proof, logKey.value, trust, statement.value);
  }
  if (statement.value === null) return refused("nothing-to-verify");
  const payload = judgeQueuedOpening(statement.value, receipt.opening);
  if (!payload.ok) return payload;
  const keyJudged = trust.bodyKeys !== undefined;
  return ok({ state: "queued", statement: statement.value, keyJudged, payload: payload.value });
}

function judgeLogKey(
  receipt: Receipt,
  trust: ReceiptTrust,
): Result<VerifierKey, "bad-log-key" | "origin-differs" | "other-log" | "log-not-in-policy"> {
  const key = parseVerifierKey(receipt.logKey);
  if (!key.ok || key.value.algorithm !== "ed25519") return refused("bad-log-key");
  if (key.value.name !== receipt.origin) return refused("origin-differs");
  if (trust.logKey !== undefined && trust.logKey !== receipt.logKey) return refused("other-log");
  const isInPolicy = trust.policy?.logs.some((log) => log.key.text === receipt.logKey) ?? true;
  return isInPolicy ? key : refused("log-not-in-policy");
}

function judgePromise(
  engine: Engine,
  receipt: Receipt,
  trust: ReceiptTrust,
): Result<QueuedStatement | null, QueuedProblem | "origin-differs" | "unknown-body-key"> {
  const { queued } = receipt;
  if (queued === undefined) return ok(null);
  if (trust.bodyKeys !== undefined && !trust.bodyKeys.includes(queued.bodyKey)) {
    return refused("unknown-body-key");
  }
  const statement = verifyQueued(engine, queued);
  if (statement.ok && statement.value.origin !== receipt.origin) return refused("origin-differs");
  return statement;
}

function judgeProof(
  engine: Engine,
  receipt: Receipt,
  proofText: string,
  logKey: VerifierKey,
  trust: ReceiptTrust,
  promise: QueuedStatement | null,
): Result<ReceiptVerdict, ReceiptProblem> {
  if (receipt.leaf === null) return refused("leaf-missing");
  const leaf = decodeLeaf(receipt.leaf);
  if (!leaf.ok) return leaf;
  if (promise !== null && !keepsPromise(leaf.value, promise)) return refused("promise-contradicts-leaf");
  const payload = receipt.opening === undefined ? ok(null) : verifyOpening(leaf.value, receipt.opening);
  if (!payload.ok) return payload;
  const proof = parseProof(proofText);
  if (!proof.ok) return proof;
  if (receipt.index !== null && receipt.index !== proof.value.index) return refused("index-differs");
  const verified = verifyProof(engine, {
    proof: proof.value,
    leafHash: leafHash(engine, receipt.leaf),
    logKey,
    policy: trust.policy,
  });
  if (!verified.ok) return verified;
  const { checkpoint, cosignatures, index } = verified.value;
  if (trust.root !== undefined && !equalBytes(trust.root, checkpoint.root)) return refused("other-root");
  return ok({
    state: "in-log",
    leaf: leaf.value,
    index,
    size: checkpoint.size,
    root: checkpoint.root,
    witnesses: cosignatures,
    // A policy that asks for no witness judges none.
    judged: trust.policy !== null && trust.policy.quorum !== "none",
    payload: payload.value,
  });
}

/** Serial, previous and the batch's time are the sequencer's; what the body promised must stand in the leaf unchanged. */
function keepsPromise(leaf: Leaf, promise: QueuedStatement): boolean {
  return (
    leaf.body === promise.body &&
    leaf.due === promise.due &&
    equalBytes(leaf.commitment, promise.commitment) &&
    // Leaves show whole minutes; an act may be entered later than it was accepted, never earlier.
    leaf.time >= wholeMinute(promise.time)
  );
}

function judgeQueuedOpening(
  statement: QueuedStatement,
  opening: Opening | undefined,
): Result<Payload | null, OpeningProblem> {
  if (opening === undefined) return ok(null);
  const payload = verifyPayloadOpening(statement.commitment, opening);
  if (payload.ok && payload.value.body !== statement.body) return refused("body-differs");
  return payload;
}

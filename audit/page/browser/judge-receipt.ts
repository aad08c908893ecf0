import { equalBytes, utf8Text } from "#core/bytes.ts";
import { type Checkpoint, parseCheckpoint } from "#core/log/checkpoint.ts";
import { parseNote, parseVerifierKey, type VerifierKey } from "#core/log/note.ts";
import { parsePolicy, policyDigest, type WitnessPolicy } from "#core/log/policy.ts";
import { portableEngine } from "#core/log/portable-engine.ts";
import { verifyCheckpointNote } from "#core/log/proof.ts";
import { decodeLeaf, type Leaf } from "#core/record/leaf.ts";
import { type Opening, type Payload, parsePayload } from "#core/record/payload.ts";
import { checkpointFile } from "#core/record/publication.ts";
import { parseReceipt, type Receipt, verifyReceipt } from "#core/record/receipt.ts";
import { parseSmallReceipt, type SmallReceipt } from "#core/record/small-receipt.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { compareWithTree, type PageMirror, type TreeComparison } from "./mirror-files.ts";

/** What the page is given: a receipt, perhaps a policy file, perhaps the files of a mirror. */
export interface PageInput {
  readonly receipt: string;
  readonly policy: string | null;
  readonly mirror: PageMirror | null;
}

export type Verdict = "witnessed" | "in-log" | "queued" | "fails" | "needs-mirror";
export type PageRemark = "mirror-agrees" | "mirror-older" | "log-key-not-judged";

/** What the page says, before it is put into words. */
export interface Judgement {
  readonly verdict: Verdict;
  /** Why a receipt fails, as core names it; `null` otherwise. */
  readonly problem: string | null;
  readonly facts: PageFacts | null;
  readonly remarks: readonly PageRemark[];
}

export interface PageFacts {
  readonly origin: string;
  readonly logKey: string | null;
  readonly leaf: Leaf | null;
  /** A promise instead of a leaf: when and by which day, as the body signed it. */
  readonly promise: { readonly body: number; readonly time: number; readonly due: number } | null;
  readonly index: number | null;
  readonly size: number | null;
  readonly witnesses: readonly { readonly name: string; readonly timeSeconds: number }[];
  readonly opening: Opening | null;
  readonly payload: Payload | null;
  readonly fingerprint: string | null;
  readonly policyDigest: string | null;
}

interface GivenPolicy {
  readonly policy: WitnessPolicy;
  readonly digest: string;
}

function fails(problem: string): Judgement {
  return { verdict: "fails", problem, facts: null, remarks: [] };
}

/** Judges a receipt with nothing but what was handed in. Nothing leaves the page. */
export async function judgeReceipt(input: PageInput): Promise<Judgement> {
  const given = input.policy === null || input.policy.trim() === "" ? null : readPolicy(input.policy);
  if (given === "malformed") return fails("bad-policy");
  const small = parseSmallReceipt(input.receipt.trim());
  if (small.ok) return judgeSmall(small.value, given, input.mirror);
  const receipt = parseReceipt(input.receipt);
  return receipt.ok ? judgeFull(receipt.value, given, input.mirror) : fails("malformed-receipt");
}

function readPolicy(text: string): GivenPolicy | "malformed" {
  const policy = parsePolicy(text);
  return policy.ok ? { policy: policy.value, digest: policyDigest(portableEngine, text) } : "malformed";
}

async function judgeFull(
  receipt: Receipt,
  given: GivenPolicy | null,
  mirror: PageMirror | null,
): Promise<Judgement> {
  const verified = verifyReceipt(portableEngine, receipt, { policy: given?.policy ?? null });
  if (!verified.ok) return fails(verified.problem);
  const verdict = verified.value;
  const common = {
    origin: receipt.origin,
    logKey: receipt.logKey,
    opening: receipt.opening ?? null,
    payload: openedPayload(receipt),
    fingerprint: receipt.fingerprint,
    policyDigest: given?.digest ?? null,
  };
  if (verdict.state === "queued") {
    const facts = {
      ...common,
      leaf: null,
      promise: verdict.statement,
      index: null,
      size: null,
      witnesses: [],
    };
    return { verdict: "queued", problem: null, facts, remarks: [] };
  }
  const { leaf, index, size, root, witnesses } = verdict;
  const compared = mirror === null ? null : await compareHead(mirror, receipt.logKey, { size, root });
  const refusal = compared === null ? null : problemOfComparison(compared);
  if (refusal !== null) return fails(refusal);
  return {
    verdict: verdict.judged ? "witnessed" : "in-log",
    problem: null,
    facts: { ...common, leaf, promise: null, index, size, witnesses },
    remarks: compared === "agrees" ? ["mirror-agrees"] : compared === "older" ? ["mirror-older"] : [],
  };
}

function openedPayload(receipt: Receipt): Payload | null {
  const payload = receipt.opening === undefined ? null : parsePayload(receipt.opening.payload);
  return payload?.ok ? payload.value : null;
}

function problemOfComparison(compared: TreeComparison | "unusable"): string | null {
  switch (compared) {
    case "agrees":
    case "older":
      return null;
    case "other-history":
      return "other-history";
    case "damaged":
    case "unusable":
      return "mirror-unusable";
  }
}

async function compareHead(
  mirror: PageMirror,
  logKeyText: string,
  known: { readonly size: number; readonly root: Uint8Array },
): Promise<TreeComparison | "unusable"> {
  const key = parseVerifierKey(logKeyText);
  const text = await headText(mirror);
  if (!key.ok || text === null) return "unusable";
  const head = verifyCheckpointNote(portableEngine, text, { logKey: key.value, policy: null });
  return head.ok ? compareWithTree(portableEngine, mirror, known, head.value.checkpoint) : "unusable";
}

async function headText(mirror: PageMirror): Promise<string | null> {
  const bytes = await mirror.read(checkpointFile);
  return bytes === null ? null : utf8Text(bytes);
}

async function judgeSmall(
  small: SmallReceipt,
  given: GivenPolicy | null,
  mirror: PageMirror | null,
): Promise<Judgement> {
  if (mirror === null) return { verdict: "needs-mirror", problem: null, facts: null, remarks: [] };
  const leaf = decodeLeaf(small.leaf);
  if (!leaf.ok) return fails(leaf.problem);
  const head = judgeHead(await headText(mirror), given);
  if (!head.ok) return fails(head.problem);
  const { checkpoint, witnesses, logKey } = head.value;
  const entry = await mirror.provedEntry(portableEngine, small.index, checkpoint);
  if (entry === null) return fails("bad-inclusion-proof");
  if (!equalBytes(entry, small.leaf)) return fails("another-act");
  const facts: PageFacts = {
    origin: checkpoint.origin,
    logKey,
    leaf: leaf.value,
    promise: null,
    index: small.index,
    size: checkpoint.size,
    witnesses: witnesses ?? [],
    opening: null,
    payload: null,
    fingerprint: null,
    policyDigest: given?.digest ?? null,
  };
  return witnesses === null
    ? { verdict: "in-log", problem: null, facts, remarks: ["log-key-not-judged"] }
    : { verdict: "witnessed", problem: null, facts, remarks: [] };
}

interface JudgedHead {
  readonly checkpoint: Checkpoint;
  /** `null` when no policy judged the head. */
  readonly witnesses: PageFacts["witnesses"] | null;
  readonly logKey: string | null;
}

function judgeHead(text: string | null, given: GivenPolicy | null): Result<JudgedHead, string> {
  const note = text === null ? null : parseNote(text);
  const checkpoint = note?.ok ? parseCheckpoint(note.value.text) : null;
  if (text === null || !checkpoint?.ok) return refused("mirror-unusable");
  if (given === null) return ok({ checkpoint: checkpoint.value, witnesses: null, logKey: null });
  const logKey = keyOfLog(given, checkpoint.value.origin);
  if (logKey === null) return refused("log-not-in-policy");
  const judged = verifyCheckpointNote(portableEngine, text, { logKey, policy: given.policy });
  if (!judged.ok) return judged;
  return ok({ checkpoint: checkpoint.value, witnesses: judged.value.cosignatures, logKey: logKey.text });
}

function keyOfLog(given: GivenPolicy, origin: string): VerifierKey | null {
  const found = given.policy.logs.find(({ key }) => key.name === origin && key.algorithm === "ed25519");
  return found?.key ?? null;
}

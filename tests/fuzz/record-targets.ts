/** Readers of the published record and of what is proved by it: the auditor's, the witness', the browser page's. */
import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { proofMarkup, readProof } from "#audit/certificate/certificate-proof.ts";
import { compareHeads } from "#audit/evidence/compare-heads.ts";
import { fraudText, parseFraud } from "#audit/evidence/fraud-file.ts";
import { judgeFraud } from "#audit/evidence/judge-fraud.ts";
import { judgeReceipt } from "#audit/page/browser/judge-receipt.ts";
import { receiptTextOfCode } from "#audit/receipt/receipt-of-code.ts";
import { auditStateText, parseAuditState } from "#audit/record/audit-state.ts";
import { answerIndex, forkedLog, goodLog } from "#audit/test-lives.ts";
import {
  at,
  bodyKey,
  bodySigner,
  firstParameters,
  logKey,
  policyText,
  testOrigin,
} from "#audit/test-parameters.ts";
import { judgeCheckpoint } from "#audit/tree/checkpoints.ts";
import { trustLogKey } from "#audit/tree/trust.ts";
import { utf8Bytes, utf8Text } from "#core/bytes.ts";
import { civilDate } from "#core/clock/civil-date.ts";
import { parseCheckpoint } from "#core/log/checkpoint.ts";
import { verifyCosignature } from "#core/log/cosignature.ts";
import { parseNote, parseVerifierKey } from "#core/log/note.ts";
import { parsePolicy } from "#core/log/policy.ts";
import { parseProof, verifyCheckpointNote } from "#core/log/proof.ts";
import {
  entriesPath,
  parseEntriesPath,
  parseEntryBundle,
  parseTilePath,
  tilePath,
} from "#core/log/tile-path.ts";
import { parseAddCheckpoint, serializeAddCheckpoint } from "#core/log/witness-rules.ts";
import { parseCanonicalJson } from "#core/record/canonical-json.ts";
import { fullReceiptCode } from "#core/record/full-receipt-code.ts";
import {
  answerJoining,
  joiningAnswerText,
  joiningText,
  parseJoiningAnswer,
  parseJoiningText,
} from "#core/record/joining.ts";
import { decodeLeaf, encodeLeaf } from "#core/record/leaf.ts";
import { parameterPartBytes, parseParameterPart } from "#core/record/parameter-acts.ts";
import { parametersFrom, parseParametersFile } from "#core/record/parameters.ts";
import { parsePayload, verifyOpening } from "#core/record/payload.ts";
import { parseErased, parseFiles, parsePublishedPayload, payloadPath } from "#core/record/publication.ts";
import { parseQueuedText, queuedText } from "#core/record/queued-promise.ts";
import { parseReceipt, verifyReceipt } from "#core/record/receipt.ts";
import { parseSmallReceipt, smallReceiptText } from "#core/record/small-receipt.ts";
import { parseStub, stubText } from "#core/record/stub.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { type FuzzTarget, ofText } from "./fuzz.ts";

const engine = nativeEngine;
const log = goodLog();
const fileOf = (path: string): Uint8Array => {
  const bytes = log.files.get(path);
  assert.ok(bytes, path);
  return bytes;
};
const textOf = (path: string): string => utf8Text(fileOf(path)) ?? "";
const note = textOf("checkpoint");
const receipts = await Promise.all([
  log.receipt(answerIndex, note, ["public", "text"]),
  log.receipt(answerIndex, note, null),
]);
const [receipt = ""] = receipts;
const placed = log.acts[answerIndex];
assert.ok(placed);
const leaf = encodeLeaf(placed.leaf);
const policy = parsePolicy(policyText);
assert.ok(policy.ok);
const trust = { policy: policy.value, logKey: logKey.text };
const small = smallReceiptText({ leaf, nonce: placed.opening.nonce, index: answerIndex });
const proof: string = JSON.parse(receipt).proof;
const promise = {
  origin: testOrigin,
  body: 2,
  commitment: placed.leaf.commitment,
  time: at("2026-03-02"),
  due: 20_000,
};
const challenge = joiningText({
  ...{ register: "register.example", body: "gaz", bodyKey: bodyKey.text },
  ...{ nonce: new Uint8Array(32).fill(4), expires: at("2026-03-02") },
});
const bundle = entriesPath(0, log.size);
const fullCode = fullReceiptCode(deflateRawSync(utf8Bytes(receipts[1] ?? "")));
assert.ok(fullCode !== null);

const openedText = (name: string, text: string, read: (text: string) => unknown) =>
  ofText(name, [text], read);

/** Notes, proofs, tiles: what any log of the family shows. */
const logTargets: readonly FuzzTarget[] = [
  openedText("checkpoint", note.slice(0, note.indexOf("\n\n") + 1), parseCheckpoint),
  openedText("signed note", note, parseNote),
  openedText("cosignature", note, (text) => {
    const parsed = parseNote(text);
    const key = policy.value.witnesses[0]?.key;
    return parsed.ok && key !== undefined ? verifyCosignature(engine, parsed.value, key) : null;
  }),
  openedText("verifier key", logKey.text, parseVerifierKey),
  openedText("witness policy", policyText, parsePolicy),
  openedText("proof", proof, (text) => {
    const parsed = parseProof(text);
    return parsed.ok
      ? verifyCheckpointNote(engine, parsed.value.checkpoint, { logKey, policy: policy.value })
      : parsed;
  }),
  ofText("path of a tile", [tilePath(0, 1_234_067, 256), tilePath(2, 0, 3)], parseTilePath),
  ofText("path of a bundle", [entriesPath(1_234_067, 256), bundle], parseEntriesPath),
  { name: "bundle of entries", samples: [fileOf(bundle)], read: parseEntryBundle },
  {
    name: "request to a witness",
    samples: [utf8Bytes(serializeAddCheckpoint({ oldSize: 3, proof: [new Uint8Array(32)], note }))],
    read: parseAddCheckpoint,
  },
];

/** What the record says in its own formats. */
const recordTargets: readonly FuzzTarget[] = [
  { name: "leaf", samples: [leaf], read: decodeLeaf },
  openedText("canonical JSON", placed.opening.payload, parseCanonicalJson),
  openedText("payload", placed.opening.payload, parsePayload),
  openedText("opening of a leaf", placed.opening.payload, (payload) =>
    verifyOpening(placed.leaf, { ...placed.opening, payload }),
  ),
  openedText("published payload", textOf(payloadPath(answerIndex)), parsePublishedPayload),
  openedText("list of erasures", textOf("erased.json"), parseErased),
  openedText("list of files", textOf("files.txt"), parseFiles),
  openedText("published parameters", textOf("parameters.json"), (text) => {
    const file = parseParametersFile(text);
    return file.ok ? parametersFrom(file.value.origin, file.value.acts) : file;
  }),
  ...firstParts().map(([kind, bytes], number) => ({
    name: `part of ${kind}, ${number + 1}`,
    samples: [bytes],
    read: (input: Uint8Array) => parseParameterPart(kind, input),
  })),
  ofText("receipt", receipts, (text) => {
    const parsed = parseReceipt(text);
    return parsed.ok ? verifyReceipt(engine, parsed.value, trust) : parsed;
  }),
  openedText("small receipt", small, parseSmallReceipt),
  openedText("full receipt code", fullCode, (text) => parseReceipt(receiptTextOfCode(text))),
  openedText("promise", queuedText(promise), parseQueuedText),
  openedText(
    "stub",
    stubText({ body: 311, pad: 2, number: 17, code: new Uint8Array(10).fill(5) }),
    parseStub,
  ),
  openedText("challenge of a register", challenge, parseJoiningText),
  openedText("answer of a body", joiningAnswerText(answerJoining(bodySigner, challenge)), parseJoiningAnswer),
];

/** What auditors hand to each other. */
const auditTargets: readonly FuzzTarget[] = [
  openedText("certificate of silence", certificate(), readProof),
  openedText("evidence of fraud", await fraud(), (text) => {
    const parsed = parseFraud(text);
    return parsed.ok ? judgeFraud(engine, parsed.value) : parsed;
  }),
  openedText("state of an audit", auditState(), parseAuditState),
  {
    name: "page that verifies",
    samples: receipts.map(utf8Bytes),
    share: 0.02,
    read: async (input) => {
      const judged = await judgeReceipt({ receipt: utf8Text(input) ?? "", policy: policyText, mirror: null });
      return judged.verdict !== "fails";
    },
  },
];

function firstParts() {
  return firstParameters.map((parameter) => [parameter.kind, parameterPartBytes(parameter)] as const);
}

function certificate(): string {
  return `<!doctype html>${proofMarkup({ receipt, checkpoint: note, asOf: civilDate(2026, 5, 1), policy: policyText })}`;
}

async function fraud(): Promise<string> {
  const trusted = trustLogKey(logKey.text);
  assert.ok(trusted.ok);
  const forked = forkedLog(4);
  const heads = [log, forked].map(({ files }) =>
    judgeCheckpoint(engine, utf8Text(files.get("checkpoint") ?? new Uint8Array(0)) ?? "", trusted.value),
  );
  const [one, other] = heads;
  assert.ok(one?.ok && other?.ok);
  const compared = await compareHeads(engine, log.source(), trusted.value, {
    one: one.value,
    other: other.value,
  });
  assert.ok(compared.ok && compared.value.kind === "contradiction");
  return fraudText(compared.value.evidence);
}

function auditState(): string {
  return auditStateText({
    origin: testOrigin,
    checkpoint: note,
    chain: { time: at("2026-03-02"), serials: new Map([[2, 3n]]), lastHashes: new Map() },
    acts: [],
  });
}

export const readersOfTheRecord: readonly FuzzTarget[] = [...logTargets, ...recordTargets, ...auditTargets];

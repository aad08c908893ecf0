import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { utf8Bytes } from "../bytes.ts";
import { checkpointText } from "./checkpoint.ts";
import { cosign } from "./cosignature.ts";
import { emptyRoot } from "./merkle.ts";
import { parseNote, signatureLine, signNote, verifierKey } from "./note.ts";
import { portableEngine as engine, portableSigner } from "./portable-engine.ts";
import { appendToTiles, consistencyProof, emptyRightEdge, tilePath } from "./tile.ts";
import {
  addCheckpointBytesMax,
  judgeAddCheckpoint,
  type KnownLog,
  monitoringPath,
  parseAddCheckpoint,
  parseRecordedSize,
  readCosignatures,
  serializeAddCheckpoint,
} from "./witness-rules.ts";

const origin = "ledger.example/executive";
const logSigner = portableSigner(new Uint8Array(32).fill(1));
const key = verifierKey(engine, origin, "ed25519", logSigner.publicKey);
const witness = { name: "witness.example/w1", signer: portableSigner(new Uint8Array(32).fill(2)) };
const witnessKey = verifierKey(engine, witness.name, "cosignature-v1", witness.signer.publicKey);

const entries = Array.from({ length: 600 }, (_, at) => utf8Bytes(`entry ${at}`));
const treeOf = (size: number) =>
  appendToTiles(engine, { size: 0, rightEdge: emptyRightEdge }, entries.slice(0, size));
const rootOf = (size: number): Uint8Array => treeOf(size).root;
const tiles = new Map(treeOf(600).files.map((file) => [file.path, file.bytes]));
const source = {
  tile: async (level: number, index: number, width: number) => {
    const bytes = tiles.get(tilePath(level, index, width));
    assert.ok(bytes !== undefined);
    return bytes;
  },
  entries: async () => new Uint8Array(0),
};

function noteOf(size: number, root = rootOf(size), signer = logSigner): string {
  return signNote(engine, checkpointText({ origin, size, root }), origin, signer);
}

function judge(written: string, known: KnownLog | null) {
  const request = parseAddCheckpoint(utf8Bytes(written));
  assert.ok(request.ok, JSON.stringify(request));
  return judgeAddCheckpoint(engine, request.value, known);
}

const recorded = (size: number): KnownLog => ({ key, recorded: { size, root: rootOf(size) } });
const fresh: KnownLog = { key, recorded: null };

describe("reading a request", () => {
  const good = serializeAddCheckpoint({ oldSize: 5, proof: [new Uint8Array(32)], note: noteOf(7) });

  test("what was written is read back", () => {
    const request = parseAddCheckpoint(utf8Bytes(good));
    assert.ok(request.ok);
    assert.equal(request.value.oldSize, 5);
    assert.deepEqual(request.value.proof, [new Uint8Array(32)]);
    assert.deepEqual(request.value.checkpoint, { origin, size: 7, root: rootOf(7) });
    assert.ok(
      parseAddCheckpoint(utf8Bytes(serializeAddCheckpoint({ oldSize: 0, proof: [], note: noteOf(7) }))).ok,
    );
  });

  const line = "A".repeat(43);
  const malformed: [string, string][] = [
    ["nothing", ""],
    ["garbage", "hello"],
    ["no old line", good.slice(good.indexOf("\n") + 1)],
    ["a leading zero", good.replace("old 5", "old 05")],
    ["a plus sign", good.replace("old 5", "old +5")],
    ["two spaces", good.replace("old 5", "old  5")],
    ["another word", good.replace("old 5", "Old 5")],
    ["CRLF", good.replaceAll("\n", "\r\n")],
    ["a byte-order mark", `\uFEFF${good}`],
    ["no blank line behind the proof", good.replace("\n\n", "\n")],
    ["a hash without padding", good.replace(`${line}=`, line)],
    ["64 hashes", good.replace(`${line}=`, Array.from({ length: 64 }, () => `${line}=`).join("\n"))],
    ["an unsigned checkpoint", good.slice(0, good.indexOf("— ") - 1)],
    ["a note that is no checkpoint", `old 0\n\n${signNote(engine, "hello\n", origin, logSigner)}`],
  ];
  for (const [name, written] of malformed) {
    test(`malformed: ${name}`, () => {
      assert.notEqual(written, good);
      assert.deepEqual(parseAddCheckpoint(utf8Bytes(written)), { ok: false, problem: "bad-request" });
    });
  }

  test("bytes that are no UTF-8, and a body over the cap", () => {
    const bytes = utf8Bytes(good);
    bytes[bytes.length - 3] = 0xff;
    assert.equal(parseAddCheckpoint(bytes).ok, false);
    const strangers = signatureLine("stranger", new Uint8Array(4), new Uint8Array(addCheckpointBytesMax));
    assert.equal(parseAddCheckpoint(utf8Bytes(good + strangers)).ok, false);
  });
});

describe("the answer", () => {
  test("200: from nothing, growing, and the same size again", async () => {
    const first = judge(serializeAddCheckpoint({ oldSize: 0, proof: [], note: noteOf(5) }), fresh);
    assert.deepEqual(first, {
      status: 200,
      checkpoint: { origin, size: 5, root: rootOf(5) },
      text: checkpointText({ origin, size: 5, root: rootOf(5) }),
    });
    const proof = await consistencyProof(engine, source, 5, 600);
    assert.equal(
      judge(serializeAddCheckpoint({ oldSize: 5, proof, note: noteOf(600) }), recorded(5)).status,
      200,
    );
    const again = serializeAddCheckpoint({ oldSize: 600, proof: [], note: noteOf(600) });
    assert.equal(judge(again, recorded(600)).status, 200);
    const empty = serializeAddCheckpoint({ oldSize: 0, proof: [], note: noteOf(0) });
    assert.equal(judge(empty, fresh).status, 200);
  });

  test("400: an old size beyond the checkpoint's, before anything else is looked at", () => {
    const written = serializeAddCheckpoint({ oldSize: 8, proof: [], note: noteOf(7) });
    for (const known of [null, fresh, recorded(8)]) {
      assert.deepEqual(judge(written, known), { status: 400, reason: "old-size-beyond-size" });
    }
  });

  test("404: an unknown origin, before the signature is looked at", () => {
    const stranger = portableSigner(new Uint8Array(32).fill(9));
    const written = serializeAddCheckpoint({ oldSize: 0, proof: [], note: noteOf(7, rootOf(7), stranger) });
    assert.deepEqual(judge(written, null), { status: 404, reason: "unknown-origin" });
    const other = verifierKey(engine, "ledger.example/courts", "ed25519", stranger.publicKey);
    assert.equal(judge(written, { key: other, recorded: null }).status, 404);
  });

  test("403: no signature of the log's key, or a bad one, before the size is looked at", () => {
    const stranger = portableSigner(new Uint8Array(32).fill(9));
    const foreign = serializeAddCheckpoint({ oldSize: 3, proof: [], note: noteOf(7, rootOf(7), stranger) });
    assert.deepEqual(judge(foreign, recorded(5)), { status: 403, reason: "no-known-signature" });
    const bad = noteOf(7) + signatureLine(origin, key.keyId, new Uint8Array(64));
    const spoiled = serializeAddCheckpoint({ oldSize: 3, proof: [], note: bad });
    assert.deepEqual(judge(spoiled, recorded(5)), { status: 403, reason: "bad-signature" });
  });

  test("409: another recorded size, which it tells, before the proof is looked at", () => {
    const written = serializeAddCheckpoint({ oldSize: 5, proof: [new Uint8Array(32)], note: noteOf(7) });
    assert.deepEqual(judge(written, recorded(600)), {
      status: 409,
      reason: "other-recorded-size",
      recordedSize: 600,
    });
    assert.deepEqual(judge(written, fresh), { status: 409, reason: "other-recorded-size", recordedSize: 0 });
  });

  test("422: a bad proof, in each way", async () => {
    const proof = await consistencyProof(engine, source, 5, 600);
    const bad = { status: 422, reason: "bad-consistency-proof" };
    const grown = (path: Uint8Array[]) =>
      judge(serializeAddCheckpoint({ oldSize: 5, proof: path, note: noteOf(600) }), recorded(5));
    assert.deepEqual(grown(proof.slice(1)), bad);
    assert.deepEqual(grown([]), bad);
    assert.deepEqual(grown(proof.toReversed()), bad);
    const fromNothing = serializeAddCheckpoint({ oldSize: 0, proof: [new Uint8Array(32)], note: noteOf(7) });
    assert.deepEqual(judge(fromNothing, fresh), bad);
    const same = serializeAddCheckpoint({ oldSize: 7, proof: [new Uint8Array(32)], note: noteOf(7) });
    assert.deepEqual(judge(same, recorded(7)), bad);
    const forked = noteOf(600, rootOf(599));
    assert.deepEqual(judge(serializeAddCheckpoint({ oldSize: 5, proof, note: forked }), recorded(5)), bad);
  });

  test("422: another root at the recorded size is evidence; the empty tree has only one root", () => {
    const forked = serializeAddCheckpoint({ oldSize: 7, proof: [], note: noteOf(7, rootOf(8)) });
    assert.deepEqual(judge(forked, recorded(7)), { status: 422, reason: "other-root" });
    const empty = serializeAddCheckpoint({ oldSize: 0, proof: [], note: noteOf(0, rootOf(8)) });
    assert.deepEqual(judge(empty, fresh), { status: 422, reason: "root-of-empty-tree" });
    assert.notDeepEqual(rootOf(8), emptyRoot(engine));
  });
});

describe("the client's side", () => {
  const sent = noteOf(7);
  const text = checkpointText({ origin, size: 7, root: rootOf(7) });
  const line = cosign(engine, text, { ...witness, timeSeconds: 77 });

  test("cosignatures are read out of the answer, strangers' dropped", () => {
    const stranger = signatureLine("stranger", new Uint8Array(4), new Uint8Array(72));
    const read = readCosignatures(engine, sent, stranger + line, [witnessKey]);
    assert.ok(read.ok);
    assert.deepEqual(
      read.value.map((signature) => [signature.line, signature.timeSeconds]),
      [[line, 77]],
    );
    assert.ok(parseNote(sent + line).ok);
  });

  test("answers that are none", () => {
    const problemOf = (body: string): string => {
      const read = readCosignatures(engine, sent, body, [witnessKey]);
      return read.ok ? "none" : read.problem;
    };
    assert.equal(problemOf(""), "no-cosignature");
    assert.equal(
      problemOf(signatureLine("stranger", new Uint8Array(4), new Uint8Array(72))),
      "no-cosignature",
    );
    assert.equal(problemOf(signatureLine(witness.name, witnessKey.keyId, new Uint8Array(72))), "bad-answer");
    assert.equal(problemOf("hello"), "bad-answer");
    assert.equal(problemOf(line.trimEnd()), "bad-answer");
    assert.equal(problemOf(`\n${line}`), "bad-answer");
    assert.equal(problemOf(`other text\n\n${line}`), "bad-answer");
    const elsewhere = cosign(engine, text.replace("\n7\n", "\n8\n"), { ...witness, timeSeconds: 77 });
    assert.equal(problemOf(elsewhere), "bad-answer");
  });

  test("the size in a 409", () => {
    assert.equal(parseRecordedSize("600\n"), 600);
    for (const body of ["", "600", "600\n\n", "0600\n", " 600\n", "600\r\n", "-1\n"]) {
      assert.equal(parseRecordedSize(body), null, JSON.stringify(body));
    }
  });

  test("where a witness publishes", () => {
    assert.match(monitoringPath(engine, origin), /^[0-9a-f]{64}\/checkpoint$/);
    assert.notEqual(monitoringPath(engine, origin), monitoringPath(engine, "ledger.example/courts"));
  });
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { toBase64, utf8Bytes } from "../bytes.ts";
import { checkpointText } from "./checkpoint.ts";
import { cosign } from "./cosignature.ts";
import { leafHash } from "./merkle.ts";
import { signatureLine, signNote, verifierKey } from "./note.ts";
import { parsePolicy, type WitnessPolicy } from "./policy.ts";
import { portableEngine as engine, portableSigner } from "./portable-engine.ts";
import {
  type LogProof,
  parseProof,
  proofExtraBytesMax,
  serializeProof,
  verifyCheckpointNote,
  verifyProof,
} from "./proof.ts";
import { appendToTiles, emptyRightEdge, inclusionProof } from "./tile.ts";

const origin = "ledger.example/executive";
const logSigner = portableSigner(new Uint8Array(32).fill(1));
const logKey = verifierKey(engine, origin, "ed25519", logSigner.publicKey);
const witnesses = [2, 3, 4].map((seed) => {
  const signer = portableSigner(new Uint8Array(32).fill(seed));
  const name = `w${seed}.example`;
  return { name, signer, key: verifierKey(engine, name, "cosignature-v1", signer.publicKey) };
});

const entries = Array.from({ length: 20 }, (_, at) => utf8Bytes(`entry ${at}`));
const batch = appendToTiles(engine, { size: 0, rightEdge: emptyRightEdge }, entries);
const level0 = batch.rightEdge.tiles.get(0) ?? new Uint8Array(0);
const source = { tile: async () => level0, entries: async () => new Uint8Array(0) };
const text = checkpointText({ origin, size: 20, root: batch.root });
const hash = leafHash(engine, utf8Bytes("entry 13"));

function cosignedBy(count: number): string {
  const lines = witnesses
    .slice(0, count)
    .map(({ name, signer }, at) => cosign(engine, text, { name, signer, timeSeconds: 1_000 - at }));
  return signNote(engine, text, origin, logSigner) + lines.join("");
}

async function proofWith(checkpoint: string): Promise<LogProof> {
  return { index: 13, hashes: await inclusionProof(engine, source, 13, 20), checkpoint };
}

function policyOf(quorumLines: string): WitnessPolicy {
  const lines = witnesses.map(({ key }, at) => `witness w${at} ${key.text}\n`).join("");
  const policy = parsePolicy(`log ${logKey.text}\n${lines}${quorumLines}\n`);
  assert.ok(policy.ok, JSON.stringify(policy));
  return policy.value;
}

const twoOfThree = policyOf("group g 2 w0 w1 w2\nquorum g");

describe("the file", () => {
  test("is read back as it was written", () => {
    const hashes = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 63 });
    const extra = fc.option(fc.uint8Array({ minLength: 1, maxLength: 99 }), { nil: undefined });
    fc.assert(
      fc.property(fc.maxSafeNat(), hashes, extra, (index, path, more) => {
        const proof = {
          index,
          hashes: path,
          checkpoint: "anything\n\n— at all",
          ...(more ? { extra: more } : {}),
        };
        assert.deepEqual(parseProof(serializeProof(proof)), { ok: true, value: proof });
      }),
    );
  });

  const line = toBase64(new Uint8Array(32).fill(7));
  const good = `c2sp.org/tlog-proof@v1\nextra AAAA\nindex 5\n${line}\n\ncheckpoint\n`;
  const malformed: [string, string][] = [
    ["nothing", ""],
    ["another version", good.replace("@v1", "@v2")],
    ["a byte-order mark", `\uFEFF${good}`],
    ["CRLF", good.replaceAll("\n", "\r\n")],
    ["no blank line", good.replace("\n\n", "\n")],
    ["no index", good.replace("index 5\n", "")],
    ["a leading zero", good.replace("index 5", "index 05")],
    ["a plus sign", good.replace("index 5", "index +5")],
    ["two spaces", good.replace("index 5", "index  5")],
    ["index before extra", good.replace("extra AAAA\nindex 5", "index 5\nextra AAAA")],
    ["two extra lines", good.replace("extra AAAA", "extra AAAA\nextra AAAA")],
    ["an empty extra", good.replace("extra AAAA", "extra ")],
    ["an extra that is no base64", good.replace("extra AAAA", "extra AAAB=")],
    ["an extra too long", good.replace("AAAA", toBase64(new Uint8Array(proofExtraBytesMax + 1)))],
    ["a hash of 31 bytes", good.replace(line, toBase64(new Uint8Array(31)))],
    ["a hash with a space behind", good.replace(line, `${line} `)],
    ["64 hashes", good.replace(line, Array.from({ length: 64 }, () => line).join("\n"))],
  ];
  for (const [name, written] of malformed) {
    test(`malformed: ${name}`, () => {
      assert.ok(parseProof(good).ok);
      assert.notEqual(written, good);
      assert.deepEqual(parseProof(written), { ok: false, problem: "bad-proof" });
    });
  }

  test("what the format cannot carry is a bug when writing", () => {
    const proof = { index: 1, hashes: [], checkpoint: "" };
    assert.throws(() => serializeProof({ ...proof, index: -1 }));
    assert.throws(() => serializeProof({ ...proof, extra: new Uint8Array(0) }));
    assert.throws(() =>
      serializeProof({ ...proof, hashes: Array.from({ length: 64 }, () => new Uint8Array(32)) }),
    );
  });
});

describe("the verdict", () => {
  test("with a quorum: whose cosignatures, earliest first", async () => {
    const verdict = verifyProof(engine, {
      proof: await proofWith(cosignedBy(3)),
      leafHash: hash,
      logKey,
      policy: twoOfThree,
    });
    assert.ok(verdict.ok, JSON.stringify(verdict));
    assert.deepEqual(verdict.value, {
      checkpoint: { origin, size: 20, root: batch.root },
      index: 13,
      cosignatures: [
        { name: "w4.example", timeSeconds: 998 },
        { name: "w3.example", timeSeconds: 999 },
        { name: "w2.example", timeSeconds: 1_000 },
      ],
    });
  });

  test("of several cosignatures by one witness the earliest counts, wherever it stands", () => {
    const [first] = witnesses;
    assert.ok(first !== undefined);
    const again = [500, 2_000].map((timeSeconds) => cosign(engine, text, { ...first, timeSeconds }));
    for (const lines of [again, again.toReversed()]) {
      const policy = policyOf("quorum w0");
      const verdict = verifyCheckpointNote(engine, cosignedBy(1) + lines.join(""), { logKey, policy });
      assert.ok(verdict.ok);
      assert.deepEqual(verdict.value.cosignatures, [{ name: "w2.example", timeSeconds: 500 }]);
    }
  });

  test("without a policy no witness is judged", async () => {
    const proof = await proofWith(cosignedBy(3));
    const verdict = verifyProof(engine, { proof, leafHash: hash, logKey, policy: null });
    assert.ok(verdict.ok);
    assert.deepEqual(verdict.value.cosignatures, []);
  });

  test("what is missing or false, each by its name", async () => {
    const good = { proof: await proofWith(cosignedBy(2)), leafHash: hash, logKey, policy: twoOfThree };
    assert.ok(verifyProof(engine, good).ok);
    const problemOf = (changed: Partial<typeof good>): string => {
      const verdict = verifyProof(engine, { ...good, ...changed });
      return verdict.ok ? "none" : verdict.problem;
    };
    assert.equal(problemOf({ proof: await proofWith(cosignedBy(1)) }), "quorum-missing");
    assert.equal(problemOf({ leafHash: leafHash(engine, utf8Bytes("entry 12")) }), "bad-inclusion-proof");
    assert.equal(problemOf({ proof: { ...good.proof, index: 12 } }), "bad-inclusion-proof");
    assert.equal(problemOf({ proof: { ...good.proof, index: 20 } }), "bad-inclusion-proof");
    assert.equal(
      problemOf({ proof: { ...good.proof, hashes: good.proof.hashes.slice(1) } }),
      "bad-inclusion-proof",
    );
    assert.equal(problemOf({ proof: { ...good.proof, checkpoint: "hello" } }), "bad-checkpoint");
    assert.equal(
      problemOf({ proof: await proofWith(cosignedBy(2).replace("\n20\n", "\n21\n")) }),
      "bad-signature",
    );
    const stranger = verifierKey(engine, origin, "ed25519", new Uint8Array(32).fill(6));
    assert.equal(problemOf({ logKey: stranger }), "log-not-in-policy");
    const elsewhere = verifierKey(engine, "other.example", "ed25519", logSigner.publicKey);
    assert.equal(problemOf({ logKey: elsewhere }), "other-log");
    const unsigned = cosignedBy(2).replace(/— ledger.*\n/, "");
    assert.equal(problemOf({ proof: await proofWith(unsigned) }), "no-log-signature");
    const badWitness =
      cosignedBy(2) + signatureLine("w4.example", witnesses[2]?.key.keyId ?? hash, new Uint8Array(72));
    assert.equal(problemOf({ proof: await proofWith(badWitness) }), "bad-signature");
  });

  test("a policy that does not name the log vouches for nothing", () => {
    const policy = { ...policyOf("quorum none"), logs: [] };
    const verdict = verifyCheckpointNote(engine, cosignedBy(3), { logKey, policy });
    assert.deepEqual(verdict, { ok: false, problem: "log-not-in-policy" });
  });

  test("the quorum none is met by the log alone", () => {
    assert.ok(verifyCheckpointNote(engine, cosignedBy(0), { logKey, policy: policyOf("quorum none") }).ok);
  });
});

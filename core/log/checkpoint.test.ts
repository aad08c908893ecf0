import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { toBase64 } from "../bytes.ts";
import { checkpointText, parseCheckpoint, parseTreeSize } from "./checkpoint.ts";
import { cosign, verifyCosignature } from "./cosignature.ts";
import { parseNote, signatureLine, signNote, verifierKey } from "./note.ts";
import { portableEngine as engine, portableSigner } from "./portable-engine.ts";

const origin = "ledger.example/executive";
const root = new Uint8Array(32).fill(9);
const rootText = toBase64(root);
const text = checkpointText({ origin, size: 7, root });

describe("checkpoints", () => {
  test("known bytes", () => {
    assert.equal(text, `ledger.example/executive\n7\n${rootText}\n`);
    assert.deepEqual(parseCheckpoint(text), { ok: true, value: { origin, size: 7, root } });
  });

  test("every checkpoint is read back", () => {
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(
        fc.maxSafeNat(),
        hash,
        fc.array(fc.constantFrom("one", "two words", "—"), { maxLength: 3 }),
        (size, any, lines) => {
          const checkpoint = { origin, size, root: any, ...(lines.length > 0 ? { extensions: lines } : {}) };
          assert.deepEqual(parseCheckpoint(checkpointText(checkpoint)), { ok: true, value: checkpoint });
        },
      ),
    );
  });

  const malformed: [string, string][] = [
    ["nothing", ""],
    ["no final newline", text.slice(0, -1)],
    ["two lines", `${origin}\n7\n`],
    ["an empty origin", `\n7\n${rootText}\n`],
    ["an origin with a space", `a b\n7\n${rootText}\n`],
    ["an origin with a plus sign", `a+b\n7\n${rootText}\n`],
    ["an origin behind a byte-order mark", `\uFEFF${text}`],
    ["an origin with a C1 control", `a\u0091b\n7\n${rootText}\n`],
    ["CRLF", text.replaceAll("\n", "\r\n")],
    ["a leading zero", text.replace("\n7\n", "\n07\n")],
    ["two zeros", text.replace("\n7\n", "\n00\n")],
    ["a plus sign", text.replace("\n7\n", "\n+7\n")],
    ["a minus sign", text.replace("\n7\n", "\n-7\n")],
    ["an exponent", text.replace("\n7\n", "\n1e3\n")],
    ["hexadecimal", text.replace("\n7\n", "\n0x7\n")],
    ["a space before the size", text.replace("\n7\n", "\n 7\n")],
    ["other digits", text.replace("\n7\n", "\n\u0667\n")],
    ["an empty size", text.replace("\n7\n", "\n\n")],
    ["a size of 2^53", text.replace("\n7\n", "\n9007199254740992\n")],
    ["a root of 31 bytes", `${origin}\n7\n${toBase64(root.subarray(1))}\n`],
    ["a root of 33 bytes", `${origin}\n7\n${toBase64(new Uint8Array(33))}\n`],
    ["a root with loose bits", text.replace("k=\n", "l=\n")],
    ["a root without padding", text.replace("=\n", "\n")],
    ["a url-safe root", `${origin}\n7\n${toBase64(new Uint8Array(32).fill(255)).replaceAll("/", "_")}\n`],
    ["a blank line behind", `${text}\n`],
    ["a blank line among extensions", `${text}one\n\ntwo\n`],
  ];
  for (const [name, written] of malformed) {
    test(`malformed: ${name}`, () => {
      assert.notEqual(written, text);
      assert.deepEqual(parseCheckpoint(written), { ok: false, problem: "bad-checkpoint" });
    });
  }

  test("fields that cannot stand in a checkpoint are bugs when writing", () => {
    assert.throws(() => checkpointText({ origin: "a b", size: 7, root }));
    assert.throws(() => checkpointText({ origin, size: -1, root }));
    assert.throws(() => checkpointText({ origin, size: 2 ** 53, root }));
    assert.throws(() => checkpointText({ origin, size: 7, root: root.subarray(1) }));
    assert.throws(() => checkpointText({ origin, size: 7, root, extensions: [""] }));
    assert.throws(() => checkpointText({ origin, size: 7, root, extensions: ["a\nb"] }));
    assert.throws(() => checkpointText({ origin, size: 7, root, extensions: ["a\tb"] }));
  });

  test("sizes up to the largest exact one", () => {
    assert.equal(parseTreeSize("0"), 0);
    assert.equal(parseTreeSize("9007199254740991"), Number.MAX_SAFE_INTEGER);
    assert.equal(parseTreeSize("9007199254740993"), null);
    assert.equal(parseTreeSize("7\n"), null);
  });
});

describe("cosignatures", () => {
  const signer = portableSigner(new Uint8Array(32).fill(2));
  const key = verifierKey(engine, "witness.example/w1", "cosignature-v1", signer.publicKey);
  const signed = signNote(engine, text, origin, portableSigner(new Uint8Array(32).fill(1)));

  function verdictOn(written: string) {
    const note = parseNote(written);
    assert.ok(note.ok);
    return verifyCosignature(engine, note.value, key);
  }

  test("its time is covered: every other time is a bad cosignature", () => {
    const line = cosign(engine, text, { name: key.name, signer, timeSeconds: 1_700_000_000 });
    assert.deepEqual(verdictOn(signed + line), { ok: true, value: { timeSeconds: 1_700_000_000 } });
    const note = parseNote(signed + line);
    assert.ok(note.ok);
    const bytes = note.value.signatures[1]?.signature;
    assert.ok(bytes?.length === 72);
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = bytes.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      const verdict = verdictOn(signed + signatureLine(key.name, key.keyId, altered));
      assert.deepEqual(verdict, { ok: false, problem: "bad-cosignature" }, `byte ${at}`);
    }
    const short = verdictOn(signed + signatureLine(key.name, key.keyId, bytes.subarray(0, 71)));
    assert.deepEqual(short, { ok: false, problem: "bad-cosignature" });
  });

  test("of several the earliest counts, a bad one among them spoils all", () => {
    const lines = [300, 100, 200].map((timeSeconds) =>
      cosign(engine, text, { name: key.name, signer, timeSeconds }),
    );
    assert.deepEqual(verdictOn(signed + lines.join("")), { ok: true, value: { timeSeconds: 100 } });
    const bad = signatureLine(key.name, key.keyId, new Uint8Array(72));
    assert.equal(verdictOn(signed + lines.join("") + bad).ok, false);
  });

  test("none there", () => {
    assert.deepEqual(verdictOn(signed), { ok: false, problem: "no-cosignature" });
  });

  test("times are whole seconds after 1970", () => {
    for (const timeSeconds of [0, -1, 1.5, Number.NaN, 2 ** 53]) {
      assert.throws(() => cosign(engine, text, { name: key.name, signer, timeSeconds }));
    }
    const late = cosign(engine, text, { name: key.name, signer, timeSeconds: Number.MAX_SAFE_INTEGER });
    assert.deepEqual(verdictOn(signed + late), { ok: true, value: { timeSeconds: Number.MAX_SAFE_INTEGER } });
  });

  test("a cosignature of one checkpoint is none of the next", () => {
    const line = cosign(engine, text, { name: key.name, signer, timeSeconds: 5 });
    const next = signNote(engine, checkpointText({ origin, size: 8, root }), origin, signer);
    assert.deepEqual(verdictOn(next + line), { ok: false, problem: "bad-cosignature" });
  });
});

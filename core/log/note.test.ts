import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { concatBytes, fromBase64, toBase64, utf8Bytes } from "../bytes.ts";
import { cosign } from "./cosignature.ts";
import {
  isKeyName,
  noteBytesMax,
  noteSignaturesMax,
  parseNote,
  parseVerifierKey,
  serializeNote,
  signatureLine,
  signNote,
  verifierKey,
  verifyNote,
} from "./note.ts";
import { portableEngine as engine, portableSigner } from "./portable-engine.ts";

const signer = portableSigner(new Uint8Array(32).fill(1));
const witness = portableSigner(new Uint8Array(32).fill(2));
const logKey = verifierKey(engine, "ledger.example/test", "ed25519", signer.publicKey);
const witnessKey = verifierKey(engine, "witness.example/w1", "cosignature-v1", witness.publicKey);
const text = "first line\nsecond line\n";
const signed = signNote(engine, text, logKey.name, signer);
const cosigned =
  signed + cosign(engine, text, { name: witnessKey.name, signer: witness, timeSeconds: 1_700_000_000 });
const onlyLine = signed.slice(text.length + 1);

function noteOf(written: string) {
  const note = parseNote(written);
  assert.ok(note.ok, JSON.stringify(note));
  return note.value;
}

describe("verifier keys", () => {
  test("the example of the signed-note specification", () => {
    const example = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    const key = parseVerifierKey(example);
    assert.ok(key.ok);
    assert.equal(key.value.name, "example.com/foo");
    assert.equal(verifierKey(engine, "example.com/foo", "ed25519", key.value.publicKey).text, example);
  });

  test("all three algorithms are read back, base64 with plus signs too", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (publicKey) => {
        for (const algorithm of ["ed25519", "cosignature-v1"] as const) {
          const key = verifierKey(engine, "a.example/b", algorithm, publicKey);
          assert.deepEqual(parseVerifierKey(key.text), { ok: true, value: key });
        }
      }),
    );
    const postQuantum = verifierKey(engine, "a.example/b", "ml-dsa-44", new Uint8Array(1_312).fill(0xfb));
    assert.deepEqual(parseVerifierKey(postQuantum.text), { ok: true, value: postQuantum });
  });

  const [, hexId = "", encoded = ""] = logKey.text.split("+");
  const refusals: [string, string, string][] = [
    ["nothing", "", "bad-verifier-key"],
    ["no plus sign", "ledger.example/test", "bad-verifier-key"],
    ["one plus sign", `ledger.example/test+${hexId}`, "bad-verifier-key"],
    ["no name", `+${hexId}+${encoded}`, "bad-verifier-key"],
    ["a space in the name", `ledger example+${hexId}+${encoded}`, "bad-verifier-key"],
    ["a no-break space in the name", `ledger\u00A0example+${hexId}+${encoded}`, "bad-verifier-key"],
    ["a next-line control in the name", `ledger\u0085example+${hexId}+${encoded}`, "bad-verifier-key"],
    ["another C1 control in the name", `ledger\u0090example+${hexId}+${encoded}`, "bad-verifier-key"],
    ["a byte-order mark before the name", `\uFEFF${logKey.text}`, "bad-verifier-key"],
    ["a zero-width space in the name", `ledger\u200Bexample+${hexId}+${encoded}`, "bad-verifier-key"],
    ["a change of direction in the name", `ledger\u202Eexample+${hexId}+${encoded}`, "bad-verifier-key"],
    ["upper-case id", logKey.text.replace(hexId, hexId.toUpperCase()), "bad-verifier-key"],
    ["a short id", `ledger.example/test+${hexId.slice(2)}+${encoded}`, "bad-verifier-key"],
    ["another name's id", `ledger.example/tesu+${hexId}+${encoded}`, "wrong-key-id"],
    ["no padding-free base64", `ledger.example/test+${hexId}+${encoded}=`, "bad-verifier-key"],
    ["url-safe base64", `ledger.example/test+${hexId}+${encoded.slice(0, -1)}-`, "bad-verifier-key"],
    ["a newline at the end", `${logKey.text}\n`, "bad-verifier-key"],
    ["a key too short", `n+00000000+${toBase64(new Uint8Array(32).fill(1))}`, "bad-verifier-key"],
    ["ECDSA", `n+00000000+${toBase64(new Uint8Array(33).fill(2))}`, "unsupported-algorithm"],
    ["an RFC 6962 tree head", `n+00000000+${toBase64(new Uint8Array(33).fill(5))}`, "unsupported-algorithm"],
    ["a private type", `n+00000000+${toBase64(new Uint8Array(33).fill(255))}`, "unsupported-algorithm"],
    ["endless text", `n+00000000+${"A".repeat(100_000)}`, "bad-verifier-key"],
  ];
  for (const [name, written, problem] of refusals) {
    test(`refused: ${name}`, () => assert.deepEqual(parseVerifierKey(written), { ok: false, problem }));
  }

  test("names that a key may not bear are bugs when building one", () => {
    for (const name of ["", "a b", "a+b", "a\u2003b", "a\nb", "\uD800"]) {
      assert.equal(isKeyName(name), false);
      assert.throws(() => verifierKey(engine, name, "ed25519", signer.publicKey));
    }
    assert.throws(() => verifierKey(engine, "a", "ed25519", new Uint8Array(31)));
    assert.ok(isKeyName("çynar.example/Yerine-ýetiriji"));
  });
});

describe("reading notes", () => {
  test("what was written is read back, whatever the text", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (lines) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: notes forbid exactly these
        const body = `${lines.map((line) => line.replaceAll(/[\u0000-\u001F]/g, "")).join("\n")}\n`;
        const written = signNote(engine, body, logKey.name, signer);
        const note = noteOf(written);
        assert.equal(note.text, body);
        assert.equal(serializeNote(note), written);
        assert.ok(verifyNote(engine, note, [logKey]).ok);
      }),
      { numRuns: 30 },
    );
  });

  test("blank lines inside the text: the last one splits", () => {
    for (const body of ["a\n\nb\n", "\n", "\n\n\n", "a\n\n— fake AAAAAAAA\n\nb\n"]) {
      const note = noteOf(signNote(engine, body, logKey.name, signer));
      assert.equal(note.text, body);
      assert.ok(verifyNote(engine, note, [logKey]).ok);
    }
  });

  const bytesOfLine = fromBase64(onlyLine.trimEnd().split(" ")[2] ?? "") ?? new Uint8Array(0);
  // 68 bytes end in one letter with two spare bits; the next letter has the same bytes and other bits.
  const looseBits = toBase64(bytesOfLine).replace(
    /.=$/,
    (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}=`,
  );
  const malformed: [string, string][] = [
    ["nothing", ""],
    ["a text without signatures", text],
    ["a blank line and no signature", `${text}\n`],
    ["no final newline", signed.slice(0, -1)],
    ["a second final newline", `${signed}\n`],
    ["CRLF", signed.replaceAll("\n", "\r\n")],
    ["CR in the signature line only", signed.replace(/\n$/, "\r\n")],
    ["a tab in the text", `a\tb\n\n${onlyLine}`],
    ["a NUL in the text", `a\u0000b\n\n${onlyLine}`],
    ["an escape in the text", `a\u001Bb\n\n${onlyLine}`],
    ["a lone surrogate", `a\uD800b\n\n${onlyLine}`],
    ["no blank line", `${text}${onlyLine}`],
    ["a byte-order mark before the dash", `${text}\n\uFEFF${onlyLine}`],
    ["an en dash", signed.replace("—", "\u2013")],
    ["a horizontal bar", signed.replace("—", "\u2015")],
    ["a hyphen", signed.replace("—", "-")],
    ["two spaces after the dash", signed.replace("— ", "—  ")],
    ["two spaces before the signature", signed.replace(`${logKey.name} `, `${logKey.name}  `)],
    ["a no-break space after the dash", signed.replace("— ", "—\u00A0")],
    ["a space at the line's end", signed.replace(/\n$/, " \n")],
    ["a name with a plus sign", signed.replace("ledger.example", "ledger+example")],
    ["a name with a no-break space", signed.replace("ledger.example", "ledger\u00A0example")],
    ["a name with a next-line control", signed.replace("ledger.example", "ledger\u0085example")],
    ["no name", signed.replace(` ${logKey.name}`, "")],
    ["an empty name", signed.replace(logKey.name, "")],
    ["padding missing", signed.replace("=", "")],
    ["too much padding", signed.replace("=", "==")],
    ["url-safe base64", `${text}\n— a ${"_".repeat(8)}\n`],
    ["non-canonical base64", `${text}\n— a AAAAAAB=\n`],
    ["non-canonical base64 of the true signature", `${text}\n— ${logKey.name} ${looseBits}\n`],
    ["only a key id", `${text}\n— a ${toBase64(new Uint8Array(4))}\n`],
    ["no signature bytes", `${text}\n— a \n`],
    ["a line that is none among the signatures", `${signed}hello\n`],
  ];
  for (const [name, written] of malformed) {
    test(`malformed: ${name}`, () => {
      assert.notEqual(written, signed);
      assert.deepEqual(parseNote(written), { ok: false, problem: "bad-note" });
    });
  }
});

describe("what the format leaves to the verifier", () => {
  test("a byte-order mark before the text is another text, which nobody signed", () => {
    const note = noteOf(`\uFEFF${signed}`);
    assert.deepEqual(verifyNote(engine, note, [logKey]), { ok: false, problem: "bad-signature" });
  });

  test("C1 controls and DEL are letters of the text to this format, as the specification says", () => {
    const body = "a\u0080b\u009Fc\u007Fd\n";
    assert.equal(noteOf(signNote(engine, body, logKey.name, signer)).text, body);
    // In the name of a stranger's line they do not make a note unreadable either.
    const strange = signatureLine("strange\u0090name", new Uint8Array(4), new Uint8Array(64));
    assert.ok(verifyNote(engine, noteOf(signed + strange), [logKey]).ok);
  });

  test("limits: a hundred signatures and no more, a quarter of a megabyte and no more", () => {
    const strangers = (count: number): string =>
      Array.from({ length: count }, (_, at) =>
        signatureLine(`s${at}`, new Uint8Array(4), new Uint8Array(64)),
      ).join("");
    assert.ok(
      verifyNote(engine, noteOf(strangers(0) + signed + strangers(noteSignaturesMax - 1)), [logKey]).ok,
    );
    assert.deepEqual(parseNote(signed + strangers(noteSignaturesMax)), {
      ok: false,
      problem: "too-many-signatures",
    });
    const long = (length: number): string => signNote(engine, `${"x".repeat(length)}\n`, logKey.name, signer);
    const overhead = long(0).length + utf8Bytes("—").length - 1;
    assert.ok(parseNote(long(noteBytesMax - overhead)).ok);
    assert.deepEqual(parseNote(long(noteBytesMax - overhead + 1)), { ok: false, problem: "note-too-long" });
  });
});

describe("verifying notes", () => {
  test("known lines are verified, unknown ones ignored", () => {
    const note = noteOf(cosigned);
    const both = verifyNote(engine, note, [logKey, witnessKey]);
    assert.ok(both.ok);
    assert.deepEqual(
      both.value.map(({ key, timeSeconds }) => [key.name, timeSeconds]),
      [
        [logKey.name, null],
        [witnessKey.name, 1_700_000_000],
      ],
    );
    const one = verifyNote(engine, note, [witnessKey]);
    assert.ok(one.ok);
    assert.equal(one.value.length, 1);
    assert.deepEqual(verifyNote(engine, note, []), { ok: false, problem: "no-known-signature" });
  });

  test("a known line that does not hold rejects the whole note, a good line beside it or not", () => {
    const bad = signatureLine(logKey.name, logKey.keyId, new Uint8Array(64).fill(3));
    for (const written of [`${text}\n${bad}`, signed + bad, `${text}\n${bad}${onlyLine}`]) {
      assert.deepEqual(verifyNote(engine, noteOf(written), [logKey]), {
        ok: false,
        problem: "bad-signature",
      });
    }
    // Under the same name with another id, or the same id with another name, it is a stranger's line.
    const otherId = signatureLine(logKey.name, Uint8Array.of(1, 2, 3, 4), new Uint8Array(64));
    const otherName = signatureLine("other", logKey.keyId, new Uint8Array(64));
    assert.ok(verifyNote(engine, noteOf(signed + otherId + otherName), [logKey]).ok);
  });

  test("any flipped bit in the text or the signature", () => {
    fc.assert(
      fc.property(fc.nat(text.length - 2), fc.nat(63), (place, byte) => {
        const altered = `${text.slice(0, place)}${text[place] === "x" ? "y" : "x"}${text.slice(place + 1)}`;
        assert.equal(verifyNote(engine, { ...noteOf(signed), text: altered }, [logKey]).ok, false);
        const [line] = noteOf(signed).signatures;
        assert.ok(line !== undefined);
        const signature = line.signature.slice();
        signature[byte] = (signature[byte] ?? 0) ^ 4;
        const written = `${text}\n${signatureLine(line.name, line.keyId, signature)}`;
        assert.equal(verifyNote(engine, noteOf(written), [logKey]).ok, false);
      }),
      { numRuns: 40 },
    );
  });
});

describe("whose signatures count", () => {
  test("a duplicate line counts once, and seventeen and more signatures are all judged", () => {
    const doubled = verifyNote(engine, noteOf(signed + onlyLine + onlyLine), [logKey]);
    assert.ok(doubled.ok);
    assert.equal(doubled.value.length, 1);
    const signers = Array.from({ length: 24 }, (_, at) => portableSigner(new Uint8Array(32).fill(at + 40)));
    const keys = signers.map(({ publicKey }, at) =>
      verifierKey(engine, `w${at}`, "cosignature-v1", publicKey),
    );
    const lines = signers.map((own, at) =>
      cosign(engine, text, { name: `w${at}`, signer: own, timeSeconds: 9 }),
    );
    const many = verifyNote(engine, noteOf(signed + lines.join("")), [logKey, ...keys]);
    assert.ok(many.ok);
    assert.equal(many.value.length, 25);
  });

  test("an ML-DSA-44 line is ignored, even when its key is known", () => {
    const key = verifierKey(engine, logKey.name, "ml-dsa-44", new Uint8Array(1_312).fill(5));
    const line = signatureLine(key.name, key.keyId, new Uint8Array(8 + 2_420));
    assert.ok(verifyNote(engine, noteOf(signed + line), [logKey, key]).ok);
    assert.deepEqual(verifyNote(engine, noteOf(`${text}\n${line}`), [key]), {
      ok: false,
      problem: "no-known-signature",
    });
  });

  test("a signature made for one type of key is none for the other", () => {
    const asCosigner = verifierKey(engine, logKey.name, "cosignature-v1", signer.publicKey);
    const plain = signer.sign(utf8Bytes(text));
    const dressed = signatureLine(
      logKey.name,
      asCosigner.keyId,
      concatBytes(new Uint8Array(8).fill(1, 7), plain),
    );
    assert.equal(verifyNote(engine, noteOf(`${text}\n${dressed}`), [asCosigner]).ok, false);
  });

  test("two known keys under one name and id are refused as ambiguous", () => {
    const twin = { ...logKey, publicKey: witness.publicKey, text: `${logKey.text}x` };
    assert.deepEqual(verifyNote(engine, noteOf(signed), [logKey, twin]), {
      ok: false,
      problem: "ambiguous-key",
    });
    assert.ok(verifyNote(engine, noteOf(signed), [logKey, { ...logKey }]).ok);
  });

  test("texts that no note can carry are bugs when signing", () => {
    for (const body of ["", "no newline", "a\r\n", "a\u0000\n", "\uD800\n"]) {
      assert.throws(() => signNote(engine, body, logKey.name, signer));
    }
  });
});

/** The native engine against the portable one: an auditor and a server must never disagree about a note. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ED25519_TORSION_SUBGROUP, ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";
import fc from "fast-check";
import { concatBytes, fromHex, toHex } from "#core/bytes.ts";
import { isStrictPublicKey, littleEndianNumber } from "#core/log/ed25519-strictness.ts";
import { portableEngine, portableSigner } from "#core/log/portable-engine.ts";
import { nativeEngine, nativeSigner } from "./native-engine.ts";

const engines = [nativeEngine, portableEngine];
const { Point } = ed25519;
const groupOrder = Point.Fn.ORDER;
const seed = new Uint8Array(32).fill(5);
const message = new TextEncoder().encode("the same words");
const signer = nativeSigner(seed);
const signature = signer.sign(message);

function bytesOf(hex: string): Uint8Array {
  const bytes = fromHex(hex);
  assert.ok(bytes !== null);
  return bytes;
}

function scalarBytes(value: bigint): Uint8Array {
  return bytesOf(value.toString(16).padStart(64, "0")).toReversed();
}

function bothSay(
  expected: boolean,
  publicKey: Uint8Array,
  text: Uint8Array,
  signed: Uint8Array,
  why: string,
): void {
  for (const engine of engines) {
    assert.equal(engine.verifyEd25519(publicKey, text, signed), expected, `${engine.name}: ${why}`);
  }
}

/** Signs with a key point and a nonce point that carry a part of small order: what only a hostile signer does. */
function signWithTorsion(keyTorsion: string, nonceTorsion: string) {
  const secret = 123_456_789n;
  const nonce = 987_654_321n;
  const publicKey = Point.BASE.multiply(secret).add(Point.fromHex(keyTorsion)).toBytes();
  const commitment = Point.BASE.multiply(nonce).add(Point.fromHex(nonceTorsion)).toBytes();
  const challenge = littleEndianNumber(sha512(concatBytes(commitment, publicKey, message))) % groupOrder;
  const answer = (nonce + challenge * secret) % groupOrder;
  return { publicKey, signature: concatBytes(commitment, scalarBytes(answer)) };
}

describe("known answers", () => {
  test("SHA-256 of the empty text and of abc (FIPS 180-4)", () => {
    for (const engine of engines) {
      assert.equal(
        toHex(engine.sha256(new Uint8Array(0))),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      );
      assert.equal(
        toHex(engine.sha256(new TextEncoder().encode("abc"))),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      );
    }
  });

  // RFC 8032 section 7.1, tests 1 to 3: seed, public key, message, signature.
  const answers: [string, string, string, string][] = [
    [
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
      "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ],
    [
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
      "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ],
    [
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
      "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ],
  ];
  test("Ed25519 (RFC 8032)", () => {
    for (const [seedHex, keyHex, messageHex, signatureHex] of answers) {
      for (const make of [nativeSigner, portableSigner]) {
        const own = make(bytesOf(seedHex));
        assert.equal(toHex(own.publicKey), keyHex);
        assert.equal(toHex(own.sign(bytesOf(messageHex))), signatureHex);
      }
      bothSay(true, bytesOf(keyHex), bytesOf(messageHex), bytesOf(signatureHex), "the RFC's signature");
    }
  });
});

describe("equality", () => {
  test("hashes of any bytes, at block edges too", () => {
    const edge = fc.constantFrom(0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 4_096);
    const bytes = edge.chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));
    fc.assert(
      fc.property(bytes, (input) =>
        assert.deepEqual(nativeEngine.sha256(input), portableEngine.sha256(input)),
      ),
    );
    // A view into a larger buffer, as tiles hand them out.
    const view = new Uint8Array(100).fill(3, 10, 90).subarray(10, 90);
    assert.deepEqual(nativeEngine.sha256(view), portableEngine.sha256(view));
  });

  test("signatures of any message by any seed", () => {
    const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(seeds, fc.uint8Array({ maxLength: 200 }), (own, text) => {
        const [native, portable] = [nativeSigner(own), portableSigner(own)];
        assert.deepEqual(native.publicKey, portable.publicKey);
        const signed = native.sign(text);
        assert.deepEqual(signed, portable.sign(text));
        bothSay(true, native.publicKey, text, signed, "an honest signature");
      }),
      { numRuns: 40 },
    );
  });

  test("any flipped bit in key, message or signature is refused by both", () => {
    const whole = concatBytes(signer.publicKey, signature, message);
    fc.assert(
      fc.property(fc.nat(whole.length * 8 - 1), (bit) => {
        const altered = whole.slice();
        const at = Math.floor(bit / 8);
        altered[at] = (altered[at] ?? 0) ^ (1 << (bit % 8));
        bothSay(false, altered.subarray(0, 32), altered.subarray(96), altered.subarray(32, 96), `bit ${bit}`);
      }),
      { numRuns: 60 },
    );
  });

  test("any bytes whatever: no throw, one verdict", () => {
    const key = fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ minLength: 32, maxLength: 32 }));
    const signed = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc.uint8Array({ minLength: 64, maxLength: 64 }),
    );
    fc.assert(fc.property(key, signed, (any, other) => bothSay(false, any, message, other, "random bytes")));
  });

  test("keys and signatures of a wrong length", () => {
    for (const length of [0, 1, 31, 33, 64]) {
      bothSay(false, new Uint8Array(length).fill(9), message, signature, `a key of ${length} bytes`);
    }
    for (const length of [0, 32, 63, 65, 128]) {
      bothSay(
        false,
        signer.publicKey,
        message,
        new Uint8Array(length).fill(9),
        `a signature of ${length} bytes`,
      );
    }
    assert.throws(() => nativeSigner(seed.subarray(1)));
    assert.throws(() => portableSigner(seed.subarray(1)));
  });
});

describe("the edges that libraries judge differently", () => {
  test("a scalar not reduced: the same signature in a second spelling", () => {
    const scalar = littleEndianNumber(signature.subarray(32)) + groupOrder;
    bothSay(true, signer.publicKey, message, signature, "reduced");
    const second = concatBytes(signature.subarray(0, 32), scalarBytes(scalar));
    bothSay(false, signer.publicKey, message, second, "plus the group order");
  });

  test("keys of small order, for which anyone can sign", () => {
    const neutral = Point.ZERO.toBytes();
    for (const hex of ED25519_TORSION_SUBGROUP) {
      const key = bytesOf(hex);
      for (const first of [neutral, key]) {
        bothSay(false, key, message, concatBytes(first, new Uint8Array(32)), `key ${hex}`);
      }
    }
  });

  test("keys in an encoding that is not reduced", () => {
    const prime = 2n ** 255n - 19n;
    // y = p + 1 and so on up to 2^255 - 1 are second spellings of 1..18; with and without the sign bit.
    for (let excess = 0n; excess < 19n; excess += 1n) {
      for (const sign of [0n, 2n ** 255n]) {
        const key = scalarBytes(prime + excess + sign);
        bothSay(false, key, message, concatBytes(Point.ZERO.toBytes(), new Uint8Array(32)), `p + ${excess}`);
        // Not left to the libraries: their own checks differ between versions.
        assert.equal(isStrictPublicKey(key), false);
      }
    }
  });

  test("parts of small order in key or nonce: one verdict, and never the lenient one for the nonce", () => {
    const [neutral = "", ...torsion] = ED25519_TORSION_SUBGROUP;
    const honest = signWithTorsion(neutral, neutral);
    bothSay(true, honest.publicKey, message, honest.signature, "no torsion");
    for (const hex of torsion) {
      const inNonce = signWithTorsion(neutral, hex);
      bothSay(false, inNonce.publicKey, message, inNonce.signature, `nonce plus ${hex}`);
      for (const other of ED25519_TORSION_SUBGROUP) {
        const inBoth = signWithTorsion(hex, other);
        const [native, portable] = engines.map((engine) =>
          engine.verifyEd25519(inBoth.publicKey, message, inBoth.signature),
        );
        assert.equal(native, portable, `key plus ${hex}, nonce plus ${other}`);
      }
    }
  });
});

describe("the cache of parsed keys", () => {
  test("is bounded and never mixes keys up", () => {
    // Once round the cache and further: the first keys have been dropped and are parsed anew.
    for (let round = 0; round < 1_100; round += 1) {
      const key = new Uint8Array(32).fill(round % 256);
      key[31] = 1 + Math.floor(round / 256);
      nativeEngine.verifyEd25519(key, message, signature);
    }
    assert.ok(nativeEngine.verifyEd25519(signer.publicKey, message, signature));
    const other = nativeSigner(new Uint8Array(32).fill(6));
    assert.equal(nativeEngine.verifyEd25519(other.publicKey, message, signature), false);
    assert.ok(nativeEngine.verifyEd25519(other.publicKey, message, other.sign(message)));
  });

  test("a key changed by its owner after the call is another key", () => {
    const key = signer.publicKey.slice();
    assert.ok(nativeEngine.verifyEd25519(key, message, signature));
    key.fill(0);
    assert.equal(nativeEngine.verifyEd25519(key, message, signature), false);
    assert.ok(nativeEngine.verifyEd25519(signer.publicKey, message, signature));
  });
});

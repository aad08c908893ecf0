import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { fromHex, toBase64, toHex, utf8Bytes } from "../bytes.ts";
import {
  CompactRange,
  emptyRoot,
  type Hash,
  leafHash,
  nodeHash,
  proofHashesMax,
  rootOfLeafHashes,
  splitPoint,
  verifyConsistency,
  verifyInclusion,
} from "./merkle.ts";
import { portableEngine as engine } from "./portable-engine.ts";

const treeSizeMax = 600;
const leaves = Array.from({ length: treeSizeMax }, (_, index) =>
  leafHash(engine, utf8Bytes(`leaf ${index}`)),
);

/** The definitions of RFC 6962 section 2.1, word for word and without cleverness, but for a memory of subtrees. */
const subtrees = new Map<string, Hash>();

function naiveSplit(size: number): number {
  let power = 1;
  while (power < size) power *= 2;
  return power / 2;
}

function naiveRoot(start: number, end: number): Hash {
  const known = subtrees.get(`${start}:${end}`);
  if (known !== undefined) return known;
  const size = end - start;
  if (size === 0) return engine.sha256(new Uint8Array(0));
  const only = leaves[start];
  assert.ok(only !== undefined);
  const middle = start + naiveSplit(size);
  const root = size === 1 ? only : nodeHash(engine, naiveRoot(start, middle), naiveRoot(middle, end));
  subtrees.set(`${start}:${end}`, root);
  return root;
}

function naivePath(index: number, start: number, end: number): Hash[] {
  if (end - start === 1) return [];
  const middle = start + naiveSplit(end - start);
  return index < middle
    ? [...naivePath(index, start, middle), naiveRoot(middle, end)]
    : [...naivePath(index, middle, end), naiveRoot(start, middle)];
}

function naiveSubproof(oldEnd: number, start: number, end: number, isComplete: boolean): Hash[] {
  if (oldEnd === end) return isComplete ? [] : [naiveRoot(start, end)];
  const middle = start + naiveSplit(end - start);
  return oldEnd <= middle
    ? [...naiveSubproof(oldEnd, start, middle, isComplete), naiveRoot(middle, end)]
    : [...naiveSubproof(oldEnd, middle, end, false), naiveRoot(start, middle)];
}

function leafAt(index: number): Hash {
  const hash = leaves[index];
  assert.ok(hash !== undefined);
  return hash;
}

function inclusionClaim(index: number, size: number) {
  return { leafHash: leafAt(index), index, size, root: naiveRoot(0, size), proof: naivePath(index, 0, size) };
}

function consistencyClaim(oldSize: number, newSize: number) {
  const proof = naiveSubproof(oldSize, 0, newSize, true);
  return { oldSize, oldRoot: naiveRoot(0, oldSize), newSize, newRoot: naiveRoot(0, newSize), proof };
}

function flippedBit(bytes: Uint8Array, bit: number): Uint8Array {
  const flipped = bytes.slice();
  const at = Math.floor(bit / 8) % bytes.length;
  flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit % 8));
  return flipped;
}

describe("known answers", () => {
  // The entries and root that the Certificate Transparency implementations share as their reference tree.
  const entries = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ];

  test("the reference tree of eight entries", () => {
    const hashes = entries.map((entry) => leafHash(engine, fromHex(entry) ?? new Uint8Array(0)));
    assert.equal(
      toHex(rootOfLeafHashes(engine, hashes)),
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    );
  });

  test("the empty tree", () => {
    assert.equal(toBase64(emptyRoot(engine)), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    assert.deepEqual(rootOfLeafHashes(engine, []), emptyRoot(engine));
  });

  test("a leaf never passes as a node", () => {
    const [left, right] = [leafAt(0), leafAt(1)];
    const joined = new Uint8Array([...left, ...right]);
    assert.notDeepEqual(leafHash(engine, joined), nodeHash(engine, left, right));
  });
});

describe("against the recursion of RFC 6962", () => {
  test("every root up to 600", () => {
    const range = new CompactRange(engine);
    for (let size = 0; size <= treeSizeMax; size += 1) {
      assert.deepEqual(range.root(), naiveRoot(0, size), `root of ${size}`);
      if (size < treeSizeMax) range.append(leafAt(size));
    }
    assert.equal(range.size, treeSizeMax);
  });

  test("inclusion at every size up to 600: both ends, the middle and one index in seventeen", () => {
    for (let size = 1; size <= treeSizeMax; size += 1) {
      const edges = [0, Math.floor(size / 2), size - 2, size - 1].filter((index) => index >= 0);
      const sampled = Array.from({ length: Math.floor(size / 17) }, (_, at) => (at * 17 + size) % size);
      for (const index of new Set([...edges, ...sampled])) {
        assert.ok(verifyInclusion(engine, inclusionClaim(index, size)).ok, `${index} in ${size}`);
      }
    }
  });

  test("every index of every tree up to 70", () => {
    for (let size = 1; size <= 70; size += 1) {
      for (let index = 0; index < size; index += 1) {
        assert.ok(verifyInclusion(engine, inclusionClaim(index, size)).ok, `${index} in ${size}`);
      }
    }
  });

  test("consistency to every size up to 600: powers of two, neighbours and one size in nineteen", () => {
    for (let size = 1; size <= treeSizeMax; size += 1) {
      const edges = [1, 2, 64, 256, 257, 512, splitPoint(size + 1), size - 1, size];
      const sampled = Array.from({ length: Math.floor(size / 19) }, (_, at) => at * 19 + (size % 19));
      for (const oldSize of new Set([...edges, ...sampled].filter((old) => old > 0 && old <= size))) {
        assert.ok(verifyConsistency(engine, consistencyClaim(oldSize, size)).ok, `${oldSize} to ${size}`);
      }
    }
  });

  test("a range may be grown by whole subtrees", () => {
    const range = new CompactRange(engine);
    range.appendSubtree(8, naiveRoot(0, 256));
    range.appendSubtree(8, naiveRoot(256, 512));
    range.appendSubtree(4, naiveRoot(512, 528));
    range.append(leafAt(528));
    assert.deepEqual(range.root(), naiveRoot(0, 529));
    assert.throws(() => range.appendSubtree(1, naiveRoot(529, 531)), /aligned/);
    assert.throws(() => range.append(new Uint8Array(31)), /32 bytes/);
  });
});

const sizeAndIndex = fc
  .integer({ min: 2, max: treeSizeMax })
  .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })));
const twoSizes = fc
  .integer({ min: 2, max: treeSizeMax })
  .chain((size) => fc.tuple(fc.integer({ min: 1, max: size - 1 }), fc.constant(size)));

describe("no false inclusion", () => {
  test("a flipped bit anywhere in an inclusion claim", () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.nat(), fc.nat(), ([size, index], place, bit) => {
        const claim = inclusionClaim(index, size);
        const parts = [claim.leafHash, claim.root, ...claim.proof];
        const at = place % parts.length;
        const [leaf, root, ...proof] = parts.map((part, other) =>
          other === at ? flippedBit(part, bit) : part,
        );
        assert.ok(leaf !== undefined && root !== undefined);
        assert.equal(verifyInclusion(engine, { ...claim, leafHash: leaf, root, proof }).ok, false);
      }),
    );
  });

  test("an inclusion claim under another index", () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.nat(treeSizeMax), ([size, index], other) => {
        fc.pre(other !== index);
        assert.equal(verifyInclusion(engine, { ...inclusionClaim(index, size), index: other }).ok, false);
      }),
    );
  });

  test("a root that is reached before the top of the claimed tree", () => {
    // The only leaf of a tree of one is its root: a proof of no hashes must not do for a larger tree.
    for (const size of [2, 3, 600]) {
      assert.equal(
        verifyInclusion(engine, { ...inclusionClaim(0, 1), size }).ok,
        false,
        `claimed as ${size}`,
      );
    }
    const consistency = consistencyClaim(1, 2);
    assert.equal(verifyConsistency(engine, { ...consistency, newSize: 3 }).ok, false);
  });

  test("a proof with a hash too many, too few, or not of 32 bytes", () => {
    fc.assert(
      fc.property(sizeAndIndex, ([size, index]) => {
        const claim = inclusionClaim(index, size);
        const [first, ...rest] = claim.proof;
        assert.ok(first !== undefined);
        for (const proof of [
          rest,
          claim.proof.slice(0, -1),
          [first, ...claim.proof],
          [...claim.proof, first],
        ]) {
          assert.equal(verifyInclusion(engine, { ...claim, proof }).ok, false);
        }
        const short = [first.subarray(1), ...rest];
        assert.equal(verifyInclusion(engine, { ...claim, proof: short }).ok, false);
      }),
    );
  });
});

describe("no false growth", () => {
  test("a flipped bit anywhere in a consistency claim, and a proof too long or too short", () => {
    fc.assert(
      fc.property(twoSizes, fc.nat(), fc.nat(), ([oldSize, newSize], place, bit) => {
        const claim = consistencyClaim(oldSize, newSize);
        const parts = [claim.oldRoot, claim.newRoot, ...claim.proof];
        const at = place % parts.length;
        const [oldRoot, newRoot, ...proof] = parts.map((part, other) =>
          other === at ? flippedBit(part, bit) : part,
        );
        assert.ok(oldRoot !== undefined && newRoot !== undefined);
        assert.equal(verifyConsistency(engine, { ...claim, oldRoot, newRoot, proof }).ok, false);
        const longer = [...claim.proof, claim.newRoot];
        assert.equal(verifyConsistency(engine, { ...claim, proof: longer }).ok, false);
        assert.equal(verifyConsistency(engine, { ...claim, proof: claim.proof.slice(1) }).ok, false);
      }),
    );
  });

  test("sizes and indexes that are none", () => {
    const inclusion = inclusionClaim(3, 7);
    for (const index of [-1, 7, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      const verdict = verifyInclusion(engine, { ...inclusion, index });
      assert.deepEqual(verdict, { ok: false, problem: "index-outside-tree" });
    }
    const consistency = consistencyClaim(3, 7);
    for (const oldSize of [-1, 8, 1.5, Number.NaN]) {
      const verdict = verifyConsistency(engine, { ...consistency, oldSize });
      assert.deepEqual(verdict, { ok: false, problem: "shrunk-tree" });
    }
    const tooMany = Array.from({ length: proofHashesMax + 1 }, () => leafAt(0));
    assert.equal(verifyInclusion(engine, { ...inclusion, proof: tooMany }).ok, false);
    assert.equal(verifyConsistency(engine, { ...consistency, proof: tooMany }).ok, false);
  });

  test("the empty tree is consistent with every tree, but only under its own root", () => {
    const root = naiveRoot(0, 9);
    const claim = { oldSize: 0, oldRoot: emptyRoot(engine), newSize: 9, newRoot: root, proof: [] };
    assert.ok(verifyConsistency(engine, claim).ok);
    assert.deepEqual(verifyConsistency(engine, { ...claim, oldRoot: root }), {
      ok: false,
      problem: "roots-differ",
    });
    assert.equal(verifyConsistency(engine, { ...claim, proof: [root] }).ok, false);
    assert.equal(verifyConsistency(engine, { ...claim, newSize: 0 }).ok, false);
  });
});

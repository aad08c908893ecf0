/** Our log against vectors made by another implementation (golang.org/x/mod), and the negative cases of transparency-dev. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { concatBytes, fromBase64, fromHex, toBase64 } from "#core/bytes.ts";
import { checkpointText, parseCheckpoint } from "#core/log/checkpoint.ts";
import { cosign, verifyCosignature } from "#core/log/cosignature.ts";
import type { Engine } from "#core/log/engine.ts";
import { CompactRange, leafHash, verifyConsistency, verifyInclusion } from "#core/log/merkle.ts";
import { parseNote, parseVerifierKey, signNote, verifierKey, verifyNote } from "#core/log/note.ts";
import { parsePolicy } from "#core/log/policy.ts";
import { portableEngine, portableSigner } from "#core/log/portable-engine.ts";
import { parseProof, serializeProof, verifyProof } from "#core/log/proof.ts";
import {
  appendToTiles,
  consistencyProof,
  emptyRightEdge,
  entriesPath,
  inclusionProof,
  rightEdgeFrom,
  rootFromTiles,
  tilePath,
  tilesForSize,
} from "#core/log/tile.ts";
import type { Result } from "#core/result.ts";
import { nativeEngine, nativeSigner } from "#engines/native-engine.ts";
import {
  filesBelow,
  folderSource,
  ownVectorsFolder,
  readTlogVectors,
  sharedVectorsFolder,
  sharedVectorsMissing,
  vectorBytes,
  vectorEntries,
  vectorEntry,
} from "./tlog-vectors.ts";

function must<Value>(result: Result<Value, unknown>): Value {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

function seed(hex: string): Uint8Array {
  const bytes = fromHex(hex);
  assert.ok(bytes !== null);
  return bytes;
}

const largestTree = 70_000;

/** Both folders ask about the same trees; they are grown once. */
let largestTiles: Map<string, Uint8Array> | null = null;
const grownRoots = new Map<number, string>();

function tilesOfLargestTree(): Map<string, Uint8Array> {
  largestTiles ??= new Map(
    appendToTiles(nativeEngine, { size: 0, rightEdge: emptyRightEdge }, vectorEntries(largestTree)).files.map(
      (file) => [file.path, file.bytes],
    ),
  );
  return largestTiles;
}

function rootsUpToLargestTree(sizes: readonly number[]): Map<number, string> {
  if (sizes.every((size) => grownRoots.has(size))) return grownRoots;
  const range = new CompactRange(nativeEngine);
  for (let size = 0; size <= largestTree; size += 1) {
    if (size <= 600 || sizes.includes(size)) grownRoots.set(size, toBase64(range.root()));
    range.append(leafHash(nativeEngine, vectorEntry(size)));
  }
  return grownRoots;
}

function testVectors(folder: string, skip: false | string): void {
  test("every root", { skip }, () => {
    const expected = Object.entries(readTlogVectors(folder).Roots);
    const roots = rootsUpToLargestTree(expected.map(([size]) => Number(size)));
    for (const [size, root] of expected) assert.equal(roots.get(Number(size)), root, `root of ${size}`);
    assert.ok(expected.length > 40);
  });

  test("every inclusion and consistency proof: theirs verify, ours are the same hashes", {
    skip,
  }, async () => {
    const vectors = readTlogVectors(folder);
    const tiles = tilesOfLargestTree();
    const source = {
      tile: async (level: number, index: number, width: number) => {
        const bytes = tiles.get(tilePath(level, index, width)) ?? tiles.get(tilePath(level, index, 256));
        assert.ok(bytes !== undefined);
        return bytes.subarray(0, width * 32);
      },
      entries: async () => new Uint8Array(0),
    };
    for (const vector of vectors.Inclusion) {
      const proof = vector.Proof.map(vectorBytes);
      const leaf = leafHash(nativeEngine, vectorBytes(vector.Leaf));
      const claim = {
        leafHash: leaf,
        index: vector.Index,
        size: vector.Size,
        root: vectorBytes(vector.Root),
        proof,
      };
      assert.ok(verifyInclusion(nativeEngine, claim).ok, `${vector.Index} in ${vector.Size}`);
      const ours = await inclusionProof(nativeEngine, source, vector.Index, vector.Size);
      assert.deepEqual(ours.map(toBase64), vector.Proof);
    }
    for (const vector of vectors.Consistency) {
      const claim = {
        oldSize: vector.Old,
        oldRoot: vectorBytes(vector.OldRoot),
        newSize: vector.New,
        newRoot: vectorBytes(vector.NewRoot),
        proof: vector.Proof.map(vectorBytes),
      };
      assert.ok(verifyConsistency(nativeEngine, claim).ok, `${vector.Old} to ${vector.New}`);
      const ours = await consistencyProof(nativeEngine, source, vector.Old, vector.New);
      assert.deepEqual(ours.map(toBase64), vector.Proof);
    }
  });

  test("every tile list, path and key", { skip }, () => {
    const vectors = readTlogVectors(folder);
    for (const [size, expected] of Object.entries(vectors.Tiles)) {
      const ours = tilesForSize(Number(size)).map(({ level, index, width }) => tilePath(level, index, width));
      assert.deepEqual(ours.sort(), [...expected].sort());
    }
    for (const [name, expected] of Object.entries(vectors.Paths)) {
      const isBundle = name.includes("entries");
      const index = Number.parseInt(name, 10);
      assert.equal(isBundle ? entriesPath(index, 17) : tilePath(0, index, 256), expected);
    }
    for (const signer of [portableSigner(seed(vectors.LogSeedHex)), nativeSigner(seed(vectors.LogSeedHex))]) {
      const key = verifierKey(portableEngine, vectors.Origin, "ed25519", signer.publicKey);
      assert.equal(key.text, vectors.LogVkey);
    }
    const witness = nativeSigner(seed(vectors.WitnessSeedHex));
    const key = verifierKey(portableEngine, vectors.WitnessName, "cosignature-v1", witness.publicKey);
    assert.equal(key.text, vectors.WitnessVkey);
  });
}

function testTree(folder: string, size: number, engine: Engine, skip: false | string): void {
  const tree = join(folder, `tree-${size}`);

  test(`tree-${size} on ${engine.name}: the same entries and seeds give the same bytes`, {
    skip,
  }, async () => {
    const vectors = readTlogVectors(folder);
    const batch = appendToTiles(engine, { size: 0, rightEdge: emptyRightEdge }, vectorEntries(size));
    const theirs = size === 0 ? [] : filesBelow(join(tree, "tile")).map((path) => `tile/${path}`);
    assert.deepEqual(batch.files.map(({ path }) => path).sort(), theirs);
    for (const file of batch.files) {
      assert.deepEqual(new Uint8Array(readFileSync(join(tree, file.path))), file.bytes, file.path);
    }
    assert.deepEqual(await rootFromTiles(engine, folderSource(tree), size), batch.root);
    assert.deepEqual(await rightEdgeFrom(engine, folderSource(tree), size), batch.rightEdge);

    const served = readFileSync(join(tree, "checkpoint"), "utf8");
    const note = must(parseNote(served));
    const key = must(parseVerifierKey(vectors.WitnessVkey));
    const { timeSeconds } = must(verifyCosignature(engine, note, key));
    const text = checkpointText({ origin: vectors.Origin, size, root: batch.root });
    const witness = portableSigner(seed(vectors.WitnessSeedHex));
    const ours =
      signNote(engine, text, vectors.Origin, portableSigner(seed(vectors.LogSeedHex))) +
      cosign(engine, text, { name: vectors.WitnessName, signer: witness, timeSeconds });
    assert.equal(ours, served);
    assert.deepEqual(must(parseCheckpoint(note.text)), { origin: vectors.Origin, size, root: batch.root });
    const logKey = must(parseVerifierKey(vectors.LogVkey));
    assert.equal(must(verifyNote(engine, note, [logKey, key])).length, 2);
  });
}

function testSampleProof(folder: string, skip: false | string): void {
  test("the sample .tlog-proof verifies, and is written back to the byte", { skip }, () => {
    const vectors = readTlogVectors(folder);
    const text = readFileSync(join(folder, "tree-600", "sample.tlog-proof"), "utf8");
    const leaf = new Uint8Array(readFileSync(join(folder, "tree-600", "sample.leaf")));
    const proof = must(parseProof(text));
    assert.equal(serializeProof(proof), text);
    const logKey = must(parseVerifierKey(vectors.LogVkey));
    const policy = must(
      parsePolicy(`log ${vectors.LogVkey}\nwitness w1 ${vectors.WitnessVkey}\nquorum w1\n`),
    );
    const hash = leafHash(nativeEngine, leaf);
    const verified = must(verifyProof(nativeEngine, { proof, leafHash: hash, logKey, policy }));
    assert.equal(verified.index, 400);
    assert.deepEqual(
      verified.cosignatures.map(({ name }) => name),
      [vectors.WitnessName],
    );
    const wrongLeaf = leafHash(nativeEngine, concatBytes(leaf, Uint8Array.of(0)));
    assert.equal(verifyProof(nativeEngine, { proof, leafHash: wrongLeaf, logKey, policy }).ok, false);
  });
}

interface MerkleCase {
  readonly wantErr: boolean;
  readonly root: string;
  readonly leafHash: string;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly size1: number;
  readonly size2: number;
  readonly root1: string | null;
  readonly root2: string | null;
  readonly proof: readonly string[] | null;
}

/** The only positive case whose roots are no hashes; ours refuses those, so its roots are filled up to 32 bytes. */
const caseWithShortRoots = "additional/sizes-are-equal-one-and-proof-is-empty.json";

function rootBytes(name: string, text: string | null): Uint8Array {
  const bytes = looseBytes(text);
  return name === caseWithShortRoots ? concatBytes(bytes, new Uint8Array(32 - bytes.length)) : bytes;
}

/** Their files write missing bytes as null or empty text. */
function looseBytes(text: string | null): Uint8Array {
  return fromBase64(text ?? "") ?? new Uint8Array(0);
}

function readCases(kind: string): { name: string; content: MerkleCase }[] {
  const folder = join(sharedVectorsFolder, "merkle", kind);
  return filesBelow(folder).map((name) => ({
    name,
    content: JSON.parse(readFileSync(join(folder, name), "utf8")),
  }));
}

describe("own copy of the vectors", () => {
  testVectors(ownVectorsFolder, false);
  testTree(ownVectorsFolder, 600, nativeEngine, false);
  testTree(ownVectorsFolder, 600, portableEngine, false);
  testSampleProof(ownVectorsFolder, false);
});

describe("shared vectors", () => {
  testVectors(sharedVectorsFolder, sharedVectorsMissing);
  for (const size of [0, 1, 256, 600])
    testTree(sharedVectorsFolder, size, nativeEngine, sharedVectorsMissing);
  testSampleProof(sharedVectorsFolder, sharedVectorsMissing);

  test("merkle/inclusion, the negative cases too", { skip: sharedVectorsMissing }, () => {
    const cases = readCases("inclusion");
    for (const { name, content } of cases) {
      const verdict = verifyInclusion(nativeEngine, {
        leafHash: looseBytes(content.leafHash),
        index: content.leafIdx,
        size: content.treeSize,
        root: looseBytes(content.root),
        proof: (content.proof ?? []).map(looseBytes),
      });
      assert.equal(verdict.ok, !content.wantErr, name);
    }
    assert.ok(cases.filter(({ content }) => content.wantErr).length > 50);
  });

  test("merkle/consistency, the negative cases too", { skip: sharedVectorsMissing }, () => {
    const cases = readCases("consistency");
    for (const { name, content } of cases) {
      const verdict = verifyConsistency(nativeEngine, {
        oldSize: content.size1,
        oldRoot: rootBytes(name, content.root1),
        newSize: content.size2,
        newRoot: rootBytes(name, content.root2),
        proof: (content.proof ?? []).map(looseBytes),
      });
      assert.equal(verdict.ok, !content.wantErr, name);
    }
    assert.ok(cases.filter(({ content }) => content.wantErr).length > 50);
  });
});

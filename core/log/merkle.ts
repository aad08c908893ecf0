/** The Merkle tree of RFC 6962 section 2.1 over SHA-256, and the two proofs about it (RFC 9162 section 2.1.3 and 2.1.4). */
import { concatBytes, equalBytes } from "../bytes.ts";
import { assert, ok, type Result, refused } from "../result.ts";
import type { Engine, Pieces } from "./engine.ts";

/** 32 bytes of SHA-256. */
export type Hash = Uint8Array;

export const hashLength = 32;
/** No tree has more levels than this, so no honest proof has more hashes. */
export const proofHashesMax = 63;

// RFC 6962 section 2.1: the prefixes keep an entry from ever passing as an inner node (second preimage).
const leafPrefix = 0;
export const nodePrefix = 1;

/** Hash of one entry as it stands at level 0. */
export function leafHash(engine: Engine, entry: Uint8Array): Hash {
  return engine.sha256(concatBytes(Uint8Array.of(leafPrefix), entry));
}

/**
 * Hashes of entries as they stand at level 0, one behind the other. Entries of one length that lie at equal distances, as
 * those of a bundle do, are given to the engine together.
 */
export function leafHashes(engine: Engine, entries: readonly Uint8Array[]): Uint8Array {
  const pieces = piecesOf(entries);
  if (pieces !== null) return engine.sha256Each(leafPrefix, pieces);
  const hashes = new Uint8Array(entries.length * hashLength);
  for (const [at, entry] of entries.entries()) hashes.set(leafHash(engine, entry), at * hashLength);
  return hashes;
}

function piecesOf(entries: readonly Uint8Array[]): Pieces | null {
  const [first, second] = entries;
  if (first === undefined || second === undefined) return null;
  const { buffer, byteOffset: start, length } = first;
  const stride = second.byteOffset - start;
  const areAlike = entries.every(
    (entry, at) =>
      entry.buffer === buffer && entry.length === length && entry.byteOffset === start + at * stride,
  );
  if (!areAlike || stride < length) return null;
  return { bytes: new Uint8Array(buffer), start, stride, length, count: entries.length };
}

/** Hash of an inner node over its two children. */
export function nodeHash(engine: Engine, left: Hash, right: Hash): Hash {
  return engine.sha256(concatBytes(Uint8Array.of(nodePrefix), left, right));
}

/** Root of the tree without entries: SHA-256 of nothing. */
export function emptyRoot(engine: Engine): Hash {
  return engine.sha256(new Uint8Array(0));
}

/** Root over the given leaf hashes, in order. */
export function rootOfLeafHashes(engine: Engine, hashes: Iterable<Hash>): Hash {
  const range = new CompactRange(engine);
  for (const hash of hashes) range.append(hash);
  return range.root();
}

/** The larger part of a split: the largest power of two strictly below `size` (RFC 6962 section 2.1). Needs size >= 2. */
export function splitPoint(size: number): number {
  assert(size >= 2, "only a tree of two or more entries splits");
  let power = 1;
  // Multiplication, not a shift: sizes go to 2^53 and JavaScript's shifts end at 2^31.
  while (power * 2 < size) power *= 2;
  return power;
}

/**
 * The left-complete subtrees ("peaks") of a growing tree: all that is needed to append and to know the root, in
 * O(log n) memory. This is what a streaming audit holds.
 */
export class CompactRange {
  readonly #engine: Engine;
  readonly #peaks: { height: number; hash: Hash }[] = [];
  #size = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Number of leaves appended so far. */
  get size(): number {
    return this.#size;
  }

  /** Appends the hash of one leaf. */
  append(hash: Hash): void {
    this.appendSubtree(0, hash);
  }

  /** Appends a complete subtree of 2^height leaves by its root. Throws unless the present size is a multiple of 2^height. */
  appendSubtree(height: number, hash: Hash): void {
    const leaves = 2 ** height;
    assert(this.#size % leaves === 0, "a subtree must be aligned to its own size");
    assert(hash.length === hashLength, "a hash has 32 bytes");
    let grown = { height, hash };
    for (let last = this.#peaks.at(-1); last?.height === grown.height; last = this.#peaks.at(-1)) {
      this.#peaks.pop();
      grown = { height: grown.height + 1, hash: nodeHash(this.#engine, last.hash, grown.hash) };
    }
    this.#peaks.push(grown);
    this.#size += leaves;
  }

  /** Root of the tree so far; with `below`, the root of a tree that goes on to the right with that smaller subtree. */
  root(below: Hash | null = null): Hash {
    let root = below;
    for (const peak of [...this.#peaks].reverse()) {
      root = root === null ? peak.hash : nodeHash(this.#engine, peak.hash, root);
    }
    return root ?? emptyRoot(this.#engine);
  }
}

/** Whether a number can be a tree size or index: a whole number that JavaScript counts exactly. */
export function isTreeSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

const isOdd = (value: number): boolean => value % 2 === 1;

/** A node by its number within its level, and the number of the last node of that level. */
interface Place {
  readonly node: number;
  readonly last: number;
}

function parent(place: Place): Place {
  return { node: Math.floor(place.node / 2), last: Math.floor(place.last / 2) };
}

/** On which side the next hash of a proof stands, and the place reached with it. */
function climb(place: Place): { readonly siblingIsLeft: boolean; readonly above: Place } {
  if (!isOdd(place.node) && place.node !== place.last) return { siblingIsLeft: false, above: parent(place) };
  let risen = place;
  // A node without right sibling rises until it is a right child: those levels have no hash in the proof.
  while (!isOdd(risen.node) && risen.node !== 0) risen = parent(risen);
  return { siblingIsLeft: true, above: parent(risen) };
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === hashLength);
}

export type InclusionProblem = "index-outside-tree" | "bad-inclusion-proof";

/** Checks that `leafHash` stands at `index` in the tree of `size` leaves with `root` (RFC 9162 section 2.1.3.2). */
export function verifyInclusion(
  engine: Engine,
  claim: {
    readonly leafHash: Hash;
    readonly index: number;
    readonly size: number;
    readonly root: Hash;
    readonly proof: readonly Hash[];
  },
): Result<null, InclusionProblem> {
  const { index, size, proof } = claim;
  if (!isTreeSize(index) || !isTreeSize(size) || index >= size) return refused("index-outside-tree");
  if (proof.length > proofHashesMax) return refused("bad-inclusion-proof");
  if (!areHashes([...proof, claim.leafHash, claim.root])) return refused("bad-inclusion-proof");
  let place = { node: index, last: size - 1 };
  let hash = claim.leafHash;
  for (const sibling of proof) {
    if (place.last === 0) return refused("bad-inclusion-proof");
    const step = climb(place);
    hash = step.siblingIsLeft ? nodeHash(engine, sibling, hash) : nodeHash(engine, hash, sibling);
    place = step.above;
  }
  return place.last === 0 && equalBytes(hash, claim.root) ? ok(null) : refused("bad-inclusion-proof");
}

export type ConsistencyProblem = "shrunk-tree" | "roots-differ" | "bad-consistency-proof";

/**
 * Checks that the tree of `newSize` leaves only appended to the tree of `oldSize` (RFC 9162 section 2.1.4.2).
 * From the empty tree everything is consistent, provided that `oldRoot` is the empty root and the proof is empty.
 */
export function verifyConsistency(
  engine: Engine,
  claim: {
    readonly oldSize: number;
    readonly oldRoot: Hash;
    readonly newSize: number;
    readonly newRoot: Hash;
    readonly proof: readonly Hash[];
  },
): Result<null, ConsistencyProblem> {
  const { oldSize, oldRoot, newSize, newRoot, proof } = claim;
  if (!isTreeSize(oldSize) || !isTreeSize(newSize) || oldSize > newSize) return refused("shrunk-tree");
  if (proof.length > proofHashesMax) return refused("bad-consistency-proof");
  if (!areHashes([...proof, oldRoot, newRoot])) return refused("bad-consistency-proof");
  if (oldSize === 0 && !equalBytes(oldRoot, emptyRoot(engine))) return refused("roots-differ");
  if (oldSize === newSize && !equalBytes(oldRoot, newRoot)) return refused("roots-differ");
  if (oldSize === 0 || oldSize === newSize) {
    return proof.length === 0 ? ok(null) : refused("bad-consistency-proof");
  }
  const roots = rootsOfConsistencyProof(engine, claim);
  return roots !== null && equalBytes(roots.oldRoot, oldRoot) && equalBytes(roots.newRoot, newRoot)
    ? ok(null)
    : refused("bad-consistency-proof");
}

/** Both roots as the proof builds them; `null` when it has too few or too many hashes. Needs 0 < oldSize < newSize. */
function rootsOfConsistencyProof(
  engine: Engine,
  claim: {
    readonly oldSize: number;
    readonly oldRoot: Hash;
    readonly newSize: number;
    readonly proof: readonly Hash[];
  },
): { oldRoot: Hash; newRoot: Hash } | null {
  if (claim.proof.length === 0) return null;
  let place: Place = { node: claim.oldSize - 1, last: claim.newSize - 1 };
  while (isOdd(place.node)) place = parent(place);
  // When the old size is a power of two, its root is itself a node of the new tree and is left out of the proof.
  const path = place.node === 0 ? [claim.oldRoot, ...claim.proof] : claim.proof;
  const [start, ...rest] = path;
  if (start === undefined) return null;
  let oldRoot = start;
  let newRoot = start;
  for (const sibling of rest) {
    if (place.last === 0) return null;
    const step = climb(place);
    if (step.siblingIsLeft) oldRoot = nodeHash(engine, sibling, oldRoot);
    newRoot = step.siblingIsLeft ? nodeHash(engine, sibling, newRoot) : nodeHash(engine, newRoot, sibling);
    place = step.above;
  }
  return place.last === 0 ? { oldRoot, newRoot } : null;
}

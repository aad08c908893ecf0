/**
 * A published log as its own operator can write it anew: the log's key is theirs, the disk is theirs, and witnesses who
 * obey them sign whatever they are given. Nothing here asks anybody's leave; what stops it is looked for outside.
 */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { equalBytes, toHex, utf8Bytes } from "#core/bytes.ts";
import { checkpointText } from "#core/log/checkpoint.ts";
import { leafHash } from "#core/log/merkle.ts";
import { parseNote, signNote, verifierKey } from "#core/log/note.ts";
import { serializeProof, verifyCheckpointNote } from "#core/log/proof.ts";
import {
  appendToTiles,
  consistencyProof,
  emptyRightEdge,
  entriesPath,
  inclusionProof,
  parseEntryBundle,
} from "#core/log/tile.ts";
import { serializeAddCheckpoint } from "#core/log/witness-rules.ts";
import { decodeLeaf, encodeLeaf, isZeroTag, type Leaf } from "#core/record/leaf.ts";
import { checkpointPath, filesText, sizeOfCheckpointPath } from "#core/record/publication.ts";
import { type Receipt, receiptText } from "#core/record/receipt.ts";
import { nativeSigner } from "#engines/native-engine.ts";
import { pathsBelow } from "#platform/files/durable-file.ts";
import { folderTileSource } from "#platform/record/published-folder.ts";
import { engine, logKey, origin, WitnessForTests } from "#platform/record/test-support/record.ts";

/** The operator's own copy of the log's key: that of the records of tests. */
const logSigner = nativeSigner(new Uint8Array(32).fill(1));
assert.equal(verifierKey(engine, origin, "ed25519", logSigner.publicKey).text, logKey.text);

/** Signs the text of a checkpoint: gives the line of a cosignature, or nothing. */
export type Cosigner = (signedNote: string) => Promise<string>;

/** Signs whatever it is given: its operator obeys the log's. */
export function obeying(witness: "north" | "south", at: number): Cosigner {
  const signer = new WitnessForTests(witness, () => at);
  return async (note) => {
    const parsed = parseNote(note);
    assert.ok(parsed.ok);
    return signer.cosign(parsed.value.text);
  };
}

/** Signs only what continues the head that it saw in a folder, at the true time. */
export function honest(witness: "north" | "south", seenIn: string, grownIn: string, at: number): Cosigner {
  const signer = new WitnessForTests(witness, () => at);
  const { size, root } = headOf(seenIn);
  signer.recorded = { size, root };
  return async (note) => {
    const grown = parseNote(note);
    assert.ok(grown.ok);
    const newSize = Number(grown.value.text.split("\n")[1]);
    const proof =
      newSize > size ? await consistencyProof(engine, folderTileSource(grownIn), size, newSize) : [];
    const request = serializeAddCheckpoint({ oldSize: size, proof, note });
    const answer = await signer.addCheckpoint(utf8Bytes(request));
    return answer.status === 200 ? answer.body : "";
  };
}

function headOf(folder: string) {
  const verified = verifyCheckpointNote(engine, readFileSync(join(folder, "checkpoint"), "utf8"), {
    logKey,
    policy: null,
  });
  assert.ok(verified.ok);
  return verified.value.checkpoint;
}

/** The leaves of a published log of less than a tile. */
export function leavesIn(folder: string): readonly Leaf[] {
  const bundle = parseEntryBundle(readFileSync(join(folder, entriesPath(0, headOf(folder).size))));
  assert.ok(bundle.ok);
  return bundle.value.map((entry) => {
    const leaf = decodeLeaf(entry);
    assert.ok(leaf.ok);
    return leaf.value;
  });
}

/** Leaves with serials and chains made anew, so that nothing but the root tells. */
export function chained(leaves: readonly Leaf[]): readonly Leaf[] {
  const serials = new Map<number, bigint>();
  const last = new Map<string, Uint8Array>();
  return leaves.map((each) => {
    const serial = (serials.get(each.body) ?? 0n) + 1n;
    serials.set(each.body, serial);
    const tag = toHex(each.caseTag);
    const previous = last.get(tag) ?? new Uint8Array(32);
    const leaf = { ...each, serial, previous };
    if (!isZeroTag(leaf.caseTag)) last.set(tag, leafHash(engine, encodeLeaf(leaf)));
    return leaf;
  });
}

/** Writes a log of these leaves over the one in a folder: tiles, checkpoint, list; kept checkpoints that would tell go. */
export async function writeLog(
  folder: string,
  leaves: readonly Leaf[],
  cosigners: readonly Cosigner[],
): Promise<void> {
  const entries = leaves.map(encodeLeaf);
  const before = leavesIn(folder);
  const common = before.findIndex((leaf, at) => !sameEntry(leaf, entries[at]));
  const keptMax = common === -1 ? before.length : common;
  const tree = appendToTiles(engine, { size: 0, rightEdge: emptyRightEdge }, entries);
  for (const path of pathsBelow(folder)) {
    const size = sizeOfCheckpointPath(path);
    if (path.startsWith("tile/") || (size !== null && size > keptMax))
      rmSync(join(folder, path), { force: true });
  }
  for (const { path, bytes } of tree.files) write(folder, path, bytes);
  const text = checkpointText({ origin, size: tree.newSize, root: tree.root });
  const signed = signNote(engine, text, origin, logSigner);
  const lines: string[] = [];
  for (const cosigner of cosigners) lines.push(await cosigner(signed));
  write(folder, "checkpoint", signed + lines.join(""));
  write(folder, checkpointPath(tree.newSize), signed + lines.join(""));
  write(folder, "files.txt", filesText([...new Set([...pathsBelow(folder), "files.txt"])]));
}

function sameEntry(leaf: Leaf, entry: Uint8Array | undefined): boolean {
  return entry !== undefined && equalBytes(encodeLeaf(leaf), entry);
}

function write(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  // Published tiles are read-only files, and they are the operator's.
  rmSync(file, { force: true });
  writeFileSync(file, content);
}

/** The receipt that an operator can make of an entry in a log of theirs. */
export async function receiptIn(folder: string, index: number): Promise<string> {
  const leaf = leavesIn(folder)[index];
  assert.ok(leaf);
  const { size } = headOf(folder);
  const receipt: Receipt = {
    v: 1,
    type: "aydyn-receipt",
    origin,
    logKey: logKey.text,
    leaf: encodeLeaf(leaf),
    index,
    proof: serializeProof({
      index,
      hashes: await inclusionProof(engine, folderTileSource(folder), index, size),
      checkpoint: readFileSync(join(folder, "checkpoint"), "utf8"),
    }),
    policyDigest: null,
    fingerprint: null,
  };
  return receiptText(receipt);
}

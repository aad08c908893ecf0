/** What an outsider does with the published files alone, with core's functions: no question to the database. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { equalBytes, toHex } from "#core/bytes.ts";
import { leafHash, rootOfLeafHashes } from "#core/log/merkle.ts";
import type { WitnessPolicy } from "#core/log/policy.ts";
import { verifyCheckpointNote } from "#core/log/proof.ts";
import { parseEntryBundle, tilesForSize } from "#core/log/tile.ts";
import { decodeLeaf, isZeroTag, type Leaf } from "#core/record/leaf.ts";
import { checkpointPath, parseFiles, sizeOfCheckpointPath } from "#core/record/publication.ts";
import { pathsBelow } from "#platform/files/durable-file.ts";
import { folderTileSource } from "../published-folder.ts";
import { engine, logKey } from "./record.ts";

/** Reads and verifies everything below a published folder; gives the leaves. Throws at the first thing that is wrong. */
export async function checkPublished(folder: string, policy: WitnessPolicy): Promise<readonly Leaf[]> {
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  const verified = verifyCheckpointNote(engine, read("checkpoint"), { logKey, policy });
  assert.ok(verified.ok, verified.ok ? "" : verified.problem);
  const { size, root } = verified.value.checkpoint;
  const source = folderTileSource(folder);
  const entries: Uint8Array[] = [];
  for (const tile of tilesForSize(size)) {
    const hashes = await source.tile(tile.level, tile.index, tile.width);
    if (tile.level > 0) continue;
    const bundle = parseEntryBundle(await source.entries(tile.index, tile.width));
    assert.ok(bundle.ok);
    assert.equal(toHex(hashes), bundle.value.map((entry) => toHex(leafHash(engine, entry))).join(""));
    entries.push(...bundle.value);
  }
  const hashes = entries.map((entry) => leafHash(engine, entry));
  assert.ok(equalBytes(rootOfLeafHashes(engine, hashes), root), "the entries give the root");
  checkKept(folder, policy, hashes);
  const files = parseFiles(read("files.txt"));
  assert.ok(files.ok);
  assert.deepEqual([...files.value], [...pathsBelow(folder)].sort(), "files.txt lists what is there");
  return checkChain(entries.map(leafOf), hashes);
}

function checkKept(folder: string, policy: WitnessPolicy, hashes: readonly Uint8Array[]): void {
  for (const path of pathsBelow(folder)) {
    const size = sizeOfCheckpointPath(path);
    if (size === null) continue;
    const kept = verifyCheckpointNote(engine, readFileSync(join(folder, checkpointPath(size)), "utf8"), {
      logKey,
      policy,
    });
    assert.ok(kept.ok, `${path} is cosigned`);
    const root = rootOfLeafHashes(engine, hashes.slice(0, size));
    assert.ok(equalBytes(root, kept.value.checkpoint.root), `${path} is a prefix of the log`);
  }
}

function leafOf(entry: Uint8Array): Leaf {
  const leaf = decodeLeaf(entry);
  assert.ok(leaf.ok, leaf.ok ? "" : leaf.problem);
  return leaf.value;
}

/** Serials without gaps per body, previous per case, time that never decreases. */
function checkChain(leaves: readonly Leaf[], hashes: readonly Uint8Array[]): readonly Leaf[] {
  const serials = new Map<number, bigint>();
  const heads = new Map<string, string>();
  let time = 0;
  for (const [index, leaf] of leaves.entries()) {
    const serial = (serials.get(leaf.body) ?? 0n) + 1n;
    assert.equal(leaf.serial, serial, `serial at ${index}`);
    serials.set(leaf.body, serial);
    const tag = toHex(leaf.caseTag);
    const previous = isZeroTag(leaf.caseTag) ? undefined : heads.get(tag);
    assert.equal(toHex(leaf.previous), previous ?? "0".repeat(64), `previous at ${index}`);
    heads.set(tag, toHex(hashes[index] ?? new Uint8Array(0)));
    assert.ok(leaf.time >= time, `time at ${index}`);
    time = leaf.time;
  }
  return leaves;
}

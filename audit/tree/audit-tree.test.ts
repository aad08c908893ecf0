import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { utf8Bytes } from "#core/bytes.ts";
import { leafHash, rootOfLeafHashes } from "#core/log/merkle.ts";
import { appendToTiles, emptyRightEdge, type RightEdge } from "#core/log/tile.ts";
import { ok, refused } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { ownVectorsFolder, readTlogVectors } from "#tests/conformance/tlog-vectors.ts";
import { folderSource } from "../source/folder-source.ts";
import type { LogSource } from "../source/log-source.ts";
import { silentProgress } from "../terminal/progress.ts";
import { auditTree, type TreeAudit, type TreeOutcome } from "./audit-tree.ts";
import { judgeCheckpoint } from "./checkpoints.ts";
import { readProvedEntry } from "./proved-entry.ts";
import { trustLogKey } from "./trust.ts";

const engine = nativeEngine;
const foreignTree = join(ownVectorsFolder, "tree-600");
const vectors = readTlogVectors(ownVectorsFolder);

function checkpointIn(name: string) {
  const trust = trustLogKey(vectors.LogVkey);
  assert.ok(trust.ok);
  const judged = judgeCheckpoint(engine, readFileSync(join(foreignTree, name), "utf8"), trust.value);
  assert.ok(judged.ok);
  return judged.value.checkpoint;
}

async function audit(
  source: LogSource,
  size: number,
  options: Partial<TreeAudit> = {},
): Promise<TreeOutcome> {
  return auditTree({
    engine,
    source,
    size,
    knownSize: 0,
    signedRoots: new Map(),
    visit: async () => undefined,
    progress: silentProgress,
    ...options,
  });
}

/** A log in memory that keeps every file it ever had, or only those that the last size needs. */
class MemoryTree {
  readonly files = new Map<string, Uint8Array>();
  readonly roots = new Map<number, Uint8Array>();
  readonly hashes: Uint8Array[] = [];
  #edge: RightEdge = emptyRightEdge;
  size = 0;

  append(count: number): void {
    const entries = Array.from({ length: count }, (_, at) => utf8Bytes(`entry ${this.size + at}`));
    const batch = appendToTiles(engine, { size: this.size, rightEdge: this.#edge }, entries);
    for (const { path, bytes } of batch.files) this.files.set(path, bytes);
    this.hashes.push(...entries.map((entry) => leafHash(engine, entry)));
    this.size = batch.newSize;
    this.roots.set(this.size, batch.root);
    this.#edge = batch.rightEdge;
  }

  get signedRoots(): Map<number, Uint8Array[]> {
    return new Map([...this.roots].map(([size, root]) => [size, [root]]));
  }

  source(): LogSource {
    return {
      place: "memory",
      list: async () => null,
      read: async (path) => {
        const bytes = this.files.get(path);
        return bytes === undefined ? refused({ kind: "missing", path }) : ok(bytes);
      },
    };
  }
}

test("a foreign log verifies: entries, tiles, roots of every signed size", async () => {
  const head = checkpointIn("checkpoint");
  const names = ["old-1.checkpoint", "old-300.checkpoint", "old-600.checkpoint"];
  const signedRoots = new Map([head, ...names.map(checkpointIn)].map(({ size, root }) => [size, [root]]));
  const outcome = await audit(folderSource(foreignTree), head.size, { signedRoots });
  assert.deepEqual(outcome.findings, []);
  assert.deepEqual(outcome.root, head.root);
});

test("a foreign log with one altered file does not", async () => {
  const head = checkpointIn("checkpoint");
  const folder = await mkdtemp(join(tmpdir(), "aydyn-tree-"));
  try {
    await cp(foreignTree, folder, { recursive: true });
    await rm(join(folder, "tile/1/000.p/2"));
    const missing = await audit(folderSource(folder), head.size, {
      signedRoots: new Map([[600, [head.root]]]),
    });
    assert.deepEqual(
      missing.findings.map(({ kind }) => kind),
      ["file-problem"],
    );
    await rm(join(folder, "tile/entries/001"));
    const unread = await audit(folderSource(folder), head.size, {
      signedRoots: new Map([[600, [head.root]]]),
    });
    assert.equal(unread.root, null);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("every entry of a foreign log can be proved, and no other bytes", async () => {
  const { size, root } = checkpointIn("checkpoint");
  const source = folderSource(foreignTree);
  for (const index of [0, 1, 255, 256, 511, 512, 599]) {
    assert.ok((await readProvedEntry(engine, source, { index, size, root })).ok);
    const wrong = await readProvedEntry(engine, source, {
      index,
      size,
      root: root.with(0, (root[0] ?? 0) ^ 1),
    });
    assert.deepEqual(wrong, { ok: false, problem: { kind: "not-proved" } });
  }
  const outside = await readProvedEntry(engine, source, { index: 600, size, root });
  assert.deepEqual(outside, { ok: false, problem: { kind: "outside-log", size: 600 } });
});

test("at the edges of tiles the root is that of the leaves, and the roots on the way agree", async () => {
  for (const size of [0, 1, 255, 256, 257, 511, 512, 513, 65_537]) {
    const tree = new MemoryTree();
    for (const stop of [1, 200, 256, 300, 512, 65_535, 65_536, size]) {
      if (stop <= size && stop > tree.size) tree.append(stop - tree.size);
    }
    const outcome = await audit(tree.source(), size, { signedRoots: tree.signedRoots });
    assert.deepEqual(outcome.findings, [], `size ${size}`);
    assert.deepEqual(outcome.root, rootOfLeafHashes(engine, tree.hashes), `size ${size}`);
  }
});

test("going on from a known size reads only what is new and comes to the same root", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 1_500 }),
      fc.integer({ min: 0, max: 1_500 }),
      async (known, more) => {
        const tree = new MemoryTree();
        tree.append(known);
        tree.append(more);
        let read = 0;
        const outcome = await audit(tree.source(), tree.size, {
          knownSize: known,
          signedRoots: tree.signedRoots,
          visit: async ({ entries }) => {
            read += entries.length;
          },
        });
        assert.deepEqual(outcome.findings, []);
        assert.deepEqual(outcome.root, tree.roots.get(tree.size));
        assert.equal(read, tree.size - Math.floor(known / 256) * 256);
      },
    ),
    { numRuns: 60 },
  );
});

test("going on from a known size, a changed past is found by the root that was known", async () => {
  const honest = new MemoryTree();
  honest.append(700);
  const known = honest.roots.get(700) ?? new Uint8Array(0);
  const tree = new MemoryTree();
  tree.append(900);
  tree.files.set("tile/1/000.p/3", (tree.files.get("tile/1/000.p/3") ?? new Uint8Array(96)).with(3, 99));
  const head = tree.roots.get(900) ?? new Uint8Array(0);
  const outcome = await audit(tree.source(), 900, {
    knownSize: 700,
    signedRoots: new Map([
      [700, [known]],
      [900, [head]],
    ]),
  });
  assert.ok(outcome.findings.some(({ kind }) => kind === "root-differs"));
});

test("any flipped byte of any file is found", async () => {
  const tree = new MemoryTree();
  tree.append(515);
  const needed = [
    "tile/0/000",
    "tile/0/001",
    "tile/0/002.p/3",
    "tile/1/000.p/2",
    "tile/entries/000",
    "tile/entries/002.p/3",
  ];
  for (const path of needed) {
    const bytes = tree.files.get(path);
    assert.ok(bytes);
    for (let offset = 0; offset < bytes.length; offset += 509) {
      tree.files.set(path, bytes.with(offset, (bytes[offset] ?? 0) ^ 4));
      const outcome = await audit(tree.source(), 515, { signedRoots: tree.signedRoots });
      assert.ok(outcome.findings.length > 0, `${path} at ${offset}`);
    }
    tree.files.set(path, bytes);
  }
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { concatBytes, equalBytes, utf8Bytes } from "../bytes.ts";
import { CompactRange, type Hash, leafHash, nodeHash, verifyConsistency, verifyInclusion } from "./merkle.ts";
import { portableEngine as engine } from "./portable-engine.ts";
import {
  appendToTiles,
  consistencyProof,
  emptyRightEdge,
  entriesPath,
  entryBundle,
  entryBytesMax,
  hashesInTile,
  inclusionProof,
  parseEntriesPath,
  parseEntryBundle,
  parseTilePath,
  type RightEdge,
  rightEdgeFrom,
  rootFromTiles,
  rootOfRightEdge,
  type TileSource,
  tilePath,
  tilesBetween,
  tilesForSize,
  tileWidth,
} from "./tile.ts";

const entryAt = (index: number): Uint8Array => utf8Bytes(`e${index}`);

/** A log in memory, as a folder would hold it. */
class MemoryLog implements TileSource {
  readonly files = new Map<string, Uint8Array>();
  readonly roots = new Map<number, Hash>();
  size = 0;
  rightEdge: RightEdge = emptyRightEdge;

  append(count: number): void {
    const entries = Array.from({ length: count }, (_, at) => entryAt(this.size + at));
    const batch = appendToTiles(engine, this, entries);
    for (const file of batch.files) {
      const earlier = this.files.get(file.path);
      // Published files are immutable: a second writing of a path would have to be the same bytes.
      assert.ok(earlier === undefined || equalBytes(earlier, file.bytes), file.path);
      this.files.set(file.path, file.bytes);
    }
    this.size = batch.newSize;
    this.rightEdge = batch.rightEdge;
    this.roots.set(batch.newSize, batch.root);
  }

  async tile(level: number, index: number, width: number): Promise<Uint8Array> {
    const bytes =
      this.files.get(tilePath(level, index, width)) ?? this.files.get(tilePath(level, index, tileWidth));
    if (bytes === undefined) throw new Error(`no ${tilePath(level, index, width)}`);
    return bytes.subarray(0, width * 32);
  }

  async entries(index: number, width: number): Promise<Uint8Array> {
    const bytes = this.files.get(entriesPath(index, width));
    if (bytes === undefined) throw new Error(`no ${entriesPath(index, width)}`);
    return bytes;
  }
}

/**
 * A log in which all leaves are alike, so that any size up to 2^53 can be had without storing it: the hashes of one
 * level are all the same.
 */
class UniformLog implements TileSource {
  readonly leaf = utf8Bytes("same");
  readonly #complete: Hash[] = [leafHash(engine, this.leaf)];

  completeSubtree(height: number): Hash {
    for (let below = this.#complete.at(-1); this.#complete.length <= height; below = this.#complete.at(-1)) {
      assert.ok(below !== undefined);
      this.#complete.push(nodeHash(engine, below, below));
    }
    const hash = this.#complete[height];
    assert.ok(hash !== undefined);
    return hash;
  }

  root(size: number): Hash {
    const range = new CompactRange(engine);
    for (let height = 52; height >= 0; height -= 1) {
      if (Math.floor(size / 2 ** height) % 2 === 1) range.appendSubtree(height, this.completeSubtree(height));
    }
    return range.root();
  }

  async tile(level: number, _index: number, width: number): Promise<Uint8Array> {
    return concatBytes(...Array.from({ length: width }, () => this.completeSubtree(level * 8)));
  }

  async entries(_index: number, width: number): Promise<Uint8Array> {
    return entryBundle(Array.from({ length: width }, () => this.leaf));
  }
}

const edgeSizes = [0, 1, 2, 255, 256, 257, 511, 512, 513];
const wideSizes = [65_535, 65_536, 65_537];

describe("paths", () => {
  test("known spellings", () => {
    assert.equal(tilePath(0, 1_234, 7), "tile/0/x001/234.p/7");
    assert.equal(tilePath(1, 999, 256), "tile/1/999");
    assert.equal(tilePath(63, 1_000, 256), "tile/63/x001/000");
    assert.equal(entriesPath(1_234_067, 255), "tile/entries/x001/x234/067.p/255");
    assert.equal(tilePath(0, 2 ** 31 + 5, 256), "tile/0/x002/x147/x483/653");
    assert.equal(tilePath(0, Number.MAX_SAFE_INTEGER, 256), "tile/0/x009/x007/x199/x254/x740/991");
  });

  test("every path is read back", () => {
    const index = fc.maxSafeNat();
    const width = fc.integer({ min: 1, max: 256 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 63 }), index, width, (level, at, wide) => {
        assert.deepEqual(parseTilePath(tilePath(level, at, wide)), {
          ok: true,
          value: { level, index: at, width: wide },
        });
        assert.deepEqual(parseEntriesPath(entriesPath(at, wide)), {
          ok: true,
          value: { index: at, width: wide },
        });
      }),
    );
  });

  const badTails = [
    "",
    "0",
    "00",
    "0000",
    "x000/001",
    "x001",
    "x01/000",
    "001/000",
    "000.p/0",
    "000.p/256",
  ].concat(
    [
      "000.p/01",
      "000.p/+1",
      "000.p/",
      "000.p",
      "000/",
      "/000",
      "x001//000",
      "X001/000",
      "000 ",
      "-01",
      "٠٠٠",
    ],
    ["x009/x007/x199/x254/x740/992", "x001/x000/x000/x000/x000/x000/000"],
  );
  for (const tail of badTails) {
    test(`not a path: ${JSON.stringify(tail)}`, () => {
      assert.equal(parseTilePath(`tile/0/${tail}`).ok, false);
      assert.equal(parseEntriesPath(`tile/entries/${tail}`).ok, false);
    });
  }

  test("levels that are none", () => {
    for (const level of ["64", "00", "01", "-1", "+1", "1e1", ""]) {
      assert.equal(parseTilePath(`tile/${level}/000`).ok, false, level);
    }
    assert.throws(() => tilePath(64, 0, 256));
    assert.throws(() => tilePath(0, -1, 256));
    assert.throws(() => tilePath(0, 0, 0));
    assert.throws(() => tilePath(0, 0, 257));
    assert.throws(() => tilePath(0, 2 ** 53, 1));
  });
});

describe("entry bundles", () => {
  test("known bytes", () => {
    const bundle = entryBundle([Uint8Array.of(7), new Uint8Array(0), new Uint8Array(258)]);
    assert.deepEqual([...bundle.subarray(0, 7)], [0, 1, 7, 0, 0, 1, 2]);
    assert.equal(bundle.length, 3 + 2 + 260);
  });

  test("read back what was written", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 256 }), (entries) => {
        assert.deepEqual(parseEntryBundle(entryBundle(entries)), { ok: true, value: entries });
      }),
    );
  });

  test("cut short anywhere inside an entry, or with more than 256 entries", () => {
    const bundle = entryBundle([utf8Bytes("first"), utf8Bytes("second")]);
    const boundaries = [0, 7, bundle.length];
    for (let length = 0; length <= bundle.length; length += 1) {
      assert.equal(
        parseEntryBundle(bundle.subarray(0, length)).ok,
        boundaries.includes(length),
        `${length} bytes`,
      );
    }
    assert.equal(parseEntryBundle(new Uint8Array(2 * 256)).ok, true);
    assert.equal(parseEntryBundle(new Uint8Array(2 * 257)).ok, false);
  });

  test("the longest entry, and one byte more", () => {
    const longest = new Uint8Array(entryBytesMax).fill(9);
    assert.deepEqual(parseEntryBundle(entryBundle([longest])), { ok: true, value: [longest] });
    assert.throws(() => entryBundle([new Uint8Array(entryBytesMax + 1)]));
  });
});

describe("tiles of a size", () => {
  test("what the specification's example needs", () => {
    const paths = tilesForSize(70_000).map(({ level, index, width }) => tilePath(level, index, width));
    assert.equal(paths.length, 277);
    assert.deepEqual(paths.slice(273), [
      "tile/0/273.p/112",
      "tile/1/000",
      "tile/1/001.p/17",
      "tile/2/000.p/1",
    ]);
    assert.deepEqual(tilesForSize(0), []);
    assert.deepEqual(tilesForSize(256), [
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ]);
  });

  test("between two sizes: exactly what the second has and the first has not", () => {
    const names = (size: number): Set<string> =>
      new Set(tilesForSize(size).map(({ level, index, width }) => tilePath(level, index, width)));
    const size = fc.oneof(fc.integer({ min: 0, max: 70_000 }), fc.constantFrom(...edgeSizes, ...wideSizes));
    fc.assert(
      fc.property(size, size, (left, right) => {
        const [oldSize, newSize] = left < right ? [left, right] : [right, left];
        const old = names(oldSize);
        const expected = [...names(newSize)].filter((path) => !old.has(path));
        const found = tilesBetween(oldSize, newSize).map(({ level, index, width }) =>
          tilePath(level, index, width),
        );
        assert.deepEqual(found, expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe("appending", () => {
  test("at the edges of tiles: the files are those of the size, root and edge can be had from them", async () => {
    const log = new MemoryLog();
    const range = new CompactRange(engine);
    for (const size of [...edgeSizes, ...wideSizes]) {
      const before = log.size;
      log.append(size - before);
      for (let index = before; index < size; index += 1) range.append(leafHash(engine, entryAt(index)));
      assert.deepEqual(log.roots.get(size), range.root(), `root of ${size}`);
      assert.deepEqual(await rootFromTiles(engine, log, size), range.root());
      assert.deepEqual(rootOfRightEdge(engine, log.rightEdge.tiles), range.root());
      assert.deepEqual(await rightEdgeFrom(engine, log, size), log.rightEdge);
      for (const { level, index, width } of tilesForSize(size)) {
        assert.equal(log.files.get(tilePath(level, index, width))?.length, width * 32);
        if (level === 0) assert.ok(log.files.has(entriesPath(index, width)), entriesPath(index, width));
      }
    }
  });

  test("batches of any sizes write the same full files and the same root as one batch", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 8 }), (counts) => {
        const inBatches = new MemoryLog();
        for (const count of counts) inBatches.append(count);
        const atOnce = new MemoryLog();
        atOnce.append(inBatches.size);
        assert.deepEqual(inBatches.roots.get(inBatches.size), atOnce.roots.get(atOnce.size));
        assert.deepEqual(inBatches.rightEdge, atOnce.rightEdge);
        for (const [path, bytes] of atOnce.files) assert.deepEqual(inBatches.files.get(path), bytes, path);
      }),
      { numRuns: 30 },
    );
  });

  test("a batch writes exactly the files that the new size has and the old one had not", () => {
    for (const [size, count] of [
      [255, 1],
      [255, 2],
      [256, 1],
      [0, 600],
      [300, 0],
      [65_000, 600],
    ] as const) {
      const log = new MemoryLog();
      log.append(size);
      const batch = appendToTiles(
        engine,
        log,
        Array.from({ length: count }, (_, at) => entryAt(size + at)),
      );
      const tiles = tilesBetween(size, size + count);
      const expected = tiles
        .map(({ level, index, width }) => tilePath(level, index, width))
        .concat(
          tiles.filter(({ level }) => level === 0).map(({ index, width }) => entriesPath(index, width)),
        );
      assert.deepEqual(batch.files.map(({ path }) => path).sort(), expected.sort(), `${size} + ${count}`);
    }
  });

  test("an edge of another size is refused, and so is a bundle that does not belong to its tile", async () => {
    const log = new MemoryLog();
    log.append(300);
    assert.throws(
      () => appendToTiles(engine, { size: 299, rightEdge: log.rightEdge }, [entryAt(299)]),
      /right edge/,
    );
    const path = entriesPath(1, 44);
    const bundle = log.files.get(path)?.slice();
    assert.ok(bundle !== undefined);
    bundle[bundle.length - 1] = (bundle.at(-1) ?? 0) ^ 1;
    log.files.set(path, bundle);
    await assert.rejects(rightEdgeFrom(engine, log, 300), /bundle/);
  });
});

describe("proofs from tiles", () => {
  test("inclusion and consistency at every pair of edge sizes", async () => {
    const log = new MemoryLog();
    for (const size of [...edgeSizes, ...wideSizes]) log.append(size - log.size);
    const rootOf = (size: number): Hash => log.roots.get(size) ?? engine.sha256(new Uint8Array(0));
    const sizes = [...edgeSizes, ...wideSizes];
    for (const size of sizes.filter((candidate) => candidate > 0)) {
      for (const index of new Set([0, size - 1, Math.floor(size / 2), Math.max(0, size - 257)])) {
        const proof = await inclusionProof(engine, log, index, size);
        const claim = { leafHash: leafHash(engine, entryAt(index)), index, size, root: rootOf(size), proof };
        assert.ok(verifyInclusion(engine, claim).ok, `${index} in ${size}`);
      }
      for (const oldSize of sizes.filter((candidate) => candidate <= size)) {
        const proof = await consistencyProof(engine, log, oldSize, size);
        const claim = { oldSize, oldRoot: rootOf(oldSize), newSize: size, newRoot: rootOf(size), proof };
        assert.ok(verifyConsistency(engine, claim).ok, `${oldSize} to ${size}`);
      }
    }
  });

  test("a flipped byte in a tile spoils the proofs that pass it", async () => {
    const log = new MemoryLog();
    log.append(300);
    log.append(300);
    const root = log.roots.get(600);
    const oldRoot = log.roots.get(300);
    assert.ok(root !== undefined && oldRoot !== undefined);
    const honest = log.files.get("tile/0/001");
    assert.ok(honest !== undefined);
    const spoiled = honest.slice();
    spoiled[0] = (spoiled[0] ?? 0) ^ 1;
    log.files.set("tile/0/001", spoiled);
    const proof = await inclusionProof(engine, log, 257, 600);
    const claim = { leafHash: leafHash(engine, entryAt(257)), index: 257, size: 600, root, proof };
    assert.equal(verifyInclusion(engine, claim).ok, false);
    const consistency = await consistencyProof(engine, log, 300, 600);
    const growth = { oldSize: 300, oldRoot, newSize: 600, newRoot: root, proof: consistency };
    assert.equal(verifyConsistency(engine, growth).ok, false);
  });

  test("a source that answers with another width, and an index outside the tree", async () => {
    const log = new MemoryLog();
    log.append(10);
    const lying: TileSource = {
      ...log,
      tile: async () => new Uint8Array(31),
      entries: log.entries.bind(log),
    };
    await assert.rejects(inclusionProof(engine, lying, 0, 10), /31 bytes/);
    await assert.rejects(inclusionProof(engine, log, 10, 10), /inside/);
    await assert.rejects(consistencyProof(engine, log, 11, 10), /grows/);
    await assert.rejects(inclusionProof(engine, log, 0, 11), /no tile/);
  });
});

describe("large trees", () => {
  test("sizes and indexes beyond 2^31, where bit shifts would go wrong", async () => {
    const log = new UniformLog();
    const sizes = [2 ** 31 - 1, 2 ** 31, 2 ** 31 + 3, 2 ** 32 + 1, 2 ** 40 + 12_345, 2 ** 53 - 1];
    for (const size of sizes) {
      const root = log.root(size);
      assert.deepEqual(await rootFromTiles(engine, log, size), root, `root of ${size}`);
      for (const index of [0, 2 ** 31 - 2, size - 1, Math.floor(size / 3), size - 2 ** 20]) {
        const proof = await inclusionProof(engine, log, index, size);
        const claim = { leafHash: leafHash(engine, log.leaf), index, size, root, proof };
        assert.ok(verifyInclusion(engine, claim).ok, `${index} in ${size}`);
      }
      for (const oldSize of [1, 2 ** 30 + 1, Math.floor(size / 2), size - 1]) {
        const proof = await consistencyProof(engine, log, oldSize, size);
        const claim = { oldSize, oldRoot: log.root(oldSize), newSize: size, newRoot: root, proof };
        assert.ok(verifyConsistency(engine, claim).ok, `${oldSize} to ${size}`);
      }
    }
  });

  test("appending beyond 2^31", async () => {
    const log = new UniformLog();
    for (const size of [2 ** 31 - 2, 2 ** 32 - 1, 2 ** 40 + 255]) {
      const rightEdge = await rightEdgeFrom(engine, log, size);
      const batch = appendToTiles(engine, { size, rightEdge }, [log.leaf, log.leaf, log.leaf]);
      assert.deepEqual(batch.root, log.root(size + 3));
      assert.ok(
        batch.files.some(({ path }) => path === tilePath(0, Math.floor((size + 3) / 256), (size + 3) % 256)),
      );
    }
  });

  test("the hashes of a tile", () => {
    const tile = Uint8Array.from({ length: 64 }, (_, at) => at);
    assert.deepEqual(
      hashesInTile(tile).map((hash) => hash[0]),
      [0, 32],
    );
    assert.throws(() => hashesInTile(new Uint8Array(33)));
  });
});

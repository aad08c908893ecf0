import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { nativeEngine as engine } from "#engines/native-engine.ts";
import { cosignMirror } from "./cosign-mirror.ts";
import { mirrorSource } from "./mirror-source.ts";
import {
  logKey,
  noteOf,
  origin,
  rewrittenTreeOf,
  treeOf,
  witnessName,
  witnessSigner,
  writeMirror,
} from "./test-log.ts";
import { createWitness } from "./witness.ts";
import { memoryState } from "./witness-state.ts";

const vectors = join(import.meta.dirname, "../../shared/vectors/tlog/tree-600");

function setUp() {
  const state = memoryState();
  const witness = createWitness({
    engine,
    signer: witnessSigner,
    name: witnessName,
    logs: [logKey],
    state,
    now: () => 1_700_000_000_000,
  });
  return {
    state,
    witness,
    cosign: (place: string) => cosignMirror(engine, witness, mirrorSource(place, fetch)),
  };
}

async function withFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "witness-mirror-"));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withMirrors(
  run: (mirror: (size: number, rewritten?: boolean) => Promise<string>) => Promise<void>,
): Promise<void> {
  await withFolder((folder) =>
    run(async (size, rewritten = false) => {
      const tree = rewritten ? rewrittenTreeOf(size) : treeOf(size);
      const place = join(folder, `${size}-${rewritten}`);
      await writeMirror(place, tree.files, noteOf(size, tree.root));
      return place;
    }),
  );
}

test("a mirror made by other tools is cosigned, byte for byte as they cosigned it", {
  skip: existsSync(vectors) ? false : "shared vectors are not here",
}, async () => {
  const pulled = await setUp().cosign(vectors);
  assert.ok(pulled.ok);
  const checkpoint = await readFile(join(vectors, "checkpoint"), "utf8");
  assert.ok(checkpoint.endsWith(`\n${pulled.value.line}`));
});

test("a witness that visits mirrors proves from its own memory that the log only grew", () =>
  withMirrors(async (mirror) => {
    const { cosign, state } = setUp();
    let before = 0;
    for (const size of [1, 5, 255, 256, 257, 600, 700]) {
      const pulled = await cosign(await mirror(size));
      assert.ok(pulled.ok, JSON.stringify(pulled));
      assert.deepEqual([pulled.value.fromSize, pulled.value.size], [before, size]);
      assert.equal(pulled.value.note, `${noteOf(size).split("\n\n")[0]}\n\n${pulled.value.line}`);
      assert.equal((await state.read(origin))?.size, size);
      before = size;
    }
    const again = await cosign(await mirror(700));
    assert.ok(again.ok && again.value.fromSize === 700);
  }));

test("a mirror over HTTP serves as well as a folder, full tiles in place of partial ones too", () =>
  withMirrors(async (mirror) => {
    const place = await mirror(700);
    const partial = await mirror(600);
    const checkpoint = await readFile(join(partial, "checkpoint"), "utf8");
    const server = createServer(async (request, response) => {
      const path = (request.url ?? "").replace("/log/", "");
      if (path === "checkpoint") return void response.end(checkpoint);
      try {
        response.end(await readFile(join(path.includes("tile/0/001") ? place : partial, path)));
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    assert.ok(address !== null && typeof address === "object");
    try {
      const { cosign } = setUp();
      const first = await cosign(await mirror(300));
      assert.ok(first.ok, JSON.stringify(first));
      const second = await cosign(`http://127.0.0.1:${address.port}/log/`);
      assert.ok(
        second.ok && second.value.fromSize === 300 && second.value.size === 600,
        JSON.stringify(second),
      );
    } finally {
      server.close();
    }
  }));

test("each thing that can be wrong with a copy is named, and signs nothing", () =>
  withMirrors(async (mirror) => {
    const { cosign, state } = setUp();
    assert.ok((await cosign(await mirror(600))).ok);
    const before = await state.read(origin);
    const problemOf = async (place: string) => {
      const pulled = await cosign(place);
      return pulled.ok ? null : pulled.problem;
    };
    assert.deepEqual(await problemOf(await mirror(300)), {
      reason: "older-than-recorded",
      size: 300,
      recordedSize: 600,
    });
    assert.deepEqual(await problemOf(await mirror(700, true)), {
      reason: "history-changed",
      size: 700,
      recordedSize: 600,
    });
    assert.deepEqual(await problemOf(await mirror(600, true)), {
      reason: "history-changed",
      size: 600,
      recordedSize: 600,
    });
    assert.equal(state.evidence.length, 1);
    assert.equal((await problemOf("/nowhere"))?.reason, "unreadable");
    const torn = await mirror(700);
    await writeFile(
      join(torn, "tile/0/002.p/188"),
      (await readFile(join(torn, "tile/0/002.p/188"))).fill(7, 0, 1),
    );
    assert.deepEqual(await problemOf(torn), { reason: "tiles-contradict-checkpoint" });
    await rm(join(torn, "tile/0/002.p/188"));
    assert.equal((await problemOf(torn))?.reason, "unreadable");
    await writeFile(join(torn, "checkpoint"), "no note");
    assert.deepEqual(await problemOf(torn), { reason: "malformed-checkpoint" });
    await writeMirror(torn, treeOf(700).files, noteOf(700, treeOf(700).root, witnessSigner));
    assert.deepEqual(await problemOf(torn), { reason: "not-signed-by-the-log" });
    await writeMirror(torn, treeOf(700).files, noteOf(700).replaceAll(origin, "other.example"));
    assert.deepEqual(await problemOf(torn), { reason: "unknown-log", origin: "other.example" });
    assert.deepEqual(await state.read(origin), before);
  }));

test("a torn first copy is not signed, although its checkpoint is", () =>
  withMirrors(async (mirror) => {
    const { cosign, state } = setUp();
    const torn = await mirror(5);
    await writeFile(
      join(torn, "tile/0/000.p/5"),
      (await readFile(join(torn, "tile/0/000.p/5"))).fill(7, 0, 1),
    );
    const pulled = await cosign(torn);
    assert.deepEqual(pulled, { ok: false, problem: { reason: "tiles-contradict-checkpoint" } });
    assert.equal(await state.read(origin), null);
  }));

import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { evidenceFilesMax, type FileState, openFileState } from "./file-state.ts";
import type { LogRecord } from "./witness-state.ts";

const record: LogRecord = {
  origin: "ledger.example/test",
  size: 5,
  root: new Uint8Array(32).fill(5),
  timeSeconds: 1_700_000_000,
  note: "note\n",
};
const next: LogRecord = { ...record, size: 600, timeSeconds: 1_700_000_060 };

async function withFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "witness-state-"));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withState(run: (state: FileState, folder: string) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const state = await openFileState(folder);
    try {
      await run(state, folder);
    } finally {
      state.close();
    }
  });
}

async function latestPath(folder: string): Promise<string> {
  const [log] = (await readdir(folder)).filter((name) => name.length === 64);
  assert.ok(log !== undefined);
  return join(folder, log, "latest.json");
}

test("a record survives closing and opening", () =>
  withFolder(async (folder) => {
    const first = await openFileState(folder);
    assert.equal(await first.read(record.origin), null);
    assert.equal(await first.replace(null, record), true);
    first.close();
    const second = await openFileState(folder);
    assert.deepEqual(await second.read(record.origin), record);
    assert.equal(await second.replace(record, next), true);
    second.close();
    const third = await openFileState(folder);
    assert.deepEqual(await third.read(record.origin), next);
    third.close();
  }));

test("a record is replaced only if it is the expected one", () =>
  withState(async (state) => {
    assert.equal(await state.replace(record, next), false);
    assert.equal(await state.replace(null, record), true);
    assert.equal(await state.replace(null, next), false);
    assert.equal(await state.replace({ ...record, timeSeconds: 1 }, next), false);
    assert.deepEqual(await state.read(record.origin), record);
    assert.equal(await state.replace(record, next), true);
  }));

test("logs do not share records, and no origin leads out of the folder", () =>
  withState(async (state, folder) => {
    const outside = { ...record, origin: "../../outside" };
    assert.ok(await state.replace(null, record));
    assert.ok(await state.replace(null, outside));
    assert.deepEqual(await state.read(record.origin), record);
    assert.deepEqual(await state.read(outside.origin), outside);
    assert.equal((await readdir(folder)).filter((name) => /^[0-9a-f]{64}$/.test(name)).length, 2);
  }));

test("a second process, or a second opening, is refused while the first one runs", () =>
  withState(async (_, folder) => {
    await assert.rejects(openFileState(folder), /another witness is running/);
  }));

test("a temporary file left by a crash is no record and does not disturb", () =>
  withState(async (state, folder) => {
    assert.ok(await state.replace(null, record));
    await writeFile(`${await latestPath(folder)}.new`, '{"half":');
    assert.deepEqual(await state.read(record.origin), record);
    assert.ok(await state.replace(record, next));
    assert.deepEqual(await state.read(record.origin), next);
  }));

test("a damaged record stops the witness instead of letting it begin anew", () =>
  withState(async (state, folder) => {
    assert.ok(await state.replace(null, record));
    const path = await latestPath(folder);
    const text = await readFile(path, "utf8");
    for (const damaged of [
      "",
      "{}",
      text.slice(0, -1),
      text.replace('"size":5', '"size":-5'),
      text.replace("ledger.example/test", "other"),
    ]) {
      await writeFile(path, damaged);
      await assert.rejects(state.read(record.origin), /damaged/);
      await assert.rejects(state.replace(null, next), /damaged/);
    }
  }));

test("files are readable by their owner alone", () =>
  withState(async (state, folder) => {
    assert.ok(await state.replace(null, record));
    assert.equal((await stat(await latestPath(folder))).mode & 0o077, 0);
  }));

test("evidence is kept once for each checkpoint, beside the record, and never endlessly", () =>
  withState(async (state, folder) => {
    assert.ok(await state.replace(null, record));
    const contradiction = {
      origin: record.origin,
      size: 5,
      recorded: "a\n\n— b c\n",
      presented: "x\n5\nr\n\n— l s\n",
    };
    await state.keepEvidence(contradiction);
    await state.keepEvidence({ ...contradiction, presented: `${contradiction.presented}— another line\n` });
    const evidence = join(await latestPath(folder), "..", "evidence");
    const [file, ...more] = await readdir(evidence);
    assert.ok(file !== undefined && more.length === 0);
    assert.deepEqual(JSON.parse(await readFile(join(evidence, file), "utf8")), {
      v: 1,
      type: "aydyn-contradiction",
      ...contradiction,
    });
    for (let at = 1; at < evidenceFilesMax; at += 1) await writeFile(join(evidence, `${at}.json`), "");
    await state.keepEvidence({ ...contradiction, presented: "y\n5\nr\n\n— l s\n" });
    assert.equal((await readdir(evidence)).length, evidenceFilesMax);
  }));

import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { utf8Bytes, utf8Text } from "#core/bytes.ts";
import {
  appendLineDurably,
  ChangedFileError,
  createFileDurably,
  type Durability,
  immutableFileMode,
  namesInFolder,
  pathsBelow,
  readFileIfPresent,
  removeFileDurably,
  writeFileDurably,
  writeFilesOnce,
} from "./durable-file.ts";

function inFolder(run: (folder: string, durability: Durability) => void): void {
  for (const durability of ["fsync", "none"] as const) {
    const folder = mkdtempSync(join(tmpdir(), "aydyn-files-"));
    try {
      run(folder, durability);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

test("a file is written with its folders and its mode, replaced whole, and read back", () => {
  inFolder((folder, durability) => {
    const path = join(folder, "a/b/c");
    assert.equal(readFileIfPresent(path), null);
    writeFileDurably(path, utf8Bytes("first, a longer text"), { durability, mode: 0o600, folderMode: 0o700 });
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.equal(statSync(join(folder, "a")).mode & 0o777, 0o700);
    writeFileDurably(path, utf8Bytes("second"), { durability });
    assert.equal(utf8Text(readFileIfPresent(path) ?? new Uint8Array(0)), "second");
    assert.equal(statSync(path).mode & 0o777, 0o644);
    assert.deepEqual(pathsBelow(folder), ["a/b/c"]);
    removeFileDurably(path, durability);
    removeFileDurably(path, durability);
    assert.equal(readFileIfPresent(path), null);
  });
});

test("a file that never changes is written once; other bytes are refused, the same ones do nothing", () => {
  inFolder((folder, durability) => {
    const path = join(folder, "tile/0/000");
    const options = { durability, mode: immutableFileMode };
    writeFilesOnce([{ path, bytes: utf8Bytes("tile") }], options);
    const written = statSync(path).mtimeMs;
    writeFilesOnce([{ path, bytes: utf8Bytes("tile") }], options);
    assert.equal(statSync(path).mtimeMs, written);
    assert.throws(() => writeFilesOnce([{ path, bytes: utf8Bytes("tilt") }], options), ChangedFileError);
    assert.equal(readFileSync(path, "utf8"), "tile");
    assert.equal(statSync(path).mode & 0o777, 0o444);
  });
});

test("what a crash left unfinished is not listed, and is overwritten the next time, whatever its mode", () => {
  inFolder((folder, durability) => {
    const unfinished = join(folder, ".tile.unfinished");
    writeFileSync(unfinished, "half of it and more than the whole");
    chmodSync(unfinished, 0o444);
    assert.deepEqual(namesInFolder(folder), []);
    assert.deepEqual(pathsBelow(folder), []);
    writeFileDurably(join(folder, "tile"), utf8Bytes("whole"), { durability });
    assert.equal(readFileSync(join(folder, "tile"), "utf8"), "whole");
    assert.deepEqual(namesInFolder(folder), ["tile"]);
  });
});

test("of two that create a file, one does", () => {
  inFolder((folder, durability) => {
    const path = join(folder, "keys/one");
    assert.equal(createFileDurably(path, utf8Bytes("first"), { durability, unique: "a", mode: 0o600 }), true);
    assert.equal(
      createFileDurably(path, utf8Bytes("second"), { durability, unique: "b", mode: 0o600 }),
      false,
    );
    assert.equal(readFileSync(path, "utf8"), "first");
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.ok(!existsSync(join(folder, "keys/.one.unfinished.b")));
  });
});

test("lines are added one after another, each with its end", () => {
  inFolder((folder, durability) => {
    const path = join(folder, "journal/lines");
    appendLineDurably(path, "one", durability);
    appendLineDurably(path, "two", durability);
    assert.equal(readFileSync(path, "utf8"), "one\ntwo\n");
    assert.throws(() => appendLineDurably(path, "three\nfour", durability));
  });
});

test("a folder where a file is, and a file where a folder is, are errors, not absence", () => {
  inFolder((folder, durability) => {
    writeFileDurably(join(folder, "file"), utf8Bytes("x"), { durability });
    assert.equal(readFileIfPresent(join(folder, "file/below")), null);
    assert.throws(() => readFileIfPresent(folder));
    assert.throws(() => writeFileDurably(join(folder, "file/below"), utf8Bytes("x"), { durability }));
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  checkpointPath,
  erasedText,
  filesText,
  indexOfPayloadPath,
  isPublishedPath,
  parseErased,
  parseFiles,
  parsePublishedPayload,
  payloadPath,
  publishedPayloadText,
  sizeOfCheckpointPath,
} from "./publication.ts";

const opening = { payload: "{}", nonce: new Uint8Array(32), parts: [] };

test("payload paths are grouped as tile paths are", () => {
  assert.equal(payloadPath(0), "payloads/000.json");
  assert.equal(payloadPath(999), "payloads/999.json");
  assert.equal(payloadPath(1000), "payloads/x001/000.json");
  assert.equal(payloadPath(1_234_067), "payloads/x001/x234/067.json");
});

test("every index and size survives its path", () => {
  fc.assert(
    fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (number) => {
      assert.equal(indexOfPayloadPath(payloadPath(number)), number);
      assert.equal(sizeOfCheckpointPath(checkpointPath(number)), number);
      assert.ok(isPublishedPath(payloadPath(number)) && isPublishedPath(checkpointPath(number)));
    }),
  );
});

test("other spellings of a path are refused", () => {
  for (const path of [
    "payloads/x000/067.json",
    "payloads/67.json",
    "payloads/001/067.json",
    "payloads/x067.json",
    "payloads/067",
    "/payloads/067.json",
    "payloads/../067.json",
    "payloads/x001//067.json",
  ]) {
    assert.equal(indexOfPayloadPath(path), null, path);
  }
  for (const path of [
    "checkpoints/01",
    "checkpoints/",
    "checkpoints/-1",
    "checkpoints/1e3",
    "checkpoint",
    "checkpoints/9999999999999999",
  ]) {
    assert.equal(sizeOfCheckpointPath(path), null, path);
  }
});

test("a published payload survives; other shapes are refused", () => {
  const text = publishedPayloadText({ index: 7, opening });
  assert.deepEqual(parsePublishedPayload(text), { ok: true, value: { index: 7, opening } });
  for (const wrong of [
    "",
    "[]",
    text.replace('"v":1', '"v":2'),
    text.replace('"index":7', '"index":-7'),
    text.replace('"parts":[]', '"parts":{}'),
  ]) {
    assert.deepEqual(parsePublishedPayload(wrong), { ok: false, problem: "malformed-payload-file" });
  }
});

test("the list of erased payloads is ascending, at writing and at reading", () => {
  const erased = { origin: "ledger.example/executive", indexes: [3, 9, 600] };
  assert.deepEqual(parseErased(erasedText(erased)), { ok: true, value: erased });
  assert.throws(() => erasedText({ ...erased, indexes: [9, 3] }));
  for (const wrong of [
    '{"indexes":[9,3],"origin":"a","v":1}',
    '{"indexes":[3,3],"origin":"a","v":1}',
    '{"indexes":[1.5],"origin":"a","v":1}',
    '{"indexes":[],"v":1}',
    "no",
  ]) {
    assert.deepEqual(parseErased(wrong), { ok: false, problem: "malformed-erased-file" });
  }
});

test("the list of files is sorted, each path once", () => {
  const text = filesText(["tile/0/000", "checkpoint", "tile/0/000", "payloads/x001/000.json"]);
  assert.equal(text, "checkpoint\npayloads/x001/000.json\ntile/0/000\n");
  assert.deepEqual(parseFiles(text), {
    ok: true,
    value: ["checkpoint", "payloads/x001/000.json", "tile/0/000"],
  });
  assert.deepEqual(parseFiles(""), { ok: true, value: [] });
});

test("no list of files leads a mirror out of its folder", () => {
  for (const path of [
    "../secret",
    "/etc/passwd",
    "tile/../../a",
    "tile//0",
    "a\\b",
    ".hidden",
    "tile/.",
    "c:",
    "a b",
    "a\r",
    `${"a".repeat(201)}`,
  ]) {
    assert.equal(isPublishedPath(path), false, path);
    assert.deepEqual(parseFiles(`checkpoint\n${path}\n`), { ok: false, problem: "malformed-files-list" });
    assert.throws(() => filesText([path]));
  }
  assert.deepEqual(parseFiles("checkpoint"), { ok: false, problem: "malformed-files-list" });
});

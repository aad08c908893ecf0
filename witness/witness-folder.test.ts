import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { logKey, witnessSeed } from "./test-log.ts";
import {
  openWitnessFolder,
  parseFollowedLogs,
  readFollowedLogs,
  writeFollowedLogs,
} from "./witness-folder.ts";

test("a folder keeps one key and one list of logs", async () => {
  const parent = await mkdtemp(join(tmpdir(), "witness-folder-"));
  const folder = join(parent, "deep", "witness-1");
  try {
    const first = await openWitnessFolder(folder, () => witnessSeed);
    first.state.close();
    const second = await openWitnessFolder(folder, () => new Uint8Array(32).fill(9));
    second.state.close();
    assert.deepEqual(second.signer.publicKey, first.signer.publicKey);
    await assert.rejects(readFollowedLogs(folder));
    await writeFollowedLogs(folder, [logKey]);
    assert.deepEqual(await readFollowedLogs(folder), [logKey]);
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
});

test("a list of logs is refused when it is empty or holds anything but keys of logs", () => {
  assert.deepEqual(parseFollowedLogs(` ${logKey.text}\n`), [logKey]);
  const witnessKey = "witness.example/w1+df1c0a35+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU";
  for (const text of ["", " \n", "nonsense", witnessKey, `${logKey.text} nonsense`])
    assert.throws(() => parseFollowedLogs(text), Error);
});

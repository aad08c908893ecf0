import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { utf8Bytes } from "#core/bytes.ts";
import { parsePublishedPayload } from "#core/record/publication.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { answerIndex, forkedLog, goodLog, longLog } from "../test-lives.ts";
import { at, day, logKey, policyText } from "../test-parameters.ts";
import { aydyn, withFolder, withServer } from "../test-surroundings.ts";

async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith(".aydyn"))
    .sort();
}

test("a mirror has every published file, verifies, and fetches only what is new", async () => {
  await withFolder(async (folder) => {
    const log = longLog(400);
    const mirror = join(folder, "mirror");
    const policy = join(folder, "policy");
    await writeFile(policy, policyText);
    await withServer(log.files, async (address, requests) => {
      const first = await aydyn(["mirror", address, mirror, "--policy", policy]);
      assert.equal(first.code, 0, first.noted);
      assert.match(first.said, /807 entries \(807 new\)/);
      const missing = [...log.files.keys()].filter((path) => !path.includes(".p/"));
      const held = await filesBelow(mirror);
      for (const path of missing) assert.ok(held.includes(path), path);
      assert.equal((await aydyn(["verify", "log", mirror, "--policy", policy])).code, 0);

      log.act({
        kind: "filed-complaint",
        body: 2,
        about: "late",
        time: at("2026-03-11"),
        due: day("2026-04-02"),
      });
      log.publish(at("2026-03-11", "09:01"));
      requests.length = 0;
      const second = await aydyn(["mirror", address, mirror, "--policy", policy]);
      assert.equal(second.code, 0, second.noted);
      assert.match(second.said, /808 entries \(1 new\)/);
      assert.ok(!requests.includes("tile/0/000") && !requests.includes("tile/entries/001"));
      assert.equal((await aydyn(["verify", "log", mirror, "--policy", policy])).code, 0);
    });
    // The mirror is a log itself.
    const again = await aydyn(["mirror", mirror, join(folder, "second"), "--policy", policy]);
    assert.equal(again.code, 0, again.noted);
    assert.equal((await aydyn(["verify", "log", join(folder, "second"), "--policy", policy])).code, 0);
  });
});

test("an interrupted mirror goes on from the files that are there", async () => {
  await withFolder(async (folder) => {
    const log = longLog(400);
    const mirror = join(folder, "mirror");
    await withServer(log.files, async (address, requests) => {
      const entries = [...log.files.keys()].filter((path) => path.startsWith("tile/entries/"));
      const last = entries.at(-1) ?? "";
      const held = log.files.get(last);
      log.files.delete(last);
      const cut = await aydyn(["mirror", address, mirror, "--log-key", logKey.text]);
      assert.equal(cut.code, 1);
      await assert.rejects(readFile(join(mirror, "checkpoint")));
      // Files are read ahead: which of them had come before the missing one was missed is chance.
      const kept = entries.filter((path) => existsSync(join(mirror, path)));
      log.files.set(last, held ?? new Uint8Array(0));
      requests.length = 0;
      const resumed = await aydyn(["mirror", address, mirror, "--log-key", logKey.text]);
      assert.equal(resumed.code, 0, resumed.noted);
      assert.ok(requests.includes(last));
      assert.deepEqual(
        kept.filter((path) => requests.includes(path)),
        [],
        "what is there is not fetched again",
      );
      requests.length = 0;
      assert.equal((await aydyn(["mirror", address, mirror, "--log-key", logKey.text])).code, 0);
      assert.deepEqual(
        entries.filter((path) => requests.includes(path)),
        [],
        "of a whole mirror nothing is",
      );
    });
  });
});

test("a log out of reach says nothing about the log: exit code 6", async () => {
  await withFolder(async (folder) => {
    const outcome = await aydyn(["mirror", "http://127.0.0.1:9/log", join(folder, "mirror")]);
    assert.equal(outcome.code, 6);
    assert.match(outcome.noted, /could not be read.*tried 5 times/);
  });
});

test("damaged files are not shown, and are fetched anew", async () => {
  await withFolder(async (folder) => {
    const log = longLog(400);
    const mirror = join(folder, "mirror");
    const good = log.files.get("tile/entries/001") ?? new Uint8Array(0);
    await withServer(log.files, async (address) => {
      log.flip("tile/entries/001", 500);
      const damaged = await aydyn(["mirror", address, mirror]);
      assert.equal(damaged.code, 1);
      assert.match(damaged.noted, /tile\/0\/001: hash 4 is not the hash/);
      await assert.rejects(readFile(join(mirror, "checkpoint")));
      log.files.set("tile/entries/001", good);
      assert.equal((await aydyn(["mirror", address, mirror])).code, 0);
    });
  });
});

test("a second history is refused and becomes evidence, whichever is larger", async () => {
  for (const acts of [2, 4, 9, 300]) {
    await withFolder(async (folder) => {
      const mirror = join(folder, "mirror");
      const log = goodLog();
      await log.writeTo(join(folder, "honest"));
      await forkedLog(acts).writeTo(join(folder, "forked"));
      const key = ["--log-key", logKey.text];
      assert.equal((await aydyn(["mirror", join(folder, "honest"), mirror, ...key])).code, 0);
      const before = await readFile(join(mirror, "checkpoint"), "utf8");
      const refused = await aydyn(["mirror", join(folder, "forked"), mirror, ...key]);
      assert.equal(refused.code, 1);
      assert.match(refused.noted, /two histories/);
      assert.equal(await readFile(join(mirror, "checkpoint"), "utf8"), before);
      const fraud = await aydyn(["verify", "fraud", join(folder, `mirror-${7 + acts}.tlog-fraud`), ...key]);
      assert.equal(fraud.code, 0, fraud.said);
      // Nothing of the other history has stayed: the honest log can be followed on.
      log.act({ kind: "added", body: 3, about: "road", time: at("2026-03-21"), due: day("2026-04-15") });
      log.publish(at("2026-03-21", "09:01"));
      await log.writeTo(join(folder, "honest"));
      assert.equal((await aydyn(["mirror", join(folder, "honest"), mirror, ...key])).code, 0);
      assert.equal((await aydyn(["verify", "log", mirror, ...key])).code, 3);
    });
  }
});

test("a log that is cut short is refused", async () => {
  await withFolder(async (folder) => {
    const mirror = join(folder, "mirror");
    const log = goodLog();
    await log.writeTo(join(folder, "log"));
    assert.equal((await aydyn(["mirror", join(folder, "log"), mirror])).code, 0);
    await writeFile(join(folder, "log", "checkpoint"), log.files.get("checkpoints/10") ?? "");
    const cut = await aydyn(["mirror", join(folder, "log"), mirror]);
    assert.equal(cut.code, 1);
    assert.match(cut.noted, /has 10 entries, but it has been seen with 11/);
  });
});

test("a head without the policy's quorum is not taken over", async () => {
  await withFolder(async (folder) => {
    const log = goodLog();
    log.files.set("checkpoint", utf8Bytes(log.signedNote(at("2026-03-20"), [])));
    await log.writeTo(join(folder, "log"));
    await writeFile(join(folder, "policy"), policyText);
    const outcome = await aydyn([
      "mirror",
      join(folder, "log"),
      join(folder, "mirror"),
      "--policy",
      join(folder, "policy"),
    ]);
    assert.equal(outcome.code, 1);
    assert.match(outcome.noted, /lacks the policy's quorum/);
  });
});

/** Names of the parts that the mirror's copy of the answer opens. */
async function openedIn(mirror: string): Promise<string[]> {
  const published = parsePublishedPayload(await readFile(join(mirror, "payloads/010.json"), "utf8"));
  assert.ok(published.ok);
  return published.value.opening.parts.map(({ name }) => name);
}

test("what the log erases is deleted in the mirror; what is left of it is fetched again", async () => {
  await withFolder(async (folder) => {
    const mirror = join(folder, "mirror");
    const log = goodLog();
    log.publishPayload(answerIndex, ["public", "text"]);
    log.publish(at("2026-03-20", "09:02"));
    await log.writeTo(join(folder, "log"));
    assert.equal((await aydyn(["mirror", join(folder, "log"), mirror])).code, 0);
    assert.deepEqual(await openedIn(mirror), ["public", "text"]);
    log.erase(answerIndex);
    log.publishPayload(answerIndex, ["public"]);
    log.publish(at("2026-03-20", "09:03"));
    await log.writeTo(join(folder, "log"));
    const partly = await aydyn(["mirror", join(folder, "log"), mirror]);
    assert.match(partly.said, /1 payload\(s\) deleted/);
    assert.deepEqual(await openedIn(mirror), ["public"]);
    log.erase(answerIndex);
    log.publish(at("2026-03-20", "09:04"));
    await rm(join(folder, "log"), { recursive: true });
    await log.writeTo(join(folder, "log"));
    assert.equal((await aydyn(["mirror", join(folder, "log"), mirror])).code, 0);
    await assert.rejects(readFile(join(mirror, "payloads/010.json")));
    assert.equal((await aydyn(["verify", "log", mirror, "--log-key", logKey.text])).code, 3);
  });
});

test("wget with files.txt makes a mirror that verifies", { skip: skipUnless("wget") }, async () => {
  const run = promisify(execFile);
  await withFolder(async (folder) => {
    const log = longLog(200);
    await withServer(log.files, async (address) => {
      const list = new TextDecoder().decode(log.files.get("files.txt"));
      await writeFile(join(folder, "files.txt"), list);
      await run("wget", [
        "-q",
        "-x",
        "-nH",
        "--cut-dirs=1",
        "-P",
        folder,
        "-B",
        `${address}/`,
        "-i",
        join(folder, "files.txt"),
      ]);
    });
    const outcome = await aydyn(["verify", "log", folder, "--log-key", logKey.text]);
    assert.equal(outcome.code, 3, outcome.said);
  });
});

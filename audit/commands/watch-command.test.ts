import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { utf8Bytes } from "#core/bytes.ts";
import { forkedLog, goodLog } from "../test-lives.ts";
import type { TestLog } from "../test-log.ts";
import { at, day, logKey, policyText } from "../test-parameters.ts";
import { aydyn, withFolder } from "../test-surroundings.ts";

async function watchOnce(log: TestLog, folder: string, now: number, more: readonly string[] = []) {
  await rm(join(folder, "log"), { recursive: true, force: true });
  await log.writeTo(join(folder, "log"));
  await writeFile(join(folder, "policy"), policyText);
  return aydyn(
    [
      "watch",
      join(folder, "log"),
      "--once",
      "--policy",
      join(folder, "policy"),
      "--state",
      join(folder, "state"),
      ...more,
    ],
    { now },
  );
}

test("a quiet log: exit code 0, and the state is written", async () => {
  await withFolder(async (folder) => {
    const outcome = await watchOnce(goodLog(), folder, at("2026-03-20", "09:05"));
    assert.equal(outcome.code, 0, outcome.said);
    assert.match(await readFile(join(folder, "state"), "utf8"), /aydyn-audit-state/);
  });
});

test("a head that does not move, and a case that waits beyond its due day", async () => {
  await withFolder(async (folder) => {
    const outcome = await watchOnce(goodLog(), folder, at("2026-04-16", "00:00"));
    assert.equal(outcome.code, 5);
    assert.match(outcome.said, /RECORD: the newest cosignature is of 2026-03-20/);
    assert.match(outcome.said, /OVERDUE: etrap owed an answer by 2026-04-15, 1 working days ago/);
  });
});

test("what the acts do wrong is called out once, then only what is new", async () => {
  await withFolder(async (folder) => {
    const log = goodLog();
    log.act({
      kind: "filed-complaint",
      body: 2,
      about: "water",
      time: at("2026-03-20"),
      due: day("2026-06-30"),
    });
    log.publish(at("2026-03-20", "09:02"));
    const first = await watchOnce(log, folder, at("2026-03-20", "09:05"), ["--json"]);
    assert.equal(first.code, 5);
    const alarm = JSON.parse(first.said);
    assert.equal(alarm.alarm, "conduct");
    assert.equal(alarm.found.finding.finding, "due-disputed");
    const again = await watchOnce(log, folder, at("2026-03-20", "09:06"));
    assert.equal(again.code, 0, again.said);
    log.act({
      kind: "read",
      body: 3,
      time: at("2026-03-20"),
      tamper: (leaf) => ({ ...leaf, serial: leaf.serial + 1n }),
    });
    log.publish(at("2026-03-20", "09:30"));
    const gap = await watchOnce(log, folder, at("2026-03-20", "09:31"));
    assert.equal(gap.code, 5);
    assert.match(gap.said, /RECORD: body 3: serial 2 is missing/);
    assert.match(gap.said, /TIME: entry 12: first seen by a witness up to 30 minutes after/);
  });
});

test("two histories, and a log cut short", async () => {
  await withFolder(async (folder) => {
    assert.equal((await watchOnce(goodLog(), folder, at("2026-03-20", "09:05"))).code, 0);
    const fork = await watchOnce(forkedLog(), folder, at("2026-03-20", "09:05"));
    assert.equal(fork.code, 5);
    assert.match(fork.said, /signs another root/);
    assert.match(fork.noted, /Evidence written to (\S+)\./);
    const [, file = ""] = /Evidence written to (\S+)\./.exec(fork.noted) ?? [];
    const judged = await aydyn(["verify", "fraud", file, "--log-key", logKey.text]);
    assert.equal(judged.code, 0);
    const cut = goodLog();
    cut.files.set("checkpoint", cut.files.get("checkpoints/10") ?? new Uint8Array(0));
    const short = await watchOnce(cut, folder, at("2026-03-20", "09:05"));
    assert.equal(short.code, 5);
    assert.match(short.said, /has 10 entries, but it has been seen with 11/);
  });
});

test("a checkpoint without quorum or without sense", async () => {
  await withFolder(async (folder) => {
    const log = goodLog();
    log.files.set("checkpoint", utf8Bytes(log.signedNote(at("2026-03-20", "09:01"), ["ngo.example"])));
    const few = await watchOnce(log, folder, at("2026-03-20", "09:05"));
    assert.equal(few.code, 5);
    assert.match(few.said, /lacks the policy's quorum/);
    log.files.set("checkpoint", utf8Bytes("nonsense\n"));
    assert.equal((await watchOnce(log, folder, at("2026-03-20", "09:05"))).code, 5);
    log.files.delete("checkpoint");
    assert.equal((await watchOnce(log, folder, at("2026-03-20", "09:05"))).code, 6);
  });
});

test("without --once the watch goes on and calls each thing out once", async () => {
  await withFolder(async (folder) => {
    await goodLog().writeTo(join(folder, "log"));
    let rounds = 0;
    const stop = new Error("enough rounds");
    const web = {
      fetch,
      wait: async () => {
        rounds += 1;
        if (rounds === 3) throw stop;
      },
    };
    const said: string[] = [];
    await assert.rejects(
      aydyn(["watch", join(folder, "log"), "--log-key", logKey.text], { now: at("2026-04-16"), web, said }),
      stop,
    );
    assert.equal(said.filter((line) => line.startsWith("OVERDUE")).length, 1);
  });
});

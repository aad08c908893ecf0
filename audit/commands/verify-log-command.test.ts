import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { utf8Bytes } from "#core/bytes.ts";
import { forkedLog, goodLog } from "../test-lives.ts";
import { at, day, logKey, policyText } from "../test-parameters.ts";
import { aydyn, withFolder, withServer } from "../test-surroundings.ts";

test("with a policy: verified; without: the log agrees with itself", async () => {
  await withFolder(async (folder) => {
    await goodLog().writeTo(join(folder, "log"));
    await writeFile(join(folder, "policy"), policyText);
    const judged = await aydyn(["verify", "log", join(folder, "log"), "--policy", join(folder, "policy")]);
    assert.equal(judged.code, 0, judged.said);
    assert.match(judged.said, /VERIFIED: the log is whole/);
    assert.match(judged.said, /4 kept ones agree with the tree, 4 with the policy's quorum/);
    const unjudged = await aydyn(["verify", "log", join(folder, "log")]);
    assert.equal(unjudged.code, 3);
    assert.match(unjudged.said, /AGREES WITH ITSELF/);
    assert.doesNotMatch(unjudged.said, /^VERIFIED/m);
    assert.match(unjudged.said, /as the log itself names them; not judged/);
  });
});

test("over the web, and only what is new since an earlier audit", async () => {
  await withFolder(async (folder) => {
    const log = goodLog();
    const [policy, state] = [join(folder, "policy"), join(folder, "state")];
    await writeFile(policy, policyText);
    await withServer(log.files, async (address) => {
      const first = await aydyn(["verify", "log", address, "--policy", policy, "--state-out", state]);
      assert.equal(first.code, 0, first.said + first.noted);
      log.act({ kind: "answered", body: 3, about: "road", time: at("2026-04-16") });
      log.publish(at("2026-04-16", "09:01"));
      const next = await aydyn([
        "verify",
        "log",
        address,
        "--policy",
        policy,
        "--since",
        state,
        "--state-out",
        state,
      ]);
      assert.equal(next.code, 0, next.said + next.noted);
      assert.match(next.said, /12, 1 new ones read/);
      assert.match(
        next.said,
        /Conduct: 1\n {2}entry 11 \(etrap\): closed \("answered"\) on 2026-04-16, due 2026-04-15/,
      );
    });
    const fork = forkedLog(9);
    await fork.writeTo(join(folder, "fork"));
    const other = await aydyn(["verify", "log", join(folder, "fork"), "--policy", policy, "--since", state]);
    assert.equal(other.code, 1);
    assert.match(other.said, /NOT VERIFIED/);
  });
});

test("a stale cosignature fails when the user asks for a fresh one", async () => {
  await withFolder(async (folder) => {
    await goodLog().writeTo(join(folder, "log"));
    await writeFile(join(folder, "policy"), policyText);
    const words = [
      "verify",
      "log",
      join(folder, "log"),
      "--policy",
      join(folder, "policy"),
      "--max-age",
      "10",
    ];
    assert.equal((await aydyn(words, { now: at("2026-03-20", "09:11") })).code, 0);
    const stale = await aydyn(words, { now: at("2026-03-20", "09:12") });
    assert.equal(stale.code, 1);
    assert.match(stale.said, /newest cosignature is of 2026-03-20T04:01:00.000Z, older than 10 minutes/);
  });
});

test("a broken log: exit code 1, every finding in a sentence, and for programs", async () => {
  await withFolder(async (folder) => {
    const log = goodLog();
    log.act({ kind: "read", body: 3, time: at("2026-03-20"), tamper: (leaf) => ({ ...leaf, serial: 5n }) });
    log.publish(at("2026-03-20", "09:02"));
    await log.writeTo(join(folder, "log"));
    const state = join(folder, "state");
    const said = await aydyn([
      "verify",
      "log",
      join(folder, "log"),
      "--log-key",
      logKey.text,
      "--state-out",
      state,
    ]);
    assert.equal(said.code, 1);
    assert.match(said.said, /body 3: serials 2 to 4 are missing before entry 11/);
    assert.match(said.said, /NOT VERIFIED: 1 thing/);
    const next = await aydyn(["verify", "log", join(folder, "log"), "--since", state]);
    assert.equal(next.code, 2, "no state is written for a log that did not verify");
    const forPrograms = await aydyn(["verify", "log", join(folder, "log"), "--json"]);
    const answer = JSON.parse(forPrograms.said);
    assert.equal(answer.ok, false);
    assert.equal(answer.findings[0].kind, "serial-gap");
  });
});

test("what a log writes cannot move the cursor of who reads about it", async () => {
  await withFolder(async (folder) => {
    const log = goodLog();
    log.files.set("checkpoint", utf8Bytes("x\u001b[2Jy/log\n5\nAAAA\n\n— a AAAAAAAA\n"));
    await log.writeTo(join(folder, "log"));
    const outcome = await aydyn(["verify", "log", join(folder, "log")]);
    assert.equal(outcome.code, 1);
    assert.ok(!outcome.said.includes("\u001b"));
  });
});

test("a log of leaves that owe nothing to anybody still verifies", async () => {
  await withFolder(async (folder) => {
    const log = goodLog();
    log.act({ kind: "read", body: 3, time: at("2026-03-20") });
    log.act({ kind: "added", body: 3, about: "road", time: at("2026-03-20"), due: day("2026-04-15") });
    log.publish(at("2026-03-20", "09:02"));
    await log.writeTo(join(folder, "log"));
    assert.equal((await aydyn(["verify", "log", join(folder, "log"), "--log-key", logKey.text])).code, 3);
  });
});

test("no folder and no server: exit code 6", async () => {
  assert.equal((await aydyn(["verify", "log", "/nowhere/at/all"])).code, 6);
});

test("help everywhere, and usage errors end with 2", async () => {
  for (const words of [
    [],
    ["verify"],
    ["verify", "receipt"],
    ["verify", "log"],
    ["verify", "fraud"],
    ["mirror"],
    ["report"],
    ["watch"],
  ]) {
    const help = await aydyn([...words, "--help"]);
    assert.equal(help.code, 0);
    assert.match(help.said, /Exit codes:/);
  }
  for (const words of [
    [],
    ["nonsense"],
    ["verify"],
    ["verify", "log"],
    ["verify", "log", "a", "b"],
    ["report", "x", "--what"],
    ["mirror", "x"],
  ]) {
    assert.equal((await aydyn(words)).code, 2, words.join(" "));
  }
});

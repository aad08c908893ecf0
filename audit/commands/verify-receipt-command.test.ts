import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { fromBase64, toBase64, utf8Bytes } from "#core/bytes.ts";
import { encodeLeaf } from "#core/record/leaf.ts";
import { signQueued } from "#core/record/queued-promise.ts";
import { parseReceipt, type Receipt, receiptText } from "#core/record/receipt.ts";
import { smallReceiptText } from "#core/record/small-receipt.ts";
import { answerIndex, forkedLog, goodLog } from "../test-lives.ts";
import type { TestLog } from "../test-log.ts";
import { at, bodyKey, bodySigner, day, logKey, policyText, testOrigin } from "../test-parameters.ts";
import { aydyn, withFolder } from "../test-surroundings.ts";

const note = (log: TestLog): string => new TextDecoder().decode(log.files.get("checkpoint"));

/** Writes a receipt, a policy and a mirror, and verifies with the options given. */
async function verify(
  folder: string,
  receipt: string,
  options: { readonly policy?: boolean; readonly against?: TestLog; readonly more?: readonly string[] },
) {
  await writeFile(join(folder, "receipt.json"), receipt);
  await writeFile(join(folder, "policy"), policyText);
  await options.against?.writeTo(join(folder, "mirror"));
  return aydyn([
    "verify",
    "receipt",
    join(folder, "receipt.json"),
    ...(options.policy === true ? ["--policy", join(folder, "policy")] : []),
    ...(options.against === undefined ? [] : ["--against", join(folder, "mirror")]),
    ...(options.more ?? []),
  ]);
}

test("a witnessed receipt: exit code 0, who saw it, what it opens and what not", async () => {
  await withFolder(async (folder) => {
    const log = goodLog();
    const outcome = await verify(folder, await log.receipt(answerIndex, note(log), ["text"]), {
      policy: true,
    });
    assert.equal(outcome.code, 0, outcome.said + outcome.noted);
    assert.match(outcome.said, /^WITNESSED/);
    assert.match(outcome.said, /ngo\.example at 2026-03-20T04:01:00Z/);
    assert.match(outcome.said, /Part text\s+The pipe is mended\./);
    assert.match(outcome.said, /Part public\s+not opened/);
    assert.match(outcome.said, /Policy\s+SHA-256 [0-9a-f]{64}/);
    assert.match(outcome.said, /Fingerprint\s+\d{4} \d{4} \d{4}/);
  });
});

test("without a policy the witnesses are not judged: exit code 3", async () => {
  await withFolder(async (folder) => {
    const log = goodLog();
    const outcome = await verify(folder, await log.receipt(answerIndex, note(log), null), {});
    assert.equal(outcome.code, 3);
    assert.match(outcome.said, /^IN THIS LOG/);
    assert.match(outcome.said, /not opened by this receipt/);
  });
});

test("too few witnesses, another text, another leaf, another log key: exit code 1", async () => {
  const log = goodLog();
  const good = await log.receipt(answerIndex, note(log), ["text"]);
  const parsed = parseReceipt(good);
  assert.ok(parsed.ok);
  const receipt = parsed.value;
  const leaf = receipt.leaf?.with(24, 9) ?? null;
  const opening = receipt.opening && {
    ...receipt.opening,
    parts: receipt.opening.parts.map((part) => ({ ...part, bytes: utf8Bytes("The pipe is broken.") })),
  };
  const few = log.signedNote(at("2026-03-20", "09:01"), ["ngo.example"]);
  const cases: readonly (readonly [string, RegExp])[] = [
    [await log.receipt(answerIndex, few, ["text"]), /quorum-missing/],
    [receiptText({ ...receipt, leaf }), /does not lead from the entry|commits to/],
    [receiptText({ ...receipt, ...(opening ? { opening } : {}) }), /part-does-not-open/],
    [receiptText({ ...receipt, logKey: bodyKey.text }), /origin-differs/],
    [good.replace(/"proof":"[^"]*"/, '"proof":"c2sp"'), /bad-proof/],
    ["{}", /not a receipt/],
  ];
  for (const [text, reason] of cases) {
    await withFolder(async (folder) => {
      const outcome = await verify(folder, text, { policy: true });
      assert.equal(outcome.code, 1, `${reason}: ${outcome.said}`);
      assert.match(outcome.said, reason);
    });
  }
});

test("any flipped bit of the proof is noticed", async () => {
  const log = goodLog();
  const parsed = parseReceipt(await log.receipt(answerIndex, note(log), null));
  assert.ok(parsed.ok && parsed.value.proof !== undefined);
  const { proof } = parsed.value;
  const hashLine = proof.split("\n").findIndex((line) => line.startsWith("index")) + 1;
  const lines = proof.split("\n");
  const hash = fromBase64(lines[hashLine] ?? "");
  assert.ok(hash?.length === 32);
  for (let bit = 0; bit < 256; bit += 31) {
    const flipped = hash.slice();
    flipped[Math.floor(bit / 8)] = (flipped[Math.floor(bit / 8)] ?? 0) ^ (1 << (bit % 8));
    const altered = lines.with(hashLine, toBase64(flipped)).join("\n");
    await withFolder(async (folder) => {
      const outcome = await verify(folder, receiptText({ ...parsed.value, proof: altered }), {
        policy: true,
      });
      assert.equal(outcome.code, 1);
    });
  }
});

test("held against a mirror that has grown, the receipt stays good", async () => {
  await withFolder(async (folder) => {
    const log = goodLog();
    const receipt = await log.receipt(8, note(log), null);
    log.act({ kind: "added", body: 3, about: "road", time: at("2026-03-21"), due: day("2026-04-15") });
    log.publish(at("2026-03-21", "09:01"));
    const outcome = await verify(folder, receipt, { policy: true, against: log });
    assert.equal(outcome.code, 0, outcome.said + outcome.noted);
    assert.match(outcome.said, /Held against/);
  });
});

test("held against a log that shows another past, it becomes evidence", async () => {
  await withFolder(async (folder) => {
    const log = goodLog();
    const receipt = await log.receipt(answerIndex, note(log), null);
    for (const policy of [true, false]) {
      const outcome = await verify(folder, receipt, { policy, against: forkedLog(9) });
      assert.equal(outcome.code, 1);
      assert.match(outcome.said, /another history/);
      const fraud = await aydyn(["verify", "fraud", join(folder, "receipt.json.tlog-fraud")]);
      assert.equal(fraud.code, 0, fraud.said + fraud.noted);
      assert.match(fraud.said, /^PROVED/);
      assert.ok(fraud.said.includes(logKey.text));
    }
  });
});

test("held against an older mirror, the user is told", async () => {
  await withFolder(async (folder) => {
    const log = goodLog();
    const older = goodLog();
    log.act({ kind: "added", body: 3, about: "road", time: at("2026-03-21"), due: day("2026-04-15") });
    log.publish(at("2026-03-21", "09:01"));
    const receipt = await log.receipt(8, note(log), null);
    const outcome = await verify(folder, receipt, { policy: true, against: older });
    assert.equal(outcome.code, 0);
    assert.match(outcome.said, /has 11 entries, the receipt proves 12/);
  });
});

function promised(
  log: TestLog,
  index: number,
  signer = bodySigner,
  due = log.acts[index]?.leaf.due ?? 0,
): string {
  const leaf = log.acts[index]?.leaf;
  assert.ok(leaf);
  const { body, commitment, time } = leaf;
  const receipt: Receipt = {
    v: 1,
    type: "aydyn-receipt",
    origin: testOrigin,
    logKey: logKey.text,
    leaf: null,
    index: null,
    queued: signQueued(signer, bodyKey.text, { origin: testOrigin, body, commitment, time, due }),
    policyDigest: null,
    fingerprint: null,
  };
  return receiptText(receipt);
}

test("a queued receipt is a promise: exit code 4, until the log shows that it was kept", async () => {
  await withFolder(async (folder) => {
    const log = goodLog();
    const receipt = promised(log, 8);
    const alone = await verify(folder, receipt, { policy: true });
    assert.equal(alone.code, 4);
    assert.match(alone.said, /^QUEUED.*not a proof/);
    assert.doesNotMatch(alone.said, /WITNESSED|IN THIS LOG/);
    const kept = await verify(folder, receipt, { policy: true, against: log });
    assert.equal(kept.code, 0, kept.said + kept.noted);
    assert.match(kept.said, /it was kept/);
  });
});

test("a promise that is not in the log, or is there otherwise, or is signed by a stranger", async () => {
  await withFolder(async (folder) => {
    const log = goodLog();
    const absent = await verify(folder, promised(log, 8), { policy: true, against: forkedLog() });
    assert.equal(absent.code, 4);
    assert.match(absent.said, /not in the log at hand/);
    assert.match(absent.said, /one that the log names/);
  });
  await withFolder(async (folder) => {
    const log = goodLog();
    const broken = await verify(folder, promised(log, 8, bodySigner, day("2026-04-01")), {
      policy: true,
      against: log,
    });
    assert.equal(broken.code, 1);
    assert.match(broken.said, /not the promised body, time or due day/);
  });
  await withFolder(async (folder) => {
    const receipt = promised(goodLog(), 8).replace(/"signature":"..../, '"signature":"AAAA');
    assert.equal((await verify(folder, receipt, { policy: true })).code, 1);
  });
});

test("the small receipt needs a log, and names exactly one act of it", async () => {
  const log = goodLog();
  const act = log.acts[answerIndex];
  assert.ok(act);
  const small = smallReceiptText({
    leaf: encodeLeaf(act.leaf),
    nonce: act.opening.nonce,
    index: answerIndex,
  });
  await withFolder(async (folder) => {
    assert.equal((await verify(folder, small, { policy: true })).code, 2);
    const outcome = await verify(folder, small, { policy: true, against: log });
    assert.equal(outcome.code, 0, outcome.said + outcome.noted);
  });
  await withFolder(async (folder) => {
    const moved = smallReceiptText({ leaf: encodeLeaf(act.leaf), nonce: act.opening.nonce, index: 9 });
    const outcome = await verify(folder, moved, { policy: true, against: log });
    assert.equal(outcome.code, 1);
    assert.match(outcome.said, /another act/);
  });
});

test("a log whose head lacks the policy's quorum confirms nothing", async () => {
  const log = goodLog();
  const act = log.acts[answerIndex];
  assert.ok(act);
  const { nonce } = act.opening;
  const small = smallReceiptText({ leaf: encodeLeaf(act.leaf), nonce, index: answerIndex });
  log.files.set("checkpoint", utf8Bytes(log.signedNote(at("2026-03-20"), ["ngo.example"])));
  for (const receipt of [small, promised(log, 8)]) {
    await withFolder(async (folder) => {
      const outcome = await verify(folder, receipt, { policy: true, against: log });
      assert.equal(outcome.code, 1, outcome.said);
      assert.match(outcome.said, /lacks the policy's quorum/);
    });
  }
});

test("usage: a missing file, a bad policy, too many arguments", async () => {
  await withFolder(async (folder) => {
    assert.equal((await aydyn(["verify", "receipt", join(folder, "none")])).code, 2);
    assert.equal((await aydyn(["verify", "receipt"])).code, 2);
    await writeFile(join(folder, "receipt.json"), "{}");
    await writeFile(join(folder, "bad"), "quorum both\n");
    const bad = await aydyn([
      "verify",
      "receipt",
      join(folder, "receipt.json"),
      "--policy",
      join(folder, "bad"),
    ]);
    assert.equal(bad.code, 2);
    assert.match(bad.noted, /not a policy: unknown-name in line 1/);
  });
});

test("an answer for programs", async () => {
  await withFolder(async (folder) => {
    const log = goodLog();
    const receipt = await log.receipt(answerIndex, note(log), ["text"]);
    const outcome = await verify(folder, receipt, { policy: true, more: ["--json"] });
    const answer = JSON.parse(outcome.said);
    assert.equal(answer.ok, true);
    assert.equal(answer.standing.kind, "in-log");
    assert.equal(answer.standing.witnesses.length, 2);
  });
});

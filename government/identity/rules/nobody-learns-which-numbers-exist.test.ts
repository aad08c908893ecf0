import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { beginSession } from "#platform/session/session-store.ts";
import { drawAccountNumber } from "../account-number.ts";
import { accountRule, beginSignIn, type FirstStep, networkRule } from "../begin-sign-in.ts";
import { network, password, type Sample, withAccount } from "../identity-samples.ts";
import { readPending } from "../pending-sign-in.ts";

const unknownNumber = () => drawAccountNumber((length) => randomBytes(length));

async function step(sample: Sample, changes: Partial<FirstStep>) {
  const { session } = await beginSession(sample.portal, sample.tools);
  return await beginSignIn(
    async () => session,
    { number: sample.number, password, network, ...changes },
    sample.tools,
  );
}

test("an unknown number, a wrong password and a closed account have one answer", async () => {
  await withAccount(async (sample) => {
    const answer = { ok: false, problem: "wrong-number-or-password" };
    assert.deepEqual(await step(sample, { number: unknownNumber() }), answer);
    assert.deepEqual(await step(sample, { password: "another" }), answer);
    assert.deepEqual(await step(sample, { password: "" }), answer);
    assert.deepEqual(await step(sample, { password: "x".repeat(100_000) }), answer);
    await sample.portal`update identity.account set closed_at = ${sample.tools.now()}`;
    assert.deepEqual(await step(sample, {}), answer);
  });
});

test("a number whose check digit is wrong is told so, known or not, and costs no attempt", async () => {
  await withAccount(async (sample) => {
    for (let typed = 0; typed < 20; typed += 1) {
      assert.deepEqual(await step(sample, { number: "12345678" }), { ok: false, problem: "number-mistyped" });
    }
    assert.ok((await step(sample, {})).ok);
  });
});

test("after five wrong passwords a known and an unknown number are held up alike, and for as long", async () => {
  await withAccount(async (sample) => {
    const unknown = unknownNumber();
    for (const number of [sample.number, unknown]) {
      for (let wrong = 0; wrong < accountRule.attemptsMax; wrong += 1) {
        assert.deepEqual(await step(sample, { number, password: "wrong" }), {
          ok: false,
          problem: "wrong-number-or-password",
        });
      }
      // Not even the right password gets through now.
      assert.deepEqual(await step(sample, { number }), { ok: false, problem: "too-many-attempts" });
    }
    sample.later(accountRule.windowMs);
    assert.deepEqual(await step(sample, { number: unknown }), {
      ok: false,
      problem: "wrong-number-or-password",
    });
    assert.ok((await step(sample, {})).ok);
  });
});

test("a network that guesses through many numbers is held up, and another one is not", async () => {
  await withAccount(async (sample) => {
    for (let guess = 0; guess < networkRule.attemptsMax; guess += 1) {
      await step(sample, { number: unknownNumber(), password: "wrong" });
    }
    assert.deepEqual(await step(sample, {}), { ok: false, problem: "too-many-attempts" });
    assert.ok((await step(sample, { network: "198.51.100" })).ok);
  });
});

test("people who sign in do not use up their café's attempts", async () => {
  await withAccount(async (sample) => {
    for (let visit = 0; visit <= networkRule.attemptsMax; visit += 1) assert.ok((await step(sample, {})).ok);
  });
});

test("the database keeps no address and no number of those who tried", async () => {
  await withAccount(async (sample) => {
    const unknown = unknownNumber();
    await step(sample, { number: unknown });
    const rows = await sample.portal<{ row: string }[]>`select throttle::text as row from platform.throttle`;
    assert.ok(rows.length >= 2);
    for (const { row } of rows) assert.ok(!row.includes(unknown) && !row.includes(network), row);
  });
});

test("an unknown number takes as long as a wrong password", async () => {
  // Twelve mebibytes cost some tens of milliseconds: without the hash for nothing the ratio would be above ten.
  const cost = { memoryKiB: 12_288, passes: 3, parallelism: 1 };
  await withAccount(async (sample) => {
    const timed = async (number: string): Promise<number> => {
      const times: number[] = [];
      for (let round = 0; round < 7; round += 1) {
        await sample.portal`delete from platform.throttle`;
        const { session } = await beginSession(sample.portal, sample.tools);
        const start = performance.now();
        await beginSignIn(async () => session, { number, password: "wrong", network }, sample.tools);
        times.push(performance.now() - start);
      }
      return times.sort((one, other) => one - other)[3] ?? 0;
    };
    const known = await timed(sample.number);
    const unknown = await timed(unknownNumber());
    const ratio = known / unknown;
    assert.ok(ratio > 0.4 && ratio < 2.5, `known ${known} ms, unknown ${unknown} ms`);
  }, cost);
});

test("the right password alone signs nobody in and is forgotten after five minutes", async () => {
  await withAccount(async (sample) => {
    const { session } = await beginSession(sample.portal, sample.tools);
    assert.ok(
      (await beginSignIn(async () => session, { number: sample.number, password, network }, sample.tools)).ok,
    );
    assert.equal(session.account, null);
    const at = sample.tools.now();
    assert.equal((await readPending(sample.portal, session.id, at + 299_999))?.account, sample.account);
    assert.equal(await readPending(sample.portal, session.id, at + 300_000), null);
    const other = await beginSession(sample.portal, sample.tools);
    assert.equal(await readPending(sample.portal, other.session.id, at), null);
  });
});

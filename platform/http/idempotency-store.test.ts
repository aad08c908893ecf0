import assert from "node:assert/strict";
import { test } from "node:test";
import { ok, refused } from "#core/result.ts";
import { withTestDatabase } from "#platform/database/test-database.ts";
import { bodyDigest, deleteExpiredOutcomes, type OnceRequest, once } from "./idempotency-store.ts";

const request: OnceRequest = {
  key: "a".repeat(32),
  scope: "session-1",
  bodyDigest: bodyDigest({ title: "gas" }),
  now: 1_800_000_000_000,
};

test("one form is one act: repeated, changed, elsewhere, refused, at once, expired", async () => {
  await withTestDatabase(async ({ portal, worker }) => {
    let runs = 0;
    const act = async () => {
      runs += 1;
      return ok({ receipt: runs });
    };
    const send = (more: Partial<OnceRequest> = {}, run = act) =>
      portal.begin((transaction) => once(transaction, { ...request, ...more }, run));

    assert.deepEqual(await send(), ok({ outcome: { receipt: 1 }, repeated: false }));
    assert.deepEqual(await send(), ok({ outcome: { receipt: 1 }, repeated: true }));
    assert.equal(runs, 1);

    assert.deepEqual(await send({ bodyDigest: bodyDigest({ title: "water" }) }), refused("different-body"));
    assert.deepEqual(await send({ scope: "session-2" }), ok({ outcome: { receipt: 2 }, repeated: false }));

    const other = { key: "b".repeat(32) };
    const refusing = () =>
      portal.begin((transaction) =>
        once(transaction, { ...request, ...other }, async () => refused("closed")),
      );
    assert.deepEqual(await refusing(), refused("closed"));
    await assert.rejects(
      send(other, async () => {
        throw new Error("a bug");
      }),
    );
    assert.deepEqual(await send(other), ok({ outcome: { receipt: 3 }, repeated: false }));

    // Eight clicks at once: one act, eight times the same outcome.
    const together = await Promise.all(Array.from({ length: 8 }, () => send({ key: "c".repeat(32) })));
    assert.equal(runs, 4);
    for (const answer of together) assert.deepEqual(answer.ok && answer.value.outcome, { receipt: 4 });
    assert.equal(together.filter((answer) => answer.ok && !answer.value.repeated).length, 1);

    const nextDay = request.now + 90_000_000;
    assert.equal(await worker.begin((transaction) => deleteExpiredOutcomes(transaction, request.now)), 0);
    assert.deepEqual(await send({ now: nextDay }), ok({ outcome: { receipt: 5 }, repeated: false }));
    assert.equal(await worker.begin((transaction) => deleteExpiredOutcomes(transaction, nextDay)), 3);
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { resumeSession } from "#platform/session/session-store.ts";
import { askedPosition } from "../finish-sign-in.ts";
import { begun, codeAt, noon, typeCode, withAccount } from "../identity-samples.ts";

test("the codes are asked for in order and each signs in once", async () => {
  await withAccount(async (sample) => {
    for (const position of [1, 2, 3]) {
      const session = await begun(sample);
      assert.deepEqual(await askedPosition(session, sample.tools), { ok: true, value: position });
      const signedIn = await typeCode(sample, session, codeAt(sample, position), position);
      assert.ok(signedIn.ok);
      assert.equal(signedIn.value.account, sample.account);
      assert.equal(signedIn.value.codesLeft, 40 - position);
      const resumed = await resumeSession(sample.portal, signedIn.value.token, noon, { touch: true });
      assert.equal(resumed?.account, sample.account);
    }
  });
});

test("a code that was used, or is not yet asked for, signs nobody in", async () => {
  await withAccount(async (sample) => {
    assert.ok((await typeCode(sample, await begun(sample), codeAt(sample, 1), 1)).ok);
    const session = await begun(sample);
    assert.deepEqual(await typeCode(sample, session, codeAt(sample, 1), 2), {
      ok: false,
      problem: "wrong-code",
    });
    assert.deepEqual(await typeCode(sample, session, codeAt(sample, 3), 2), {
      ok: false,
      problem: "wrong-code",
    });
    assert.deepEqual(await typeCode(sample, session, codeAt(sample, 1), 1), {
      ok: false,
      problem: "another-code",
    });
    assert.deepEqual(await typeCode(sample, session, codeAt(sample, 3), 3), {
      ok: false,
      problem: "another-code",
    });
    assert.ok((await typeCode(sample, session, codeAt(sample, 2), 2)).ok);
  });
});

test("of two uses of one code at once exactly one succeeds, every time", async () => {
  await withAccount(async (sample) => {
    for (let position = 1; position <= 8; position += 1) {
      const sessions = [await begun(sample), await begun(sample), await begun(sample)];
      const results = await Promise.all(
        sessions.map((session) => typeCode(sample, session, codeAt(sample, position), position)),
      );
      assert.equal(results.filter((result) => result.ok).length, 1, `position ${position}`);
      for (const result of results) if (!result.ok) assert.equal(result.problem, "another-code");
    }
  });
});

test("a sheet that is used up signs nobody in until there is a new one", async () => {
  await withAccount(async (sample) => {
    for (let position = 1; position <= 40; position += 1) {
      const signedIn = await typeCode(sample, await begun(sample), codeAt(sample, position), position);
      assert.ok(signedIn.ok);
      assert.equal(signedIn.value.codesLeft, 40 - position);
    }
    const session = await begun(sample);
    assert.deepEqual(await askedPosition(session, sample.tools), { ok: false, problem: "sheet-used-up" });
    assert.deepEqual(await typeCode(sample, session, codeAt(sample, 40), 41), {
      ok: false,
      problem: "sheet-used-up",
    });
  });
});

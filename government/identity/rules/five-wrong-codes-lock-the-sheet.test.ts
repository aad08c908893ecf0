import assert from "node:assert/strict";
import { test } from "node:test";
import { wrongCodesMax } from "../finish-sign-in.ts";
import { begun, codeAt, typeCode, withAccount, wrongCode } from "../identity-samples.ts";
import { drawCodes, issueCodeSheet } from "../index.ts";

test("after five wrong codes not even the right one signs in, in any session", async () => {
  await withAccount(async (sample) => {
    const session = await begun(sample);
    for (let wrong = 1; wrong < wrongCodesMax; wrong += 1) {
      assert.deepEqual(await typeCode(sample, session, wrongCode(sample), 1), {
        ok: false,
        problem: "wrong-code",
      });
    }
    assert.deepEqual(await typeCode(sample, session, wrongCode(sample), 1), {
      ok: false,
      problem: "sheet-locked",
    });
    assert.deepEqual(await typeCode(sample, session, codeAt(sample, 1), 1), {
      ok: false,
      problem: "sheet-locked",
    });
    sample.later(365 * 86_400_000);
    assert.deepEqual(await typeCode(sample, await begun(sample), codeAt(sample, 1), 1), {
      ok: false,
      problem: "sheet-locked",
    });
  });
});

test("a right code begins the count anew", async () => {
  await withAccount(async (sample) => {
    for (const position of [1, 2]) {
      const session = await begun(sample);
      for (let wrong = 1; wrong < wrongCodesMax; wrong += 1)
        await typeCode(sample, session, wrongCode(sample), position);
      assert.ok((await typeCode(sample, session, codeAt(sample, position), position)).ok);
    }
  });
});

test("wrong codes at once count each: a hundred guesses are five", async () => {
  await withAccount(async (sample) => {
    const session = await begun(sample);
    const guesses = Array.from({ length: 40 }, () => typeCode(sample, session, wrongCode(sample), 1));
    const results = await Promise.all(guesses);
    assert.equal(
      results.filter((result) => !result.ok && result.problem === "wrong-code").length,
      wrongCodesMax - 1,
    );
    assert.deepEqual(await typeCode(sample, session, codeAt(sample, 1), 1), {
      ok: false,
      problem: "sheet-locked",
    });
  });
});

test("a mistyped code is no guess", async () => {
  await withAccount(async (sample) => {
    const session = await begun(sample);
    for (let typed = 0; typed < 10; typed += 1) {
      assert.deepEqual(await typeCode(sample, session, "7Q2M", 1), { ok: false, problem: "code-mistyped" });
    }
    assert.ok((await typeCode(sample, session, codeAt(sample, 1), 1)).ok);
  });
});

test("a new sheet replaces a locked one, and the old codes are worth nothing", async () => {
  await withAccount(async (sample) => {
    const session = await begun(sample);
    for (let wrong = 0; wrong < wrongCodesMax; wrong += 1)
      await typeCode(sample, session, wrongCode(sample), 1);
    const codes = drawCodes(sample.tools.randomBytes);
    await sample.portal.begin((transaction) =>
      issueCodeSheet(transaction, sample.account, codes, sample.tools),
    );
    const again = await begun(sample);
    assert.deepEqual(await typeCode(sample, again, codeAt(sample, 1), 1), {
      ok: false,
      problem: "wrong-code",
    });
    assert.ok((await typeCode({ ...sample, codes }, again, codeAt({ ...sample, codes }, 1), 1)).ok);
  });
});

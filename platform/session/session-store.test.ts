import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { accountNumbered } from "#platform/authority/authority-samples.ts";
import { withTestDatabase } from "#platform/database/test-database.ts";
import { idleLimitMs, openedCasesMax, sessionAgeMaxMs } from "./session.ts";
import {
  beginSession,
  endSession,
  endSessionsOf,
  rememberOpenedCase,
  renewToken,
  resumeSession,
  sessionsOf,
  signSessionIn,
  sweepSessions,
} from "./session-store.ts";
import { keepInSession, readFromSession } from "./session-value-store.ts";
import {
  forgetAttempts,
  giveAttemptBack,
  sweepAttempts,
  takeAttempt,
  throttleSubject,
} from "./throttle-store.ts";

const noon = Date.UTC(2026, 10, 24, 7);
const clockAt = (instant: number) => ({
  randomBytes: (length: number) => randomBytes(length),
  now: () => instant,
});
const tools = clockAt(noon);
const touching = { touch: true };
const caseTag = "ab".repeat(16);

test("a token finds its session, and nothing else does", async () => {
  await withTestDatabase(async ({ portal }) => {
    const { session, token } = await beginSession(portal, tools);
    assert.deepEqual(await resumeSession(portal, token, noon, touching), session);
    assert.equal(await resumeSession(portal, "A".repeat(43), noon, touching), null);
    assert.equal(await resumeSession(portal, "' or 1=1", noon, touching), null);
  });
});

test("the database holds no token", async () => {
  await withTestDatabase(async ({ portal }) => {
    const { token } = await beginSession(portal, tools);
    const rows = await portal`select session::text as row from platform.session`;
    const hex = Buffer.from(token, "base64url").toString("hex");
    for (const { row } of rows) assert.ok(!row.includes(token) && !row.includes(hex));
  });
});

test("signing in changes name and token, carries drafts, forgets what it is told to", async () => {
  await withTestDatabase(async ({ portal }) => {
    const begun = await beginSession(portal, tools);
    await keepInSession(portal, begun.session.id, "appeals.draft", { id: "d" });
    await keepInSession(portal, begun.session.id, "identity.pending", { id: "p" });
    const opened = await rememberOpenedCase(portal, begun.session, caseTag, "full", noon);
    assert.ok(opened);
    const account = accountNumbered(1);
    const signedIn = await signSessionIn(portal, opened, account, tools, ["identity.pending"]);
    assert.notEqual(signedIn.token, begun.token);
    assert.notEqual(signedIn.session.id, begun.session.id);
    assert.equal(await resumeSession(portal, begun.token, noon, touching), null);
    const resumed = await resumeSession(portal, signedIn.token, noon, touching);
    assert.equal(resumed?.account, account);
    assert.equal(resumed?.opened.get(caseTag), "full");
    assert.deepEqual(await readFromSession(portal, signedIn.session.id, "appeals.draft"), { id: "d" });
    assert.equal(await readFromSession(portal, signedIn.session.id, "identity.pending"), null);
  });
});

test("ten idle minutes end a personal session for good; the warning page is no sign of life", async () => {
  await withTestDatabase(async ({ portal }) => {
    const begun = await beginSession(portal, tools);
    const { token } = await signSessionIn(portal, begun.session, accountNumbered(2), tools, []);
    assert.ok(await resumeSession(portal, token, noon + idleLimitMs - 60_000, { touch: false }));
    assert.equal(await resumeSession(portal, token, noon + idleLimitMs, touching), null);
    assert.equal(await resumeSession(portal, token, noon, touching), null);
  });
});

test("a sign of life moves the end, up to the absolute limit", async () => {
  await withTestDatabase(async ({ portal }) => {
    const begun = await beginSession(portal, tools);
    const { token } = await signSessionIn(portal, begun.session, accountNumbered(3), tools, []);
    let at = noon;
    while (at + idleLimitMs - 1 < noon + sessionAgeMaxMs) {
      at += idleLimitMs - 1;
      assert.ok(await resumeSession(portal, token, at, touching), String(at - noon));
    }
    assert.equal(await resumeSession(portal, token, noon + sessionAgeMaxMs, touching), null);
  });
});

test("a right to a case grows and never shrinks, and has a limit", async () => {
  await withTestDatabase(async ({ portal }) => {
    const begun = await beginSession(portal, tools);
    let session = await rememberOpenedCase(portal, begun.session, caseTag, "status", noon);
    assert.ok(session);
    session = await rememberOpenedCase(portal, session, caseTag, "full", noon);
    assert.ok(session);
    session = await rememberOpenedCase(portal, session, caseTag, "status", noon);
    assert.equal(session?.opened.get(caseTag), "full");
    const resumed = await resumeSession(portal, begun.token, noon, touching);
    assert.equal(resumed?.opened.get(caseTag), "full");
    for (let number = 1; number < openedCasesMax; number += 1) {
      assert.ok(session);
      session = await rememberOpenedCase(
        portal,
        session,
        number.toString(16).padStart(32, "0"),
        "status",
        noon,
      );
    }
    assert.ok(session);
    assert.equal(await rememberOpenedCase(portal, session, "ff".repeat(16), "full", noon), null);
  });
});

test("a renewed token replaces the old one", async () => {
  await withTestDatabase(async ({ portal }) => {
    const begun = await beginSession(portal, tools);
    const renewed = await renewToken(portal, begun.session, tools);
    assert.equal(await resumeSession(portal, begun.token, noon, touching), null);
    assert.equal((await resumeSession(portal, renewed, noon, touching))?.id, begun.session.id);
  });
});

test("the kill switch ends one sign-in or all others, and never a stranger's", async () => {
  await withTestDatabase(async ({ portal }) => {
    const account = accountNumbered(4);
    const signIn = async (who: typeof account) =>
      (await signSessionIn(portal, (await beginSession(portal, tools)).session, who, tools, [])).session;
    const [first, second, third] = [await signIn(account), await signIn(account), await signIn(account)];
    const other = await signIn(accountNumbered(5));
    assert.equal((await sessionsOf(portal, account, noon)).length, 3);
    assert.equal(await endSessionsOf(portal, account, { only: other.id }), 0);
    assert.equal(await endSessionsOf(portal, account, { only: second.id }), 1);
    assert.equal(await endSessionsOf(portal, account, { allBut: first.id }), 1);
    assert.deepEqual(
      (await sessionsOf(portal, account, noon)).map(({ id }) => id),
      [first.id],
    );
    assert.ok(third.id !== first.id);
    assert.equal((await sessionsOf(portal, accountNumbered(5), noon)).length, 1);
  });
});

test("leaving takes everything along", async () => {
  await withTestDatabase(async ({ portal }) => {
    const begun = await beginSession(portal, tools);
    await keepInSession(portal, begun.session.id, "appeals.draft", 1);
    await rememberOpenedCase(portal, begun.session, caseTag, "full", noon);
    await endSession(portal, begun.session.id);
    assert.equal(await resumeSession(portal, begun.token, noon, touching), null);
    assert.equal(await readFromSession(portal, begun.session.id, "appeals.draft"), null);
    const left = await portal`select 1 from platform.session_case where session_id = ${begun.session.id}`;
    assert.equal(left.length, 0);
  });
});

test("the desk reads no session", async () => {
  await withTestDatabase(async ({ desk }) => {
    for (const table of ["session", "session_case", "session_value", "throttle"]) {
      await assert.rejects(desk`select * from platform.${desk(table)}`, /permission denied/);
    }
  });
});

test("the worker sweeps what is over", async () => {
  await withTestDatabase(async ({ portal, worker }) => {
    const begun = await beginSession(portal, clockAt(noon - sessionAgeMaxMs - 1));
    assert.ok((await sweepSessions(worker, noon)) >= 1);
    const left = await portal`select 1 from platform.session where session_id = ${begun.session.id}`;
    assert.equal(left.length, 0);
  });
});

const rule = { name: "test", attemptsMax: 5, windowMs: 60_000 };
const subject = (text: string) => throttleSubject(new Uint8Array(32), rule, text);

test("five of a hundred attempts at once are let through", async () => {
  await withTestDatabase(async ({ portal }) => {
    const attempts = Array.from({ length: 100 }, () => takeAttempt(portal, rule, subject("a"), noon));
    assert.equal((await Promise.all(attempts)).filter(Boolean).length, 5);
  });
});

test("the window's end begins the count anew, and others are not held up", async () => {
  await withTestDatabase(async ({ portal }) => {
    for (let at = 0; at < 5; at += 1) await takeAttempt(portal, rule, subject("a"), noon);
    assert.equal(await takeAttempt(portal, rule, subject("a"), noon + 59_999), false);
    assert.equal(await takeAttempt(portal, rule, subject("b"), noon), true);
    assert.equal(await takeAttempt(portal, rule, subject("a"), noon + 60_000), true);
  });
});

test("an attempt given back or forgotten does not count", async () => {
  await withTestDatabase(async ({ portal }) => {
    for (let at = 0; at < 20; at += 1) {
      assert.equal(await takeAttempt(portal, rule, subject("c"), noon), true);
      await giveAttemptBack(portal, rule, subject("c"));
    }
    for (let at = 0; at < 5; at += 1) await takeAttempt(portal, rule, subject("c"), noon);
    assert.equal(await takeAttempt(portal, rule, subject("c"), noon), false);
    await forgetAttempts(portal, rule, subject("c"));
    assert.equal(await takeAttempt(portal, rule, subject("c"), noon), true);
  });
});

test("the subject is kept as a keyed hash that differs per rule, and windows that are over are swept", async () => {
  await withTestDatabase(async ({ portal, worker }) => {
    assert.notDeepEqual(subject("a"), throttleSubject(new Uint8Array(32), { ...rule, name: "other" }, "a"));
    await takeAttempt(portal, rule, subject("a"), noon);
    await takeAttempt(portal, rule, subject("b"), noon + 90_000);
    assert.equal(await sweepAttempts(worker, noon + 120_000), 1);
  });
});

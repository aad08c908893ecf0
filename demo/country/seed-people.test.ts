import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { verifierKey } from "#core/log/note.ts";
import { nativeEngine, nativeSigner } from "#engines/native-engine.ts";
import { registerBodyIn } from "#government/bodies/index.ts";
import { beginSignIn, demoHashCost, finishSignIn, officeholdersAt } from "#government/identity/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { withTestDatabase } from "#platform/database/test-database.ts";
import { openPersonKeys } from "#platform/keys/person-keys.ts";
import { parseLogName } from "#platform/record/append.ts";
import { beginSession } from "#platform/session/session-store.ts";
import { bodiesOfDemoCountry, demoBodyNumber } from "./demo-bodies.ts";
import { seedDemoPeople } from "./seed-people.ts";
import { demoSignIn, demoSignInLines, demoSignIns } from "./sign-ins.ts";

const seed = new Uint8Array(32).fill(9);
const noon = Date.UTC(2026, 10, 24, 7);
const seedingMsMax = 2_000;
const draw = (length: number) => randomBytes(length);

test("numbers and codes follow from the seed alone, and another seed gives others", () => {
  assert.deepEqual(demoSignIns(seed), demoSignIns(seed));
  const other = demoSignIns(new Uint8Array(32));
  demoSignIns(seed).forEach((signIn, at) => {
    assert.equal(signIn.codes.length, 40);
    assert.notEqual(signIn.codes[0], other[at]?.codes[0]);
  });
  assert.equal(new Set(demoSignIns(seed).map(({ number }) => number)).size, demoSignIns(seed).length);
  assert.equal(demoSignInLines(seed).length, 7);
});

test("the country's people are seeded within two seconds, and sign in as printed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-demo-"));
  try {
    await withTestDatabase(async ({ portal }) => {
      const log = parseLogName("executive");
      const asked = ask({ kind: "installer-of-an-empty-record" }, "body.register", {
        kind: "country",
        cabinet: demoBodyNumber(1),
      });
      assert.ok(log && asked.ok);
      const tools = { randomBytes: draw, now: () => noon, personKeys: null, log };
      const key = verifierKey(nativeEngine, "b", "ed25519", nativeSigner(seed).publicKey).text;
      await portal.begin(async (transaction) => {
        for (const body of bodiesOfDemoCountry(() => key)) {
          assert.ok((await registerBodyIn(transaction, asked.value, body, tools)).ok);
        }
      });
      const personKeys = openPersonKeys(folder, { randomBytes: draw, durability: "none" });
      const before = process.cpuUsage();
      const people = await seedDemoPeople(seed, noon, {
        sql: portal,
        randomBytes: draw,
        now: () => noon,
        personKeys,
      });
      const used = process.cpuUsage(before);
      // Of the processor and not of the clock: a test machine has other things to do.
      const elapsed = (used.user + used.system) / 1_000;
      assert.ok(elapsed < seedingMsMax, `seeding took ${elapsed} ms`);
      assert.equal(people.length, demoSignIns(seed).length);
      const [head] = await officeholdersAt(portal, demoBodyNumber(31), noon);
      assert.equal(head?.role, "head");
      const { number, password, codes } = demoSignIn(seed, "gas-official");
      const signInTools = {
        sql: portal,
        randomBytes: draw,
        now: () => noon,
        throttleKey: seed,
        hashCost: demoHashCost,
      };
      const { session } = await beginSession(portal, signInTools);
      const network = "192.0.2";
      assert.ok((await beginSignIn(async () => session, { number, password, network }, signInTools)).ok);
      const code = codes[0] ?? assert.fail("a code");
      const signedIn = await finishSignIn(session, { code, position: 1, network }, signInTools);
      assert.ok(signedIn.ok);
      const official = people.find(({ person }) => person.key === "gas-official");
      assert.equal(signedIn.value.account, official?.account);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

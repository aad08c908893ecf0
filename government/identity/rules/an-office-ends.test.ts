import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import type { AccountId } from "#platform/authority/actor.ts";
import { accountNumbered, bodyNumber } from "#platform/authority/authority-samples.ts";
import type { Sql } from "#platform/database/database.ts";
import { beginSession, signSessionIn } from "#platform/session/session-store.ts";
import { noon, type Sample, withAccount } from "../identity-samples.ts";
import { actorOf, appoint, appointmentsAt, holderOfPost, officeholdersAt } from "../index.ts";

const district = bodyNumber(31);
const tools = { randomBytes: (length: number) => randomBytes(length) };

async function withOffice(run: (sample: Sample, until: number) => Promise<void>): Promise<void> {
  await withAccount(async (sample) => {
    await insertBody(sample.test.owner);
    const until = noon + 1_000;
    await give(sample.portal, sample.account, { from: noon, until });
    await run(sample, until);
  });
}

async function insertBody(owner: Sql): Promise<void> {
  await owner`
    insert into bodies.body (number, slug, name, register, branch, working_days, verifier_key, about, act_id,
      registered_at)
    values (31, 'alagoz-etrap', '{}', 31, 'executive', '{1}', 'key', '{}', gen_random_uuid(), 0)`;
}

async function give(
  sql: Sql,
  account: AccountId,
  span: { from: number; until: number | null },
  granted: { by: AccountId; approvedBy: AccountId } | null = null,
): Promise<void> {
  const holder = {
    account,
    body: district,
    role: "official",
    post: "gas-supply",
    name: "Sazak Demirçi",
  } as const;
  await sql.begin((transaction) => appoint(transaction, { holder, ...span, granted }, tools));
}

test("an office holds from its first moment to its last, and a role not longer", async () => {
  await withOffice(async ({ portal, account }, until) => {
    assert.deepEqual(await appointmentsAt(portal, account, noon - 1), []);
    const held = [{ body: district, role: "official", post: "gas-supply" }];
    assert.deepEqual(await appointmentsAt(portal, account, noon), held);
    assert.deepEqual(await appointmentsAt(portal, account, until - 1), held);
    assert.deepEqual(await appointmentsAt(portal, account, until), []);
    const { session } = await signSessionIn(
      portal,
      (await beginSession(portal, { ...tools, now: () => noon })).session,
      account,
      { ...tools, now: () => noon },
      [],
    );
    assert.deepEqual(await actorOf(portal, session, until - 1), {
      kind: "person",
      account,
      appointments: held,
      opened: new Map(),
    });
    assert.deepEqual(await actorOf(portal, session, until), {
      kind: "person",
      account,
      appointments: [],
      opened: new Map(),
    });
    assert.equal((await actorOf(portal, null, noon)).kind, "visitor");
  });
});

test("the desk learns who is in office, and neither numbers nor citizens' names", async () => {
  await withOffice(async ({ test: database, account }, until) => {
    const [holder] = await officeholdersAt(database.desk, district, noon);
    assert.equal(holder?.name, "Sazak Demirçi");
    const place = { body: district, post: "gas-supply" };
    assert.equal((await holderOfPost(database.desk, place, noon))?.account, account);
    assert.equal(await holderOfPost(database.desk, place, until), null);
    for (const table of ["account", "person", "code_sheet", "code"]) {
      await assert.rejects(
        database.desk`select * from identity.${database.desk(table)}`,
        /permission denied/,
      );
    }
  });
});

test("nobody grants or approves an office for themselves, nor do both halves of four eyes belong to one person", async () => {
  await withOffice(async ({ portal, account }) => {
    const [one, other] = [accountNumbered(1), accountNumbered(2)];
    for (const granted of [
      { by: account, approvedBy: one },
      { by: one, approvedBy: account },
      { by: other, approvedBy: other },
    ]) {
      await assert.rejects(give(portal, account, { from: noon, until: null }, granted), /check constraint/);
    }
  });
});

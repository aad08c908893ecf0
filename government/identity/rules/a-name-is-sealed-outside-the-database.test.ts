import assert from "node:assert/strict";
import { test } from "node:test";
import { readSealedName } from "../account-store.ts";
import { name, password, withAccount } from "../identity-samples.ts";
import { nameOf } from "../index.ts";

test("the database alone gives neither name nor password nor code", async () => {
  await withAccount(async (sample) => {
    const { test: database, codes, portal } = sample;
    const rows = await database.owner<{ row: string }[]>`
      select account::text as row from identity.account
      union all select person::text from identity.person
      union all select code_sheet::text from identity.code_sheet
      union all select code::text from identity.code`;
    assert.ok(rows.length > 42);
    const hex = (text: string) => Buffer.from(text).toString("hex");
    for (const { row } of rows) {
      for (const secret of [name, password, ...codes])
        assert.ok(!row.includes(secret) && !row.includes(hex(secret)));
    }
    assert.equal(await nameOf(portal, sample.account, sample.personKeys), name);
  });
});

test("with the key destroyed nobody has a name any more", async () => {
  await withAccount(async ({ portal, account, personKeys }) => {
    const sealed = await readSealedName(portal, account);
    assert.ok(sealed);
    personKeys.destroy(sealed.keyId);
    assert.equal(await nameOf(portal, account, personKeys), null);
  });
});

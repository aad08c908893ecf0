import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { watchDataVersion } from "./data-version.ts";
import { actOf, withRecord } from "./test-support/record.ts";

const pollMs = 10;

/** Waits for the database's word. */
async function until(holds: () => boolean): Promise<void> {
  for (let looks = 0; !holds(); looks += 1) {
    assert.ok(looks < 1_000, "the word comes within seconds");
    await pause(pollMs);
  }
}

test("each process learns of acts and checkpoints of any other, and of having learnt nothing for a while", async () => {
  await withRecord(async (record) => {
    const version = await watchDataVersion(record.database.portal);
    const before = version.current();
    await record.append(actOf(new Uint8Array(16).fill(1)));
    await until(() => version.current() !== before);
    const sequencer = await record.start();
    const entered = version.current();
    await sequencer.drain();
    await until(() => version.current() !== entered);
    await sequencer.close();
    const cut = version.current();
    // The portal's own login cuts its connections: an owner who is no superuser may not cut another role's.
    await record.database.portal`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'aydyn-portal' and pid <> pg_backend_pid()`;
    await until(() => version.current() !== cut);
    const own = version.current();
    version.changedHere();
    assert.notEqual(version.current(), own);
    await version.close();
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { openDatabase } from "./database.ts";
import { relaxCommits } from "./relaxed-commits.ts";
import { withTestDatabase } from "./test-database.ts";

test("new connections do not wait for the disk while relaxed, and do again afterwards", async () => {
  await withTestDatabase(async ({ owner, urls }) => {
    // A server for tests is relaxed as a whole: what is asked is whether this database says so itself.
    const setting = async () => {
      const database = openDatabase(urls.portal, { role: "portal", connectionsMax: 1 });
      try {
        const [row] = await database.sql<{ source: string; value: string }[]>`
          select source, setting as value from pg_settings where name = 'synchronous_commit'`;
        return row?.source === "database" ? row.value : null;
      } finally {
        await database.close();
      }
    };
    assert.equal(await setting(), null);
    await relaxCommits(owner, true);
    assert.equal(await setting(), "off");
    // Other tests write to the same server meanwhile: what must be on disk is what was written before.
    const [before] = await owner<{ place: string }[]>`select pg_current_wal_insert_lsn()::text as place`;
    await relaxCommits(owner, false);
    assert.equal(await setting(), null);
    const [flushed] = await owner<{ isOnDisk: boolean }[]>`
      select pg_current_wal_flush_lsn() >= ${before?.place ?? ""}::pg_lsn as "isOnDisk"`;
    assert.equal(flushed?.isOnDisk, true);
  });
});

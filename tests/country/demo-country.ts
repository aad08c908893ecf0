/** A demo country of its own for one journey: a year of few appeals, on a real database and real files. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert } from "#core/result.ts";
import { seedDemo } from "#demo/seed.ts";
import type { PlantedSin } from "#demo/year/sins.ts";
import { type Configuration, readConfiguration } from "#platform/config/config.ts";
import { writeRoleLogins } from "#platform/database/role-logins.ts";
import { type TestDatabase, withTestDatabase } from "#platform/database/test-database.ts";

export interface DemoCountry {
  readonly configuration: Configuration;
  readonly database: TestDatabase;
  readonly planted: readonly PlantedSin[];
}

/**
 * Seeds the demo with so many appeals, runs the journey and removes everything. The seeded year ends at `now`: a journey
 * that goes on for weeks begins some weeks ago.
 */
export async function withDemoCountry(
  appeals: number,
  run: (country: DemoCountry) => Promise<void>,
  now: () => number = Date.now,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-demo-"));
  try {
    await withTestDatabase(async (database) => {
      const configuration = readConfiguration({ AYDYN_DATA: folder, DATABASE_URL: database.url });
      assert(configuration.ok, "the journey's settings are in order");
      await writeRoleLogins(configuration.value, database.logins);
      const planted = await seedDemo({
        configuration: configuration.value,
        ownerUrl: database.url,
        now,
        randomBytes: (length) => randomBytes(length),
        report: () => {},
        appeals,
      });
      await run({ configuration: configuration.value, database, planted });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

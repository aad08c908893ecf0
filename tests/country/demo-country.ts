/** A demo country of its own for one journey: a year of few appeals, on a real database and real files. */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Instant } from "#core/clock/civil-date.ts";
import { assert } from "#core/result.ts";
import { plantedSinsFile, seedDemo } from "#demo/seed.ts";
import type { PlantedSin } from "#demo/year/sins.ts";
import { type Configuration, readConfiguration } from "#platform/config/config.ts";
import { type RoleLogins, writeRoleLogins } from "#platform/database/role-logins.ts";
import {
  type DatabaseContents,
  type TestDatabase,
  type TestDatabaseOptions,
  withTestDatabase,
} from "#platform/database/test-database.ts";

export interface DemoCountry {
  readonly configuration: Configuration;
  readonly database: TestDatabase;
  readonly planted: readonly PlantedSin[];
  /** The moment at which the seeded year ends. */
  readonly endedAt: Instant;
}

type Seeded = Pick<DemoCountry, "planted" | "endedAt">;

/** Set by `npm test`: where a seeded country lies that several tests copy. Without it each seeds its own. */
const seededFolder = process.env.AYDYN_TEST_COUNTRIES;

/**
 * Seeds the demo with so many appeals, runs the journey and removes everything. The seeded year ends at `endsAt`: a
 * journey that goes on for weeks begins some weeks ago. One that ends now may be a copy of what was seeded a moment ago.
 */
export async function withDemoCountry(
  appeals: number,
  run: (country: DemoCountry) => Promise<void>,
  endsAt?: Instant,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-demo-"));
  try {
    if (seededFolder !== undefined && endsAt === undefined) {
      const placeOf = (url: string) => join(seededFolder, serverName(url), String(appeals));
      await withCountry(folder, { contents: countryIn(placeOf, appeals) }, run, ({ url }) =>
        copied(placeOf(url), folder),
      );
    } else {
      await withCountry(folder, {}, run, ({ url, logins }) =>
        seedInto(folder, { url, logins }, appeals, endsAt ?? Date.now()),
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withCountry(
  folder: string,
  options: TestDatabaseOptions,
  run: (country: DemoCountry) => Promise<void>,
  seed: (database: TestDatabase) => Promise<Seeded>,
): Promise<void> {
  await withTestDatabase(async (database) => {
    const seeded = await seed(database);
    await run({ ...seeded, configuration: configurationOf(folder, database.url), database });
  }, options);
}

/** Files belong to the tables of one server: a test that kills a server of its own has a country of its own there. */
function serverName(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname}_${port}`;
}

/** The files of a country in a folder, its tables in the database that is laid with them. */
function countryIn(placeOf: (url: string) => string, appeals: number): DatabaseContents {
  return {
    name: `demo_${appeals}`,
    lay: async (url, logins) => {
      const seeded = placeOf(url);
      // What an attempt that was cut off has left belongs to no database.
      rmSync(seeded, { recursive: true, force: true });
      const data = join(seeded, "data");
      mkdirSync(data, { recursive: true });
      const { endedAt } = await seedInto(data, { url, logins }, appeals, Date.now());
      writeFileSync(join(seeded, "ended-at"), String(endedAt));
    },
  };
}

async function copied(seeded: string, folder: string): Promise<Seeded> {
  // With the rights of folders, which Node's own copying forgets: keys lie in some that nobody else may enter.
  execFileSync("cp", ["-a", `${join(seeded, "data")}/.`, folder]);
  const planted: Seeded["planted"] = JSON.parse(readFileSync(plantedSinsFile(folder), "utf8"));
  return { planted, endedAt: Number(readFileSync(join(seeded, "ended-at"), "utf8")) };
}

async function seedInto(
  folder: string,
  { url, logins }: { readonly url: string; readonly logins: RoleLogins },
  appeals: number,
  endedAt: Instant,
): Promise<Seeded> {
  const configuration = configurationOf(folder, url);
  await writeRoleLogins(configuration, logins);
  const planted = await seedDemo({
    configuration,
    ownerUrl: url,
    now: () => endedAt,
    randomBytes: (length) => randomBytes(length),
    report: () => {},
    appeals,
  });
  return { planted, endedAt };
}

function configurationOf(folder: string, url: string): Configuration {
  const configuration = readConfiguration({ AYDYN_DATA: folder, DATABASE_URL: url });
  assert(configuration.ok, "the journey's settings are in order");
  return configuration.value;
}

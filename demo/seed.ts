/**
 * Fills an empty installation with the demo country and lets it live a year: the same use cases, log and witnesses as
 * ever, on a simulated clock that ends now.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { civilDateAt, startOfCivilDate } from "#core/clock/civil-date.ts";
import { defaultRules } from "#core/clock/rules.ts";
import { verifierKey } from "#core/log/note.ts";
import { parsePolicy } from "#core/log/policy.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { assert } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { readBodyTree } from "#government/bodies/index.ts";
import { createParametersReader, type ParametersReader } from "#government/cases/index.ts";
import { layCountry } from "#government/founding/index.ts";
import { intakeRecipient } from "#government/intake/index.ts";
import type { Configuration } from "#platform/config/config.ts";
import { logPlaces } from "#platform/config/log-places.ts";
import { openDatabase, type Sql } from "#platform/database/database.ts";
import { gatherStatistics } from "#platform/database/gather-statistics.ts";
import { relaxCommits } from "#platform/database/relaxed-commits.ts";
import { openRoleDatabase } from "#platform/database/role-logins.ts";
import { openKeyFolder } from "#platform/keys/key-folder.ts";
import { openPersonKeys } from "#platform/keys/person-keys.ts";
import { openSigningKeys } from "#platform/keys/signing-keys.ts";
import { parseLogName } from "#platform/record/act.ts";
import { openLedger } from "#platform/record/ledger.ts";
import { startSequencer } from "#platform/record/sequencer-start.ts";
import { bodySigner } from "#platform/signer/body-signer.ts";
import { demoBeginning, demoCalendars, demoTimeZone } from "./country/calendar.ts";
import { bodiesOfDemoCountry, demoBodyNumber } from "./country/demo-bodies.ts";
import { demoEmergencyNumbers } from "./country/emergency-numbers.ts";
import { seedDemoPeople } from "./country/seed-people.ts";
import { demoSeedOf } from "./sign-ins.ts";
import { openDemoWitnesses } from "./witnesses.ts";
import { type Chance, chanceOf } from "./year/chance.ts";
import { liveYear } from "./year/live-year.ts";
import { livesOfYear } from "./year/lives.ts";
import type { PlantedSin } from "./year/sins.ts";
import type { World } from "./year/world.ts";

export interface SeedOptions {
  readonly configuration: Configuration;
  /** The owner's connection to the migrated, empty database. */
  readonly ownerUrl: string;
  readonly now: () => number;
  /** For the installation's one secret; all that follows comes from it. */
  readonly randomBytes: (length: number) => Uint8Array;
  readonly report: (line: string) => void;
  /** Appeals of the year. */
  readonly appeals: number;
}

const connectionsMax = 10;
const reportStep = 0.1;
const openingHourMs = 9 * 3_600_000;

/** Seeds the demo. Throws when something is not as it must be: the installation is then begun anew. */
export async function seedDemo(options: SeedOptions): Promise<readonly PlantedSin[]> {
  const { configuration, ownerUrl } = options;
  const owner = openDatabase(ownerUrl, { role: "owner", connectionsMax: 2 });
  // During the seeded year a power cut costs nothing but the year: it is begun anew.
  await relaxCommits(owner.sql, true);
  const databases = [
    owner,
    ...(await Promise.all(
      (["portal", "desk", "worker"] as const).map((role) =>
        openRoleDatabase(configuration, role, connectionsMax),
      ),
    )),
  ];
  const [, portal, desk, worker] = databases.map((database) => database.sql);
  assert(portal !== undefined && desk !== undefined && worker !== undefined, "one pool per role");
  try {
    const planted = await seedWith(options, { owner: owner.sql, portal, desk, worker });
    await relaxCommits(owner.sql, false);
    return planted;
  } finally {
    await Promise.all(databases.map((database) => database.close()));
  }
}

interface Pools {
  readonly owner: Sql;
  readonly portal: Sql;
  readonly desk: Sql;
  readonly worker: Sql;
}

async function seedWith(options: SeedOptions, pools: Pools): Promise<readonly PlantedSin[]> {
  const { configuration, report } = options;
  const seed = demoSeedOf(configuration.keysFolder, options.randomBytes);
  const chance = chanceOf(seed, "year");
  const now = options.now();
  const from = demoBeginning(civilDateAt(now, demoTimeZone));
  const clock = { now: startOfCivilDate(from, demoTimeZone) + openingHourMs };
  const begun = await beginLog(configuration, pools.worker, clock, chance);
  const { log, sequencer, places, keys, witnesses } = begun;
  try {
    report("Laying the demo country: bodies, calendar, rules, people");
    const personKeys = openPersonKeys(configuration.keysFolder, relaxed(chance));
    const bodyKey = (body: BodyNumber) => keys.drawBodyKey(places.origin, body);
    const world: World = {
      ...pools,
      log,
      ...rememberedParameters(createParametersReader(log, places.origin), pools.portal),
      personKeys,
      tree: () => readBodyTree(pools.portal),
      serverKey: openKeyFolder(configuration.keysFolder, relaxed(chance)).secret("case-codes"),
      origin: places.origin,
      pads: new Map(),
      signer: bodySigner({ origin: places.origin, keyOf: bodyKey }),
      chance,
      people: [],
      timeZone: demoTimeZone,
    };
    const [first, ...decrees] = demoCalendars(civilDateAt(now, demoTimeZone));
    assert(first !== undefined, "a calendar stands at the beginning");
    const intakeSecret = openKeyFolder(configuration.keysFolder, relaxed(chance)).secret("intake");
    const country = {
      cabinet: cabinetNumber,
      bodies: bodiesOfDemoCountry((body) => bodyKey(body).verifierKey.text),
      timeZone: demoTimeZone,
      calendar: first,
      rules: defaultRules,
      emergencyNumbers: demoEmergencyNumbers,
      witnesses: witnesses.parameters,
      intakeRecipient: await intakeRecipient(intakeSecret),
    };
    const laying = { log, now: () => clock.now, randomBytes: chance.bytes, personKeys };
    await pools.portal.begin((transaction) => layCountry(country, { ...laying, transaction }));
    const drawing = { sql: pools.portal, randomBytes: chance.bytes, now: () => clock.now, personKeys };
    const people = await seedDemoPeople(seed, clock.now, drawing);
    await sequencer.drain();
    const { appeals: count } = options;
    report(`Living a year with ${count} appeals`);
    const populated = { ...world, people };
    const planted: PlantedSin[] = [];
    const lives = livesOfYear(populated, { from, now, count, planted });
    const tools = { world: populated, sequencer, clock, report: progress(report) };
    await liveYear(tools, { from, now, decrees, cabinet: cabinetNumber, lives });
    await gatherStatistics(pools.owner);
    writeFileSync(plantedSinsFile(configuration.dataFolder), `${JSON.stringify(planted, null, 2)}\n`);
    return planted;
  } finally {
    await sequencer.close();
    await witnesses.close();
  }
}

/** Parameters change with decrees alone: ten thousand transactions need not ask again. */
function rememberedParameters(reader: ParametersReader, sql: Sql) {
  let known: Promise<Parameters> | null = null;
  return {
    parameters: () => {
      known ??= reader.read(sql);
      return known;
    },
    forgetParameters: () => {
      known = null;
    },
  };
}

function relaxed(chance: Chance) {
  return { randomBytes: chance.bytes, durability: "none" } as const;
}

/** Key, witnesses and policy of the executive's log, and its sequencer on the simulated clock. */
async function beginLog(configuration: Configuration, worker: Sql, clock: { now: number }, chance: Chance) {
  const log = parseLogName("executive");
  assert(log !== null, "the executive log has a name");
  const places = logPlaces(configuration, log);
  const keys = openSigningKeys(configuration.signingKeysFolder, relaxed(chance));
  const signer = keys.logSigner(log);
  const now = () => clock.now;
  const randomBytes = chance.bytes;
  const logKey = verifierKey(nativeEngine, places.origin, "ed25519", signer.publicKey);
  const witnesses = await openDemoWitnesses(configuration, logKey, { now, randomBytes });
  mkdirSync(dirname(places.policyFile), { recursive: true });
  writeFileSync(places.policyFile, witnesses.policyText);
  const policy = parsePolicy(witnesses.policyText);
  assert(policy.ok, "the demo's policy is one");
  const started = await startSequencer({
    log,
    origin: places.origin,
    ledger: openLedger(worker, log),
    engine: nativeEngine,
    signer,
    stateFolder: places.stateFolder,
    publishedFolder: places.publishedFolder,
    durability: "none",
    policy: policy.value,
    witnesses: witnesses.links,
    now,
    randomBytes,
    listingEveryMs: Number.POSITIVE_INFINITY,
  });
  assert(started.ok, `the log begins: ${JSON.stringify(started)}`);
  return { log, places, keys, witnesses, sequencer: started.value };
}

const cabinetNumber = demoBodyNumber(1);

/** The list of the sins that were planted: what an auditor must find. */
export function plantedSinsFile(dataFolder: string): string {
  return join(dataFolder, "planted-sins.json");
}

function progress(report: (line: string) => void): (done: number) => void {
  let said = 0;
  return (done) => {
    if (done < 1 && done < said + reportStep) return;
    said = done;
    report(`  ${String(Math.round(done * 100)).padStart(3)} %`);
  };
}

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { toHex, utf8Bytes } from "#core/bytes.ts";
import { verifierKey } from "#core/log/note.ts";
import { parsePolicy } from "#core/log/policy.ts";
import { nativeEngine, nativeSigner } from "#engines/native-engine.ts";
import { createParametersReader } from "#government/cases/index.ts";
import { demoHashCost } from "#government/identity/index.ts";
import { type Configuration, readConfiguration } from "#platform/config/config.ts";
import { foundingNeeded, installedCountry } from "#platform/config/installed-country.ts";
import { logPlaces } from "#platform/config/log-places.ts";
import { writeRoleLogins } from "#platform/database/role-logins.ts";
import { type TestDatabase, withTestDatabase } from "#platform/database/test-database.ts";
import { parseLogName } from "#platform/record/act.ts";
import { type FoundingOptions, type FoundingStep, foundInstallation } from "./founding.ts";
import { OperatorError } from "./operator-error.ts";

const checkout = join(import.meta.dirname, "..");
const example = readFileSync(join(checkout, "docs", "example-country.json"));
const origin = "ledger.oguzabat.example";

interface Installation {
  readonly configuration: Configuration;
  readonly database: TestDatabase;
  readonly options: FoundingOptions;
  readonly said: readonly string[];
}

async function withInstallation(run: (installation: Installation) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-founding-"));
  try {
    await withTestDatabase(async (database) => {
      const read = readConfiguration({
        AYDYN_DATA: folder,
        DATABASE_URL: database.url,
        AYDYN_LOG_ORIGIN: origin,
        AYDYN_MODE: "production",
      });
      assert.ok(read.ok);
      const configuration = read.value;
      await writeRoleLogins(configuration, database.logins);
      const said: string[] = [];
      const options: FoundingOptions = {
        configuration,
        file: example,
        now: Date.now,
        randomBytes,
        report: (line) => said.push(line),
        confirm: async () => true,
        hashCost: demoHashCost,
      };
      await run({ configuration, database, options, said });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the country consists of, counted where a second founding would show. */
async function countsOf({ owner }: TestDatabase) {
  const [row] = await owner<Record<string, string>[]>`
    select (select count(*) from record.act) as acts, (select count(*) from ledger.pending) as queued,
      (select count(*) from bodies.body) as bodies, (select count(*) from identity.account) as accounts,
      (select count(*) from identity.appointment) as offices, (select count(*) from identity.code) as codes`;
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, count]) => [name, Number(count)]));
}

const wholeCountry = { acts: 12, queued: 12, bodies: 5, accounts: 5, offices: 5, codes: 200 };

const refusal = (message: RegExp, hint: RegExp) => (error: unknown) => {
  assert.ok(error instanceof OperatorError, String(error));
  assert.match(error.message, message);
  assert.match(error.hint, hint);
  return true;
};

test("the example is founded whole: public acts, offices that two others gave, sheets to print, a policy that names others", async () => {
  await withInstallation(async ({ configuration, database, options, said }) => {
    assert.match(foundingNeeded(configuration) ?? "", /bin\/found COUNTRY\.json/);
    assert.equal(await foundInstallation(options), true);
    assert.equal(foundingNeeded(configuration), null);
    assert.deepEqual(await countsOf(database), wholeCountry);

    const log = parseLogName("executive");
    assert.ok(log);
    const places = logPlaces(configuration, log);
    const parameters = await createParametersReader(log, places.origin).read(database.portal);
    assert.equal(parameters.bodies.find(({ number }) => number === 311)?.register, 31, "a small register");
    assert.equal(parameters.witnesses.length, 3);
    assert.deepEqual(
      parameters.emergencyNumbers.map(({ number }) => number),
      ["101", "102", "103", "104"],
    );
    const [alone] = await database.owner`
      select count(*) as count from identity.appointment
      where granted_by is null or approved_by is null or granted_by = account_id or granted_by = approved_by`;
    assert.equal(Number(alone?.count), 0, "nobody has an office but from two others");

    const policy = parsePolicy(readFileSync(places.policyFile, "utf8"));
    assert.ok(policy.ok);
    assert.deepEqual(
      policy.value.logs.map(({ key }) => key.name),
      [places.origin],
    );
    assert.equal(policy.value.witnesses[0]?.url, "https://witness.lawyers.example");

    const sheets = join(configuration.dataFolder, "founding", "sheets");
    assert.equal(readdirSync(sheets).length, 5);
    const sheet = readFileSync(join(sheets, "gas-official.txt"), "utf8");
    assert.match(sheet, /Sazak Demirçi/);
    assert.match(sheet, /Number: +[0-9]{4} [0-9]{4}/);
    assert.equal(sheet.match(/[0-9A-Z]{4}-[0-9A-Z]{4}/g)?.length, 40);
    assert.ok(
      sheet.split("\n").every((line) => line.length <= 76),
      "it fits on paper",
    );
    for (const path of [sheets, join(sheets, "gas-official.txt")])
      assert.equal(statSync(path).mode & 0o077, 0);
    assert.match(
      said.join("\n"),
      /Hoz Demirçi: head \(head\).*granted by Nar Halyçy, approved by Badam Çörekçi/,
    );
  });
});

test("run twice it refuses with a clear word, and nothing is doubled or changed", async () => {
  await withInstallation(async ({ configuration, database, options }) => {
    await foundInstallation(options);
    const { policyFile } = logPlaces(configuration, "executive");
    const before = readFileSync(policyFile, "utf8");
    await assert.rejects(
      foundInstallation(options),
      refusal(/already has its country: Oguzabat/, /Nothing was changed/),
    );
    assert.deepEqual(await countsOf(database), wholeCountry);
    assert.equal(readFileSync(policyFile, "utf8"), before);
  });
});

for (const step of ["sheets", "record", "policy"] as const satisfies readonly FoundingStep[]) {
  test(`killed after the step "${step}" it is run again and completes`, async () => {
    await withInstallation(async ({ configuration, database, options }) => {
      const killed = {
        ...options,
        reached: (at: FoundingStep) => {
          if (at === step) throw new Error("killed");
        },
      };
      await assert.rejects(foundInstallation(killed), /killed/);
      assert.notEqual(foundingNeeded(configuration), null, "what is half founded does not start");
      const sheets = join(configuration.dataFolder, "founding", "sheets", "cabinet-head.txt");
      const printed = readFileSync(sheets, "utf8");
      const other = utf8Bytes(Buffer.from(example).toString("utf8").replace("Sazak Demirçi", "Igde Demirçi"));
      if (step !== "sheets") {
        await assert.rejects(
          foundInstallation({ ...options, file: other }),
          refusal(/not begun with this file/, /unchanged/),
        );
      }
      assert.equal(await foundInstallation(options), true);
      assert.deepEqual(await countsOf(database), wholeCountry);
      assert.equal(installedCountry(configuration)?.name.ru, "Огузабат");
      const isSame = readFileSync(sheets, "utf8") === printed;
      assert.equal(isSame, step !== "sheets", "sheets of accounts that are there are never drawn anew");
    });
  });
}

test("an operator who does not agree changes nothing", async () => {
  await withInstallation(async ({ configuration, database, options, said }) => {
    assert.equal(await foundInstallation({ ...options, confirm: async () => false }), false);
    assert.match(said.join("\n"), /Cabinet of Ministers of Oguzabat/);
    assert.equal((await countsOf(database)).acts, 0);
    assert.ok(
      !existsSync(configuration.signingKeysFolder) ||
        !existsSync(join(configuration.signingKeysFolder, "logs")),
    );
    assert.ok(!existsSync(join(configuration.dataFolder, "founding")));
  });
});

test("a record that is not empty is not founded over", async () => {
  await withInstallation(async ({ database, options, configuration }) => {
    await foundInstallation(options);
    rmSync(join(configuration.dataFolder, "country.json"));
    rmSync(join(configuration.dataFolder, "founding"), { recursive: true });
    await assert.rejects(
      foundInstallation(options),
      refusal(/record in this database is not empty/, /empty database/),
    );
    assert.deepEqual(await countsOf(database), wholeCountry);
  });
});

test("a quorum that the demo's own witnesses could meet is refused, by their names and by their keys", async () => {
  await withInstallation(async ({ configuration, database, options }) => {
    const seed = new Uint8Array(32).fill(6);
    const keyOf = (name: string) =>
      verifierKey(nativeEngine, name, "cosignature-v1", nativeSigner(seed).publicKey).text;
    const founded = (name: string) => {
      const country = JSON.parse(Buffer.from(example).toString("utf8"));
      country.witnesses.push({ ...country.witnesses[0], name, verifierKey: keyOf(name), url: null });
      country.groups[0].of.push(name);
      country.groups[0].atLeast = 1;
      return foundInstallation({ ...options, file: utf8Bytes(JSON.stringify(country)) });
    };
    const own = refusal(/has a fault/, /quorum: expected .*run by others/);
    await assert.rejects(founded(`witness-1.${origin}`), own);
    await assert.rejects(founded("witness-2.oguzabat.example"), own);
    const folder = join(configuration.dataFolder, "witness-1");
    mkdirSync(folder);
    writeFileSync(join(folder, "witness.key"), `${toHex(seed)}\n`);
    await assert.rejects(founded("witness.honest.example"), own);
    assert.equal((await countsOf(database)).acts, 0);
  });
});

test("another log's name than the installation's is a fault, since it would be for ever", async () => {
  await withInstallation(async ({ options, configuration }) => {
    const elsewhere = { ...configuration, logOrigin: "elsewhere.example" };
    await assert.rejects(
      foundInstallation({ ...options, configuration: elsewhere }),
      refusal(
        /has a fault/,
        /logOrigin: expected elsewhere\.example.*AYDYN_LOG_ORIGIN=ledger\.oguzabat\.example/,
      ),
    );
  });
});

for (const program of ["portal", "worker"]) {
  test(`without a country the ${program} says what to do, and nothing else`, async () => {
    await withInstallation(async ({ configuration, database }) => {
      const ended = spawnSync(process.execPath, [join(checkout, "apps", `${program}.ts`)], {
        encoding: "utf8",
        env: {
          PATH: process.env.PATH,
          AYDYN_DATA: configuration.dataFolder,
          DATABASE_URL: database.url,
          AYDYN_MODE: "production",
        },
      });
      assert.equal(ended.status, 1);
      // Every line is an event, this one too: its advice says what to do.
      const { event, advice } = JSON.parse(ended.stdout.trimEnd());
      assert.equal(event, "not-started");
      assert.match(advice, /There is no country in .* yet/);
      assert.match(advice, /docs\/example-country\.json/);
      assert.match(advice, /bin\/found COUNTRY\.json/);
      assert.doesNotMatch(`${ended.stderr}${advice}`, /at .*\.ts:\d+/, "no stack");
    });
  });
}

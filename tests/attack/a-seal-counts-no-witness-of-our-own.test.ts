/**
 * An operator founds a real country and gives the demo's witness, on this very computer, a respectable name: "society of the
 * north". It signs whatever the log signs. Neither the worker's policy nor a seal on any page counts it for anything.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { registerPortal } from "#apps/portal/routes.ts";
import { openPortal } from "#apps/portal/tools.ts";
import { openWorker } from "#apps/worker/tools.ts";
import { assign, fileOne } from "#government/appeals/test-support/cases.ts";
import { type TestPortal, withPortal } from "#government/appeals/test-support/portal.ts";
import { type Configuration, readConfiguration } from "#platform/config/config.ts";
import { logPlaces } from "#platform/config/log-places.ts";
import { writeRoleLogins } from "#platform/database/role-logins.ts";
import { NotStartedError } from "#platform/operations/not-started.ts";
import { policyTextOf, WitnessForTests } from "#platform/record/test-support/record.ts";

/** The installation of the test's country, as the programs would find it. */
async function installation(portal: TestPortal, mode: Configuration["mode"]): Promise<Configuration> {
  const { folder, country, publishedFolder, policyText } = portal;
  const data = join(folder, mode);
  const read = readConfiguration({
    AYDYN_DATA: data,
    DATABASE_URL: country.database.url,
    AYDYN_LOG_ORIGIN: "ledger.example",
    AYDYN_MODE: mode,
  });
  assert.ok(read.ok);
  const configuration = read.value;
  await writeRoleLogins(configuration, country.database.logins);
  const places = logPlaces(configuration, "executive");
  for (const path of [places.policyFile, places.publishedFolder, join(data, "witness-1", "witness.key")])
    mkdirSync(dirname(path), { recursive: true });
  symlinkSync(publishedFolder, places.publishedFolder);
  writeFileSync(places.policyFile, policyText);
  // The demo's first witness has the key that the record calls "society of the north".
  const seed = createHash("sha256").update("north").digest("hex");
  writeFileSync(join(data, "witness-1", "witness.key"), `${seed}\n`, { mode: 0o600 });
  return configuration;
}

async function pageOf(portal: TestPortal, configuration: Configuration, path: string): Promise<string> {
  const { now, randomBytes } = portal.tools;
  const opened = await openPortal(configuration, { now, randomBytes });
  const server = await registerPortal(opened, null);
  try {
    const answer = await server.fastify.inject({ method: "GET", url: path });
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.body;
  } finally {
    await server.fastify.close();
    await opened.close();
  }
}

test("a witness of the log's own computer", async (context) => {
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: "Obada gaz ýok" });
    await assign(portal, filed);
    await portal.sequence();
    const configuration = await installation(portal, "production");

    await context.test("counts for no seal of a real country, whoever is named as its operator", async () => {
      for (const path of ["/en/check", "/en/check/entry/8"]) {
        const page = await pageOf(portal, configuration, path);
        assert.match(page, /society of the south/, path);
        assert.doesNotMatch(page, /society of the north/, path);
      }
      const demo = await installation(portal, "demo");
      assert.match(await pageOf(portal, demo, "/en/check/entry/8"), /society of the north/, "a demo says so");
    });

    await context.test("suffices for no policy: the worker of a real country does not start", async () => {
      const { now, randomBytes } = portal.tools;
      const outside = { now, randomBytes, stop: new AbortController().signal, report: () => {} };
      const { policyFile } = logPlaces(configuration, "executive");
      const witnesses = ["north", "south"].map((name) => new WitnessForTests(name, now));
      const start = async (threshold: string) => {
        writeFileSync(policyFile, policyTextOf(witnesses, threshold));
        const worker = await openWorker(configuration, outside);
        await worker.close();
      };
      await assert.rejects(start("any"), (error: unknown) => {
        assert.ok(error instanceof NotStartedError);
        return /own-witnesses-suffice/.test(error.message);
      });
      await start("all");
    });
  });
});

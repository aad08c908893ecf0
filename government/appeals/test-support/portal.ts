/** A portal of the citizen's side on a real database in the small country, with a record and two witnesses. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { civilDateAt, startOfCivilDate } from "#core/clock/civil-date.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { bodyTreeReader } from "#government/bodies/index.ts";
import { createParametersReader, nameWitness } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { testPdfRewriter } from "#platform/file-metadata/test-support/rewriter.ts";
import type { Report } from "#platform/http/request-log.ts";
import { buildServer, type Server } from "#platform/http/server.ts";
import { folderTileSource } from "#platform/record/published-folder.ts";
import {
  logKey,
  policyTextOf,
  recordIn,
  type WitnessForTests,
} from "#platform/record/test-support/record.ts";
import { openBrowserSessions, sessionRoutes } from "#platform/session/session-routes.ts";
import type { BodySigner } from "#platform/signer/body-signer.ts";
import {
  cabinet,
  countryOrigin,
  countrySigner,
  countryTimeZone,
  type SmallCountry,
  withSmallCountry,
} from "#tests/country/small-country.ts";
import { registerCitizenRoutes, sessionsWithDrafts } from "../citizen/citizen-routes.ts";
import type { PortalTools } from "../portal-tools.ts";

export const origin = "http://localhost";

export interface TestPortal {
  readonly country: SmallCountry;
  readonly server: Server;
  readonly tools: PortalTools;
  /** Every line that the server logged. */
  readonly logged: readonly string[];
  /** Enters in the record what waits. */
  readonly sequence: () => Promise<void>;
  /** From now on, whenever a page waits for the worker, the worker enters in the record what waits. */
  readonly sequenceWhilePagesWait: () => void;
  /** Does what the worker does about erasures. */
  readonly finishErasures: () => Promise<number>;
  /** The portal of a process that was started just now, beside the first: nothing is shared but database, keys and files. */
  readonly startAnother: () => Promise<Server>;
  /** Everything of ours that is no database: published files, state of the sequencer, keys. */
  readonly folder: string;
  readonly publishedFolder: string;
  /** Whose cosignatures an outsider asks for. */
  readonly policyText: string;
}

/** Runs a test with a portal. Nothing enters the record but by `sequence`. A test may bring a signer of its own. */
export async function withPortal(
  run: (portal: TestPortal) => Promise<void>,
  signer: BodySigner = countrySigner,
): Promise<void> {
  await withSmallCountry(async (country) => {
    const folder = mkdtempSync(join(tmpdir(), "aydyn-portal-"));
    try {
      await runIn(country, folder, signer, run);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

async function runIn(
  country: SmallCountry,
  folder: string,
  signer: BodySigner,
  run: (portal: TestPortal) => Promise<void>,
): Promise<void> {
  const record = recordIn(country.database, folder);
  record.clock.now = country.clock.now;
  await nameWitnesses(country, record.witnesses);
  const sequencer = await record.start();
  const sequence = async () => {
    record.clock.now = country.clock.now;
    await sequencer.drain();
  };
  await sequence();
  const logged: string[] = [];
  let whilePagesWait = async (): Promise<void> => {};
  const tools = {
    ...toolsIn(country, record.publishedFolder, signer),
    pause: () => whilePagesWait(),
  };
  const begin = () =>
    portalServer(toolsIn(country, record.publishedFolder, signer), (event) =>
      logged.push(JSON.stringify(event)),
    );
  const server = await portalServer(tools, (event) => logged.push(JSON.stringify(event)));
  const others: Server[] = [];
  const startAnother = async (): Promise<Server> => {
    const other = await begin();
    others.push(other);
    return other;
  };
  try {
    await run({
      ...{ country, server, tools, logged, sequence, folder, startAnother },
      sequenceWhilePagesWait: () => {
        whilePagesWait = sequence;
      },
      finishErasures: () =>
        sequencer.finishErasures({ sql: country.database.worker, personKeys: country.personKeys }),
      publishedFolder: record.publishedFolder,
      policyText: policyTextOf(record.witnesses),
    });
  } finally {
    for (const each of [server, ...others]) await each.fastify.close();
    await sequencer.close();
  }
}

async function nameWitnesses(country: SmallCountry, witnesses: readonly WitnessForTests[]): Promise<void> {
  const grant = ask({ kind: "installer-of-an-empty-record" }, "rules.change", { kind: "country", cabinet });
  assert.ok(grant.ok);
  const { value } = grant;
  await country.inTransaction(country.database.portal, async (tools) => {
    for (const { name, key } of witnesses) {
      const operator = { tk: `${name} jemgyýeti`, ru: `общество ${name}`, en: `society of the ${name}` };
      const witness = { name: key.name, verifierKey: key.text, url: null, operator };
      await nameWitness(value, witness, { ...tools, log: country.log, issuer: cabinet });
    }
  });
}

/** Everything that the portal's programs would build from keys and folders. */
function toolsIn(country: SmallCountry, publishedFolder: string, signer: BodySigner): PortalTools {
  const { database, log, personKeys, randomBytes, clock } = country;
  const now = () => clock.now;
  const sessions = openBrowserSessions({ sql: database.portal, origin, now, randomBytes });
  return {
    ...{
      portal: database.portal,
      desk: database.desk,
      log,
      origin,
      https: false,
      now,
      // No page waits in earnest for what enters the record by `sequence` alone.
      pause: async () => {},
      randomBytes,
      personKeys,
    },
    serverKey: new Uint8Array(32).fill(9),
    signer,
    pdfRewriter: testPdfRewriter(),
    parametersReader: createParametersReader(log, countryOrigin),
    bodyTree: bodyTreeReader(database.portal, { now, maxAgeMs: 0 }),
    sessions: sessionsWithDrafts(sessions),
    receipts: {
      ...{ sql: database.portal, engine: nativeEngine, log, origin: countryOrigin, logKey: logKey.text },
      source: folderTileSource(publishedFolder),
      readPublished: (path) => {
        const file = join(publishedFolder, path);
        return existsSync(file) ? readFileSync(file, "utf8") : null;
      },
      policyDigest: null,
      signer,
      isOwnWitness: () => false,
      startOfDay: () => startOfCivilDate(civilDateAt(now(), countryTimeZone), countryTimeZone),
    },
  };
}

/** The server with the citizen's side and what stands around it. */
async function portalServer(tools: PortalTools, log: Report): Promise<Server> {
  const server = await buildServer({
    origin,
    serverKey: tools.serverKey,
    now: tools.now,
    randomBytes: tools.randomBytes,
    log,
    surroundings: async (_, request) => ({
      fingerprint: "1234 5678 9012",
      signedIn: (await tools.sessions.current(request))?.account ? { href: "/en/account", label: "…" } : null,
      stateName: "Oguzabat",
      isDemo: true,
    }),
  });
  sessionRoutes(server, tools.sessions, tools);
  registerCitizenRoutes(server, tools);
  return server;
}

/**
 * A demo country that goes on living in a test's hands: portal, sequencer and witnesses in one process, on one clock
 * that the test moves. What is asked of it goes over HTTP, or is read from the published folder.
 */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { registerPortal } from "#apps/portal/routes.ts";
import { openPortal, type Portal } from "#apps/portal/tools.ts";
import { auditLog, type LogAudit } from "#audit/audit-log.ts";
import { folderSource } from "#audit/source/folder-source.ts";
import { type Trust, trustPolicy } from "#audit/tree/trust.ts";
import type { Instant } from "#core/clock/civil-date.ts";
import type { Signer } from "#core/log/engine.ts";
import { verifierKey } from "#core/log/note.ts";
import { parsePolicy } from "#core/log/policy.ts";
import { assert } from "#core/result.ts";
import { openDemoWitnesses } from "#demo/witnesses.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import type { CaseTools } from "#government/cases/index.ts";
import { type LogPlaces, logPlaces } from "#platform/config/log-places.ts";
import type { Sql } from "#platform/database/database.ts";
import { openRoleDatabase } from "#platform/database/role-logins.ts";
import { openLedger } from "#platform/record/ledger.ts";
import type { Sequencer } from "#platform/record/sequencer.ts";
import { startSequencer } from "#platform/record/sequencer-start.ts";
import { type DemoCountry, withDemoCountry } from "#tests/country/demo-country.ts";
import { serveDemoSigner, signingKeysOf } from "#tests/country/demo-signer.ts";

export interface LivingCountry {
  readonly clock: { now: Instant };
  readonly portal: Portal;
  /** Where the portal listens. */
  readonly origin: string;
  readonly places: LogPlaces;
  readonly trust: Trust;
  /** One transaction of the portal, with the parameters as they stand in it. */
  transact<T>(run: (tools: CaseTools) => Promise<T>): Promise<T>;
  /** Gives every act its place in the log, witnessed and published. */
  sequence(): Promise<void>;
  /** The whole published log, as an auditor reads it. */
  audit(): Promise<LogAudit>;
  /** Ends portal and sequencer; what they published stays until the end of the test. */
  stop(): Promise<void>;
  /** The database as its owner: everything is open to whoever holds this. */
  readonly owner: Sql;
  /** The log's key, as a dishonest operator has it. */
  readonly logSigner: Signer;
  /** Starts a sequencer again on what now lies there, as the worker's start does. */
  startSequencer(): ReturnType<typeof startSequencer>;
}

const appeals = 12;
const log = "executive";

/** Seeds the country as of a moment, keeps it alive while `run` lasts, and removes everything. */
export async function withLivingCountry(
  run: (country: LivingCountry) => Promise<void>,
  startsAt?: Instant,
): Promise<void> {
  await withDemoCountry(appeals, (seeded) => live(seeded, run), startsAt);
}

async function live(
  { configuration, database, endedAt }: DemoCountry,
  run: (country: LivingCountry) => Promise<void>,
): Promise<void> {
  const clock = { now: endedAt };
  const tools = { now: () => clock.now, randomBytes: (length: number): Uint8Array => randomBytes(length) };
  const places = logPlaces(configuration, log);
  const policyText = readFileSync(places.policyFile, "utf8");
  const [policy, trust] = [parsePolicy(policyText), trustPolicy(nativeEngine, policyText)];
  assert(policy.ok && trust.ok, "the demo's policy is one");
  const portal = await openPortal(configuration, { ...tools, pause: async () => {} });
  const signer = signingKeysOf(configuration).logSigner(portal.tools.log);
  const signing = await serveDemoSigner(configuration);
  const logKey = verifierKey(nativeEngine, places.origin, "ed25519", signer.publicKey);
  const witnesses = await openDemoWitnesses(configuration, logKey, tools);
  const worker = await openRoleDatabase(configuration, "worker", 2);
  const server = await registerPortal(portal, null);
  const start = () =>
    startSequencer({
      ...tools,
      ...places,
      log: portal.tools.log,
      ledger: openLedger(worker.sql, portal.tools.log),
      engine: nativeEngine,
      signer,
      durability: "none",
      policy: policy.value,
      witnesses: witnesses.links,
    });
  let sequencer: Sequencer | null = null;
  const stop = async (): Promise<void> => {
    await server.fastify.close();
    await sequencer?.close();
    sequencer = null;
  };
  try {
    const started = await start();
    assert(started.ok, `the log goes on: ${JSON.stringify(started)}`);
    const running = started.value;
    sequencer = running;
    await run({
      clock,
      portal,
      origin: await server.fastify.listen({ port: 0, host: "127.0.0.1" }),
      places,
      trust: trust.value,
      transact: (work) => transact(portal, work),
      sequence: async () => {
        await running.drain();
      },
      audit: () => audit(places, trust.value),
      stop,
      owner: database.owner,
      logSigner: signer,
      startSequencer: start,
    });
  } finally {
    await stop();
    await Promise.all([witnesses.close(), portal.close(), worker.close(), signing.close()]);
  }
}

async function transact<T>({ tools }: Portal, work: (tools: CaseTools) => Promise<T>): Promise<T> {
  const done: T[] = [];
  await tools.portal.begin(async (transaction) => {
    const { now, randomBytes: chance, personKeys } = tools;
    const parameters = await tools.parametersReader.read(transaction);
    done.push(await work({ transaction, parameters, now, randomBytes: chance, personKeys }));
  });
  for (const value of done) return value;
  throw new Error("a transaction ended without its work");
}

async function audit(places: LogPlaces, trust: Trust): Promise<LogAudit> {
  const audited = await auditLog({
    engine: nativeEngine,
    source: folderSource(places.publishedFolder),
    trust,
    since: null,
    progress: () => ({ at: () => {}, end: () => {} }),
  });
  assert(audited.ok, "the published log can be read");
  return audited.value;
}

/**
 * The whole system as processes of their own, under load, while programs and database are killed at random: afterwards
 * everybody who was given a number has a receipt that proves, and the auditor counts what the portal counts.
 */
import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { auditLog, type LogAudit } from "#audit/audit-log.ts";
import { openLog } from "#audit/receipt/receipt-against.ts";
import { verifyReceiptText } from "#audit/receipt/verify-receipt.ts";
import { reportOf } from "#audit/report.ts";
import { folderSource } from "#audit/source/folder-source.ts";
import { type Trust, trustPolicy } from "#audit/tree/trust.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import { type Chance, chanceOf } from "#demo/year/chance.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { readFigures } from "#government/appeals/public/figures.ts";
import { createParametersReader } from "#government/cases/index.ts";
import { type LogPlaces, logPlaces } from "#platform/config/log-places.ts";
import { parseLogName } from "#platform/record/act.ts";
import { type RunningCountry, withRunningCountry } from "#tests/journeys/running-country.ts";
import { type Accepted, fileUntilStopped } from "./filing-clients.ts";
import { MortalPostgres } from "./mortal-postgres.ts";

export interface KillOptions {
  readonly seed: number;
  /** How many are killed, one after the other. */
  readonly kills: number;
  readonly report: (what: string) => void;
}

export interface KillReport {
  readonly killed: Readonly<Record<string, number>>;
  readonly accepted: number;
  readonly receipts: number;
  /** Requests that got no answer or an error, and were sent again. */
  readonly sentAgain: number;
  readonly entries: number;
}

const victims = ["portal", "worker", "witness-1", "witness-2", "database", "session", "restart"] as const;
type Victim = (typeof victims)[number];

const appealsOfTheYear = 12;
const clients = 3;
const betweenKillsMs = { least: 400, most: 2_500 };
const reviveWithinMs = 60_000;
const proofWithinMs = 90_000;
const pollMs = 250;
const progress = { at: () => {}, end: () => {} };

/** Kills so many and looks. Rejects with the first thing that is lost or does not verify. */
export async function killPrograms(options: KillOptions): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-kills-"));
  // Run as root, the server is another user, who must be able to enter.
  chmodSync(folder, 0o711);
  const chance = chanceOf(Buffer.from(`kills ${options.seed}`), "plan");
  const postgres = await MortalPostgres.start(folder);
  const shared = process.env.AYDYN_TEST_DATABASE_URL;
  process.env.AYDYN_TEST_DATABASE_URL = postgres.url;
  const reports: KillReport[] = [];
  try {
    options.report("seeding a country");
    await withRunningCountry(
      appealsOfTheYear,
      async (country) => {
        reports.push(await killIn(country, postgres, chance, options));
      },
      // Visitors of many networks behind a proxy of ours.
      { environment: { AYDYN_TRUSTED_PROXIES: "127.0.0.1" }, restartsMax: 1_000, restartDelayMs: 50 },
    );
  } finally {
    if (shared === undefined) delete process.env.AYDYN_TEST_DATABASE_URL;
    else process.env.AYDYN_TEST_DATABASE_URL = shared;
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const [report] = reports;
  assert.ok(report);
  return report;
}

async function killIn(
  country: RunningCountry,
  postgres: MortalPostgres,
  chance: Chance,
  { kills, report }: KillOptions,
): Promise<KillReport> {
  const { configuration } = country;
  const log = parseLogName("executive");
  assert.ok(log);
  const places = logPlaces(configuration, log);
  const trust = trustPolicy(nativeEngine, readFileSync(places.policyFile, "utf8"));
  assert.ok(trust.ok);
  const before = await audit(places, trust.value);
  const origin = `http://127.0.0.1:${configuration.port}`;
  const people = fileUntilStopped(origin, clients, chance);
  const killed = new Map<string, number>();
  for (let count = 0; count < kills; count += 1) {
    await pause(chance.between(betweenKillsMs.least, betweenKillsMs.most));
    const victim = chance.pick(victims);
    report(`kill ${count + 1} of ${kills}: ${victim}, ${people.accepted.length} accepted`);
    await kill(victim, country, postgres, chance);
    killed.set(victim, (killed.get(victim) ?? 0) + 1);
  }
  await Promise.all(victims.slice(0, 4).map((name) => revived(country, name)));
  await people.stop();
  report(`${people.accepted.length} accepted; asking for their receipts`);
  for (const one of people.accepted) await receiptProves(origin, places, trust.value, one);
  const after = await audit(places, trust.value);
  // The demo's year has a planted gap of its own: nothing else may be wrong, before or after.
  assert.deepEqual(after.findings, before.findings, "the record contradicts itself nowhere new");
  assert.equal(new Set(people.accepted.map(({ number }) => number)).size, people.accepted.length);
  await countsAgree(country, places.origin, after);
  return {
    killed: Object.fromEntries([...killed].sort()),
    accepted: people.accepted.length,
    receipts: people.accepted.length,
    sentAgain: [...people.failures.values()].reduce((sum, times) => sum + times, 0),
    entries: after.head.checkpoint.size - before.head.checkpoint.size,
  };
}

async function kill(
  victim: Victim,
  country: RunningCountry,
  postgres: MortalPostgres,
  chance: Chance,
): Promise<void> {
  switch (victim) {
    case "database":
      return await postgres.killAndStart();
    case "session":
      return postgres.killSession(chance.pick);
    case "restart":
      return await postgres.restart();
    default: {
      const pid = country.processOf(victim);
      // One that is being started again is dead already.
      if (pid !== null) process.kill(pid, "SIGKILL");
    }
  }
}

async function revived(country: RunningCountry, name: string): Promise<void> {
  for (let waitedMs = 0; country.processOf(name) === null; waitedMs += pollMs) {
    assert.ok(waitedMs < reviveWithinMs, `the ${name} came back`);
    await pause(pollMs);
  }
}

async function receiptProves(origin: string, places: LogPlaces, trust: Trust, one: Accepted): Promise<void> {
  for (let waitedMs = 0; waitedMs < proofWithinMs; waitedMs += pollMs) {
    const answer = await fetch(`${origin}/api/v1/appeals/receipt`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": `10.${one.number.slice(-1)}.2.3` },
      body: JSON.stringify({ number: one.number, secret: one.secret }),
    }).catch(() => null);
    const text = answer === null ? "" : await answer.text();
    if (answer?.status === 200 && "proof" in JSON.parse(text)) {
      const opened = await openLog(nativeEngine, folderSource(places.publishedFolder), trust);
      assert.ok(opened.ok);
      const context = { engine: nativeEngine, trust, log: opened.value, progress };
      const verdict = await verifyReceiptText(context, text);
      assert.ok(verdict.ok, `${one.number}: ${verdict.ok ? "" : JSON.stringify(verdict.problem)}`);
      assert.equal(verdict.value.standing.kind, "in-log", one.number);
      return;
    }
    assert.ok(answer === null || [200, 409, 429, 500, 503].includes(answer.status), `${one.number}: ${text}`);
    await pause(pollMs);
  }
  assert.fail(`${one.number} was acknowledged and has no proof`);
}

async function audit(places: LogPlaces, trust: Trust): Promise<LogAudit> {
  const source = folderSource(places.publishedFolder);
  const audited = await auditLog({
    engine: nativeEngine,
    source,
    trust,
    since: null,
    progress: () => progress,
  });
  assert.ok(audited.ok, audited.ok ? "" : JSON.stringify(audited.problem));
  return audited.value;
}

/** What `aydyn report` counts from leaves is what the portal counts by SQL and gives as JSON. */
async function countsAgree(country: RunningCountry, logOrigin: string, audited: LogAudit): Promise<void> {
  const { acts, parameters } = audited;
  const log = parseLogName("executive");
  assert.ok(log && parameters);
  const now = Date.now();
  const read = await createParametersReader(log, logOrigin).read(country.database.portal);
  const figures = await readFigures(country.database.portal, read, log, now);
  const report = reportOf(acts, parameters, { asOf: civilDateAt(now, parameters.timeZone), from: null });
  assert.deepEqual(figures.all, report.all, "portal and auditor count the same");
  for (const [body, expected] of report.bodies) assert.deepEqual(figures.bodies.get(body), expected);
}

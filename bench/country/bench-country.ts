/** The whole system as processes of their own, with as many portals as a bench wants, on a database that keeps its word. */

import { join } from "node:path";
import { assert } from "#core/result.ts";
import { type Configuration, readConfiguration } from "#platform/config/config.ts";
import { freePort } from "#platform/database/embedded-postgres.ts";
import { type DemoCountry, withDemoCountry } from "#tests/country/demo-country.ts";
import { programsOf, witnessesOf } from "#tools/programs.ts";
import { type Program, Supervisor } from "#tools/supervisor.ts";

export interface BenchCountry extends DemoCountry {
  readonly configuration: Configuration;
  /** Ports of the portals; the first is the configuration's. */
  readonly portals: readonly number[];
}

/** What a bench asks of its country. */
export interface CountryWanted {
  /** Appeals of the seeded year. */
  readonly appeals: number;
  /** One unless said. */
  readonly portals?: number;
}

export interface BenchCountryOptions extends CountryWanted {
  readonly report: (what: string) => void;
}

const checkout = join(import.meta.dirname, "..", "..");
/** The load stands for visitors of many networks behind a proxy of ours. */
const loopbackProxy = "127.0.0.1";
const linesKeptMax = 40;

/** Seeds a demo country, starts its programs, runs, stops and removes everything. */
export async function withBenchCountry<Value>(
  options: BenchCountryOptions,
  run: (country: BenchCountry) => Promise<Value>,
): Promise<Value> {
  const done: Value[] = [];
  options.report(`seeding a country with ${options.appeals} appeals`);
  await withDemoCountry(options.appeals, async (country) => {
    const portals = await freePorts(options.portals ?? 1);
    const [workerPort, operationsPort, ...witnessPorts] = await freePorts(4);
    const configured = readConfiguration({
      AYDYN_DATA: country.configuration.dataFolder,
      DATABASE_URL: country.database.url,
      AYDYN_PORT: String(portals[0]),
      AYDYN_OPERATIONS_PORT: String(operationsPort),
      AYDYN_WORKER_PORT: String(workerPort),
      AYDYN_WITNESS_PORTS: witnessPorts.join(","),
      AYDYN_TRUSTED_PROXIES: loopbackProxy,
    });
    assert(configured.ok, "the bench's settings are in order");
    const configuration = configured.value;
    const printed: string[] = [];
    const supervisor = new Supervisor({
      print: (name, line) => {
        // The log of requests is written, read and forgotten: a million lines are no news.
        printed.push(`${name}: ${line}`);
        if (printed.length > linesKeptMax) printed.shift();
      },
      onGivenUp: (error) => void printed.push(`given up: ${error.message}`),
    });
    options.report("starting its programs");
    try {
      const programs = [
        ...witnessesOf(configuration, checkout),
        ...programsOf(configuration, checkout, country.database.url),
      ];
      for (const program of programs) await supervisor.start(program);
      for (const port of portals.slice(1))
        await supervisor.start(
          furtherPortal(programs, configuration, { port, operations: await freePort() }),
        );
      done.push(await run({ ...country, configuration, portals }));
    } catch (error) {
      console.error(printed.join("\n"));
      throw error;
    } finally {
      await supervisor.stop();
    }
  });
  for (const value of done) return value;
  throw new Error("a country lived without its bench");
}

/** A portal like the first, on a port of its own: the same keys folder, database and record. */
function furtherPortal(
  programs: readonly Program[],
  { operationsHost }: Configuration,
  { port, operations }: { readonly port: number; readonly operations: number },
): Program {
  const first = programs.find(({ name }) => name === "portal");
  assert(first !== undefined, "an installation has a portal");
  return {
    ...first,
    name: `portal-${port}`,
    environment: {
      ...first.environment,
      AYDYN_PORT: String(port),
      AYDYN_OPERATIONS_PORT: String(operations),
    },
    healthUrl: `http://${operationsHost}:${operations}/health/ready`,
  };
}

/** Different TCP ports on which nothing listens. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

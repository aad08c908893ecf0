/** The whole system as a newcomer has it: two witnesses, worker and portal as processes of their own, on free ports. */
import { createServer } from "node:net";
import { join } from "node:path";
import { assert } from "#core/result.ts";
import { type Configuration, readConfiguration } from "#platform/config/config.ts";
import { type DemoCountry, withDemoCountry } from "#tests/country/demo-country.ts";
import { programsOf, witnessesOf } from "#tools/programs.ts";
import { Supervisor } from "#tools/supervisor.ts";

export interface RunningCountry extends DemoCountry {
  readonly configuration: Configuration;
  /** Lines that the programs printed. */
  readonly printed: readonly string[];
  /** Stops all programs, as Ctrl-C does. What they published stays. */
  stop(): Promise<void>;
  /** The process of a program at this moment; `null` while it has none. */
  processOf(name: string): number | null;
}

export interface RunningCountryOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** How often a program that died is started again; the supervisor's own patience by default. */
  readonly restartsMax?: number;
  readonly restartDelayMs?: number;
}

const checkout = join(import.meta.dirname, "..", "..");

/** Seeds a demo of so many appeals, starts every program, runs the journey, stops and removes everything. */
export async function withRunningCountry(
  appeals: number,
  run: (country: RunningCountry) => Promise<void>,
  options: RunningCountryOptions = {},
): Promise<void> {
  const { environment = {}, ...patience } = options;
  await withDemoCountry(appeals, async (country) => {
    const { dataFolder } = country.configuration;
    const [portal, operations, worker, first, second] = await Promise.all([
      freePort(),
      freePort(),
      freePort(),
      freePort(),
      freePort(),
    ]);
    const configured = readConfiguration({
      AYDYN_DATA: dataFolder,
      DATABASE_URL: country.database.url,
      AYDYN_PORT: String(portal),
      AYDYN_OPERATIONS_PORT: String(operations),
      AYDYN_WORKER_PORT: String(worker),
      AYDYN_WITNESS_PORTS: `${first},${second}`,
      ...environment,
    });
    assert(configured.ok, "the journey's settings are in order");
    const configuration = configured.value;
    const printed: string[] = [];
    const supervisor = new Supervisor({
      ...patience,
      print: (name, line) => void printed.push(`${name}: ${line}`),
      onGivenUp: (error) => void printed.push(`given up: ${error.message}`),
    });
    try {
      for (const program of [
        ...witnessesOf(configuration, checkout),
        ...programsOf(configuration, checkout, country.database.url),
      ]) {
        await supervisor.start(program);
      }
      await run({
        ...country,
        configuration,
        printed,
        stop: () => supervisor.stop(),
        processOf: (name) => supervisor.processOf(name),
      });
    } catch (error) {
      console.error(printed.slice(-40).join("\n"));
      throw error;
    } finally {
      await supervisor.stop();
    }
  });
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      assert(address !== null && typeof address === "object", "a port was given");
      server.close(() => resolve(address.port));
    });
  });
}

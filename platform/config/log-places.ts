/** Where an installation keeps what belongs to one log: the same for every program that has to do with it. */
import { join } from "node:path";
import type { Configuration } from "./config.ts";

export interface LogPlaces {
  /** The log's name in checkpoints, for ever. */
  readonly origin: string;
  /** What everyone sees (record.md section 3). */
  readonly publishedFolder: string;
  /** The sequencer's lock head and staged batches: outside the database and its backups. */
  readonly stateFolder: string;
  /** The witnesses whose quorum publishes a checkpoint, in the form of C2SP tlog-policy. */
  readonly policyFile: string;
}

/** The places of the log with that name, such as "executive". */
export function logPlaces(
  configuration: Pick<Configuration, "dataFolder" | "logFolder" | "logOrigin">,
  log: string,
): LogPlaces {
  return {
    origin: `${configuration.logOrigin}/${log}`,
    publishedFolder: join(configuration.logFolder, log),
    stateFolder: join(configuration.dataFolder, "sequencer", log),
    policyFile: join(configuration.dataFolder, "policy", `${log}.txt`),
  };
}

/** The offline verifier page, built at set-up: the portal hands it out, anyone may save it. */
export function verifierPageFile(configuration: Pick<Configuration, "dataFolder">): string {
  return join(configuration.dataFolder, "verifier", "verify.html");
}

/** The page for writing without a line, built at set-up without a country: the portal puts bodies and keys in. */
export function offlinePageFile(configuration: Pick<Configuration, "dataFolder">): string {
  return join(configuration.dataFolder, "verifier", "offline.html");
}

/** The deadline calculator, built at set-up without a country: the portal puts calendar and rules in. */
export function calculatorPageFile(configuration: Pick<Configuration, "dataFolder">): string {
  return join(configuration.dataFolder, "verifier", "deadline.html");
}

/** Name of one of the demo's two witnesses, counted from 1. */
export function demoWitnessName(configuration: Pick<Configuration, "logOrigin">, number: number): string {
  return `witness-${number}.${configuration.logOrigin}`;
}

/** Where the demo's witnesses listen, by name. Not in their policy: the same policy holds whatever ports are free. */
export function demoWitnessAddresses(
  configuration: Pick<Configuration, "logOrigin" | "witnessPorts">,
): ReadonlyMap<string, string> {
  return new Map(
    configuration.witnessPorts.map((port, at) => [
      demoWitnessName(configuration, at + 1),
      `http://127.0.0.1:${port}`,
    ]),
  );
}

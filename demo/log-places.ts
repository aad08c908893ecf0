/** Where an installation keeps what belongs to one log. */
import { join } from "node:path";
import type { Configuration } from "#platform/config/config.ts";

export interface LogPlaces {
  readonly origin: string;
  readonly publishedFolder: string;
  readonly stateFolder: string;
  readonly policyFile: string;
  readonly plantedFile: string;
}

/** The places of the log with that name. */
export function logPlaces(
  configuration: Pick<Configuration, "dataFolder" | "logFolder" | "logOrigin">,
  log: string,
): LogPlaces {
  return {
    origin: `${configuration.logOrigin}/${log}`,
    publishedFolder: join(configuration.logFolder, log),
    stateFolder: join(configuration.dataFolder, "sequencer", log),
    policyFile: join(configuration.dataFolder, "policy", `${log}.txt`),
    plantedFile: join(configuration.dataFolder, "planted-sins.json"),
  };
}

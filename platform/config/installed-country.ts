/** What an installation knows of its country beside the record: a file that founding writes last. */
import { join } from "node:path";
import { utf8Text } from "#core/bytes.ts";
import { parseJson } from "#core/record/canonical-json.ts";
import { readTrilingual, type Trilingual } from "#core/record/trilingual.ts";
import { exactly, object } from "#core/strict-json.ts";
import { readFileIfPresent } from "#platform/files/durable-file.ts";
import type { Configuration } from "./config.ts";

export interface InstalledCountry {
  /** The state's name, as it stands at the head of every page. */
  readonly name: Trilingual;
}

const readInstalled = object({ v: exactly(1), name: readTrilingual });

/** Where the file lies. It is there once the country is founded, never before. */
export function installedCountryFile({ dataFolder }: Pick<Configuration, "dataFolder">): string {
  return join(dataFolder, "country.json");
}

/** The installed country; `null` where none was founded. Throws when the file is damaged. */
export function installedCountry(configuration: Pick<Configuration, "dataFolder">): InstalledCountry | null {
  const file = installedCountryFile(configuration);
  const bytes = readFileIfPresent(file);
  if (bytes === null) return null;
  const json = parseJson(utf8Text(bytes) ?? "");
  const read = json.ok ? readInstalled(json.value) : undefined;
  if (read === undefined) throw new Error(`${file} is damaged: write the state's name into it again`);
  return { name: read.name };
}

/**
 * What a program says instead of starting where no country was founded, and what to do; `null` when it may start. The
 * demo founds itself.
 */
export function foundingNeeded(configuration: Pick<Configuration, "dataFolder" | "mode">): string | null {
  if (configuration.mode === "demo" || installedCountry(configuration) !== null) return null;
  return [
    `There is no country in ${configuration.dataFolder} yet: no bodies, no calendar, no rules, no witnesses.`,
    "Describe it in a file as docs/founding.md says (docs/example-country.json is one), then run:",
    "  bin/found COUNTRY.json",
  ].join("\n");
}

/** What both commands read from the terminal and the environment. */
import { join } from "node:path";
import {
  type Configuration,
  describeConfigurationProblems,
  readConfiguration,
} from "#platform/config/config.ts";
import { chooseDataFolder } from "../data-folder.ts";
import { OperatorError } from "../operator-error.ts";

const checkout = join(import.meta.dirname, "..", "..");

/** The one parameter: a folder. */
export function oneFolder(parameters: readonly string[], usage: string): string {
  const [folder, ...more] = parameters;
  if (folder === undefined || folder.startsWith("--") || more.length > 0) {
    throw new OperatorError("one folder is needed", usage);
  }
  return folder;
}

/** The settings of this installation. */
export async function operatorConfiguration(): Promise<Configuration> {
  const dataFolder = await chooseDataFolder(process.env, checkout);
  const read = readConfiguration({ ...process.env, AYDYN_DATA: dataFolder });
  if (!read.ok)
    throw new OperatorError("a setting cannot be used", describeConfigurationProblems(read.problem));
  return read.value;
}

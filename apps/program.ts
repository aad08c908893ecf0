/** How portal and worker begin: their log on the standard output, their settings, and what is said of their end. Wiring only. */
import { describedError, eventLog } from "#engines/operations/event-log.ts";
import {
  type Configuration,
  describeConfigurationProblems,
  readConfiguration,
} from "#platform/config/config.ts";
import { foundingNeeded } from "#platform/config/installed-country.ts";
import { eventLevels, type LogEvent } from "#platform/operations/log-events.ts";
import { NotStartedError } from "#platform/operations/not-started.ts";

export interface BegunProgram {
  readonly configuration: Configuration;
  readonly report: (event: LogEvent) => void;
}

/** Reads the settings; ends the process with the advice that helps when they cannot be used. */
export function beginProgram(program: "portal" | "worker"): BegunProgram {
  const report = eventLog<LogEvent>({
    program,
    levels: eventLevels,
    now: Date.now,
    write: (line) => process.stdout.write(line),
  });
  // Node would print the message, and with it whatever somebody wrote that the message quotes.
  process.on("uncaughtException", (error) => {
    if (error instanceof NotStartedError) report({ event: "not-started", advice: error.message });
    else report({ event: "crashed", error: describedError(error) });
    process.exit(1);
  });
  const configuration = readConfiguration(process.env);
  if (!configuration.ok) throw new NotStartedError(describeConfigurationProblems(configuration.problem));
  const instruction = foundingNeeded(configuration.value);
  if (instruction !== null) throw new NotStartedError(instruction);
  return { configuration: configuration.value, report };
}

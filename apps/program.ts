/** How portal and worker begin: their log on the standard output, their settings, and what is said of their end. Wiring only. */
import { describedError, eventLog } from "#engines/operations/event-log.ts";
import { Metrics } from "#engines/operations/metrics.ts";
import { addProcessFigures } from "#engines/operations/process-figures.ts";
import {
  type Configuration,
  describeConfigurationProblems,
  readConfiguration,
} from "#platform/config/config.ts";
import { foundingNeeded } from "#platform/config/installed-country.ts";
import { eventCounters } from "#platform/operations/event-counters.ts";
import { eventLevels, type LogEvent } from "#platform/operations/log-events.ts";
import { NotStartedError } from "#platform/operations/not-started.ts";

export interface BegunProgram {
  readonly configuration: Configuration;
  readonly report: (event: LogEvent) => void;
  /** Counts what is reported; figures of the process are in it. */
  readonly metrics: Metrics;
}

/** Reads the settings; ends the process with the advice that helps when they cannot be used. */
export function beginProgram(program: "portal" | "worker"): BegunProgram {
  const write = eventLog<LogEvent>({
    program,
    levels: eventLevels,
    now: Date.now,
    write: (line) => process.stdout.write(line),
  });
  const metrics = new Metrics();
  const count = eventCounters(metrics);
  const report = (event: LogEvent): void => {
    write(event);
    count(event);
  };
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
  addProcessFigures(metrics, { now: Date.now, dataFolder: configuration.value.dataFolder });
  return { configuration: configuration.value, report, metrics };
}

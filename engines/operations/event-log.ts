/**
 * The log of a program: one line of JSON for each event. A log is copied, kept and seized, so an event has a name and
 * fields out of a closed list, which the caller brings, and of an error everything but its message.
 */

export type EventLevel = "info" | "warning" | "error";

/** What is known of an error without what it says: messages quote what people wrote, and so do details of databases. */
export interface DescribedError {
  readonly [more: string]: string;
  readonly type: string;
  /** A word of the system, such as "ENOSPC" or "23505"; empty where there is none. */
  readonly code: string;
  /** Where it was thrown. */
  readonly stack: string;
}

const stackLinesMax = 12;
const typePattern = /^[A-Za-z]{1,60}$/;
const codePattern = /^[0-9A-Z_]{1,40}$/;

export function describedError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: "not an error", code: "", stack: "" };
  const stack = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, stackLinesMax)
    .map((line) => line.trim())
    .join(" | ");
  return { type: typePattern.test(error.name) ? error.name : "Error", code: errorCode(error) ?? "", stack };
}

/** The code of an error, when it is a word of the system. */
export function errorCode(error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" && codePattern.test(code) ? code : null;
}

/** Makes the function that writes events. Each event's level stands in one table, so that none is forgotten. */
export function eventLog<Event extends { readonly event: string }>(options: {
  readonly program: string;
  readonly levels: Readonly<Record<Event["event"], EventLevel>>;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  readonly write: (line: string) => void;
}): (event: Event) => void {
  const { program, now, write } = options;
  const levels: Readonly<Record<string, EventLevel>> = options.levels;
  return (event) => {
    const at = new Date(now()).toISOString();
    write(`${JSON.stringify({ at, level: levels[event.event], program, ...event })}\n`);
  };
}

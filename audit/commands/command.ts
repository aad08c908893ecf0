import { readFile, stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { utf8Text } from "#core/bytes.ts";
import type { Engine } from "#core/log/engine.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { errorCode } from "../source/folder-source.ts";
import type { WebAccess } from "../source/web-source.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { ExitCode } from "./exit-codes.ts";

/** Everything a command touches beyond its arguments, so that tests can stand in for clock, network and screen. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly engine: Engine;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  readonly web: WebAccess;
}

/** One option: `value` names what follows it in the help; an option without one is a switch. */
export interface OptionDeclaration {
  readonly value?: string;
  readonly help: string;
}

export interface Command {
  /** The words that call it, such as "verify receipt". */
  readonly name: string;
  readonly summary: string;
  /** Names of the arguments in order, such as ["FILE"]; all are required. */
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, OptionDeclaration>>;
  readonly details: string;
  run(given: GivenArguments, surroundings: Surroundings): Promise<ExitCode>;
}

export interface GivenArguments {
  readonly positionals: readonly string[];
  /** The value of an option, or `null` when it was not given. */
  value(name: string): string | null;
  /** Whether a switch was given. */
  has(name: string): boolean;
}

/** A mistake of the user, told in one sentence; ends the command with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Splits the words after a command's name by its declaration. */
export function parseCommandLine(command: Command, words: readonly string[]): Result<GivenArguments, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: Object.fromEntries(
        Object.entries(command.options).map(([name, option]) => [
          name,
          { type: option.value === undefined ? "boolean" : "string" } as const,
        ]),
      ),
      allowPositionals: true,
      strict: true,
    });
    if (positionals.length !== command.arguments.length) {
      return refused(`it takes ${describeArguments(command)}, not ${positionals.length} argument(s)`);
    }
    return ok({
      positionals,
      value: (name) => (typeof values[name] === "string" ? values[name] : null),
      has: (name) => values[name] === true,
    });
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

function describeArguments(command: Command): string {
  return command.arguments.length === 0 ? "no argument" : command.arguments.join(" ");
}

/** The help page of one command. */
export function commandHelp(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]): [string, string] => [
    `--${name}${option.value === undefined ? "" : ` ${option.value}`}`,
    option.help,
  ]);
  const width = Math.max(0, ...options.map(([name]) => name.length));
  const usage = ["aydyn", command.name, ...command.arguments, options.length > 0 ? "[options]" : ""];
  return [
    `Usage: ${usage.filter((word) => word !== "").join(" ")}`,
    "",
    command.details.trim(),
    ...(options.length === 0 ? [] : ["", "Options:"]),
    ...options.map(([name, help]) => `  ${name.padEnd(width)}  ${help}`),
  ].join("\n");
}

/** Reads a file that the user named; a missing or huge one is a usage error. */
async function readNamedFile(path: string, bytesMax: number): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > bytesMax) throw new UsageError(`${path} is larger than ${bytesMax} bytes`);
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} cannot be read: ${errorCode(error)}`);
  }
}

/** Reads a named file as UTF-8 text. */
export async function readNamedText(path: string, bytesMax: number): Promise<string> {
  const text = utf8Text(await readNamedFile(path, bytesMax));
  if (text === null) throw new UsageError(`${path} is not UTF-8 text`);
  return text;
}

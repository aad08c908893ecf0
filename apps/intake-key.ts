/** `aydyn intake-key` as a program: the keys to which the page for writing without a line encrypts (platform/config). */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { describeConfigurationProblems, readConfiguration } from "#platform/config/config.ts";
import { writeFileDurably } from "#platform/files/durable-file.ts";
import { intakeKeyCommand } from "./intake-key/command.ts";
import { openPortal } from "./portal/tools.ts";
import { terminalQuestions } from "./terminal-questions.ts";

const secret = { durability: "fsync", mode: 0o600 } as const;

const configuration = readConfiguration(process.env);
if (!configuration.ok) throw new Error(describeConfigurationProblems(configuration.problem));
process.exitCode = await intakeKeyCommand(process.argv.slice(2), {
  openPortal: () =>
    openPortal(configuration.value, { now: Date.now, randomBytes: (length) => randomBytes(length) }),
  readFile: (path) => readFileSync(path === "-" ? 0 : path),
  writeFile: (path, bytes) => writeFileDurably(path, bytes, secret),
  say: (line) => console.log(line),
  questions: (t) => terminalQuestions(t, { input: process.stdin, output: process.stderr }),
});

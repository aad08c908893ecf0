/** `aydyn import` as a program: enters a body's register on paper, configured by its environment (platform/config). */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { describeConfigurationProblems, readConfiguration } from "#platform/config/config.ts";
import { importCommand } from "./import/command.ts";
import { openPortal } from "./portal/tools.ts";
import { terminalQuestions } from "./terminal-questions.ts";

const configuration = readConfiguration(process.env);
if (!configuration.ok) throw new Error(describeConfigurationProblems(configuration.problem));
process.exitCode = await importCommand(process.argv.slice(2), {
  openPortal: () =>
    openPortal(configuration.value, { now: Date.now, randomBytes: (length) => randomBytes(length) }),
  readFile: (path) => readFileSync(path),
  say: (line) => console.log(line),
  questions: (t) => terminalQuestions(t, { input: process.stdin, output: process.stderr }),
});

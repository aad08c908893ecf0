/** `aydyn emergency-numbers` as a program: whom to call in danger, as the record names it (platform/config). */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { describeConfigurationProblems, readConfiguration } from "#platform/config/config.ts";
import { emergencyNumbersCommand } from "./emergency-numbers/command.ts";
import { openPortal } from "./portal/tools.ts";
import { terminalQuestions } from "./terminal-questions.ts";

const configuration = readConfiguration(process.env);
if (!configuration.ok) throw new Error(describeConfigurationProblems(configuration.problem));
process.exitCode = await emergencyNumbersCommand(process.argv.slice(2), {
  openPortal: () =>
    openPortal(configuration.value, { now: Date.now, randomBytes: (length) => randomBytes(length) }),
  readFile: (path) => readFileSync(path),
  say: (line) => console.log(line),
  questions: (t) => terminalQuestions(t, { input: process.stdin, output: process.stderr }),
});

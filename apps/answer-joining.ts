/** `aydyn answer-joining` as a program: a body's key signs what an outside register drew. Needs no line and no database. */

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { describeConfigurationProblems, readConfiguration } from "#platform/config/config.ts";
import { writeFileDurably } from "#platform/files/durable-file.ts";
import { openSigningKeys } from "#platform/keys/signing-keys.ts";
import { answerJoiningCommand } from "./answer-joining/command.ts";

const configuration = readConfiguration(process.env);
if (!configuration.ok) throw new Error(describeConfigurationProblems(configuration.problem));
const keys = openSigningKeys(configuration.value.signingKeysFolder, {
  randomBytes: (length) => randomBytes(length),
  durability: "fsync",
});
process.exitCode = answerJoiningCommand(process.argv.slice(2), {
  keyOf: (origin, body) => keys.bodyKey(origin, body),
  readFile: (path) => readFileSync(path),
  writeFile: (path, bytes) => writeFileDurably(path, bytes, { durability: "fsync" }),
  now: Date.now,
  say: (line) => console.log(line),
});

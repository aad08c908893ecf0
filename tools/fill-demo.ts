/** Lives the demo country's year into an empty installation: the program that `npm start` runs the first time. */
import { randomBytes } from "node:crypto";
import { seedDemo } from "#demo/seed.ts";
import { describeConfigurationProblems, readConfiguration } from "#platform/config/config.ts";
import { printFailure } from "./operator-error.ts";

const configuration = readConfiguration(process.env);
const ownerUrl = process.env.AYDYN_OWNER_DATABASE_URL;
if (!configuration.ok) throw new Error(describeConfigurationProblems(configuration.problem));
if (!ownerUrl) throw new Error("AYDYN_OWNER_DATABASE_URL is not set");
try {
  await seedDemo({
    configuration: configuration.value,
    ownerUrl,
    appeals: configuration.value.demoAppeals,
    now: Date.now,
    randomBytes: (length) => randomBytes(length),
    report: (line: string) => console.log(line),
  });
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}

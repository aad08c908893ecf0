/** The portal as a program: pages, API and the static record, configured by its environment (platform/config). */
import { randomBytes } from "node:crypto";
import { describeConfigurationProblems, readConfiguration } from "#platform/config/config.ts";
import { foundingNeeded } from "#platform/config/installed-country.ts";
import { answerOperations } from "./portal/operations.ts";
import { registerPortal } from "./portal/routes.ts";
import { openPortal } from "./portal/tools.ts";

const configuration = readConfiguration(process.env);
if (!configuration.ok) throw new Error(describeConfigurationProblems(configuration.problem));
const instruction = foundingNeeded(configuration.value);
if (instruction !== null) {
  console.error(instruction);
  process.exit(1);
}
const portal = await openPortal(configuration.value, {
  now: Date.now,
  randomBytes: (length) => randomBytes(length),
});
const server = await registerPortal(portal, process.stdout);
const { host, port } = configuration.value;
await server.fastify.listen({ host, port });
// Afterwards: whoever hears that the portal is ready finds it listening.
const operations = await answerOperations(portal);
console.log(`portal listens on ${host}:${port}`);
if (portal.tools.pdfRewriter === null) {
  console.log(
    "portal: qpdf is not installed; what a PDF names is shown to its sender, and cannot be taken out",
  );
}

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await server.fastify.close();
  await operations[Symbol.asyncDispose]();
  await portal.close();
}
process.on("SIGINT", () => void stop());
process.on("SIGTERM", () => void stop());

/** The portal as a program: pages, API and the static record, configured by its environment (platform/config). */
import { randomBytes } from "node:crypto";
import { answerOperations } from "./portal/operations.ts";
import { registerPortal } from "./portal/routes.ts";
import { openPortal } from "./portal/tools.ts";
import { beginProgram } from "./program.ts";

const { configuration, report, metrics } = beginProgram("portal");
const portal = await openPortal(configuration, {
  now: Date.now,
  randomBytes: (length) => randomBytes(length),
  report,
});
const server = await registerPortal(portal, report);
const { host, port } = configuration;
await server.fastify.listen({ host, port });
report({ event: "listening", port });
// Afterwards: whoever hears that the portal is ready finds it listening.
const operations = await answerOperations(portal, { metrics, elapsedMs: () => performance.now() });
if (portal.tools.pdfRewriter === null) {
  const advice = "Install qpdf: without it what a PDF names is shown to its sender, and cannot be taken out.";
  report({ event: "pdf-not-rewritten", advice });
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

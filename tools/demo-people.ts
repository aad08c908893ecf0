/** Filling the demo country at the first start, and what a newcomer is told once everything runs. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { demoSignIns } from "#demo/sign-ins.ts";
import type { Configuration } from "#platform/config/config.ts";
import type { DemoDatabase } from "./demo-database.ts";
import { writeInstallation } from "./installation-state.ts";
import { OperatorError } from "./operator-error.ts";

const fillProgram = join(import.meta.dirname, "fill-demo.ts");
const followParent = join(import.meta.dirname, "follow-parent.mjs");

/**
 * Lets a process of its own live the demo country's year, and marks the installation as ready. Cut off by
 * Ctrl-C it leaves the mark "filling", and the next start begins anew.
 */
export async function fillDemo(
  configuration: Configuration,
  database: DemoDatabase,
  stop: AbortSignal,
): Promise<void> {
  const child = spawn(process.execPath, ["--import", followParent, fillProgram], {
    env: {
      ...process.env,
      AYDYN_DATA: configuration.dataFolder,
      DATABASE_URL: database.publicUrl,
      AYDYN_OWNER_DATABASE_URL: database.ownerUrl,
    },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: true,
  });
  const kill = () => child.kill("SIGKILL");
  stop.addEventListener("abort", kill);
  const [code] = await once(child, "close");
  stop.removeEventListener("abort", kill);
  if (stop.aborted) return;
  if (code !== 0) {
    throw new OperatorError(
      "the demo country could not be filled",
      "The lines above say why; the next start begins anew.",
    );
  }
  await writeInstallation(configuration.dataFolder, "ready", configuration.mode);
}

/** Prints the addresses and how the demo people sign in. */
export async function printWelcome(configuration: Configuration): Promise<void> {
  console.log(`\nAydyn is ready: ${configuration.origin}`);
  console.log(`The public record: ${configuration.origin}/log/`);
  console.log(mailWayInWords(configuration));
  if (configuration.mode !== "demo") return;
  const people = await demoSignIns(configuration, (length) => randomBytes(length));
  console.log("\nThe demo country's people (invented; these codes open nothing else):");
  for (const person of people) console.log(`  ${person}`);
  console.log("\nCtrl-C stops everything.\n");
}

function mailWayInWords({ mail }: Configuration): string {
  switch (mail?.way) {
    case undefined:
      return "Mails: none are sent, since AYDYN_SMTP_HOST is not set";
    case "folder":
      return `Mails: put into ${mail.folder} (AYDYN_SMTP_HOST sends them to a server)`;
    case "smtp":
      return `Mails: handed to ${mail.host}:${mail.port}`;
  }
}

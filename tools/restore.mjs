/** `bin/restore`: installs what is missing, then runs the command under the pinned Node. */
import { resolve } from "node:path";
import { ensureInstalled, reportFailure, runPinned } from "./bootstrap.mjs";

try {
  await ensureInstalled();
  // The program runs in the checkout; a folder is named from where the operator stands.
  const parameters = process.argv.slice(2).map((each) => (each.startsWith("--") ? each : resolve(each)));
  process.exitCode = await runPinned([
    "--import",
    "./tools/follow-parent.mjs",
    "tools/restore.ts",
    ...parameters,
  ]);
} catch (error) {
  process.exitCode = reportFailure(error);
}

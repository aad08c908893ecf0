/** `bin/found`: installs what is missing, then founds a country under the pinned Node. */
import { resolve } from "node:path";
import { ensureInstalled, reportFailure, runPinned } from "./bootstrap.mjs";

try {
  await ensureInstalled();
  // The program runs in the checkout; a file is named from where the operator stands.
  const parameters = process.argv.slice(2).map((each) => (each.startsWith("--") ? each : resolve(each)));
  process.exitCode = await runPinned([
    "--import",
    "./tools/follow-parent.mjs",
    "tools/found.ts",
    ...parameters,
  ]);
} catch (error) {
  process.exitCode = reportFailure(error);
}

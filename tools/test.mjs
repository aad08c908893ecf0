/** `npm test`: installs what is missing, then runs all checks under the pinned Node. */
import { ensureInstalled, refuseBundleForTests, reportFailure, runPinned } from "./bootstrap.mjs";

try {
  refuseBundleForTests();
  await ensureInstalled();
  process.exitCode = await runPinned([
    "--import",
    "./tools/follow-parent.mjs",
    "tools/run-tests.ts",
    ...process.argv.slice(2),
  ]);
} catch (error) {
  process.exitCode = reportFailure(error);
}

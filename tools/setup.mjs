/** `bin/setup`: the pinned Node and all packages, then what the tests need from Debian. */
import { ensureInstalled, refuseBundleForTests, reportFailure, runPinned } from "./bootstrap.mjs";

try {
  refuseBundleForTests();
  await ensureInstalled();
  process.exitCode = await runPinned(["tools/debian-packages.ts"]);
  if (process.exitCode === 0)
    console.log("Ready: bin/dev starts the demo country, bin/check runs all checks.");
} catch (error) {
  process.exitCode = reportFailure(error);
}

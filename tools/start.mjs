/** `npm start`: installs what is missing, then starts the demo country under the pinned Node. */
import { ensureInstalled, reportFailure, runPinned } from "./bootstrap.mjs";

try {
  await ensureInstalled();
  process.exitCode = await runPinned(["--import", "./tools/follow-parent.mjs", "tools/run-demo.ts"]);
} catch (error) {
  process.exitCode = reportFailure(error);
}

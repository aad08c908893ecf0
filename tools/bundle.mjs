/** `bin/bundle`: installs what is missing, then runs the command under the pinned Node. */
import { runCommand } from "./bootstrap.mjs";

await runCommand("tools/bundle.ts");

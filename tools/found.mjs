/** `bin/found`: installs what is missing, then founds a country under the pinned Node. */
import { runCommand } from "./bootstrap.mjs";

await runCommand("tools/found.ts");

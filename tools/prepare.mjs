/** `bin/prepare`: see tools/prepare.ts. */
import { runCommand } from "./bootstrap.mjs";

await runCommand("tools/prepare.ts");

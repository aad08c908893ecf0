/** The command `aydyn`: what anyone runs against the state's record, without the state's servers. */
import { randomFillSync } from "node:crypto";
import { nativeEngine } from "#engines/native-engine.ts";
import { witnessCommand } from "#witness/command.ts";
import { runAydyn } from "./commands/run.ts";
import { processTerminal } from "./terminal/terminal.ts";

const [first, ...rest] = process.argv.slice(2);
// A reader that has seen enough, such as `head`, closes the pipe: that is no failure.
process.stdout.on("error", (error) => process.exit("code" in error && error.code === "EPIPE" ? 0 : 1));
process.exitCode =
  first === "witness"
    ? await witnessCommand(rest, {
        stdout: process.stdout,
        stderr: process.stderr,
        now: Date.now,
        fetch,
        randomBytes: (length) => randomFillSync(new Uint8Array(length)),
      })
    : await runAydyn(process.argv.slice(2), {
        terminal: processTerminal(process),
        engine: nativeEngine,
        now: Date.now,
        web: {
          fetch,
          wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        },
      });

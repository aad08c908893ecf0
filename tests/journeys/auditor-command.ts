/** The command that anyone runs against us, in a process and a folder of its own. */
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

const command = join(import.meta.dirname, "..", "..", "bin", "aydyn");

export interface CommandRun {
  readonly code: number;
  /** What it printed for programs: standard output alone. */
  readonly printed: string;
  /** All that it said, complaints included. */
  readonly output: string;
}

/** Runs `bin/aydyn` and waits for its end. */
export function aydyn(...words: readonly string[]): Promise<CommandRun> {
  return new Promise((resolve) => {
    execFile(command, words, { encoding: "utf8", cwd: tmpdir() }, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : error ? 1 : 0;
      resolve({ code, printed: stdout, output: `${stdout}${stderr}` });
    });
  });
}

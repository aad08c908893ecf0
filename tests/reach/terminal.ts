/** A terminal of its own for a program that somebody sits before: keys go in, the screen is read as it stands there. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { assert } from "#core/result.ts";

const run = promisify(execFile);

/** High enough for every page at once: nothing is scrolled, so a place on the screen is a place on the page. */
const screenRows = 300;
const screenColumns = 110;
const lookEveryMs = 60;
const settledLooks = 3;
const settleTimeoutMs = 20_000;

export interface Terminal {
  /** A folder that is the program's home. */
  readonly folder: string;
  /** Lines of the screen, without what is empty at their ends. */
  lines(): Promise<readonly string[]>;
  /** Named keys of tmux, such as "Enter" or "Tab". */
  press(...keys: readonly string[]): Promise<void>;
  /** A key several times. */
  repeat(key: string, times: number): Promise<void>;
  /** Letters as they are. */
  type(text: string): Promise<void>;
  /** Waits until something has changed since `before`, and then until nothing changes any more. */
  settle(before: readonly string[]): Promise<readonly string[]>;
}

/** Starts a program in a terminal of tmux, runs, and ends both. */
export async function withTerminal<T>(
  command: readonly string[],
  environment: (folder: string) => Readonly<Record<string, string>>,
  use: (terminal: Terminal) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "aydyn-terminal-"));
  const socket = join(folder, "tmux");
  const tmux = async (...parameters: readonly string[]): Promise<string> => {
    const { stdout } = await run("tmux", ["-S", socket, "-f", "/dev/null", ...parameters], {
      env: { PATH: process.env.PATH, HOME: folder, LANG: "C.UTF-8", TERM: "xterm" },
    });
    return stdout;
  };
  try {
    const script = join(folder, "program");
    const set = Object.entries({ HOME: folder, LANG: "C.UTF-8", TERM: "xterm", ...environment(folder) });
    const lines = ["#!/bin/sh", ...set.map(([name, value]) => `export ${name}=${quoted(value)}`)];
    await writeFile(script, `${lines.join("\n")}\nexec ${command.map(quoted).join(" ")}\n`, { mode: 0o700 });
    const size = ["-x", String(screenColumns), "-y", String(screenRows)];
    await tmux("new-session", "-d", ...size, script);
    const lines_ = async () => (await tmux("capture-pane", "-p")).split("\n").map((line) => line.trimEnd());
    return await use({
      folder,
      lines: lines_,
      press: async (...keys) => void (await tmux("send-keys", ...keys)),
      repeat: async (key, times) => {
        if (times > 0) await tmux("send-keys", "-N", String(times), key);
      },
      type: async (text) => void (await tmux("send-keys", "-l", text)),
      settle: (before) => settle(lines_, before),
    });
  } finally {
    await tmux("kill-server").catch(() => "it has ended by itself");
    // The program may still be writing what it remembers.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function settle(
  look: () => Promise<readonly string[]>,
  before: readonly string[],
): Promise<readonly string[]> {
  let last = before;
  let same = 0;
  for (let waitedMs = 0; waitedMs < settleTimeoutMs; waitedMs += lookEveryMs) {
    await delay(lookEveryMs);
    const now = await look();
    same = now.join("\n") === last.join("\n") && now.join("\n") !== before.join("\n") ? same + 1 : 0;
    last = now;
    if (same >= settledLooks) return now;
  }
  assert(false, `the screen settles:\n${last.filter((line) => line !== "").join("\n")}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * tmux in its control mode: one process that is asked line by line, and answers between `%begin` and `%end`, where a
 * process for each key and each look would take most of the time.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { assert } from "#core/result.ts";

export interface Tmux {
  /** Carries out a command of tmux and gives the lines that it prints; throws with them when tmux refuses it. */
  ask(command: string): Promise<readonly string[]>;
  /** Asks two things between which nothing happens: the screen does not change from the first to the second. */
  askAtOnce(first: string, second: string): Promise<readonly [readonly string[], readonly string[]]>;
  /** Ends the server with everything that runs in it. */
  end(): Promise<void>;
}

interface Asked {
  readonly resolve: (lines: readonly string[]) => void;
  readonly reject: (error: Error) => void;
}

/** Starts a server of its own behind a socket, with the command that makes its first session. */
export function openTmux(socket: string, session: readonly string[], environment: NodeJS.ProcessEnv): Tmux {
  const child = spawn("tmux", ["-S", socket, "-f", "/dev/null", "-C", ...session], {
    env: environment,
    stdio: ["pipe", "pipe", "inherit"],
  });
  // The session's own answer comes first: without it nothing else can be asked.
  let failed: Error | null = null;
  const asked: Asked[] = [
    {
      resolve: () => {},
      reject: (error) => {
        failed = error;
      },
    },
  ];
  let printed: string[] | null = null;
  let closing: string | null = null;
  createInterface({ input: child.stdout }).on("line", (line) => {
    const block = /^%(begin|end|error) (\d+ \d+ \d+)$/.exec(line);
    if (printed === null) {
      // Everything outside of an answer is news of the screen, which is looked at when it is wanted.
      if (block?.[1] !== "begin") return;
      printed = [];
      closing = block[2] ?? "";
    } else if (block !== null && block[1] !== "begin" && block[2] === closing) {
      const answered = asked.shift();
      if (block[1] === "end") answered?.resolve(printed);
      else answered?.reject(new Error(`tmux: ${printed.join("\n")}`));
      printed = null;
    } else printed.push(line);
  });
  child.once("close", () => {
    for (const { reject } of asked.splice(0)) reject(new Error("the terminal has ended"));
  });
  const answer = (): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      asked.push({ resolve, reject: (error) => reject(failed ?? error) });
    });
  const write = (line: string) => {
    assert(!line.includes("\n"), "a command of tmux is one line");
    child.stdin.write(`${line}\n`);
  };
  return {
    ask: (command) => {
      write(command);
      return answer();
    },
    askAtOnce: (first, second) => {
      // One line with two commands gives two answers.
      write(`${first} ; ${second}`);
      return Promise.all([answer(), answer()]);
    },
    end: async () => {
      if (child.exitCode !== null) return;
      const closed = once(child, "close");
      child.stdin.end("kill-server\n");
      await closed;
    },
  };
}

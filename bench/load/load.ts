/** Starts the load's process and asks it for rounds. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { assert } from "#core/result.ts";
import type { Round, RoundOutcome } from "./round.ts";

export interface Load {
  /** One round to its end. Throws when more answers failed than `failedMax`, 0 unless said otherwise. */
  run(round: Round, failedMax?: number): Promise<RoundOutcome>;
  close(): Promise<void>;
}

/** Starts it; it ends with `close`, or with us. */
export function openLoad(): Load {
  const child = fork(join(import.meta.dirname, "clients.ts"), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return {
    run: async (round, failedMax = 0) => {
      const outcome = await answerOf(child, round);
      const example = outcome.failures.join("\n");
      assert(outcome.failed <= failedMax, `${outcome.failed} answers were not ${round.status}:\n${example}`);
      return outcome;
    },
    close: async () => {
      child.disconnect();
      await once(child, "exit");
    },
  };
}

function answerOf(child: ChildProcess, round: Round): Promise<RoundOutcome> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("the load's process ended"));
    child.once("exit", ended);
    child.once("message", (outcome: RoundOutcome) => {
      child.off("exit", ended);
      resolve(outcome);
    });
    child.send(round);
  });
}

/** A request without a body, as a browser sends it. */
export function getRequest(path: string, headers: Readonly<Record<string, string>> = {}): string {
  return requestText("GET", path, { "Accept-Encoding": "gzip", ...headers }, "");
}

/** A request with a body. */
export function postRequest(path: string, headers: Readonly<Record<string, string>>, body: string): string {
  return requestText("POST", path, { ...headers, "Content-Length": String(Buffer.byteLength(body)) }, body);
}

function requestText(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): string {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    "Host: localhost",
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}

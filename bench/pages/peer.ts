import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { assert } from "#core/result.ts";
import { Connection } from "../load/connection.ts";
import { getRequest } from "../load/load.ts";
import type { BareAnswer } from "./bare-server.ts";

export interface Peer {
  readonly port: number;
  close(): Promise<void>;
}

/** Node's server adds these itself, to both. */
const ownHeaders: ReadonlySet<string> = new Set(["date", "connection", "keep-alive"]);

/** What the portal sends for a page, byte for byte, for the bare server to send. */
export async function answerOf(port: number, path: string, cookie?: string): Promise<BareAnswer> {
  const connection = await Connection.open(port);
  const answer = await connection.send(getRequest(path, cookie === undefined ? {} : { Cookie: cookie }));
  connection.close();
  assert(answer.status === 200, `${path}: ${answer.status}`);
  const [, ...lines] = answer.head.trimEnd().split("\r\n");
  const headers = lines.flatMap((line) => {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    return ownHeaders.has(name) ? [] : [[name, line.slice(colon + 1).trim()] as const];
  });
  return { path, headers: Object.fromEntries(headers), body: answer.body.toString("base64") };
}

/** Starts the bare server with these answers. */
export async function startPeer(answers: readonly BareAnswer[]): Promise<Peer> {
  const child = fork(join(import.meta.dirname, "bare-server.ts"), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.send(answers);
  const [port]: unknown[] = await once(child, "message");
  assert(typeof port === "number", "the bare server tells its port");
  return {
    port,
    close: async () => {
      child.disconnect();
      await once(child, "exit");
    },
  };
}

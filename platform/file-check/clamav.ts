/** A scanner of viruses: ClamAV's daemon, asked over its socket (clamd(8), command INSTREAM). */
import { connect } from "node:net";
import { ok, type Result, refused } from "#core/result.ts";

export interface FileScanner {
  /** Whether the file is known to be harmful. `away`: it could not be asked, or did not answer as it should. */
  scan(bytes: Uint8Array): Promise<Result<"clean" | "harmful", "away">>;
}

const chunkBytes = 65_536;
const scanTimeoutMs = 60_000;
const replyBytesMax = 4_096;

/** The scanner behind a socket of this computer. */
export function clamavScanner(socketPath: string): FileScanner {
  return {
    scan: async (bytes) => {
      const reply = await ask(socketPath, bytes);
      if (reply === "stream: OK") return ok("clean");
      return reply?.endsWith(" FOUND") ? ok("harmful") : refused("away");
    },
  };
}

/** The daemon's word on a stream of chunks, each with its length before it, ended by an empty one; `null` for none. */
async function ask(socketPath: string, bytes: Uint8Array): Promise<string | null> {
  return await new Promise((resolve) => {
    const socket = connect(socketPath);
    let reply = "";
    const end = (word: string | null) => {
      socket.destroy();
      resolve(word);
    };
    socket.setTimeout(scanTimeoutMs, () => end(null));
    socket.on("error", () => end(null));
    socket.on("data", (chunk: Buffer) => {
      reply += chunk.toString("latin1");
      if (reply.length > replyBytesMax) end(null);
    });
    socket.on("end", () => end(reply.replace(/\0$/, "").trim()));
    socket.write("zINSTREAM\0");
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      const chunk = bytes.subarray(at, at + chunkBytes);
      socket.write(lengthOf(chunk.length));
      socket.write(chunk);
    }
    socket.write(lengthOf(0));
  });
}

function lengthOf(length: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

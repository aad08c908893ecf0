/**
 * The signer as a process of its own to others: a Unix socket, one line in, one line out. Who may open the socket is
 * the folder's to say (mode 0700 unless the operator made it otherwise); what may be asked is `SigningRequest`'s.
 */
import { once } from "node:events";
import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { dirname } from "node:path";
import { concatBytes } from "#core/bytes.ts";
import type { Engine } from "#core/log/engine.ts";
import { parseVerifierKey } from "#core/log/note.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { type BodySigner, messageOf, type Signed, type SigningProblem } from "./body-signer.ts";
import {
  answerBytesMax,
  answerLine,
  parseAnswerLine,
  parseRequestLine,
  requestBytesMax,
  requestLine,
} from "./signing-wire.ts";

const newline = 0x0a;
/** The kernel's limit for the path of a Unix socket, without the byte that ends it. */
const socketPathBytesMax = 107;
const folderMode = 0o700;
/** For the folder's owner and group: the folder decides whether a group is let in. */
const socketMode = 0o660;
const connectionsMax = 64;
/** A person waits behind each request, in a transaction that holds a case. */
const answerTimeoutMs = 2_000;

export interface RunningSigner {
  close(): Promise<void>;
}

/** Answers at `path` until it is closed. Whoever calls it must hold the log: a socket left over is taken over. */
export async function serveSigner(path: string, signer: BodySigner): Promise<RunningSigner> {
  if (Buffer.byteLength(path) > socketPathBytesMax) {
    throw new Error(
      `the signer's socket ${path} has too long a path: set AYDYN_SIGNER_SOCKET to a shorter one, the same for portal and worker`,
    );
  }
  mkdirSync(dirname(path), { recursive: true, mode: folderMode });
  rmSync(path, { force: true });
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    void answer(socket, signer);
  });
  server.maxConnections = connectionsMax;
  server.listen(path);
  await once(server, "listening");
  chmodSync(path, socketMode);
  return {
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

async function answer(socket: Socket, signer: BodySigner): Promise<void> {
  const line = await readLine(socket, requestBytesMax);
  if (line === null) return;
  const request = parseRequestLine(line);
  const signed = request === null ? refused("signer-refused" as const) : await signer.sign(request);
  socket.end(answerLine(signed));
}

/** The one line that the other side sends, without its newline; `null` when it sends anything else, or nothing in time. */
async function readLine(socket: Socket, bytesMax: number): Promise<Uint8Array | null> {
  return await new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const give = (line: Uint8Array | null) => {
      if (line === null) socket.destroy();
      resolve(line);
    };
    const timer = setTimeout(() => give(null), answerTimeoutMs);
    socket.on("data", (chunk: Uint8Array) => {
      chunks.push(chunk);
      length += chunk.length;
      const isEnded = chunk.includes(newline);
      if (!isEnded && length <= bytesMax) return;
      const whole = concatBytes(...chunks);
      const isOneLine = length <= bytesMax && whole.indexOf(newline) === whole.length - 1;
      give(isOneLine ? whole.subarray(0, -1) : null);
    });
    socket.once("error", () => give(null));
    socket.once("close", () => {
      clearTimeout(timer);
      give(null);
    });
  });
}

export interface SignerAtSocket {
  readonly path: string;
  readonly origin: string;
  readonly engine: Pick<Engine, "verifyEd25519">;
  /** The body's key (vkey text) as the record names it. Another signature than under this one is not passed on. */
  readonly publicKeyOf: (body: BodyNumber) => Promise<string | null>;
}

/** Asks the signer behind a socket, and believes nothing that the body's public key does not confirm. */
export function signerAtSocket(place: SignerAtSocket): BodySigner {
  return {
    sign: async (request) => {
      const bodyKey = await place.publicKeyOf(request.body);
      const key = parseVerifierKey(bodyKey ?? "");
      if (!key.ok) return refused("signer-refused");
      const answered = await askSocket(place.path, requestLine(request));
      if (!answered.ok) return answered;
      const message = messageOf(place.origin, request);
      const isTheirs =
        answered.value.bodyKey === bodyKey &&
        place.engine.verifyEd25519(key.value.publicKey, message, answered.value.signature);
      return isTheirs ? ok(answered.value) : refused("signer-refused");
    },
  };
}

async function askSocket(path: string, line: string): Promise<Result<Signed, SigningProblem>> {
  const socket = connect(path);
  socket.write(line);
  const answered = await readLine(socket, answerBytesMax);
  socket.destroy();
  return answered === null ? refused("signer-away") : parseAnswerLine(answered);
}

/**
 * A line as people have it in a village: everything between a browser and a server goes through a proxy that is as slow
 * as the line is, and that can break. The rate is shared by all connections, each way apart.
 */
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { assert } from "#core/result.ts";

export interface LineQuality {
  readonly bitsPerSecond: number;
  /** There and back, in milliseconds. */
  readonly roundTripMs: number;
}

/** An evening line as it has been reported: 25 to 40 kbit/s over a satellite's distance. */
export const eveningLine: LineQuality = { bitsPerSecond: 32_000, roundTripMs: 600 };

/** A good line, for what is about breaking and not about waiting. */
export const quickLine: LineQuality = { bitsPerSecond: 10_000_000, roundTripMs: 20 };

export interface SlowLine {
  /** What the browser calls instead of the server. */
  readonly origin: string;
  /** Bytes that have come out at either end. */
  readonly carried: { readonly up: number; readonly down: number };
  /** Breaks every connection as soon as the server begins to answer the next request that is posted. */
  breakAtNextAnswer(): Promise<void>;
  close(): Promise<void>;
}

const pieceBytes = 512;
const bitsPerByte = 8;
/** More than this on its way, and the sender is asked to wait, as TCP would. */
const onTheWayBytesMax = 16_384;

/** Opens a line to a server on this machine. */
export async function openSlowLine(target: string, quality: LineQuality): Promise<SlowLine> {
  const { hostname, port } = new URL(target);
  const carried = { up: 0, down: 0 };
  const up = oneWay(quality, (bytes) => {
    carried.up += bytes;
  });
  const down = oneWay(quality, (bytes) => {
    carried.down += bytes;
  });
  const sockets = new Set<Socket>();
  let broken: (() => void) | null = null;
  let posted = false;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A broken line is what these tests are about; whoever waits for it notices by the end of the connection.
    socket.on("error", () => socket.destroy());
  };
  const server = createServer({ allowHalfOpen: false }, async (browser) => {
    keep(browser);
    browser.pause();
    // The handshake of the transport goes there and back before the first byte of a request.
    await delay(quality.roundTripMs);
    const serverSide = connect(Number(port), hostname);
    keep(serverSide);
    up(browser, serverSide, (piece) => {
      if (piece.subarray(0, 5).toString("latin1") === "POST ") posted = true;
    });
    down(serverSide, browser, () => {
      if (broken === null || !posted) return;
      const tell = broken;
      broken = null;
      for (const socket of sockets) socket.destroy();
      tell();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  assert(address !== null && typeof address === "object", "a port was given");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    carried,
    breakAtNextAnswer: () => {
      posted = false;
      return new Promise((resolve) => {
        broken = resolve;
      });
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** One way of the line. The given function is told of each piece before it comes out at the other end. */
function oneWay(quality: LineQuality, carried: (bytes: number) => void) {
  const msPerByte = (bitsPerByte * 1000) / quality.bitsPerSecond;
  const halfMs = quality.roundTripMs / 2;
  let freeAt = 0;
  return (from: Socket, to: Socket, look: (piece: Buffer) => void): void => {
    const arrivals = inOrder();
    let onTheWay = 0;
    const send = (piece: Buffer): void => {
      freeAt = Math.max(freeAt, performance.now()) + piece.length * msPerByte;
      onTheWay += piece.length;
      if (onTheWay > onTheWayBytesMax) from.pause();
      arrivals(freeAt + halfMs, () => {
        onTheWay -= piece.length;
        if (onTheWay <= onTheWayBytesMax) from.resume();
        if (to.destroyed) return;
        carried(piece.length);
        to.write(piece);
      });
    };
    const after = () => Math.max(freeAt, performance.now()) + halfMs;
    from.on("data", (chunk: Buffer) => {
      look(chunk);
      for (let at = 0; at < chunk.length; at += pieceBytes) send(chunk.subarray(at, at + pieceBytes));
    });
    from.on("end", () => arrivals(after(), () => void to.end()));
    from.on("close", () => arrivals(after() + halfMs, () => void to.destroy()));
    from.resume();
  };
}

/** Runs what is given at its time, and never before what was given earlier: on a busy machine timers alone overtake. */
function inOrder(): (at: number, run: () => void) => void {
  const waiting: { readonly at: number; readonly run: () => void }[] = [];
  let isWaiting = false;
  const pump = (): void => {
    for (let next = waiting[0]; next !== undefined && next.at <= performance.now(); next = waiting[0]) {
      waiting.shift();
      next.run();
    }
    const [next] = waiting;
    isWaiting = next !== undefined;
    if (next !== undefined) setTimeout(pump, Math.max(1, next.at - performance.now()));
  };
  return (at, run) => {
    waiting.push({ at, run });
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(pump, Math.max(0, at - performance.now()));
  };
}

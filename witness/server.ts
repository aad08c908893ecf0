import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { concatBytes } from "#core/bytes.ts";
import { addCheckpointBytesMax } from "#core/log/witness-rules.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { describedError } from "#engines/operations/event-log.ts";
import { type RateLimit, rateLimit } from "./rate-limit.ts";
import { createWitness, type Witness, type WitnessOptions } from "./witness.ts";

/** A C2SP witness over HTTP: `POST /add-checkpoint`, `GET /<hex sha256(origin)>/checkpoint`, and `GET /` for people. */
export interface ServeOptions extends Omit<WitnessOptions, "engine"> {
  readonly engine?: WitnessOptions["engine"];
  /** 0 for any free port. */
  readonly port: number;
  /** Address to listen on; every one of the machine if left out. */
  readonly host?: string;
  readonly requestsPerMinuteMax?: number;
  /** Told of each answer: whether a checkpoint was brought, and the status. */
  readonly onAnswer?: (path: "add-checkpoint" | "other", status: number) => void;
  /** A request that is not whole by then is given up. */
  readonly readTimeoutMs?: number;
}

export interface RunningWitness {
  readonly witness: Witness;
  readonly port: number;
  readonly url: string;
  /** Stops listening; answers under way are finished first. */
  close(): Promise<void>;
}

/** Four batches a second, as the fastest sequencer sends them, and room for others behind the same address. */
export const requestsPerMinuteDefault = 600;
const readTimeoutMsDefault = 10_000;
const keepAliveMs = 75_000;
const closeTimeoutMs = 3_000;
const headerBytesMax = 8_192;
const connectionsMax = 1_000;
const requestsUnderWayMax = 200;
const plainText = "text/plain; charset=utf-8";

/** Starts the server; resolves when it listens. Rejects when the port is taken. */
export async function serveWitness(options: ServeOptions): Promise<RunningWitness> {
  const witness = createWitness({ ...options, engine: options.engine ?? nativeEngine });
  const limit = rateLimit(options.requestsPerMinuteMax ?? requestsPerMinuteDefault, options.now);
  const readTimeoutMs = options.readTimeoutMs ?? readTimeoutMsDefault;
  const report = options.report ?? (() => undefined);
  let underWay = 0;
  const server = createServer(
    {
      requestTimeout: readTimeoutMs,
      headersTimeout: readTimeoutMs,
      connectionsCheckingInterval: Math.max(50, Math.floor(readTimeoutMs / 4)),
      keepAliveTimeout: keepAliveMs,
      maxHeaderSize: headerBytesMax,
    },
    (request, response) => {
      const path = request.url === "/add-checkpoint" ? "add-checkpoint" : "other";
      response.once("finish", () => options.onAnswer?.(path, response.statusCode));
      underWay += 1;
      const busy = underWay > requestsUnderWayMax;
      const answered = busy ? tooMany(response, 1) : handle(request, response, witness, limit);
      answered
        .catch((error: unknown) => {
          // The state could not be kept (a full disk, a damaged file): without it, nothing is signed.
          report({ event: "memory-not-kept", error: describedError(error) });
          if (!response.headersSent) return send(response, 500, "the witness could not keep its state\n");
          response.destroy();
          return undefined;
        })
        .finally(() => {
          underWay -= 1;
        });
    },
  );
  server.maxConnections = connectionsMax;
  const port = await listen(server, options.port, options.host);
  return { witness, port, url: `http://${hostOfUrl(options.host)}:${port}`, close: () => close(server) };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  witness: Witness,
  limit: RateLimit,
): Promise<void> {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  const isReading = request.method === "GET" || request.method === "HEAD";
  if (path === "/health" && isReading) return send(response, 200, "running\n");
  const wait = limit.secondsToWait(request.socket.remoteAddress ?? "");
  if (wait !== null) return tooMany(response, wait);
  if (path === "/add-checkpoint") {
    return request.method === "POST"
      ? addCheckpoint(request, response, witness)
      : notAllowed(response, "POST");
  }
  if (!isReading) return notAllowed(response, "GET, HEAD");
  if (path === "/") return send(response, 200, aboutText(witness));
  const checkpoint = await witness.latestCheckpoint(path.slice(1));
  return checkpoint === null ? send(response, 404, "no such checkpoint\n") : send(response, 200, checkpoint);
}

async function addCheckpoint(
  request: IncomingMessage,
  response: ServerResponse,
  witness: Witness,
): Promise<void> {
  const body = await readBody(request);
  if (body === "too-long") {
    response.setHeader("Connection", "close");
    return send(response, 413, `a request has at most ${addCheckpointBytesMax} bytes\n`);
  }
  // The sender left or was given up; there is nobody to answer.
  if (body === "cut-off") return;
  const answer = await witness.addCheckpoint(body);
  return send(response, answer.status, answer.body, answer.contentType);
}

async function readBody(request: IncomingMessage): Promise<Uint8Array | "too-long" | "cut-off"> {
  if (Number(request.headers["content-length"] ?? 0) > addCheckpointBytesMax) return "too-long";
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    // Not destroying the request keeps the connection alive for the answer 413.
    const body: AsyncIterable<Uint8Array> = request.iterator({ destroyOnReturn: false });
    for await (const chunk of body) {
      length += chunk.length;
      if (length > addCheckpointBytesMax) return "too-long";
      chunks.push(chunk);
    }
  } catch {
    return "cut-off";
  }
  return concatBytes(...chunks);
}

function send(
  response: ServerResponse,
  status: number,
  body: string,
  contentType = plainText,
): Promise<void> {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    "Content-Type": contentType,
    "Content-Length": bytes.length,
    "Cache-Control": "no-store",
    "Access-Control-Allow-Origin": "*",
    "X-Content-Type-Options": "nosniff",
  });
  return new Promise((resolve) => {
    response.once("close", resolve);
    response.end(bytes);
  });
}

function tooMany(response: ServerResponse, seconds: number): Promise<void> {
  response.setHeader("Retry-After", String(seconds));
  return send(response, 429, "too many requests\n");
}

function notAllowed(response: ServerResponse, methods: string): Promise<void> {
  response.setHeader("Allow", methods);
  return send(response, 405, `allowed: ${methods}\n`);
}

function aboutText(witness: Witness): string {
  const logs = witness.logs.map((log) => `  ${log.text}\n`).join("");
  return `This is a witness of transparency logs (c2sp.org/tlog-witness).\nIts key:\n  ${witness.key.text}\nIt follows:\n${logs}`;
}

function hostOfUrl(host: string | undefined): string {
  if (host === undefined || host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(address !== null && typeof address === "object" ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), closeTimeoutMs).unref();
  });
}

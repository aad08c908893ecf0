/**
 * The address at which a program tells its operator how it is, apart from the one that people use: by default only
 * programs on the same computer reach it.
 *
 * - `/health/live`: 200 while the program answers at all. Who gets no answer starts it anew.
 * - `/health/ready`: what it found when it looked; 200, or 503 while something has failed.
 * - `/metrics`: its figures, for Prometheus.
 * - pages for people, where the program has some.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { addReadinessFigures, type ReadinessReport } from "./health.ts";
import { type Metrics, metricsContentType } from "./metrics.ts";

export interface OperationsAddress {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
}

export interface OperationsOptions extends OperationsAddress {
  readonly readiness: () => Promise<ReadinessReport>;
  readonly metrics: Metrics;
  readonly pages?: OperationsPages;
}

/** Answers at any other path; `null` where nothing is. */
export type OperationsPages = (
  path: string,
  acceptLanguage: string | undefined,
) => Promise<OperationsAnswer | null>;

export interface RunningOperations extends AsyncDisposable {
  readonly url: string;
}

export interface OperationsAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const headerBytesMax = 8_192;
const requestTimeoutMs = 5_000;
const connectionsMax = 50;
const plainText = "text/plain; charset=utf-8";
const loopbackNames: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Begins to answer; rejects when the port is taken. */
export async function serveOperations(options: OperationsOptions): Promise<RunningOperations> {
  const server = createServer(
    { maxHeaderSize: headerBytesMax, requestTimeout: requestTimeoutMs, headersTimeout: requestTimeoutMs },
    (request, response) => {
      answer(request, options).then(
        (given) => send(response, given, request.method === "HEAD"),
        () => send(response, plain(500, "the program could not say how it is\n"), false),
      );
    },
  );
  server.maxConnections = connectionsMax;
  addReadinessFigures(options.metrics, options.readiness);
  const port = await listen(server, options);
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  return { url: `http://${host}:${port}`, [Symbol.asyncDispose]: () => close(server) };
}

async function answer(
  request: IncomingMessage,
  { host, readiness, metrics, pages }: OperationsOptions,
): Promise<OperationsAnswer> {
  if (request.method !== "GET" && request.method !== "HEAD") return plain(405, "allowed: GET, HEAD\n");
  // A page of a stranger, open on this computer, can bend its own name to this address and read along.
  if (isLoopback(host) && !loopbackNames.has(nameAsked(request))) return plain(421, "not known here\n");
  const [path = "/"] = (request.url ?? "/").split("?");
  switch (path) {
    case "/health/live":
      return plain(200, "live\n");
    case "/health/ready": {
      const report = await readiness();
      const body = `${JSON.stringify(report)}\n`;
      return { status: report.ready ? 200 : 503, contentType: "application/json", body };
    }
    case "/metrics":
      return { status: 200, contentType: metricsContentType, body: await metrics.text() };
    default:
      return (
        (await pages?.(path, request.headers["accept-language"])) ??
        plain(404, "there is /health/live, /health/ready and /metrics\n")
      );
  }
}

function plain(status: number, body: string): OperationsAnswer {
  return { status, contentType: plainText, body };
}

function send(response: ServerResponse, { status, contentType, body }: OperationsAnswer, head: boolean) {
  response.writeHead(status, {
    "content-type": contentType,
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy":
      "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  });
  response.end(head ? "" : body);
}

function nameAsked({ headers }: IncomingMessage): string {
  return (headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
}

function isLoopback(host: string): boolean {
  return loopbackNames.has(host.includes(":") ? `[${host}]` : host);
}

function listen(server: Server, { host, port }: OperationsAddress): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(address !== null && typeof address === "object" ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * Counts the bytes that a page costs on the line: a plain HTTP/1.1 request over a raw socket, with every byte of the
 * response counted, headers included. Nothing of our own code is asked for its size.
 */
import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

export interface WireResponse {
  readonly status: number;
  /** Names in small letters; of several headers of one name, all values in order. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** Status line, headers, blank line and body as sent. */
  readonly bytes: number;
  readonly headerBytes: number;
  /** The body, decompressed. */
  readonly body: Buffer;
}

export interface WireRequest {
  /** Such as "http://127.0.0.1:8080". */
  readonly origin: string;
  readonly path: string;
  readonly method?: "GET" | "HEAD" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly acceptEncoding?: string;
}

const answerTimeoutMs = 10_000;

function requestBytes(request: WireRequest, host: string): Buffer {
  const { method = "GET", path, headers = {}, body = "", acceptEncoding = "gzip" } = request;
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${host}`,
    "User-Agent: Mozilla/5.0 (Windows NT 6.1; rv:115.0) Gecko/20100101 Firefox/115.0",
    "Accept: text/html,application/xhtml+xml,*/*;q=0.8",
    `Accept-Encoding: ${acceptEncoding}`,
    "Connection: close",
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(method === "POST" ? [`Content-Length: ${Buffer.byteLength(body)}`] : []),
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), Buffer.from(body)]);
}

function received(sent: Uint8Array, host: string, port: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, host, () => socket.write(sent));
    socket.setTimeout(answerTimeoutMs, () => socket.destroy(new Error("no answer in time")));
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => resolve(Buffer.concat(chunks)));
  });
}

function withoutChunks(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf("\r\n", at);
    const size = Number.parseInt(body.subarray(at, end).toString("latin1"), 16);
    if (!(size > 0)) break;
    chunks.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(chunks);
}

function decoded(body: Buffer, encoding: string | undefined): Buffer {
  if (body.length === 0 || encoding === undefined) return body;
  return encoding === "br" ? brotliDecompressSync(body) : gunzipSync(body);
}

/** Sends one request on a connection of its own and counts what comes back. */
export async function bytesOnTheWire(request: WireRequest): Promise<WireResponse> {
  const { hostname, port, host } = new URL(request.origin);
  const raw = await received(requestBytes(request, host), hostname, Number(port));
  const end = raw.indexOf("\r\n\r\n");
  if (end < 0) throw new Error(`no HTTP response: ${raw.subarray(0, 80).toString("latin1")}`);
  const [statusLine = "", ...lines] = raw.subarray(0, end).toString("latin1").split("\r\n");
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()]);
  }
  const sent = raw.subarray(end + 4);
  const plain = headers.get("transfer-encoding")?.[0] === "chunked" ? withoutChunks(sent) : sent;
  return {
    status: Number(statusLine.split(" ")[1]),
    headers,
    bytes: raw.length,
    headerBytes: end + 4,
    body: decoded(plain, headers.get("content-encoding")?.[0]),
  };
}

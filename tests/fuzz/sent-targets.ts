/** What is sent to the server: whole requests, forms in pieces, JSON, addresses. Any answer above 499 is a bug of ours. */
import { once } from "node:events";
import { connect } from "node:net";
import { utf8Bytes } from "#core/bytes.ts";
import { html } from "#platform/html/html.ts";
import { shown } from "#platform/http/answer.ts";
import { problemSchema } from "#platform/http/problem-json.ts";
import { buildServer, type Server } from "#platform/http/server.ts";
import type { FuzzTarget } from "./fuzz.ts";

const boundary = "a-line-that-no-file-holds";
const field = (name: string, more: string, bytes: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${bytes}\r\n`;
const inPieces = utf8Bytes(
  `${field("then", "", "x")}${field("file", '; filename="hat ýok.pdf"\r\nContent-Type: application/pdf', "%PDF-1.4")}--${boundary}--\r\n`,
);
const json = utf8Bytes('{"count":1,"name":"gaz"}');
const answerWaitMs = 2_000;

/** The kinds of requests that the portal takes, on a server of their own without a database behind it. */
export async function withReadersOfWhatIsSent(
  run: (targets: readonly FuzzTarget[]) => Promise<void>,
): Promise<void> {
  const server = await buildServer({
    origin: "http://localhost",
    serverKey: new Uint8Array(32),
    now: () => 0,
    randomBytes: (length) => new Uint8Array(length).fill(5),
    log: () => {},
    surroundings: async () => ({ fingerprint: null, signedIn: null, stateName: "Oguzabat", isDemo: false }),
  });
  registerRoutes(server);
  await server.fastify.listen({ port: 0, host: "127.0.0.1" });
  const address = server.fastify.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  try {
    await run([
      posted(server, "form in pieces", inPieces, `multipart/form-data; boundary=${boundary}`, "/en/send"),
      posted(
        server,
        "posted form",
        utf8Bytes("then=x&a=1&a=2"),
        "application/x-www-form-urlencoded",
        "/en/send",
      ),
      posted(server, "JSON of the API", json, "application/json", "/api/v1/things"),
      wholeRequests(port),
    ]);
  } finally {
    await server.fastify.close();
  }
}

function registerRoutes(server: Server): void {
  server.get("/parts/:name", async ({ params, query }) =>
    shown({ title: "x", main: html`<h1>${params.name} ${Object.keys(query).join()}</h1>` }),
  );
  server.post("/send", async ({ body, files }) =>
    shown({ title: "x", main: html`<h1>${Object.keys(body).join()} ${files.length}</h1>` }),
  );
  const body = {
    type: "object",
    required: ["count", "name"],
    additionalProperties: false,
    properties: { count: { type: "integer" }, name: { type: "string", maxLength: 5 } },
  };
  const response = { 200: { type: "object", properties: { made: { type: "boolean" } } }, 400: problemSchema };
  server.fastify.post("/api/v1/things", { schema: { summary: "Makes", body, response } }, async () => ({
    made: true,
  }));
}

function posted(server: Server, name: string, sample: Uint8Array, type: string, url: string): FuzzTarget {
  const headers = { host: "localhost", origin: "http://localhost", "content-type": type };
  return {
    name,
    samples: [sample],
    share: 0.1,
    read: async (input) => {
      const payload = Buffer.from(input);
      const { statusCode } = await server.fastify.inject({ method: "POST", url, headers, payload });
      return isTaken(statusCode);
    },
  };
}

/** Bytes on the line: a request whose line, headers or cookies are anything at all. */
function wholeRequests(port: number): FuzzTarget {
  const samples = [
    "GET /en/parts/a%20b?x=1&y=%C3%BD HTTP/1.1\r\nHost: localhost\r\nCookie: a=b; __Host-session=x\r\nAccept-Language: ru, tk;q=0.5\r\nConnection: close\r\n\r\n",
    "POST /en/send HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 6\r\nConnection: close\r\n\r\nthen=x",
  ];
  return {
    name: "request on the line",
    samples: samples.map(utf8Bytes),
    share: 0.02,
    read: async (input) => {
      const socket = connect(port, "127.0.0.1");
      let answer = "";
      socket.setTimeout(answerWaitMs, () => socket.destroy());
      socket.on("error", () => {}); // The server may cut a line that makes no sense: an answer like any other.
      socket.on("data", (bytes) => {
        answer += bytes.toString("latin1");
      });
      socket.end(input);
      await once(socket, "close");
      const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
      return status === undefined ? null : isTaken(Number(status));
    },
  };
}

function isTaken(status: number): boolean {
  if (status >= 500) throw new Error(`answered ${status}`);
  return status < 400;
}

/**
 * The peer of the pages: a bare `node:http` server, a program of its own, that sends what it was given and looks at
 * nothing else. No framework, no log, no session, no check.
 */
import { createServer } from "node:http";

/** One answer: headers by name, and the body in base64 as it goes over the line. */
export interface BareAnswer {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function serve(answers: readonly BareAnswer[]): void {
  const known = new Map(
    answers.map(({ path, headers, body }) => [path, { headers, body: Buffer.from(body, "base64") }]),
  );
  const server = createServer((request, response) => {
    const answer = known.get(request.url ?? "");
    if (answer === undefined) response.writeHead(404, { "content-length": 0 }).end();
    else response.writeHead(200, answer.headers).end(answer.body);
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (typeof address === "object" && address !== null) process.send?.(address.port);
  });
}

process.once("message", serve);
process.on("disconnect", () => process.exit(0));

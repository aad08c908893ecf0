import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { attemptsMax, type WebAccess, webSource } from "./web-source.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves the answers in turn, the last one for ever. */
async function withAnswers(
  answers: readonly Answer[],
  run: (address: string, requests: IncomingMessage[]) => Promise<void>,
): Promise<void> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)];
    requests.push(request);
    answer?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  try {
    await run(`http://127.0.0.1:${typeof bound === "object" ? bound?.port : 0}`, requests);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const waits: number[] = [];
const access: WebAccess = {
  fetch,
  wait: async (milliseconds) => void waits.push(milliseconds),
  silenceMsMax: 1_000,
};
const body = Buffer.from("0123456789".repeat(100));
const whole: Answer = (_, response) => void response.end(body);
const status =
  (code: number): Answer =>
  (_, response) => {
    response.statusCode = code;
    response.end();
  };

/** Sends the first half with an entity tag, then hangs up. */
const half: Answer = (_, response) => {
  response.writeHead(200, { etag: '"one"', "content-length": body.length });
  response.write(body.subarray(0, 500), () => response.destroy());
};

/** Sends what the range asks for, if the tag still holds. */
const rest: Answer = (request, response) => {
  assert.equal(request.headers["if-range"], '"one"');
  const start = Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1]);
  response.writeHead(206, { "content-range": `bytes ${start}-${body.length - 1}/${body.length}` });
  response.end(body.subarray(start));
};

test("a file is read; a missing one is missing and not asked for again", async () => {
  await withAnswers([whole], async (address) => {
    const found = await webSource(`${address}/log/`, access).read("tile/0/000", 10_000);
    assert.ok(found.ok && Buffer.from(found.value).equals(body));
  });
  await withAnswers([status(404)], async (address, requests) => {
    const missing = await webSource(address, access).read("tile/0/000", 10_000);
    assert.deepEqual(missing, { ok: false, problem: { kind: "missing", path: "tile/0/000" } });
    assert.equal(requests.length, 1);
  });
});

test("a broken reply is continued where it ended, if the file is still the same", async () => {
  await withAnswers([half, rest], async (address, requests) => {
    const found = await webSource(address, access).read("files.txt", 10_000);
    assert.ok(found.ok && Buffer.from(found.value).equals(body));
    assert.equal(requests[1]?.headers.range, "bytes=500-");
  });
});

test("a broken reply of a file that changed meanwhile is read anew", async () => {
  await withAnswers([half, whole], async (address) => {
    const found = await webSource(address, access).read("files.txt", 10_000);
    assert.ok(found.ok && Buffer.from(found.value).equals(body));
  });
});

test("a server in trouble is asked again with growing pauses; then it counts as unreachable", async () => {
  waits.length = 0;
  await withAnswers([status(503), status(429), whole], async (address) => {
    assert.ok((await webSource(address, access).read("checkpoint", 10_000)).ok);
  });
  assert.deepEqual(waits, [500, 1000]);
  await withAnswers([status(500)], async (address, requests) => {
    const outcome = await webSource(address, access).read("checkpoint", 10_000);
    assert.ok(!outcome.ok && outcome.problem.kind === "unreachable");
    assert.equal(requests.length, attemptsMax);
  });
  await withAnswers([status(403)], async (address, requests) => {
    const outcome = await webSource(address, access).read("checkpoint", 10_000);
    assert.ok(!outcome.ok && outcome.problem.kind === "unreachable");
    assert.equal(requests.length, 1);
  });
});

test("a silent server is given up", async () => {
  const silent: Answer = () => undefined;
  await withAnswers([silent, whole], async (address) => {
    assert.ok((await webSource(address, access).read("checkpoint", 10_000)).ok);
  });
});

test("nothing larger than allowed is taken in, not even when it is packed small", async () => {
  const endless: Answer = (_, response) => {
    const send = (): void => {
      if (!response.destroyed) response.write(body, send);
    };
    send();
  };
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const packed: Answer = (_, response) => {
    response.writeHead(200, { "content-encoding": "gzip" });
    response.end(bomb);
  };
  for (const answer of [endless, packed]) {
    await withAnswers([answer], async (address) => {
      const outcome = await webSource(address, access).read("checkpoint", 10_000);
      assert.deepEqual(outcome, {
        ok: false,
        problem: { kind: "too-large", path: "checkpoint", bytesMax: 10_000 },
      });
    });
  }
});

test("a packed reply is unpacked", async () => {
  const packed: Answer = (_, response) => {
    response.writeHead(200, { "content-encoding": "gzip" });
    response.end(gzipSync(body));
  };
  await withAnswers([packed], async (address) => {
    const found = await webSource(address, access).read("tile/entries/000", 10_000);
    assert.ok(found.ok && Buffer.from(found.value).equals(body));
  });
});

test("paths that no log publishes are never asked for", async () => {
  await withAnswers([whole], async (address, requests) => {
    for (const path of ["../secret", "/etc/passwd", "", "a//b", "tile/../../x"]) {
      assert.equal((await webSource(address, access).read(path, 10)).ok, false);
    }
    assert.equal(requests.length, 0);
  });
});

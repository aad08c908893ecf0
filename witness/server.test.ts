import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request as httpRequest } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { verifyCosignature } from "#core/log/cosignature.ts";
import { parseNote } from "#core/log/note.ts";
import { addCheckpointBytesMax, monitoringPath } from "#core/log/witness-rules.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { openFileState } from "./file-state.ts";
import { type RunningWitness, type ServeOptions, serveWitness } from "./server.ts";
import {
  logKey,
  noteOf,
  origin,
  requestOf,
  rewrittenTreeOf,
  witnessName,
  witnessSigner,
} from "./test-log.ts";
import type { WitnessEvent } from "./witness-events.ts";

const clock = { seconds: 1_700_000_000 };

async function withWitness(
  run: (running: RunningWitness) => Promise<void>,
  options: Partial<ServeOptions> = {},
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "witness-server-"));
  const state = await openFileState(folder);
  const running = await serveWitness({
    signer: witnessSigner,
    name: witnessName,
    logs: [logKey],
    state,
    now: () => clock.seconds * 1_000,
    port: 0,
    host: "127.0.0.1",
    ...options,
  });
  try {
    await run(running);
  } finally {
    await running.close();
    state.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function post(running: RunningWitness, body: Uint8Array | string): Promise<Response> {
  return fetch(`${running.url}/add-checkpoint`, {
    method: "POST",
    body: Buffer.from(body),
    headers: { Connection: "close" },
  });
}

async function statusOf(running: RunningWitness, body: Uint8Array | string): Promise<number> {
  const response = await post(running, body);
  await response.text();
  return response.status;
}

/** Sends raw bytes, one piece at a time, and gives everything that comes back until the other side closes. */
function rawExchange(port: number, pieces: readonly string[], pauseMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", async () => {
      for (const piece of pieces) {
        socket.write(piece);
        await new Promise((next) => setTimeout(next, pauseMs));
        if (socket.destroyed) break;
      }
    });
    socket.on("data", (data) => {
      answer += data.toString();
    });
    socket.on("error", (error) => (answer === "" ? reject(error) : resolve(answer)));
    socket.on("close", () => resolve(answer));
  });
}

test("the story of tlog-witness over HTTP", () =>
  withWitness(async (running) => {
    assert.equal(await statusOf(running, await requestOf(0, 5)), 200);
    assert.equal(await statusOf(running, await requestOf(5, 600)), 200);
    const stale = await post(running, await requestOf(5, 600));
    assert.equal(stale.status, 409);
    assert.equal(stale.headers.get("content-type"), "text/x.tlog.size");
    assert.equal(await stale.text(), "600\n");
    clock.seconds += 60;
    const again = await post(running, await requestOf(600, 600));
    const note = parseNote(noteOf(600) + (await again.text()));
    assert.ok(note.ok);
    assert.deepEqual(verifyCosignature(nativeEngine, note.value, running.witness.key), {
      ok: true,
      value: { timeSeconds: clock.seconds },
    });
    assert.equal(await statusOf(running, "garbage"), 400);
    assert.equal(await statusOf(running, await requestOf(700, 600)), 400);
    assert.equal(
      await statusOf(
        running,
        new TextDecoder().decode(await requestOf(600, 700)).replaceAll(origin, "other.example"),
      ),
      404,
    );
    assert.equal(
      await statusOf(running, await requestOf(600, 600, noteOf(600, rewrittenTreeOf(600).root))),
      422,
    );
    assert.equal(
      await statusOf(running, await requestOf(600, 700, noteOf(700, rewrittenTreeOf(700).root))),
      422,
    );
  }));

test("the latest cosigned checkpoint is published under the hash of the origin", () =>
  withWitness(async (running) => {
    const url = `${running.url}/${monitoringPath(nativeEngine, origin)}`;
    assert.match(url, /\/[0-9a-f]{64}\/checkpoint$/);
    assert.equal((await fetch(url)).status, 404);
    const line = await (await post(running, await requestOf(0, 5))).text();
    const published = await fetch(url);
    assert.equal(await published.text(), noteOf(5) + line);
    assert.equal(published.headers.get("content-type"), "text/plain; charset=utf-8");
    assert.equal(published.headers.get("cache-control"), "no-store");
    assert.equal(
      (await fetch(url.toUpperCase().replace("HTTP", "http").replace("CHECKPOINT", "checkpoint"))).status,
      404,
    );
  }));

test("people and supervisors find out what runs here", () =>
  withWitness(async (running) => {
    const about = await (await fetch(running.url)).text();
    assert.ok(about.includes(running.witness.key.text) && about.includes(logKey.text));
    assert.equal((await fetch(`${running.url}/health`)).status, 200);
    assert.equal((await fetch(`${running.url}/nothing`)).status, 404);
    const wrong = await fetch(`${running.url}/add-checkpoint`);
    assert.deepEqual([wrong.status, wrong.headers.get("allow")], [405, "POST"]);
    assert.equal((await fetch(running.url, { method: "DELETE" })).status, 405);
  }));

test("one connection carries many requests", () =>
  withWitness(async (running) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports = new Set<number | undefined>();
    for (let size = 1; size <= 5; size += 1) {
      const body = await requestOf(size - 1, size);
      const status = await new Promise((resolve, reject) => {
        const request = httpRequest(
          `${running.url}/add-checkpoint`,
          { method: "POST", agent },
          (response) => {
            ports.add(request.socket?.localPort);
            response.resume().once("end", () => resolve(response.statusCode));
          },
        );
        request.once("error", reject).end(body);
      });
      assert.equal(status, 200);
    }
    agent.destroy();
    assert.equal(ports.size, 1);
  }));

test("two requests that race from one size: one is cosigned, the other told the size", () =>
  withWitness(async (running) => {
    assert.equal(await statusOf(running, await requestOf(0, 5)), 200);
    const requests = await Promise.all([requestOf(5, 300), requestOf(5, 600)]);
    const statuses = await Promise.all(requests.map((request) => statusOf(running, request)));
    assert.deepEqual(statuses.sort(), [200, 409]);
  }));

test("a body over the cap is refused, announced or not", () =>
  withWitness(async (running) => {
    assert.equal(await statusOf(running, "x".repeat(addCheckpointBytesMax)), 400);
    const head = "POST /add-checkpoint HTTP/1.1\r\nHost: w\r\n";
    const announced = await rawExchange(
      running.port,
      [`${head}Content-Length: ${addCheckpointBytesMax + 1}\r\n\r\n`],
      1,
    );
    assert.match(announced, /^HTTP\/1\.1 413 /);
    const piece = "x".repeat(65_536);
    const chunk = `10000\r\n${piece}\r\n`;
    const unannounced = await rawExchange(
      running.port,
      [`${head}Transfer-Encoding: chunked\r\n\r\n`, chunk, chunk, "1\r\nx\r\n"],
      1,
    );
    assert.match(unannounced, /^HTTP\/1\.1 413 /);
    assert.equal(await statusOf(running, await requestOf(0, 5)), 200);
  }));

test("a slow sender is given up, and others are served meanwhile", () =>
  withWitness(
    async (running) => {
      const pieces = [
        "POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 1000\r\n\r\n",
        ...new Array(40).fill("o"),
      ];
      const slow = rawExchange(running.port, pieces, 50);
      const slowHead = rawExchange(
        running.port,
        ["POST /add-checkpoint HTTP/1.1\r\n", ...new Array(40).fill("X-A: b\r\n")],
        50,
      );
      assert.equal(await statusOf(running, await requestOf(0, 5)), 200);
      for (const answer of await Promise.all([slow, slowHead])) assert.match(answer, /^HTTP\/1\.1 408 /);
    },
    { readTimeoutMs: 300 },
  ));

test("who asks too often is told when to come again", () =>
  withWitness(
    async (running) => {
      for (let count = 0; count < 6; count += 1) assert.equal(await statusOf(running, "garbage"), 400);
      const refused = await post(running, "garbage");
      assert.equal(refused.status, 429);
      assert.equal(refused.headers.get("retry-after"), "10");
      assert.equal((await fetch(`${running.url}/health`)).status, 200);
      clock.seconds += 10;
      assert.equal(await statusOf(running, "garbage"), 400);
      assert.equal(await statusOf(running, "garbage"), 429);
    },
    { requestsPerMinuteMax: 6 },
  ));

test("a state that cannot be kept is an error of ours, reported without what was sent", async () => {
  const events: WitnessEvent[] = [];
  await withWitness(
    async (running) => {
      const response = await post(running, await requestOf(0, 5));
      assert.equal(response.status, 500);
      assert.ok(!(await response.text()).includes("—"));
      assert.deepEqual(
        events.map(({ event }) => event),
        ["memory-not-kept"],
      );
      assert.doesNotMatch(JSON.stringify(events), /disk full|add-checkpoint|old \d/);
    },
    {
      report: (event) => events.push(event),
      state: {
        read: async () => null,
        replace: () => Promise.reject(new Error("disk full")),
        keepEvidence: async () => undefined,
        countEvidence: async () => 0,
      },
    },
  );
});

test("killed between persisting and answering, it comes back knowing what it had signed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "witness-killed-"));
  try {
    const child = spawn(process.execPath, [join(import.meta.dirname, "test-killed-witness.ts"), folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
    const port = await new Promise<string>((resolve) =>
      child.stdout.once("data", (data) => resolve(String(data).trim())),
    );
    const body = await requestOf(0, 600);
    await assert.rejects(
      fetch(`http://127.0.0.1:${port}/add-checkpoint`, { method: "POST", body: Buffer.from(body) }),
    );
    assert.equal(await ended, "SIGKILL");
    const state = await openFileState(folder);
    try {
      await withWitness(
        async (running) => {
          const rollback = await post(running, await requestOf(0, 5));
          assert.deepEqual([rollback.status, await rollback.text()], [409, "600\n"]);
          assert.equal(await statusOf(running, await requestOf(600, 700)), 200);
        },
        { state },
      );
    } finally {
      state.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

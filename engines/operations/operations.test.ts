/** What a program answers its operator: its state, in words of its own, to whoever may ask. */
import assert from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import { diskCheck } from "./disk-check.ts";
import { type DescribedError, describedError, eventLog } from "./event-log.ts";
import { type Found, type HealthCheck, readinessOf } from "./health.ts";
import { Metrics } from "./metrics.ts";
import { serveOperations } from "./operations-routes.ts";

const fine: Found = { state: "fine", facts: {} };

function check(name: HealthCheck["name"], look: () => Promise<Found>): HealthCheck {
  return { name, look };
}

async function asked(url: string, options: { readonly host?: string; readonly method?: string } = {}) {
  const { hostname, port, pathname } = new URL(url);
  const headers = options.host === undefined ? {} : { host: options.host };
  return await new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sent = request(
      { hostname, port, path: pathname, method: options.method ?? "GET", headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        );
      },
    );
    sent.once("error", reject).end();
  });
}

test("ready while nothing has failed; what is only noticed turns nobody away", async () => {
  let state: Found["state"] = "noticed";
  const readiness = readinessOf("portal", [
    check("database", async () => fine),
    check("checkpoint", async () => ({ state, facts: { ageSeconds: 700 } })),
  ]);
  await using running = await serveOperations({
    host: "127.0.0.1",
    port: 0,
    readiness,
    metrics: new Metrics(),
  });
  const ready = await asked(`${running.url}/health/ready`);
  assert.equal(ready.status, 200);
  assert.deepEqual(JSON.parse(ready.body), {
    program: "portal",
    ready: true,
    checks: [
      { name: "database", state: "fine", facts: {} },
      { name: "checkpoint", state: "noticed", facts: { ageSeconds: 700 } },
    ],
  });
  const figures = await asked(`${running.url}/metrics`);
  assert.match(figures.body, /\naydyn_check_noticed\{check="checkpoint"\} 1\n/);
  state = "failed";
  const failed = await asked(`${running.url}/health/ready`);
  assert.equal(failed.status, 503);
  assert.equal(JSON.parse(failed.body).ready, false);
  assert.deepEqual(await asked(`${running.url}/health/live`), { status: 200, body: "live\n" });
  assert.deepEqual(await asked(`${running.url}/health/ready`, { method: "HEAD" }), { status: 503, body: "" });
  assert.equal((await asked(`${running.url}/`)).status, 404);
  assert.equal((await asked(`${running.url}/health/live`, { method: "POST" })).status, 405);
});

test("a look that throws or hangs has failed, tells a code and never a message, and is not begun twice", async () => {
  let looks = 0;
  const readiness = readinessOf(
    "worker",
    [
      check("database", async () => {
        throw Object.assign(new Error("password for postgres://owner:s3cret@db"), { code: "ECONNREFUSED" });
      }),
      check("schema", async () => {
        throw Object.assign(new Error("Nar"), { code: "Nar Küýzeçi" });
      }),
      check("disk", () => {
        looks += 1;
        return new Promise(() => {});
      }),
    ],
    20,
  );
  const [report] = await Promise.all([readiness(), readiness(), readiness()]);
  assert.deepEqual(report.checks, [
    { name: "database", state: "failed", facts: {}, code: "ECONNREFUSED" },
    { name: "schema", state: "failed", facts: {} },
    { name: "disk", state: "failed", facts: {}, code: "TIMED_OUT" },
  ]);
  assert.equal(looks, 1);
});

test("an address of this computer answers to its own names alone, another to any", async () => {
  const readiness = readinessOf("portal", [check("database", async () => fine)]);
  await using local = await serveOperations({
    host: "127.0.0.1",
    port: 0,
    readiness,
    metrics: new Metrics(),
  });
  const { port } = new URL(local.url);
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, "LOCALHOST"])
    assert.equal((await asked(`${local.url}/health/live`, { host })).status, 200, host);
  for (const host of ["evil.example", `evil.example:${port}`, "localhost.evil.example"])
    assert.equal((await asked(`${local.url}/health/ready`, { host })).status, 421, host);
  await using open = await serveOperations({ host: "0.0.0.0", port: 0, readiness, metrics: new Metrics() });
  const reached = open.url.replace("0.0.0.0", "127.0.0.1");
  assert.equal((await asked(`${reached}/health/live`, { host: "portal-1.internal" })).status, 200);
  await assert.rejects(
    serveOperations({ host: "127.0.0.1", port: Number(port), readiness, metrics: new Metrics() }),
    /EADDRINUSE/,
  );
});

test("a full disk is noticed while there is time, and fails when the next act may not be kept", async () => {
  const gib = 1024 ** 3;
  const states: string[] = [];
  for (const free of [20 * gib, gib / 2, gib / 32]) {
    const { state, facts } = await diskCheck("/", async () => ({ free, size: 100 * gib })).look();
    assert.deepEqual(facts, { freeBytes: free, sizeBytes: 100 * gib });
    states.push(state);
  }
  assert.deepEqual(states, ["fine", "noticed", "failed"]);
  const { facts } = await diskCheck("/").look();
  assert.ok(Number(facts.freeBytes) > 0 && Number(facts.sizeBytes) >= Number(facts.freeBytes));
  await assert.rejects(diskCheck("/no/such/folder").look(), /ENOENT/);
});

test("an event is one line of JSON; of an error stands everything but what it says", () => {
  const lines: string[] = [];
  const report = eventLog<{ readonly event: "failed"; readonly error: DescribedError }>({
    program: "worker",
    levels: { failed: "error" },
    now: () => 1_795_000_000_000,
    write: (line) => void lines.push(line),
  });
  const quoting = Object.assign(new Error('invalid input: "Ogulgerek"\n    Ogulgerek'), {
    name: "PostgresError",
    code: "22P02",
    detail: "Ogulgerek",
  });
  report({ event: "failed", error: describedError(quoting) });
  report({
    event: "failed",
    error: describedError(Object.assign(new Error(), { name: "Ogul gerek", code: "x y" })),
  });
  report({ event: "failed", error: describedError("Ogulgerek") });
  const [first, second, third] = lines.map((line) => JSON.parse(line));
  assert.ok(lines.every((line) => line.endsWith("}\n") && line.split("\n").length === 2));
  assert.doesNotMatch(lines.join(""), /Ogul/);
  const { error, ...rest } = first;
  assert.deepEqual(rest, {
    at: "2026-11-18T11:06:40.000Z",
    level: "error",
    program: "worker",
    event: "failed",
  });
  assert.deepEqual([error.type, error.code], ["PostgresError", "22P02"]);
  assert.match(error.stack, /^at .*operations\.test\.ts/);
  assert.deepEqual([second.error.type, second.error.code], ["Error", ""]);
  assert.deepEqual(third.error, { type: "not an error", code: "", stack: "" });
});

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import Fastify from "fastify";
import { formKeys } from "./form-key.ts";
import { bodyDigest } from "./idempotency-store.ts";
import { formKeyLifetimeMs } from "./limits.ts";
import { splitPath } from "./page-path.ts";
import { registerPublishedFolder } from "./published-folder.ts";
import { registerSlowSenderGuard } from "./slow-senders.ts";

test("a form key is known again for a day, and no other is", () => {
  let now = 1_800_000_030_000;
  let drawn = 0;
  const options = {
    now: () => now,
    randomBytes: (length: number) => {
      drawn += 1;
      return new Uint8Array(length).fill(drawn);
    },
  };
  const keys = formKeys({ serverKey: new Uint8Array(32).fill(1), ...options });
  const others = formKeys({ serverKey: new Uint8Array(32).fill(2), ...options });
  const key = keys.draw();
  assert.match(key, /^[\w-]{32}$/);
  assert.notEqual(keys.draw(), key);
  assert.deepEqual(keys.read(key), { ok: true, value: key });
  assert.deepEqual(others.read(key), { ok: false, problem: "not-drawn-here" });
  for (const wrong of [undefined, "", "a".repeat(32), `${key}a`, key.slice(0, 31)]) {
    assert.deepEqual(keys.read(wrong), { ok: false, problem: "not-drawn-here" });
  }
  now += formKeyLifetimeMs - 60_000;
  assert.equal(keys.read(key).ok, true);
  now += 60_001;
  assert.deepEqual(keys.read(key), { ok: false, problem: "expired" });
});

test("no changed form key is taken (property)", () => {
  const keys = formKeys({
    serverKey: new Uint8Array(32),
    now: () => 0,
    randomBytes: (length) => new Uint8Array(length),
  });
  const key = keys.draw();
  fc.assert(
    fc.property(fc.nat(31), fc.constantFrom(..."ABCabc0189-_"), (at, letter) => {
      const changed = key.slice(0, at) + letter + key.slice(at + 1);
      assert.equal(keys.read(changed).ok, changed === key);
    }),
  );
});

test("the digest of a body depends on every name and value, and on no order of names", () => {
  const digest = (body: Record<string, string | string[]>) => Buffer.from(bodyDigest(body)).toString("hex");
  assert.equal(digest({ a: "1", b: "2" }), digest({ b: "2", a: "1" }));
  assert.equal(digest({ a: "1" }), digest({ a: ["1"] }));
  const different = [
    {},
    { a: "1" },
    { a: "2" },
    { a1: "" },
    { a: ["1", "2"] },
    { a: ["2", "1"] },
    { a: "12" },
    { a: "1", b: "" },
  ];
  assert.equal(
    new Set(different.map((body) => digest(body as Record<string, string>))).size,
    different.length,
  );
  const file = { field: "f", fileName: "x", bytes: new Uint8Array([1]) };
  assert.notDeepEqual(bodyDigest({}, [file]), bodyDigest({}, [{ ...file, bytes: new Uint8Array([2]) }]));
});

test("a path is taken apart", () => {
  assert.deepEqual(splitPath("/ru/a/b?c=d?e"), { language: "ru", path: "/a/b", query: "c=d?e" });
  assert.deepEqual(splitPath("/"), { language: "tk", path: "/", query: "" });
  assert.deepEqual(splitPath("/en"), { language: "en", path: "/", query: "" });
  assert.deepEqual(splitPath("/english/x"), { language: "tk", path: "/english/x", query: "" });
});

test("a published folder is served with its media types, open to all, and nothing outside of it", async () => {
  const root = mkdtempSync(join(tmpdir(), "published-"));
  const files: Record<string, string> = {
    "log/executive/checkpoint": "origin\n",
    "log/executive/tile/0/x001/234.p/7": "\u0001",
    "log/executive/tile/entries/000": "\u0001",
    "log/executive/checkpoints/12": "origin\n",
    "log/executive/payloads/000/1.json": "{}",
    "log/executive/files.txt": "checkpoint\n",
    "secret.txt": "s3cret",
    "log/.hidden": "s3cret",
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  const fastify = Fastify();
  await registerPublishedFolder(fastify, { prefix: "/log/", folder: join(root, "log") });
  const seen = async (path: string) => {
    const { statusCode, headers } = await fastify.inject(`/log/executive/${path}`);
    return [
      statusCode,
      headers["content-type"],
      headers["cache-control"],
      headers["access-control-allow-origin"],
    ];
  };
  const immutable = "public, max-age=31536000, immutable";
  assert.deepEqual(await seen("checkpoint"), [200, "text/plain; charset=utf-8", "no-cache", "*"]);
  assert.deepEqual(await seen("tile/0/x001/234.p/7"), [200, "application/octet-stream", immutable, "*"]);
  assert.deepEqual(await seen("tile/entries/000"), [200, "application/octet-stream", immutable, "*"]);
  assert.deepEqual(await seen("checkpoints/12"), [
    200,
    "text/plain; charset=utf-8",
    "public, max-age=60",
    "*",
  ]);
  assert.deepEqual(await seen("payloads/000/1.json"), [
    200,
    "application/json; charset=utf-8",
    "no-cache",
    "*",
  ]);
  for (const path of [
    "/log/../secret.txt",
    "/log/%2e%2e/secret.txt",
    "/log/..%2fsecret.txt",
    "/log/.hidden",
    "/log/executive",
    "/log/",
  ]) {
    const { statusCode, body } = await fastify.inject(path);
    assert.ok(statusCode >= 400, `${path} ${statusCode}`);
    assert.doesNotMatch(body, /s3cret/);
  }
  await fastify.close();
  rmSync(root, { recursive: true });
});

test("a body that trickles in loses its connection; a slow but honest one does not", async () => {
  const fastify = Fastify();
  registerSlowSenderGuard(fastify, { bytesPerSecondMin: 100, checkMs: 100 });
  fastify.post("/", async () => "taken");
  const address = new URL(await fastify.listen({ port: 0, host: "127.0.0.1" }));
  const sendAt = (bytesPerStep: number) =>
    new Promise<string>((resolve) => {
      const length = 40;
      const socket = connect(Number(address.port), address.hostname, () =>
        socket.write(
          `POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n\r\n`,
        ),
      );
      let sent = 0;
      let text = "";
      const timer = setInterval(() => {
        if (sent >= length) return clearInterval(timer);
        socket.write("a".repeat(bytesPerStep));
        sent += bytesPerStep;
      }, 50);
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("error", () => {});
      socket.on("close", () => {
        clearInterval(timer);
        resolve(text);
      });
    });
  assert.match(await sendAt(10), /^HTTP\/1\.1 200/);
  assert.equal(await sendAt(1), "");
  await fastify.close();
});

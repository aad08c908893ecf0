import assert from "node:assert/strict";
import { request as httpRequest } from "node:http";
import { after, before, beforeEach, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { html } from "#platform/html/html.ts";
import { bytesOnTheWire, type WireRequest } from "#tests/wire/wire.ts";
import { errorAnswer, shown } from "./answer.ts";
import { buildServer, type Server } from "./server.ts";

let server: Server;
let origin = "";
let rendered = 0;
let now = 1_000_000;
let version = 1;
/** Held back until it is let go, so that requests meet while one is rendering. */
let gate: Promise<void> | null = null;
const lines: string[] = [];

const publicPage = { caching: { publicSeconds: 60 } } as const;
const filler = "ýüz tutma ".repeat(80);

async function content() {
  rendered += 1;
  const mine = rendered;
  await gate;
  return { title: "x", main: html`<h1>rendering ${mine}</h1><p>${filler}</p>` };
}

before(async () => {
  server = await buildServer({
    origin: "http://localhost",
    trustedProxies: ["127.0.0.1"],
    serverKey: new Uint8Array(32).fill(7),
    now: () => now,
    randomBytes: (length) => new Uint8Array(length).fill(9),
    surroundings: async () => ({ fingerprint: null, signedIn: null, stateName: "Oguzabat", isDemo: false }),
    dataVersion: {
      current: () => version,
      changedHere: () => {
        version += 1;
      },
    },
    log: (event) => void lines.push(JSON.stringify(event)),
  });
  server.get("/public", async () => shown(await content(), publicPage));
  server.get("/with-cookie", async () =>
    shown(await content(), { ...publicPage, headers: { "set-cookie": "a=b" } }),
  );
  server.get("/private", async () => shown(await content()));
  server.get("/secret", async () => shown(await content(), { caching: "secret" }));
  server.get("/missing", async () => {
    rendered += 1;
    return errorAnswer(404);
  });
  server.post("/change", async () => shown({ title: "x", main: html`<h1>Done</h1>` }));
  origin = await server.fastify.listen({ port: 0, host: "127.0.0.1" });
});

after(() => server.fastify.close());

beforeEach(() => {
  // What was kept for one test is nothing to the next.
  now += 3_600_000;
  version += 1;
  rendered = 0;
  gate = null;
});

const get = (path: string, more: Partial<WireRequest> = {}) => bytesOnTheWire({ origin, path, ...more });

test("a public page is rendered once for all, and each gets the same bytes, its age and is counted in the log", async () => {
  const first = await get("/en/public");
  now += 7_000;
  lines.length = 0;
  const second = await get("/en/public");
  assert.equal(rendered, 1);
  assert.deepEqual(second.body, first.body);
  assert.deepEqual(second.headers.get("age"), ["7"]);
  for (const name of ["content-security-policy", "etag", "cache-control", "vary", "content-encoding"]) {
    assert.deepEqual(second.headers.get(name), first.headers.get(name), name);
  }
  await until(async () => /"route":"\/en\/public","status":200,"answers":1/.test(lines.join("")));
  now += 53_000;
  await get("/en/public");
  assert.equal(rendered, 2, "no longer than the page says");
});

test("a browser that has the page is told so without a body", async () => {
  const tag = (await get("/en/public")).headers.get("etag")?.[0] ?? "";
  const again = await get("/en/public", { headers: { "If-None-Match": tag } });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
  assert.equal(again.headers.get("content-encoding"), undefined);
  assert.equal(rendered, 1);
});

test("what changed anywhere is rendered anew, at once, but not in a storm", async () => {
  await get("/en/public");
  version += 1;
  await get("/en/public");
  assert.equal(rendered, 2);
  for (let changes = 0; changes < 50; changes += 1) {
    version += 1;
    await get("/en/public");
  }
  assert.ok(rendered > 2 && rendered <= 11, `${rendered} renderings within a second`);
  now += 1_000;
  const before = rendered;
  await get("/en/public");
  assert.equal(rendered, before + 1, "the next second shows the last change");
});

test("whoever posts sees the change on the next page", async () => {
  await get("/en/public");
  assert.equal((await get("/en/change", { method: "POST", body: "" })).status, 200);
  await get("/en/public");
  assert.equal(rendered, 2);
});

test("nothing is kept of private, secret, missing pages and of those that set a cookie; none is served to a cookie", async () => {
  for (const path of ["/en/private", "/en/secret", "/en/missing", "/en/with-cookie"]) {
    rendered = 0;
    await get(path);
    await get(path);
    assert.equal(rendered, 2, path);
  }
  rendered = 0;
  await get("/en/public", { headers: { Cookie: "aydyn-session=x" } });
  await get("/en/public");
  assert.equal(rendered, 2, "what was made for somebody with a cookie is nobody else's");
  await get("/en/public", { headers: { Cookie: "aydyn-session=x" } });
  await get("/en/public", { headers: { Authorization: "Bearer x" } });
  assert.equal(rendered, 4, "and they get nothing out of the memory");
});

test("an answer is kept under all that it depends on, and nothing that a sender may add changes it for others", async () => {
  const plain = await get("/en/public", { acceptEncoding: "identity" });
  const gzip = await get("/en/public", { acceptEncoding: "gzip" });
  const brotli = await get("/en/public", { acceptEncoding: "br" });
  const encodings = [plain, gzip, brotli].map(({ headers }) => headers.get("content-encoding")?.[0]);
  assert.deepEqual(encodings, [undefined, "gzip", "br"]);
  await get("/tk/public");
  await get("/en/public?q=1");
  assert.equal(rendered, 5);
  const poison = {
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    "Accept-Language": "ru",
  };
  await get("/ru/public", { headers: poison });
  const clean = await get("/ru/public");
  assert.equal(rendered, 6);
  assert.doesNotMatch(clean.body.toString(), /evil/);
  assert.equal((await get("/en/public", { method: "HEAD" })).body.length, 0);
  assert.match((await get("/en/public")).body.toString(), /rendering/);
});

test("when a page changed, one request has it rendered and the others wait for it", async () => {
  await get("/en/public");
  version += 1;
  let open = () => {};
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const pages = Promise.all(Array.from({ length: 20 }, () => get("/en/public")));
  // All of them have come when the last one was accepted.
  await until(async () => (await connections()) >= 20);
  open();
  const bodies = new Set((await pages).map(({ body }) => body.toString()));
  assert.equal(rendered, 2);
  assert.equal(bodies.size, 1);
});

test("who gave up leaves nobody waiting", async () => {
  await get("/en/public");
  version += 1;
  let open = () => {};
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const given = httpRequest(`${origin}/en/public`, { headers: { "Accept-Encoding": "gzip" } });
  given.on("error", () => {});
  given.end();
  await until(async () => rendered === 2);
  const waiting = get("/en/public");
  await until(async () => (await connections()) >= 2);
  given.destroy();
  await new Promise((resolve) => given.once("close", resolve));
  open();
  assert.equal((await waiting).status, 200);
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; !(await holds()); looks += 1) {
    assert.ok(looks < 500, "what is waited for comes within seconds");
    await pause(10);
  }
}

function connections(): Promise<number> {
  return new Promise((resolve, reject) => {
    server.fastify.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}

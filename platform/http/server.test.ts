import assert from "node:assert/strict";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { after, before, test } from "node:test";
import { card } from "#platform/html/elements.ts";
import { html } from "#platform/html/html.ts";
import { translator } from "#platform/language/texts.ts";
import { bytesOnTheWire, type WireRequest } from "#tests/wire/wire.ts";
import { errorAnswer, fileAnswer, redirected, shown } from "./answer.ts";
import { problemSchema } from "./problem-json.ts";
import { buildServer, type Server } from "./server.ts";
import { firstValue } from "./visit.ts";

let server: Server;
let origin = "";
let failingSurroundings = false;
const lines: string[] = [];
const words = translator("en")("answering-source");

function registerPages(): void {
  server.get("/", async ({ language }) => shown({ title: language, main: html`<h1>${language}</h1>` }));
  server.get("/public", async ({ query }) =>
    shown(
      { title: "x", main: html`<h1>Public</h1>${card(`${firstValue(query, "q")} ${words.repeat(5)}`)}` },
      { caching: { publicSeconds: 60 } },
    ),
  );
  server.get("/secret", async () =>
    shown({ title: "x", main: html`<h1>Secret</h1><p>${words.repeat(9)}</p>` }, { caching: "secret" }),
  );
  server.get("/parts/:name", async ({ params, path, fullPath }) =>
    shown({ title: "x", main: html`<h1>${params.name} ${path} ${fullPath}</h1>` }),
  );
  server.get("/breaks", async () => {
    throw new Error("value of s3cret");
  });
  server.get("/gone", async () => errorAnswer(410));
  server.get("/file", async () =>
    fileAnswer(Buffer.from("abc"), "text/plain; charset=utf-8", { fileName: "Jogap ýok.txt" }),
  );
  server.post("/send", async ({ body, files, language }) => {
    const sizes = files.map(({ field, fileName, bytes }) => `${field}:${fileName}:${bytes.length}`).join();
    return firstValue(body, "then") === "redirect"
      ? redirected(`/${language}/gone`)
      : shown({
          title: "x",
          main: html`<h1>${Object.entries(body).map(([name, value]) => `${name}=${value};`)}${sizes}</h1>`,
        });
  });
  server.fastify.post(
    "/api/v1/things",
    {
      schema: {
        summary: "Makes a thing",
        body: {
          type: "object",
          required: ["count", "name"],
          additionalProperties: false,
          properties: { count: { type: "integer" }, name: { type: "string", maxLength: 5 } },
        },
        response: { 200: { type: "object", properties: { made: { type: "boolean" } } }, 400: problemSchema },
      },
    },
    async () => ({ made: true }),
  );
}

before(async () => {
  server = await buildServer({
    origin: "https://example.org",
    serverKey: new Uint8Array(32),
    now: () => 0,
    randomBytes: (length) => new Uint8Array(length).fill(5),
    log: (event) => lines.push(JSON.stringify(event)),
    surroundings: async () => {
      if (failingSurroundings) throw new Error("no database");
      return { fingerprint: "1234 5678 9012", signedIn: null, stateName: "Oguzabat", isDemo: false };
    },
  });
  registerPages();
  origin = await server.fastify.listen({ port: 0, host: "127.0.0.1" });
});
after(() => server.fastify.close());

const ask = (path: string, more: Partial<WireRequest> = {}) => bytesOnTheWire({ origin, path, ...more });
const formHeaders = { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" };
const send = (body: string, headers: Record<string, string> = formHeaders) =>
  ask("/tk/send", { method: "POST", body, headers });
const heading = (body: Buffer) => /<h1>(.*?)<\/h1>/s.exec(body.toString())?.[1];

test("the path says the language; the root is Turkmen, at once", async () => {
  const expected = { "/": "tk", "/tk": "tk", "/tk/": "tk", "/ru/": "ru", "/en": "en" };
  for (const [path, language] of Object.entries(expected)) {
    const { status, body } = await ask(path);
    assert.equal(status, 200, path);
    assert.equal(heading(body), language);
    assert.match(body.toString(), new RegExp(`<html lang="${language}">`));
  }
  const { body } = await ask("/ru/parts/a%20b?x=1");
  assert.equal(heading(body), "a b /parts/a%20b /ru/parts/a%20b");
  assert.match(body.toString(), /href="\/en\/parts\/a%20b"/);
});

test("every response has the security headers", async () => {
  for (const path of ["/tk/", "/tk/nothing", "/tk/breaks", "/api/v1/openapi.json", "/assets/nothing"]) {
    const { headers } = await ask(path);
    const policy = headers.get("content-security-policy")?.[0] ?? "";
    assert.match(policy, /default-src 'none'/, path);
    assert.doesNotMatch(policy, /unsafe|script-src|\*/);
    assert.equal(headers.get("x-content-type-options")?.[0], "nosniff");
    assert.equal(headers.get("referrer-policy")?.[0], "same-origin");
    assert.equal(headers.get("strict-transport-security")?.[0], "max-age=31536000");
    assert.equal(headers.get("server"), undefined);
  }
});

test("pages are not kept unless they say so; public ones carry an ETag", async () => {
  assert.equal((await ask("/tk/")).headers.get("cache-control")?.[0], "no-store");
  const first = await ask("/tk/public");
  assert.equal(first.headers.get("cache-control")?.[0], "public, max-age=60");
  assert.equal(first.headers.get("vary")?.[0], "Cookie, Accept-Encoding");
  const tag = first.headers.get("etag")?.[0] ?? "";
  assert.match(tag, /^W\/"[\w-]{16}"$/);
  const again = await ask("/tk/public", { headers: { "If-None-Match": tag } });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
  assert.equal((await ask("/tk/public?q=2", { headers: { "If-None-Match": tag } })).status, 200);
});

test("compression follows what the client takes, and never touches a page with a secret", async () => {
  const plain = await ask("/tk/public", { acceptEncoding: "identity" });
  const gzip = await ask("/tk/public", { acceptEncoding: "gzip" });
  const brotli = await ask("/tk/public", { acceptEncoding: "gzip, deflate, br" });
  assert.equal(plain.headers.get("content-encoding"), undefined);
  assert.equal(gzip.headers.get("content-encoding")?.[0], "gzip");
  assert.equal(brotli.headers.get("content-encoding")?.[0], "br");
  assert.deepEqual(gzip.body, plain.body);
  assert.deepEqual(brotli.body, plain.body);
  assert.ok(gzip.bytes < plain.bytes);
  assert.equal(
    (await ask("/tk/public", { acceptEncoding: "br;q=0, gzip;q=0" })).headers.get("content-encoding"),
    undefined,
  );
  const secret = await ask("/tk/secret");
  assert.equal(secret.headers.get("content-encoding"), undefined);
  assert.equal(secret.headers.get("cache-control")?.[0], "no-store");
});

test("HEAD answers like GET, without a body", async () => {
  const { status, body, headers } = await ask("/tk/public", { method: "HEAD" });
  assert.equal(status, 200);
  assert.equal(body.length, 0);
  assert.ok(Number(headers.get("content-length")?.[0]) > 0);
});

test("a form arrives, urlencoded and multipart, also with strange names", async () => {
  assert.equal(heading((await send("a=1&a=2&__proto__=x&b=%C3%BD%26")).body), "a=1,2;__proto__=x;b=ý&amp;;");
  const parts = [
    'Content-Disposition: form-data; name="a"\r\n\r\ný',
    'Content-Disposition: form-data; name="f"; filename="C:\\x\\y.txt"\r\nContent-Type: text/plain\r\n\r\nabc',
    'Content-Disposition: form-data; name="g"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n',
  ];
  const body = `${parts.map((part) => `--B\r\n${part}\r\n`).join("")}--B--\r\n`;
  const type = { ...formHeaders, "Content-Type": "multipart/form-data; boundary=B" };
  assert.equal(heading((await send(body, type)).body), "a=ý;f:y.txt:3");
  const moved = await send("then=redirect");
  assert.equal(moved.status, 303);
  assert.equal(moved.headers.get("location")?.[0], "/tk/gone");
});

test("a form from elsewhere is refused, whatever else it brings", async () => {
  const type = { "Content-Type": "application/x-www-form-urlencoded" };
  const host = new URL(origin).host;
  const cases: readonly (readonly [number, Record<string, string>])[] = [
    [200, { "Sec-Fetch-Site": "same-origin" }],
    [200, { "Sec-Fetch-Site": "none" }],
    [403, { "Sec-Fetch-Site": "cross-site" }],
    [403, { "Sec-Fetch-Site": "same-site", Origin: `http://${host}` }],
    [200, { Origin: `http://${host}`, Cookie: "a=b" }],
    [403, { Origin: "https://evil.example" }],
    [403, { Origin: `http://${host}.evil.example` }],
    [403, { Origin: "null" }],
    [200, { Referer: `http://${host}/tk/form`, Cookie: "a=b" }],
    [403, { Referer: `http://evil.example/?http://${host}/` }],
    [403, { Cookie: "aydyn-session=x" }],
    [200, {}],
  ];
  for (const [status, headers] of cases) {
    const answer = await send("a=1", { ...type, ...headers });
    assert.equal(answer.status, status, JSON.stringify(headers));
  }
});

test("limits and kinds of body have their pages", async () => {
  assert.equal((await send("a".repeat(300_000))).status, 413);
  assert.equal((await send("a=1&".repeat(200))).status, 413);
  assert.equal((await send("{}", { ...formHeaders, "Content-Type": "application/json" })).status, 415);
  assert.equal((await send("x", { ...formHeaders, "Content-Type": "text/plain" })).status, 415);
  const broken = await send("--B\r\nnothing", {
    ...formHeaders,
    "Content-Type": "multipart/form-data; boundary=B",
  });
  assert.equal(broken.status, 400);
  const many = Array.from(
    { length: 9 },
    (_, at) => `--B\r\nContent-Disposition: form-data; name="f"; filename="${at}"\r\n\r\nx\r\n`,
  );
  const tooMany = await send(`${many.join("")}--B--\r\n`, {
    ...formHeaders,
    "Content-Type": "multipart/form-data; boundary=B",
  });
  assert.equal(tooMany.status, 413);
  const big = "x".repeat(4_000_000);
  const twice = ["f", "g"].map(
    (name) => `--B\r\nContent-Disposition: form-data; name="${name}"; filename="a"\r\n\r\n${big}\r\n`,
  );
  const chunk = `${twice.join("")}--B--\r\n`;
  const chunked = await server.fastify.inject({
    method: "POST",
    url: "/tk/send",
    headers: { "content-type": "multipart/form-data; boundary=B", "sec-fetch-site": "same-origin" },
    payload: Readable.from([chunk]),
  });
  assert.equal(chunked.statusCode, 413);
  assert.equal((await ask(`/tk/${"a".repeat(20_000)}`)).status, 431);
});

test("errors are pages in the user's language, and a failure shows a code and nothing of the inside", async () => {
  const missing = await ask("/ru/nothing");
  assert.equal(missing.status, 404);
  assert.equal(heading(missing.body), translator("ru")("error-404-title"));
  assert.equal((await ask("/en/gone")).status, 410);
  const broken = await ask("/en/breaks?name=q1w2");
  assert.equal(broken.status, 500);
  const page = broken.body.toString();
  assert.doesNotMatch(page, /s3cret|server\.test|Error:/);
  const code = /class="code">([2-9a-z]{8})</.exec(page)?.[1] ?? "";
  const line = lines.find((one) => one.includes(code));
  assert.ok(code !== "" && line?.includes('"stack"'));
  assert.doesNotMatch(line ?? "", /q1w2|127\.0\.0\.1/);
});

test("an error page comes even when what stands around it cannot be found", async () => {
  failingSurroundings = true;
  const missing = await ask("/en/nothing");
  const home = await ask("/en/");
  failingSurroundings = false;
  assert.equal(missing.status, 404);
  assert.equal(home.status, 500);
  assert.match(home.body.toString(), /<h1>Something broke on our side<\/h1>/);
});

test("a file has its name, also outside of ASCII", async () => {
  const { headers, body } = await ask("/tk/file");
  assert.equal(body.toString(), "abc");
  assert.equal(
    headers.get("content-disposition")?.[0],
    `attachment; filename="Jogap__ok.txt"; filename*=UTF-8''Jogap%20%C3%BDok.txt`,
  );
});

test("the API validates strictly and answers with problem details", async () => {
  const post = (body: string) =>
    ask("/api/v1/things", { method: "POST", body, headers: { "Content-Type": "application/json" } });
  assert.deepEqual(JSON.parse((await post('{"count":1,"name":"a"}')).body.toString()), { made: true });
  const bad = await post('{"count":"1","name":"toolong","x":1}');
  assert.equal(bad.status, 400);
  assert.match(bad.headers.get("content-type")?.[0] ?? "", /^application\/problem\+json/);
  const problem = JSON.parse(bad.body.toString());
  assert.equal(problem.status, 400);
  assert.deepEqual(problem.errors.map(({ pointer }: { pointer: string }) => pointer).sort(), [
    "#",
    "#/count",
    "#/name",
  ]);
  assert.equal((await post("{")).status, 400);
  assert.equal((await post('{"__proto__":{"count":1}}')).status, 400);
  const missing = await ask("/api/v1/nothing");
  assert.equal(JSON.parse(missing.body.toString()).type, "about:blank");
  assert.match(JSON.parse(missing.body.toString()).detail, /The address may hold a mistake/);
  const asked = await ask("/api/v1/nothing", { headers: { "Accept-Language": "tk, ru;q=0.5" } });
  assert.equal(asked.headers.get("content-language")?.[0], "tk");
  assert.match(JSON.parse(asked.body.toString()).detail, /[ýňş]/);
});

test("OpenAPI 3.1 lists the API and nothing else", async () => {
  const { body } = await ask("/api/v1/openapi.json");
  const document = JSON.parse(body.toString());
  assert.equal(document.openapi, "3.1.0");
  assert.deepEqual(Object.keys(document.paths), ["/api/v1/things"]);
  const schema = document.paths["/api/v1/things"].post.requestBody.content["application/json"].schema;
  assert.deepEqual(schema.required, ["count", "name"]);
});

test("the log names routes, and no address, query, cookie or path", async () => {
  lines.length = 0;
  await ask("/tk/parts/Ogulgerek?code=s3cret", {
    headers: { Cookie: "a=s3cret", "X-Forwarded-For": "10.9.8.7" },
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  const text = lines.join("\n");
  assert.match(text, /"route":"\/tk\/parts\/:name"/);
  assert.match(text, /"status":200/);
  assert.doesNotMatch(text, /s3cret|Ogulgerek|127\.0\.0\.1|10\.9\.8\.7|Firefox/);
});

test("a malformed request gets an answer and leaves the server well", async () => {
  const answer = await new Promise<string>((resolve) => {
    const { hostname, port } = new URL(origin);
    const socket = connect(Number(port), hostname, () => socket.write("GET / HTTP/9.9\r\nno colon\r\n\r\n"));
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("close", () => resolve(text));
  });
  assert.match(answer, /^HTTP\/1\.1 400 /);
  assert.equal((await ask("/tk/")).status, 200);
});

test("a page and its style sheet stay within the budget of a slow line", async () => {
  const page = await ask("/tk/public");
  assert.ok(page.headerBytes < 1_300, `${page.headerBytes} bytes of headers`);
  assert.ok(page.bytes < 3_500, `${page.bytes} bytes`);
});

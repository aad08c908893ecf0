import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import type { InjectOptions } from "fastify";
import { html } from "#platform/html/html.ts";
import { shown } from "#platform/http/answer.ts";
import { buildServer, type Server } from "#platform/http/server.ts";
import { languages } from "#platform/language/language.ts";
import { openBrowserSessions, sessionRoutes } from "#platform/session/session-routes.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { codeAt, password, type Sample, withAccount, wrongCode } from "./identity-samples.ts";
import { accountRoutes, signInRoutes } from "./routes.ts";

/** Of a page after the first one, without its headers. */
const laterPageBytesMax = 5_500;
const origin = "http://localhost";

interface Browser {
  readonly get: (url: string) => Promise<{ status: number; body: string; location: string }>;
  readonly post: (
    url: string,
    fields: Record<string, string>,
  ) => Promise<{ status: number; body: string; location: string }>;
  readonly cookie: () => string;
}

async function portalFor(sample: Sample): Promise<Server> {
  const { tools } = sample;
  const server = await buildServer({
    ...tools,
    origin,
    serverKey: new Uint8Array(32),
    surroundings: async () => ({ fingerprint: null, signedIn: null, stateName: "Oguzabat", isDemo: true }),
    log: null,
  });
  const sessions = openBrowserSessions({ ...tools, origin });
  sessionRoutes(server, sessions, tools);
  signInRoutes(server, { ...tools, sessions });
  accountRoutes(server, {
    ...tools,
    sessions,
    timeZone: "Asia/Ashgabat",
    describePost: async (_, { post }) => post,
    links: async () => [],
  });
  server.get("/desk", async () => shown({ title: "desk", main: html`<h1>desk</h1>` }));
  return server;
}

/** A browser without scripts: it keeps the cookie that it was given and says where its forms were. */
function browserAt({ fastify }: Server): Browser {
  let cookie = "";
  const send = async (request: InjectOptions) => {
    const headers = { host: "localhost", origin, ...(cookie ? { cookie } : {}), ...request.headers };
    const reply = await fastify.inject({ ...request, headers });
    const given = reply.headers["set-cookie"];
    if (given !== undefined) cookie = String(given).split(";")[0] ?? "";
    return { status: reply.statusCode, body: reply.body, location: String(reply.headers.location ?? "") };
  };
  return {
    get: (url) => send({ url }),
    post: (url, fields) =>
      send({
        method: "POST",
        url,
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams(fields).toString(),
      }),
    cookie: () => cookie,
  };
}

async function withPortal(run: (sample: Sample, server: Server) => Promise<void>): Promise<void> {
  await withAccount(async (sample) => {
    const server = await portalFor(sample);
    try {
      await run(sample, server);
    } finally {
      await server.fastify.close();
    }
  });
}

test("a person signs in without a script, in every language, and leaves the computer", async () => {
  await withPortal(async (sample, server) => {
    for (const [at, language] of languages.entries()) {
      const browser = browserAt(server);
      const position = at + 1;
      assert.equal((await browser.get(`/${language}/sign-in`)).status, 200);
      assert.equal(browser.cookie(), "");
      const first = await browser.post(`/${language}/sign-in`, { number: sample.number, password });
      assert.equal(first.location, `/${language}/sign-in/code`);
      const anonymous = browser.cookie();
      const asked = await browser.get(first.location);
      assert.match(asked.body, new RegExp(`name="position" value="${position}"`));
      const code = codeAt(sample, position);
      const second = await browser.post(first.location, { code, position: String(position) });
      assert.equal(second.location, `/${language}/account`);
      assert.notEqual(browser.cookie(), anonymous);
      const account = await browser.get(second.location);
      assert.equal(account.status, 200);
      assert.match(account.body, new RegExp(`${sample.number.slice(0, 4)} ${sample.number.slice(4)}`));
      assert.doesNotMatch(account.body, /Zygyr/);
      await browser.post(`/${language}/leave`, {});
      assert.equal((await browser.get(`/${language}/account`)).location, `/${language}/sign-in`);
    }
  });
});

test("html-validate finds nothing on these pages, and each fits into a slow line", async () => {
  await withPortal(async (sample, server) => {
    const browser = browserAt(server);
    const pages = [
      await browser.get("/tk/sign-in"),
      await browser.post("/ru/sign-in", { number: "1", password: "" }),
      await browser.get("/en/sign-in/code"),
      await browser.post("/tk/sign-in", { number: sample.number, password }),
      await browser.get("/tk/sign-in/code"),
      await browser.post("/tk/sign-in/code", { code: wrongCode(sample), position: "1" }),
      await browser.post("/tk/sign-in/code", { code: codeAt(sample, 1), position: "1" }),
      await browser.get("/ru/account"),
      await browser.get("/ru/visit-ending"),
      await browser.get("/tk/visit-left"),
    ].filter(({ location }) => location === "");
    assert.equal(pages.length, 8);
    for (const page of pages) {
      assert.deepEqual(await markupProblems(page.body), []);
      assert.ok(gzipSync(page.body).length <= laterPageBytesMax);
    }
  });
});

test("the way that was asked for is found again after signing in, and no way leads elsewhere", async () => {
  await withPortal(async (sample, server) => {
    const lead = async (to: string, position: number) => {
      const browser = browserAt(server);
      const page = await browser.get(`/en/sign-in?to=${encodeURIComponent(to)}`);
      const hidden = /name="to" value="([^"]*)"/.exec(page.body)?.[1];
      const fields = { number: sample.number, password, ...(hidden === undefined ? {} : { to: hidden }) };
      await browser.post("/en/sign-in", fields);
      return (
        await browser.post("/en/sign-in/code", { code: codeAt(sample, position), position: String(position) })
      ).location;
    };
    assert.equal(await lead("/desk", 1), "/en/desk");
    assert.equal(await lead("//evil.example", 2), "/en/account");
    assert.equal(await lead("https://evil.example/", 3), "/en/account");
  });
});

test("what was wrong is said beside the field; passwords and codes are never sent back", async () => {
  await withPortal(async (sample, server) => {
    const browser = browserAt(server);
    const wrong = await browser.post("/en/sign-in", { number: sample.number, password: "not-this-one" });
    assert.equal(wrong.status, 422);
    assert.match(wrong.body, /Number or password is not right/);
    assert.doesNotMatch(wrong.body, /not-this-one/);
    assert.equal(browser.cookie(), "", "a wrong password leaves no session behind");
    const mistyped = await browser.post("/en/sign-in", { number: "1", password });
    assert.match(mistyped.body, /href="#number"/);
    await browser.post("/en/sign-in", { number: sample.number, password });
    const guess = await browser.post("/en/sign-in/code", { code: wrongCode(sample), position: "1" });
    assert.equal(guess.status, 422);
    assert.doesNotMatch(guess.body, new RegExp(wrongCode(sample)));
    assert.match(guess.body, /code number 1/);
  });
});

test("too many attempts, a locked sheet and a lost beginning each have their page", async () => {
  await withPortal(async (sample, server) => {
    const browser = browserAt(server);
    assert.match((await browser.get("/en/sign-in/code")).body, /Please begin again/);
    await browser.post("/en/sign-in", { number: sample.number, password });
    let last = await browser.post("/en/sign-in/code", { code: wrongCode(sample), position: "1" });
    for (let more = 1; more < 5; more += 1) {
      last = await browser.post("/en/sign-in/code", { code: wrongCode(sample), position: "1" });
    }
    assert.match(last.body, /Your code sheet is locked/);
    for (let guess = 0; guess < 5; guess += 1) {
      await browser.post("/en/sign-in", { number: sample.number, password: "x" });
    }
    const heldUp = await browser.post("/en/sign-in", { number: sample.number, password });
    assert.equal(heldUp.status, 429);
    assert.doesNotMatch(heldUp.body, /name="password"/);
  });
});

test("the list of sign-ins ends the others with one button", async () => {
  await withPortal(async (sample, server) => {
    const signIn = async (position: number) => {
      const browser = browserAt(server);
      await browser.post("/en/sign-in", { number: sample.number, password });
      await browser.post("/en/sign-in/code", { code: codeAt(sample, position), position: String(position) });
      return browser;
    };
    const [here, there] = [await signIn(1), await signIn(2)];
    assert.match((await here.get("/en/account")).body, /End all others/);
    assert.equal((await here.post("/en/account/sign-ins", { end: "others" })).location, "/en/account");
    assert.equal((await here.get("/en/account")).status, 200);
    assert.equal((await there.get("/en/account")).location, "/en/sign-in");
    assert.equal((await here.post("/en/account/sign-ins", { end: "nonsense" })).status, 422);
  });
});

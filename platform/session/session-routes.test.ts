import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import type { LightMyRequestResponse } from "fastify";
import { accountNumbered } from "#platform/authority/authority-samples.ts";
import type { Sql } from "#platform/database/database.ts";
import { withTestDatabase } from "#platform/database/test-database.ts";
import { html } from "#platform/html/html.ts";
import { shown } from "#platform/http/answer.ts";
import { buildServer, type Server } from "#platform/http/server.ts";
import { idleLimitMs } from "./session.ts";
import { type BrowserSessions, backPath, openBrowserSessions, sessionRoutes } from "./session-routes.ts";
import { beginSession, signSessionIn } from "./session-store.ts";

const noon = Date.UTC(2026, 10, 24, 7);
const origin = "http://localhost";
const content = { title: "t", main: html`<h1>t</h1>` };

interface Portal {
  readonly server: Server;
  readonly sessions: BrowserSessions;
  readonly sql: Sql;
  readonly later: (ms: number) => void;
  readonly signIn: () => Promise<string>;
  readonly get: (url: string, cookie?: string) => Promise<LightMyRequestResponse>;
}

async function withPortal(run: (portal: Portal) => Promise<void>): Promise<void> {
  await withTestDatabase(async ({ portal: sql }) => {
    let instant = noon;
    const now = () => instant;
    const tools = { sql, origin, now, randomBytes: (length: number) => randomBytes(length) };
    const server = await buildServer({
      ...tools,
      serverKey: new Uint8Array(32),
      surroundings: async () => ({ fingerprint: null, signedIn: null, stateName: "Oguzabat", isDemo: true }),
      log: null,
    });
    const sessions = openBrowserSessions(tools);
    sessionRoutes(server, sessions, { now });
    server.get("/plain", async () => shown(content));
    server.get("/writing", async ({ request }) => {
      sessions.stayOnPage(request);
      return shown(content);
    });
    server.get("/draft", async ({ request }) => {
      const { headers } = await sessions.ensure(request);
      return shown(content, { headers });
    });
    const signIn = async () => {
      const begun = await beginSession(sql, tools);
      return `aydyn-session=${(await signSessionIn(sql, begun.session, accountNumbered(1), tools, [])).token}`;
    };
    const get = (url: string, cookie?: string) =>
      server.fastify.inject({ url, ...(cookie === undefined ? {} : { headers: { cookie } }) });
    const later = (ms: number) => {
      instant += ms;
    };
    try {
      await run({ server, sessions, sql, later, signIn, get });
    } finally {
      await server.fastify.close();
    }
  });
}

test("a page that needs no session sets no cookie; one that does sets it once", async () => {
  await withPortal(async ({ get, sql }) => {
    assert.equal((await get("/en/plain")).headers["set-cookie"], undefined);
    const first = await get("/en/draft");
    const cookie = String(first.headers["set-cookie"]);
    assert.match(cookie, /^aydyn-session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const second = await get("/en/draft", cookie.split(";")[0]);
    assert.equal(second.headers["set-cookie"], undefined);
    assert.equal((await sql`select 1 from platform.session`).length, 1);
  });
});

test("a personal page leads to the warning a minute before the end, and back again", async () => {
  await withPortal(async ({ get, signIn, later }) => {
    const cookie = await signIn();
    const page = await get("/ru/plain", cookie);
    assert.equal(page.headers.refresh, "540; url=/ru/visit-ending?back=%2Fplain");
    later(540_000);
    const warning = await get("/ru/visit-ending?back=%2Fplain", cookie);
    assert.equal(warning.statusCode, 200);
    assert.equal(warning.headers.refresh, "60; url=/ru/visit-ended");
    assert.match(warning.body, /href="\/ru\/plain"/);
    assert.match(warning.body, /action="\/ru\/leave"/);
    later(59_000);
    assert.equal((await get("/ru/plain", cookie)).headers.refresh, "540; url=/ru/visit-ending?back=%2Fplain");
  });
});

test("the warning keeps nothing alive, and the end makes the browser forget", async () => {
  await withPortal(async ({ get, signIn, later, sql }) => {
    const cookie = await signIn();
    later(idleLimitMs - 1_000);
    assert.equal((await get("/tk/visit-ending", cookie)).statusCode, 200);
    later(1_000);
    assert.equal((await get("/tk/visit-ending", cookie)).headers.location, "/tk/visit-ended");
    const ended = await get("/tk/visit-ended", cookie);
    assert.equal(ended.statusCode, 200);
    assert.equal(ended.headers["clear-site-data"], '"cache", "cookies", "storage"');
    assert.equal((await sql`select 1 from platform.session`).length, 0);
  });
});

test("a session that another tab keeps alive is not said to have ended", async () => {
  await withPortal(async ({ get, signIn }) => {
    assert.equal((await get("/en/visit-ended", await signIn())).headers.location, "/en/");
  });
});

test("no warning for strangers, for drafts, or on a page on which somebody writes", async () => {
  await withPortal(async ({ get, signIn }) => {
    assert.equal((await get("/en/plain")).headers.refresh, undefined);
    const draft = String((await get("/en/draft")).headers["set-cookie"]).split(";")[0];
    assert.equal((await get("/en/plain", draft)).headers.refresh, undefined);
    assert.equal((await get("/en/writing", await signIn())).headers.refresh, undefined);
  });
});

test("leaving deletes the session and makes the browser forget; another page cannot do it", async () => {
  await withPortal(async ({ server, signIn, sql, get }) => {
    const cookie = await signIn();
    const post = (headers: Record<string, string>) =>
      server.fastify.inject({
        method: "POST",
        url: "/en/leave",
        headers: {
          cookie,
          host: "localhost",
          "content-type": "application/x-www-form-urlencoded",
          ...headers,
        },
        payload: "",
      });
    assert.equal((await post({ origin: "https://evil.example" })).statusCode, 403);
    assert.equal((await sql`select 1 from platform.session`).length, 1);
    const left = await post({ origin });
    assert.equal(left.headers.location, "/en/visit-left");
    assert.match(String(left.headers["set-cookie"]), /^aydyn-session=; .*Max-Age=0$/);
    assert.equal(left.headers["clear-site-data"], '"cache", "cookies", "storage"');
    assert.equal((await sql`select 1 from platform.session`).length, 0);
    assert.equal((await get("/en/visit-left")).statusCode, 200);
  });
});

test("the way back is a plain path of ours", () => {
  assert.equal(backPath("/bodies/alagoz-etrap"), "/bodies/alagoz-etrap");
  for (const path of [
    "",
    "/",
    "//evil.example",
    "/\\evil",
    "https://evil.example",
    "/a//b",
    "/a?b=c",
    "/a#b",
    "/A",
  ]) {
    assert.equal(backPath(path), "/", path);
  }
});

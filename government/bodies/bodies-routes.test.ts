import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { bodiesOfDemoCountry } from "#demo/country/demo-bodies.ts";
import { html } from "#platform/html/html.ts";
import { buildServer } from "#platform/http/server.ts";
import { languages } from "#platform/language/language.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { bodyTree } from "./index.ts";
import { bodiesRoutes } from "./routes.ts";

/** Of a page after the first one, without its headers. */
const laterPageBytesMax = 5_500;
const bodies = bodiesOfDemoCountry(() => "key");
const tree = bodyTree(bodies);

async function portal() {
  const server = await buildServer({
    origin: "http://localhost",
    serverKey: new Uint8Array(32),
    now: () => Date.UTC(2026, 10, 24),
    randomBytes: (length) => new Uint8Array(length),
    surroundings: async () => ({ fingerprint: null, signedIn: null, stateName: "Oguzabat", isDemo: true }),
    log: null,
  });
  bodiesRoutes(server, {
    tree: async () => tree,
    slots: async (_, body) => ({ first: html`<p>slot of ${body.number}</p>` }),
  });
  return server.fastify;
}

test("the list names every body in every language and links to its page", async () => {
  const fastify = await portal();
  for (const language of languages) {
    const reply = await fastify.inject(`/${language}/bodies`);
    assert.equal(reply.statusCode, 200);
    for (const body of bodies)
      assert.ok(reply.body.includes(`href="/${language}/bodies/${body.slug}"`), body.slug);
    assert.equal(reply.headers["cache-control"], "public, max-age=60");
  }
});

test("every body has its page in every language, with what others show there", async () => {
  const fastify = await portal();
  for (const language of languages) {
    for (const body of bodies) {
      const reply = await fastify.inject(`/${language}/bodies/${body.slug}`);
      assert.equal(reply.statusCode, 200, body.slug);
      assert.ok(reply.body.includes(`slot of ${body.number}`));
    }
  }
});

test("a village council says whose register it uses, a court that it takes no appeals", async () => {
  const fastify = await portal();
  const village = await fastify.inject("/en/bodies/cesme-genes");
  assert.match(village.body, /Its acts stand in the register of/);
  assert.match(village.body, /Tuesday, 08:00–12:00/);
  const court = await fastify.inject("/en/bodies/yokary-kazyyet");
  assert.match(court.body, /have ways of their own/);
});

test("what somebody asks for is answered and kept by no cache", async () => {
  const fastify = await portal();
  const reply = await fastify.inject("/en/bodies?matter=gaz%20%C3%BDok&place=Alag%C3%B6z");
  assert.equal(reply.statusCode, 200);
  assert.equal(reply.headers["cache-control"], "no-store");
  assert.ok(reply.body.indexOf("alagoz-etrap") < reply.body.indexOf("All bodies"));
  const none = await fastify.inject("/en/bodies?matter=zzzz");
  assert.match(none.body, /No body was found/);
  assert.equal((await fastify.inject(`/en/bodies?matter=${"a".repeat(201)}`)).statusCode, 422);
});

test("html-validate finds nothing on these pages, and each fits into a slow line", async () => {
  const fastify = await portal();
  for (const language of languages) {
    for (const path of [
      "bodies",
      "bodies?matter=gaz&place=Narly",
      "bodies?matter=zzzz",
      "bodies/alagoz-etrap",
    ]) {
      const { body } = await fastify.inject(`/${language}/${path}`);
      assert.deepEqual(await markupProblems(body), [], `${language} ${path}`);
      assert.ok(
        gzipSync(body).length <= laterPageBytesMax,
        `${language} ${path}: ${gzipSync(body).length} bytes`,
      );
    }
  }
});

test("the directory says for each body where it is and when it receives, in a file that others read", async () => {
  const fastify = await portal();
  for (const language of languages) {
    const reply = await fastify.inject(`/${language}/bodies/directory.csv`);
    assert.equal(reply.statusCode, 200);
    assert.match(String(reply.headers["content-type"]), /text\/csv/);
    const rows: Record<string, string>[] = parse(reply.body, { columns: true });
    assert.equal(rows.length, bodies.length);
    for (const body of bodies) {
      const row = rows.find(({ slug }) => slug === body.slug);
      assert.equal(row?.name, body.name[language]);
      assert.equal(row?.address, body.about.address[language]);
      assert.equal(row?.head, body.about.posts[0]?.name[language]);
      assert.equal(row?.oversight, body.oversight ?? "");
    }
  }
  const english = await fastify.inject("/en/bodies/directory.csv");
  assert.match(english.body, /Tuesday 08:00–12:00/);
  const json = await fastify.inject("/en/bodies/directory.json");
  const read = JSON.parse(json.body) as { bodies: { slug: string; reception: unknown }[] };
  assert.deepEqual(
    read.bodies.map(({ slug, reception }) => [slug, reception]),
    tree.all.map(({ slug, about }) => [slug, about.reception]),
  );
  assert.ok((await fastify.inject("/en/bodies")).body.includes('href="/en/bodies/directory.csv"'));
});

test("what oversees every body is marked on its page and in both files, once of each kind in this country", async () => {
  const fastify = await portal();
  const json = await fastify.inject("/en/bodies/directory.json");
  const read = JSON.parse(json.body) as { bodies: { slug: string; oversight: string | null }[] };
  assert.deepEqual(
    read.bodies.flatMap(({ slug, oversight }) => (oversight === null ? [] : [[slug, oversight]])),
    [
      ["adalatcy", "ombudsman"],
      ["bas-prokuratura", "prosecutor"],
    ],
  );
  assert.match((await fastify.inject("/en/bodies/bas-prokuratura")).body, /as the prosecutor: a case can be/);
  assert.match((await fastify.inject("/en/bodies/adalatcy")).body, /as the ombudsman: a case can be/);
  assert.doesNotMatch((await fastify.inject("/en/bodies/energetika")).body, /oversees all bodies/);
});

test("an unknown body is not found", async () => {
  const fastify = await portal();
  for (const slug of ["nobody", "Alagoz", "..%2f..%2fetc"]) {
    assert.equal((await fastify.inject(`/en/bodies/${slug}`)).statusCode, 404, slug);
  }
});

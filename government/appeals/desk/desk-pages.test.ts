import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "#platform/language/language.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { bytesOnTheWire } from "#tests/wire/wire.ts";
import { formAt, type Reply } from "../test-support/browser-samples.ts";
import { withDeskCountry } from "./desk-samples.ts";

/** A later page with its headers and gzip, as the issue of the trunk promises. */
const pageBytesMax = 6_144;

test("whoever sits at several desks chooses one, and every link keeps it", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const choice = await desk.double.get("/en/desk");
    assert.match(choice.body, /href="\/en\/desk\?body=ministry-of-springs"/);
    assert.match(choice.body, /href="\/en\/desk\?body=ministry-of-roads"/);
    assert.doesNotMatch(choice.body, new RegExp(filed.row.number));
    const queue = await desk.double.get("/en/desk?body=ministry-of-springs");
    assert.match(queue.body, new RegExp(filed.row.number));
    assert.match(queue.body, /href="\/en\/desk\?body=ministry-of-springs&amp;show=closed"/);
    assert.equal((await desk.double.get("/en/desk?body=cabinet")).status, 404);
    const page = await desk.double.get(`/en/desk/${filed.row.number}`);
    assert.match(page.body, /href="\/en\/desk\?body=ministry-of-springs"/);
  });
});

test("a long queue goes on by place; its pages are small, valid, and count right", async () => {
  await withDeskCountry(async (desk) => {
    const numbers: string[] = [];
    for (let at = 0; at < 30; at += 1) {
      if (at % 5 === 0) desk.country.clock.now += 24 * 3_600_000;
      numbers.push((await desk.file()).row.number);
    }
    const first = await desk.head.get("/tk/desk");
    const next = /href="([^"]*after=[^"]*)"/.exec(first.body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    assert.match(next, /^\/tk\/desk\?after=2026-11-\d\d\.26-\d{4}-\d{4}-\d$/);
    const second = await desk.head.get(next);
    const shown = [first, second].flatMap(({ body }) =>
      [...body.matchAll(/href="\/tk\/desk\/(26-[0-9-]+)"/g)].map(([, number = ""]) => number),
    );
    assert.equal(shown.length, 30);
    assert.deepEqual([...shown].sort(), [...numbers].sort());
    assert.match(second.body, /Başyndan/);
    assert.equal((await desk.head.get("/tk/desk?after=nonsense.x&show=nonsense")).status, 200);
    const overview = await desk.head.get("/en/desk/overview");
    assert.match(overview.body, /<dt>Open<\/dt><dd>30<\/dd>/);
    assert.match(overview.body, /<dt>Given to nobody<\/dt><dd>30<\/dd>/);
    assert.equal((await desk.citizen.get("/en/desk/overview")).status, 403);
    for (const page of [first, second, overview]) assert.deepEqual(await markupProblems(page.body), []);
    await checkWire(desk, ["/tk/desk", "/ru/desk", "/en/desk", "/ru/desk/overview"]);
  });
});

async function checkWire(
  desk: Parameters<Parameters<typeof withDeskCountry>[0]>[0],
  paths: readonly string[],
): Promise<void> {
  const origin = await desk.server.fastify.listen({ port: 0, host: "127.0.0.1" });
  const cookie = await desk.head.cookie();
  for (const path of paths) {
    const sent = await bytesOnTheWire({ origin, path, headers: { cookie } });
    assert.equal(sent.status, 200, path);
    assert.ok(sent.bytes <= pageBytesMax, `${path}: ${sent.bytes} bytes`);
  }
}

test("every page of a case at its desk is valid and small, in every language", async () => {
  await withDeskCountry(async (desk) => {
    const numbers: string[] = [];
    for (const language of languages) {
      const { number } = (await desk.file()).row;
      numbers.push(number);
      const path = `/${language}/desk/${number}`;
      const pages: Reply[] = [await desk.head.get(path)];
      for (const act of ["assign", "forward", "clarify", "extend"]) {
        pages.push(await desk.head.get(`${path}/${act}`), await desk.head.post(`${path}/${act}`, {}));
      }
      pages.push(
        await desk.clerk.get(`${path}/answer`),
        await desk.visitor.post(`${path}/clarify`, { text: "x" }),
      );
      pages.push(await desk.head.get(`${path}/answer`));
      await desk.head.post(`${path}/answer`, { outcome: "partly-satisfied" });
      pages.push(await desk.head.get(`${path}/answer/text`), await desk.head.post(`${path}/answer/text`, {}));
      const reply = { text: "Jogap", law: "art. 1", grounds: "in-court" };
      await desk.head.post(`${path}/answer/text`, reply);
      pages.push(await desk.head.get(`${path}/answer/check`));
      pages.push(await desk.head.post(`${path}/identity`, formAt(pages[0]?.body ?? "", `${path}/identity`)));
      await desk.head.post(`${path}/open`, formAt(pages[0]?.body ?? "", `${path}/open`));
      pages.push(await desk.head.get(path));
      for (const page of pages) {
        assert.ok(page.status === 200 || page.status === 422 || page.status === 403, String(page.status));
        assert.deepEqual(await markupProblems(page.body), []);
      }
    }
    const paths = [
      "",
      "/assign",
      "/forward",
      "/clarify",
      "/extend",
      "/answer",
      "/answer/text",
      "/answer/check",
    ];
    await checkWire(
      desk,
      languages.flatMap((language) => paths.map((page) => `/${language}/desk/${numbers[0]}${page}`)),
    );
  });
});

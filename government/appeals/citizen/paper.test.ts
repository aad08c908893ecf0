import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { languages } from "#platform/language/language.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { browserAt, browserOfApplicant, type TestBrowser } from "../test-support/browser.ts";
import { fileOne } from "../test-support/cases.ts";
import { asOutsider } from "../test-support/outsider.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

const marker = "Lälegülzar";
/** As a page prints it: 96 pixels to the inch. */
const millimetresPerPixel = 25.4 / 96;
const fullMillimetresMin = 70;
const smallBytesMax = 250;

async function pictureAt({ server }: TestPortal, browser: TestBrowser, url: string): Promise<Buffer> {
  const headers = { host: "localhost", cookie: browser.cookie };
  const reply = await server.fastify.inject({ url, headers });
  assert.equal(reply.statusCode, 200, url);
  assert.equal(reply.headers["content-type"], "image/png");
  return reply.rawPayload;
}

test("both codes are read from paper by another program, and hold against a mirror or alone", {
  skip: skipUnless("zbarimg"),
}, async () => {
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: marker });
    const path = `/en/case/${filed.row.number}/act/1`;
    const browser = await browserOfApplicant(portal.server, filed);
    for (const name of ["small", "full"]) {
      assert.match((await browser.open(`${path}/${name}`)).body, /There is no code yet/);
      assert.equal((await browser.open(`${path}/${name}.png`)).status, 404);
    }
    await portal.sequence();
    const small = await pictureAt(portal, browser, `${path}/small.png`);
    const full = await pictureAt(portal, browser, `${path}/full.png`);
    for (const png of [small, full]) {
      assert.equal(png.subarray(12, 16).toString(), "IHDR");
      assert.deepEqual([png[24], png[25]], [1, 0], "one bit a pixel, greyscale");
    }
    assert.ok(
      full.readUInt32BE(16) * millimetresPerPixel >= fullMillimetresMin,
      "seven centimetres at least",
    );
    await asOutsider(portal, async ({ aydyn, mirror, policy, write }) => {
      const read = (name: string, png: Buffer) => {
        const text = execFileSync("zbarimg", ["--quiet", "--raw", write(`${name}.png`, png)])
          .toString()
          .trim();
        return { text, file: write(`${name}.txt`, text) };
      };
      const onPaper = read("small", small);
      assert.ok(onPaper.text.length <= smallBytesMax);
      const held = await aydyn("verify", "receipt", onPaper.file, "--against", mirror, "--policy", policy);
      assert.equal(held.code, 0, held.said);
      const alone = read("full", full);
      const verified = await aydyn("verify", "receipt", alone.file, "--policy", policy);
      assert.equal(verified.code, 0, `alone, without any copy: ${verified.said}`);
      const flipped = `${alone.text.slice(0, 60)}${alone.text[60] === "A" ? "B" : "A"}${alone.text.slice(61)}`;
      const wrong = await aydyn("verify", "receipt", write("wrong.txt", flipped), "--policy", policy);
      assert.notEqual(wrong.code, 0);
      for (const { text } of [onPaper, alone]) assert.ok(!text.includes(marker));
    });
    for (const language of languages) {
      for (const name of ["small", "full"]) {
        const page = await browser.open(`/${language}/case/${filed.row.number}/act/1/${name}`);
        assert.ok(!page.body.includes(marker));
        assert.deepEqual(await markupProblems(page.body), [], name);
      }
    }
  });
});

test("the status code gives no code for paper, nor does a stranger's browser", async () => {
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: marker });
    await portal.sequence();
    const { number } = filed.row;
    const holder = browserAt(portal.server);
    await holder.post("/en/case", { number, code: filed.statusCode });
    for (const name of ["small", "full", "small.png", "full.png"]) {
      assert.equal((await holder.open(`/en/case/${number}/act/1/${name}`)).status, 404);
      const stranger = browserAt(portal.server);
      assert.equal((await stranger.open(`/en/case/${number}/act/1/${name}`)).url, "/en/case");
    }
    assert.equal((await holder.open("/en/appeal/receipt/print")).url, "/en/case", "no slip without a filing");
  });
});

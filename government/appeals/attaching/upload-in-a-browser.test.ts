/** The page's script in a real browser, over a line that breaks. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { launchBrowser } from "#tests/journeys/browser.ts";
import { ageingScript } from "#tests/reach/old-browsers.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { fileOne } from "../test-support/cases.ts";
import { withPortal } from "../test-support/portal.ts";

const pieceBytes = 32_768;

test("in a browser with scripts a file is sent in pieces, and goes on by itself after the line broke", {
  skip: skipUnless("chromium"),
}, async () => {
  await withPortal(async ({ server, country }) => {
    const origin = await server.fastify.listen({ port: 0, host: "127.0.0.1" });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.addInitScript(ageingScript());
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      await page.goto(`${origin}/en/appeal`);
      await page.click("main form button");
      await page.goto(`${origin}/en/appeal/file`);
      let posts = 0;
      // The second piece never leaves; of the fourth the reply is lost.
      await page.route("**/appeal/file/part", async (route) => {
        posts += 1;
        if (posts === 2) return await route.abort();
        if (posts !== 4) return await route.continue();
        await route.fetch();
        await route.abort();
      });
      const buffer = Buffer.from("Köçede gaz ýok.\n".repeat(9_000));
      await page.setInputFiles('input[type="file"]', { name: "hat.txt", mimeType: "text/plain", buffer });
      await page.waitForSelector("text=The line is broken");
      await page.waitForSelector("li:has-text('hat.txt')", { timeout: 20_000 });
      const pieces = Math.ceil(buffer.length / pieceBytes);
      assert.ok(posts >= pieces + 2 && posts <= pieces + 4, `${posts} requests for ${pieces} pieces`);
      assert.equal((await page.content()).match(/<li>hat\.txt \(/g)?.length, 1);
      assert.deepEqual(
        complaints.filter((line) => /Content Security Policy/i.test(line)),
        [],
      );
      const rows = await country.database.owner`select 1 from cases.draft_file`;
      assert.equal(rows.length, 1);
    } finally {
      await browser.close();
    }
  });
});

test("what was typed into a case stays on the page when its file has come, and both are sent together", {
  skip: skipUnless("chromium"),
}, async () => {
  await withPortal(async (portal) => {
    const filed = await fileOne(portal, { text: "Gaz" });
    const origin = await portal.server.fastify.listen({ port: 0, host: "127.0.0.1" });
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`${origin}/en/case`);
      await page.fill('input[name="number"]', filed.row.number);
      await page.fill('input[name="code"]', filed.secret);
      await page.click("main form button");
      await page.goto(`${origin}/en/case/${filed.row.number}/add`);
      await page.fill("textarea", "41-nji jaý");
      let posts = 0;
      await page.route("**/add/part", async (route) => {
        posts += 1;
        return posts === 2 ? await route.abort() : await route.continue();
      });
      const buffer = Buffer.from("Köçede gaz ýok.\n".repeat(6_000));
      await page.setInputFiles('input[type="file"]', { name: "hat.txt", mimeType: "text/plain", buffer });
      await page.waitForSelector("li:has-text('hat.txt')", { timeout: 20_000 });
      assert.equal(await page.inputValue("textarea"), "41-nji jaý");
      await page.check('input[type="radio"]');
      await page.click("main form button");
      await page.waitForURL(`${origin}/en/case/${filed.row.number}`);
      const stored = await portal.country.database.owner<{ bytes: Uint8Array }[]>`
        select bytes from record.part where name = 'attachment-1'`;
      assert.deepEqual(
        stored.map(({ bytes }) => Buffer.from(bytes)),
        [buffer],
      );
    } finally {
      await browser.close();
    }
  });
});

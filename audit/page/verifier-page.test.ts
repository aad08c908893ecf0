import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { encodeLeaf } from "#core/record/leaf.ts";
import { smallReceiptText } from "#core/record/small-receipt.ts";
import { launchBrowser } from "#tests/journeys/browser.ts";
import { ageingScript } from "#tests/reach/old-browsers.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { answerIndex, forkedLog, goodLog } from "../test-lives.ts";
import type { TestLog } from "../test-log.ts";
import { at, policyText } from "../test-parameters.ts";
import { withFolder } from "../test-surroundings.ts";
import { buildVerifierPage, verifierPageBytesMax } from "./build.ts";

const skip = skipUnless("chromium");
const note = (log: TestLog): string => new TextDecoder().decode(log.files.get("checkpoint"));

interface OpenPage {
  readonly page: Page;
  readonly folder: string;
  /** Every request that the page made, itself excluded. */
  readonly requests: string[];
  verdict(): Promise<{ readonly kind: string; readonly text: string }>;
}

/** Opens the page from a disk, as a file, without any network. */
async function withPage(run: (open: OpenPage) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const file = join(folder, "verifier.html");
    await writeFile(file, (await buildVerifierPage()).html);
    const browser: Browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
      const requests: string[] = [];
      const errors: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      page.on("pageerror", (error) => errors.push(String(error)));
      // As in the last browsers for Windows 7.
      await page.addInitScript(ageingScript());
      await page.goto(`file://${file}`);
      requests.length = 0;
      const verdict = async () => {
        const section = page.locator("#verdict");
        await section.evaluate((element) => element.replaceChildren());
        await page.click("button[type=submit]");
        await section.locator("h2").waitFor();
        return {
          kind: (await section.getAttribute("class")) ?? "",
          text: (await section.textContent()) ?? "",
        };
      };
      await run({ page, folder, requests, verdict });
      assert.deepEqual(errors, []);
      assert.deepEqual(requests, []);
    } finally {
      await browser.close();
    }
  });
}

async function writeLog(log: TestLog, folder: string): Promise<string> {
  for (const [path, bytes] of log.files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

test("two builds give the same bytes, within the limit, under a policy that forbids everything else", async () => {
  const [one, other] = [await buildVerifierPage(), await buildVerifierPage()];
  assert.equal(one.html, other.html);
  assert.equal(one.sha256, createHash("sha256").update(one.html).digest("hex"));
  assert.ok(Buffer.byteLength(one.html) <= verifierPageBytesMax, `${Buffer.byteLength(one.html)} bytes`);
  assert.match(one.html, /Content-Security-Policy" content="default-src 'none'; script-src 'sha256-/);
  const script = /<script>(.*)<\/script>/s.exec(one.html)?.[1] ?? "";
  const digest = createHash("sha256").update(script).digest("base64");
  assert.ok(one.html.includes(`script-src 'sha256-${digest}'`));
  assert.doesNotMatch(one.html, /https?:\/\//, "the page names no address");
  assert.doesNotMatch(one.html, /<(?:link|img|iframe|form action)/);
});

test("in a browser: a good receipt is accepted, with any flipped byte it is not", { skip }, async () => {
  await withPage(async ({ page, verdict }) => {
    const log = goodLog();
    const receipt = await log.receipt(answerIndex, note(log), ["text"]);
    await page.fill("#receipt", receipt);
    assert.equal((await verdict()).kind, "in-log");
    await page.click("summary");
    await page.fill("#policy", policyText);
    const good = await verdict();
    assert.equal(good.kind, "witnessed");
    assert.match(good.text, /The pipe is mended\./);
    assert.match(good.text, /ngo\.example · 2026-03-20 04:01 UTC/);

    const flips = [
      receipt.replace(/"leaf":"(.{40})./, '"leaf":"$1_'),
      receipt.replace(/("leaf":"AQ.{20})(.)/, (_, start, letter) => `${start}${letter === "A" ? "B" : "A"}`),
      receipt.replace(/("bytes":")(.)/, (_, start, letter) => `${start}${letter === "V" ? "W" : "V"}`),
      receipt.replace(
        /(\\n— ngo\.example .{20})(.)/,
        (_, start, letter) => `${start}${letter === "A" ? "B" : "A"}`,
      ),
      receipt.replace(/(index 10\\n.{10})(.)/, (_, start, letter) => `${start}${letter === "A" ? "B" : "A"}`),
    ];
    for (const flipped of flips) {
      assert.notEqual(flipped, receipt);
      await page.fill("#receipt", flipped);
      assert.equal((await verdict()).kind, "fails", flipped.slice(0, 200));
    }
    await page.fill(
      "#receipt",
      await log.receipt(answerIndex, log.signedNote(at("2026-03-20"), ["ngo.example"]), null),
    );
    const few = await verdict();
    assert.equal(few.kind, "fails");
    assert.match(few.text, /quorum-missing/);
  });
});

test("in a browser: three languages, files, and nothing that a receipt holds becomes markup", {
  skip,
}, async () => {
  await withPage(async ({ page, folder, verdict }) => {
    const log = goodLog();
    const parts = { text: '<img src=x onerror="document.title=1">' };
    const index = log.act({ kind: "added", body: 3, about: "road", time: at("2026-03-20"), parts });
    log.publish(at("2026-03-20", "09:02"));
    const file = join(folder, "receipt.json");
    await writeFile(file, await log.receipt(index, note(log), ["text"]));
    await page.setInputFiles("#receipt-file", file);
    await page.waitForFunction("document.getElementById('receipt').value.length > 100");
    assert.match((await verdict()).text, /<img src=x/);
    assert.equal(await page.locator("#verdict img").count(), 0);
    const titles = [];
    for (const language of ["tk", "ru", "en"]) {
      await page.click(`#${language}`);
      titles.push(...(await page.locator("h1, #verdict h2").allTextContents()));
      assert.equal(await page.getAttribute("html", "lang"), language);
    }
    assert.equal(new Set(titles).size, 6);
    const width = await page.evaluate("document.documentElement.scrollWidth");
    assert.ok(Number(width) <= 360, `${width} px wide`);
  });
});

test("in a browser: a mirror confirms the small receipt, and shows another history as such", {
  skip,
}, async () => {
  await withPage(async ({ page, folder, verdict }) => {
    const log = goodLog();
    const act = log.acts[answerIndex];
    assert.ok(act);
    const { nonce } = act.opening;
    await page.fill("#receipt", smallReceiptText({ leaf: encodeLeaf(act.leaf), nonce, index: answerIndex }));
    assert.equal((await verdict()).kind, "needs-mirror");
    await page.setInputFiles("#mirror", await writeLog(log, join(folder, "usb", "mirror")));
    assert.equal((await verdict()).kind, "in-log");
    await page.click("summary");
    await page.fill("#policy", policyText);
    assert.equal((await verdict()).kind, "witnessed");
    await page.fill("#receipt", smallReceiptText({ leaf: encodeLeaf(act.leaf), nonce, index: 9 }));
    const moved = await verdict();
    assert.deepEqual([moved.kind, /another-act/.test(moved.text)], ["fails", true]);

    await page.fill("#receipt", await log.receipt(answerIndex, note(log), null));
    const agrees = await verdict();
    assert.equal(agrees.kind, "witnessed");
    await page.setInputFiles("#mirror", await writeLog(forkedLog(9), join(folder, "fork")));
    const other = await verdict();
    assert.deepEqual([other.kind, /other-history/.test(other.text)], ["fails", true]);
    const damaged = goodLog();
    damaged.flip("tile/0/000.p/11", 100);
    await page.setInputFiles("#mirror", await writeLog(damaged, join(folder, "damaged")));
    assert.match((await verdict()).text, /mirror-unusable/);
  });
});

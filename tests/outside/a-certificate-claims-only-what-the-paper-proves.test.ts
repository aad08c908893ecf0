import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { asOutsider } from "#government/appeals/test-support/outsider.ts";
import type { TestPortal } from "#government/appeals/test-support/portal.ts";
import { morning } from "#tests/country/small-country.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import {
  browserAt,
  comeBack,
  companyName,
  enterLetter,
  letter,
  type TestBrowser,
  withOutsidePortal,
} from "./outside-portal.ts";

const skip = skipUnless("pdftotext", "pdftoppm", "qpdf", "zbarimg");
const day = (date: number) => morning(2026, 11, date);

/** The certificate of a case as the portal gives it; `null` when it gives none. */
async function certificateOf(
  { server }: TestPortal,
  browser: TestBrowser,
  number: string,
): Promise<Buffer | null> {
  const url = `/en/outside/case/${number}/certificate.pdf`;
  const reply = await server.fastify.inject({ url, headers: { host: "localhost", cookie: browser.cookie } });
  return reply.statusCode === 200 ? reply.rawPayload : null;
}

/** The letters of the QR codes on every page, read as a telephone reads them. */
function lettersOn(pdf: string, folder: string): string[] {
  execFileSync("pdftoppm", ["-r", "150", "-png", pdf, join(folder, "page")]);
  const pages = readdirSync(folder).filter((name) => name.startsWith("page"));
  return pages.map((page) =>
    execFileSync("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", join(folder, page)], {
      encoding: "utf8",
    }).trim(),
  );
}

test("there is none while the body has time, nor for whoever did not send it", { skip }, async () => {
  await withOutsidePortal(async (portal) => {
    const browser = browserAt(portal.server);
    const entered = await enterLetter(browser);
    const { number } = entered;
    // Posted on 5 October, delivered by rule on the 15th, due on 5 November.
    portal.country.clock.now = day(5);
    await portal.sequence();
    await comeBack(browser, entered);
    assert.equal(await certificateOf(portal, browser, number), null);
    const page = await browser.open(`/en/outside/case/${number}`);
    assert.match(page.body, /the body still has time/);
    portal.country.clock.now = day(9);
    await portal.sequence();
    await comeBack(browser, entered);
    assert.notEqual(await certificateOf(portal, browser, number), null);
    assert.equal(await certificateOf(portal, browserAt(portal.server), number), null);
  });
});

test("on paper in three languages, and the code on it says the same from a mirror alone", {
  skip,
}, async () => {
  await withOutsidePortal(async (portal) => {
    const browser = browserAt(portal.server);
    const entered = await enterLetter(browser);
    const { number } = entered;
    portal.country.clock.now = day(9);
    // Somebody else's letter: witnesses sign what the record is by then.
    await enterLetter(browserAt(portal.server), { ...letter, sentOn: "2026-11-08" }, null);
    await portal.sequence();
    await comeBack(browser, entered);
    const bytes = await certificateOf(portal, browser, number);
    assert.ok(bytes);
    const folder = mkdtempSync(join(tmpdir(), "aydyn-pdf-"));
    try {
      const pdf = join(folder, "certificate.pdf");
      writeFileSync(pdf, bytes);
      execFileSync("qpdf", ["--check", pdf]);
      const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).replaceAll(
        /\s+/g,
        " ",
      );
      for (const words of [
        "Dymmak hakynda güwänama",
        "Свидетельство о молчании",
        "Certificate of silence",
        "By the due day, Thursday 5 November 2026, no answer was entered in this register. Working days since: 2.",
        "Posted: Monday 5 October 2026",
        "Shown for it: posting receipt",
        "Number on that paper: RR123456789OG",
        "Counts as delivered Thursday 15 October 2026",
        "That the letter reached the body. Only that it was sent was shown.",
        "to be confirmed by a lawyer",
        companyName,
        "Garaşsyz hasap",
      ]) {
        assert.ok(text.includes(words), `${words}\n${text}`);
      }
      assert.doesNotMatch(text, /Nar Küýzeçi|Üç aý bäri|Gyzylarbat/, "no text of the appeal and no name");
      const codes = lettersOn(pdf, folder);
      assert.equal(codes.length, 3);
      assert.equal(new Set(codes).size, 1);
      await checkedElsewhere(portal, codes[0] ?? "");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Somebody with a mirror and the letters of the code: the same statement, and its limits. */
async function checkedElsewhere(portal: TestPortal, letters: string): Promise<void> {
  await asOutsider(portal, async ({ aydyn, mirror, policy, write }) => {
    const log = await aydyn("verify", "log", mirror, "--policy", policy);
    assert.equal(log.code, 0, log.said);
    const out = `${mirror}-out`;
    const code = write("qr.txt", letters);
    const drawn = await aydyn("certificate", code, "--mirror", mirror, "--policy", policy, "--out", out);
    assert.equal(drawn.code, 0, drawn.said);
    assert.match(drawn.said, /CERTIFIED: silent/);
    assert.match(drawn.said, /no answer was entered in this register/);
    assert.match(drawn.said, /Due\s+2026-11-05/);
    const [name = ""] = readdirSync(out);
    const html = readFileSync(join(out, name), "utf8");
    assert.match(html, /Posted: 5 October 2026 \(Monday\)\. Shown for it: posting receipt\./);
    assert.match(html, /It is not proved that the letter reached the body/);
    assert.match(html, /the body itself has confirmed nothing/);
    const again = await aydyn(
      "verify",
      "certificate",
      join(out, name),
      "--mirror",
      mirror,
      "--policy",
      policy,
    );
    assert.equal(again.code, 0, again.said);
    // What is published names a day and a kind of paper, nobody's letter.
    const published = readdirSync(mirror, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    for (const { parentPath, name: file } of published) {
      assert.doesNotMatch(
        readFileSync(join(parentPath, file), "utf8"),
        /Gyzylarbat|RR123456789OG|Nar /,
        file,
      );
    }
  });
}

test("once an answer was entered, the paper is not given, and nobody may call it late", {
  skip,
}, async () => {
  await withOutsidePortal(async (portal) => {
    const browser = browserAt(portal.server);
    const entered = await enterLetter(browser);
    const { number } = entered;
    portal.country.clock.now = day(9);
    await portal.sequence();
    await comeBack(browser, entered);
    const receipt = await browser.open(`/en/case/${number}/act/1/receipt.json`);
    const form = await browser.open(`/en/outside/case/${number}/answer`);
    const path = `/en/outside/case/${number}/answer`;
    const wrong = await browser.send(form, path, {
      way: "posted",
      dated: "10.11.2026",
      receivedOn: "9.11.2026",
      text: "Garaşyň.",
    });
    assert.equal(wrong.status, 422);
    assert.match(wrong.body, /cannot bear a later day/);
    assert.match(wrong.body, /Garaşyň\./, "what was typed is kept");
    const done = await browser.send(wrong, path, {
      way: "posted",
      dated: "4.11.2026",
      receivedOn: "9.11.2026",
      text: "Garaşyň.",
    });
    assert.match(done.body, /an answer was entered/);
    const whole = await browser.open(`/en/case/${number}`);
    assert.equal(whole.status, 200);
    assert.match(whole.body, /Garaşyň\./);
    assert.match(whole.body, new RegExp(`/en/outside/case/${number}`));
    await portal.sequence();
    assert.equal(await certificateOf(portal, browser, number), null);
    await asOutsider(portal, async ({ aydyn, mirror, policy, write }) => {
      const drawn = await aydyn(
        "certificate",
        write("r.json", receipt.body),
        "--mirror",
        mirror,
        "--policy",
        policy,
        "--out",
        mirror,
      );
      // The letter bears a day in time; that it was entered late is nobody's lateness.
      assert.equal(drawn.code, 1);
      assert.match(drawn.said, /answer-brought-in/, drawn.said);
    });
  });
});

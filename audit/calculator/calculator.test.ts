import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { type CalculatorCountry, calculatorCountryJson } from "#core/clock/calculator-country.ts";
import {
  addDays,
  type CivilDate,
  civilDate,
  civilDateText,
  startOfCivilDate,
  yearMonthDayOf,
} from "#core/clock/civil-date.ts";
import { explainDeadline } from "#core/clock/deadline.ts";
import { defaultRules } from "#core/clock/rules.ts";
import { demoCalendars, demoTimeZone } from "#demo/country/calendar.ts";
import { bodiesOfDemoCountry } from "#demo/country/demo-bodies.ts";
import { withPageData } from "#engines/one-file/build-page.ts";
import { launchBrowser } from "#tests/journeys/browser.ts";
import { ageingScript } from "#tests/reach/old-browsers.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { withFolder } from "../test-surroundings.ts";
import { weekdayWords } from "./browser/clock-words.ts";
import { buildCalculatorPage } from "./build.ts";

const skip = skipUnless("chromium");
/** It is carried from phone to phone. */
const pageBytesMax = 150 * 1024;
const today = civilDate(2026, 11, 27);

const calendars = demoCalendars(today).map((calendar, at) => ({ ...calendar, announced: at + 1 }));
const country: CalculatorCountry = {
  asOf: today,
  origin: "ledger.oguzabat.example/executive",
  timeZone: demoTimeZone,
  calendars,
  rules: [{ ...defaultRules, announced: 1 }],
  bodies: bodiesOfDemoCountry(() => "key").map(({ number, name, about, workingDays, parent, oversight }) => ({
    ...{ number, name, workingDays, parent },
    address: about.address,
    ...(oversight === undefined ? {} : { oversight }),
  })),
};

/** The page as the portal hands it out. */
async function calculator(): Promise<string> {
  return withPageData(await buildCalculatorPage(), JSON.stringify(calculatorCountryJson(country)));
}

/** Opens it from a disk, in a browser without what browsers of 2018 lacked, and without any network. */
async function withCalculator(run: (page: Page) => Promise<void>): Promise<void> {
  await withFolder(async (folder) => {
    const file = join(folder, "deadline.html");
    await writeFile(file, await calculator());
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
      const requests: string[] = [];
      const errors: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      page.on("pageerror", (error) => errors.push(String(error)));
      await page.addInitScript(ageingScript());
      await page.addInitScript(
        `delete Object.hasOwn; delete Object.fromEntries; delete String.prototype.replaceAll;
         for (const name of ["at", "flatMap", "flat", "findLast", "toSorted", "toReversed", "toSpliced", "with"]) delete Array.prototype[name];`,
      );
      await page.goto(`file://${file}`);
      requests.length = 0;
      await run(page);
      assert.deepEqual(errors, []);
      assert.deepEqual(requests, []);
    } finally {
      await browser.close();
    }
  });
}

function typed(date: CivilDate): string {
  const { year, month, day } = yearMonthDayOf(date);
  return `${day}.${month}.${year}`;
}

async function count(
  page: Page,
  asked: { readonly body: number; readonly kind: string; readonly day: string; readonly posted: boolean },
): Promise<string> {
  await page.fill("#today", typed(today));
  await page.selectOption("#body", String(asked.body));
  await page.selectOption("#kind", asked.kind);
  await page.fill("#day", asked.day);
  await page.setChecked("#posted", asked.posted);
  await page.click("button[type=submit]");
  return (await page.textContent("#due")) ?? "";
}

test("one file of at most 150 KB, that names no address and lets nothing in", async () => {
  const page = await calculator();
  assert.ok(Buffer.byteLength(page) <= pageBytesMax, `${Buffer.byteLength(page)} bytes`);
  assert.doesNotMatch(page, /https?:\/\//);
  assert.doesNotMatch(page, /<(?:link|img|iframe)/);
  const script = /<script>(.*)<\/script>/s.exec(page)?.[1] ?? "";
  const digest = createHash("sha256").update(script).digest("base64");
  assert.ok(page.includes(`script-src 'sha256-${digest}'`));
  assert.match(page, /default-src 'none'/);
});

test("in a browser from a disk it counts as core/clock does, on any day", { skip }, async () => {
  await withCalculator(async (page) => {
    await page.click("#en");
    const bodies = fc.constantFrom(...country.bodies.map(({ number }) => number));
    const kinds = fc.constantFrom(
      "filed-complaint",
      "filed-suggestion",
      "filed-request",
      "filed-elsewhere" as const,
    );
    const question = fc.tuple(bodies, kinds, fc.integer({ min: 0, max: 330 }), fc.boolean());
    for (const [body, kind, daysAgo, posted] of fc.sample(question, { numRuns: 60, seed: 20_261_127 })) {
      const day = addDays(today, -daysAgo);
      const at = startOfCivilDate(addDays(today, 1), demoTimeZone) - 1;
      const act = { kind, body, day, posted, at, claimedDue: null };
      const { due, explanation } = explainDeadline([act], country, at);
      assert.ok(due !== null);
      const shown = await count(page, { body, kind, day: typed(day), posted });
      assert.equal(shown, weekdayWords(due, "en"), `${kind} ${civilDateText(day)} ${posted}`);
      assert.equal(await page.locator("#steps li").count(), explanation.length);
      assert.equal(await page.locator("#letter").isVisible(), due < today);
    }
  });
});

test("three languages, letters to three addressees, and only the letter on paper", { skip }, async () => {
  await withCalculator(async (page) => {
    const letters = new Set<string>();
    for (const language of ["tk", "ru", "en"]) {
      await page.click(`#${language}`);
      const due = await count(page, { body: 10, kind: "filed-complaint", day: "5.10.2026", posted: true });
      assert.match(due, /2026/);
      await page.fill("#from", "Nar Küýzeçi");
      for (const forum of ["higher-body", "prosecutor", "ombudsman"]) {
        await page.selectOption("#forum", forum);
        const letter = (await page.textContent("#letter-text")) ?? "";
        letters.add(letter);
        assert.match(letter, /Nar Küýzeçi/);
        assert.match(letter, /05\.10\.2026|5 October 2026/);
      }
      assert.equal(await page.getAttribute("html", "lang"), language);
    }
    assert.equal(letters.size, 9);
    const width = await page.evaluate("document.documentElement.scrollWidth");
    assert.ok(Number(width) <= 360, `${width} px wide`);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("#letter-text").isVisible(), true);
    for (const hidden of ["form", "#steps", "footer", "#print"]) {
      assert.equal(await page.locator(hidden).isVisible(), false, hidden);
    }
  });
});

test("a letter goes to the very body that the record names, and encloses the certificate of silence", {
  skip,
}, async () => {
  await withCalculator(async (page) => {
    const letterTo = async (body: number, forum: string) => {
      await count(page, { body, kind: "filed-complaint", day: "5.10.2026", posted: true });
      await page.selectOption("#forum", forum);
      return (await page.textContent("#letter-text")) ?? "";
    };
    const certificate = {
      tk: /dymmak hakynda güwänama/,
      ru: /свидетельство о молчании/,
      en: /certificate of silence/,
    };
    for (const language of ["tk", "ru", "en"] as const) {
      await page.click(`#${language}`);
      for (const [forum, number] of [
        ["higher-body", 1],
        ["prosecutor", 62],
        ["ombudsman", 61],
      ] as const) {
        const letter = await letterTo(10, forum);
        const to = country.bodies.find((body) => body.number === number);
        assert.ok(to !== undefined && letter.split("\n")[0]?.includes(to.name[language]), letter);
        assert.ok(letter.split("\n")[0]?.includes(to.address[language]));
        assert.match(letter, certificate[language], "what proves the silence goes along");
      }
    }
    assert.match(
      (await letterTo(62, "prosecutor")).split("\n")[0] ?? "",
      /^To: Prosecutor's office$/,
      "never to itself",
    );
  });
});

test("no day, a day to come and a text of the country that looks like markup do no harm", {
  skip,
}, async () => {
  await withCalculator(async (page) => {
    for (const day of ["31.2.2026", "tomorrow", "1.1.2027"]) {
      await count(page, { body: 10, kind: "filed-complaint", day, posted: false });
      assert.equal(await page.locator("#wrong").isVisible(), true, day);
      assert.equal(await page.locator("#result").isVisible(), false, day);
    }
    await count(page, { body: 10, kind: "filed-complaint", day: "5.10.2026", posted: false });
    await page.fill("#from", "<img src=x onerror=document.title=1>");
    await page.selectOption("#forum", "prosecutor");
    assert.match((await page.textContent("#letter-text")) ?? "", /<img src=x/);
    assert.equal(await page.locator("#letter-text img").count(), 0);
  });
});

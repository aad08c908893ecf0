import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { carriedFileBytesMax, carriedFilesMax, parseCarried } from "#core/record/carried-file.ts";
import { offlineStub, stubText } from "#core/record/stub.ts";
import {
  appealAboutForm,
  appealShownForm,
  appealTextForm,
  attachmentBytesMax,
  attachmentsMax,
} from "#government/appeals/index.ts";
import { ministry, otherMinistry } from "#tests/country/small-country.ts";
import { intakeSecret, marker, withIntake } from "#tests/intake/intake-country.ts";
import {
  nameBodyKey,
  nameCountryKey,
  offlinePageOf,
  withOfflinePage,
} from "#tests/intake/offline-browser.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { intakeRecipient } from "../keys/intake-key.ts";
import { intakeRing } from "../keys/intake-ring.ts";
import { buildOfflinePage, offlinePageBytesMax } from "./build.ts";

test("the page is small, the same at every build, allows no network, and is given only with the key of the record", async () => {
  const [built, again] = [await buildOfflinePage(), await buildOfflinePage()];
  assert.equal(built, again);
  await withIntake(async (country) => {
    assert.equal((await offlinePageOf(country)).status, 404, "no key is named yet");
    assert.ok(!(await country.visitor.get("/en/intake")).body.includes("offline.html"));
    await nameCountryKey(country, `age1${"q".repeat(58)}`);
    assert.equal((await offlinePageOf(country)).status, 404, "what it writes could not be opened here");
    const recipient = await intakeRecipient(intakeSecret);
    await nameCountryKey(country, recipient);
    const page = await offlinePageOf(country);
    assert.equal(page.status, 200);
    assert.ok((await country.visitor.get("/en/intake")).body.includes("/intake/offline.html"));
    assert.ok(Buffer.byteLength(page.html) <= offlinePageBytesMax, `${Buffer.byteLength(page.html)} bytes`);
    assert.ok(page.html.includes(recipient));
    assert.match(page.policy, /^default-src 'none'; script-src 'sha256-/);
    const inPage = /<script>([\s\S]*)<\/script>\n<\/body>/.exec(page.html)?.[1] ?? "";
    assert.ok(page.policy.includes(createHash("sha256").update(inPage).digest("base64")));
    // The key in the page is the one that everybody's copy of the record names.
    await country.sequence();
    const parameters = readFileSync(join(country.publishedFolder, "parameters.json"), "utf8");
    const parts = JSON.parse(parameters).acts.flatMap((act: { opening: { parts: { bytes: string }[] } }) =>
      act.opening.parts.map(({ bytes }) => Buffer.from(bytes, "base64").toString()),
    );
    assert.equal(parts.filter((text: string) => text.includes(recipient)).length, 1);
  }, built);
});

test("its limits are those of the form on the web", async () => {
  await withIntake(
    async (country) => {
      await nameCountryKey(country, await intakeRecipient(intakeSecret));
      const { html } = await offlinePageOf(country);
      const { limits, files } = JSON.parse(/id="data">([^<]*)</.exec(html)?.[1] ?? "");
      assert.deepEqual([files.count, files.bytes], [carriedFilesMax, carriedFileBytesMax]);
      assert.deepEqual([attachmentsMax, attachmentBytesMax], [carriedFilesMax, carriedFileBytesMax]);
      const { subject, text } = appealTextForm.fields;
      const { name, address, contact } = appealShownForm.fields;
      const { who: about } = appealAboutForm.fields;
      assert.deepEqual(
        limits,
        Object.fromEntries(
          Object.entries({ subject, text, about, name, address, contact }).map(([key, field]) => [
            key,
            field.charactersMax,
          ]),
        ),
      );
    },
    await buildOfflinePage(),
  );
});

test("from a disk, without network and without the browser's cryptography: a file, a stub, and an office that opens it", {
  skip: skipUnless("chromium"),
}, async () => {
  await withIntake(
    async (country) => {
      await nameCountryKey(country, await intakeRecipient(intakeSecret));
      const { html } = await offlinePageOf(country);
      await withOfflinePage(html, async (page, folder) => {
        await page.click("#ru");
        assert.equal(await page.textContent("h1"), "Обращение без связи");
        await page.click("button[type=submit]");
        assert.equal(await page.textContent("#subject-problem"), "Заполните");
        assert.equal(await page.isVisible("#done"), false);
        await page.selectOption("#kind", "filed-complaint");
        await page.selectOption("#body", String(ministry));
        await page.selectOption("#identity", "sealed");
        await page.fill("#subject", "Gaz");
        await page.fill("#about", "ministry-of-roads");
        await page.fill("#text", "ş".repeat(6_001));
        await page.fill("#name", marker.name);
        await page.fill("#address", marker.address);
        await page.click("button[type=submit]");
        assert.match((await page.textContent("#text-problem")) ?? "", /6000/);
        await page.fill("#text", marker.text);
        await page.click("button[type=submit]");
        await page.waitForSelector("#done:not([hidden])");
        const shown = (await page.textContent("#stub-text")) ?? "";
        const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
        const file = join(folder, "carried.age");
        await download.saveAs(file);
        assert.match(download.suggestedFilename(), /^aydyn-2-0-\d+\.age$/);
        const bytes = Uint8Array.from(readFileSync(file));
        assert.ok(!Buffer.from(bytes).includes(Buffer.from(marker.text)), "what is carried is encrypted");
        const opened = await intakeRing(() => [intakeSecret]).open(bytes);
        assert.ok(opened.ok);
        const read = parseCarried(opened.value);
        assert.ok(read.ok);
        assert.deepEqual(
          [read.value.appeal.text, read.value.appeal.language, read.value.appeal.identityShown],
          [marker.text, "ru", false],
        );
        assert.equal(read.value.appeal.about, "ministry-of-roads");
        assert.equal(shown, stubText(offlineStub(ministry, opened.value)), "the stub is of what was written");
        assert.equal(
          ((await page.textContent("#digest-text")) ?? "").replaceAll(" ", ""),
          createHash("sha256").update(opened.value).digest("hex"),
        );
      });
    },
    await buildOfflinePage(),
  );
});

test("each body stands in the page with its own key, and one whose key nobody has is left out", async () => {
  await withIntake(
    async (country) => {
      const countryKey = await intakeRecipient(intakeSecret);
      const ownKey = await intakeRecipient(Uint8Array.from(intakeSecret, (byte) => byte ^ 1));
      const keysIn = async () => {
        const { status, html } = await offlinePageOf(country);
        if (status !== 200) return null;
        const data = JSON.parse(/id="data">([^<]*)</.exec(html)?.[1] ?? "");
        return new Map<number, string>(
          data.bodies.map(({ number, key }: { number: number; key: number }) => [number, data.keys[key]]),
        );
      };
      await nameCountryKey(country, countryKey);
      assert.deepEqual([...new Set((await keysIn())?.values())], [countryKey]);
      // Kept elsewhere, by the body itself.
      await nameBodyKey(country, otherMinistry, ownKey);
      const keys = await keysIn();
      assert.deepEqual([keys?.get(ministry), keys?.get(otherMinistry)], [countryKey, ownKey]);
      country.kept.length = 0;
      const alone = await keysIn();
      assert.deepEqual([...(alone?.entries() ?? [])], [[otherMinistry, ownKey]], "the country's key is lost");
    },
    await buildOfflinePage(),
  );
});

test("files go along within the limits of the web, and the stub is of them too", {
  skip: skipUnless("chromium"),
}, async () => {
  await withIntake(
    async (country) => {
      await nameCountryKey(country, await intakeRecipient(intakeSecret));
      const { html } = await offlinePageOf(country);
      await withOfflinePage(html, async (page, folder) => {
        await page.click("#en");
        await page.selectOption("#kind", "filed-complaint");
        await page.selectOption("#body", String(ministry));
        assert.equal(await page.textContent("#key"), await intakeRecipient(intakeSecret));
        await page.selectOption("#identity", "shown");
        for (const field of ["subject", "text", "name", "address"] as const)
          await page.fill(`#${field}`, "Gaz");
        const large = { name: "uly.pdf", mimeType: "", buffer: Buffer.alloc(attachmentBytesMax + 1) };
        const text = { name: "hat.TXT", mimeType: "", buffer: Buffer.from("Gaz ýok") };
        for (const [files, says] of [
          [[text, text, text, text], /Too many files\. At most: 3/],
          [[text, large], /Too large, or empty: uly\.pdf/],
          [[{ ...text, buffer: Buffer.alloc(0) }], /Too large, or empty: hat\.TXT/],
          [[{ ...text, name: "a.exe" }], /Such files are not taken: a\.exe/],
        ] as const) {
          await page.setInputFiles("#files", [...files]);
          await page.click("button[type=submit]");
          assert.match((await page.textContent("#files-problem")) ?? "", says);
          assert.equal(await page.isVisible("#done"), false);
        }
        const largest = { ...large, buffer: Buffer.alloc(attachmentBytesMax, 7) };
        await page.setInputFiles("#files", [text, largest, largest]);
        await page.click("button[type=submit]");
        await page.waitForSelector("#done:not([hidden])");
        assert.match((await page.textContent("#paper")) ?? "", /hat\.TXT\nuly\.pdf/);
        const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
        const file = join(folder, "carried.age");
        await download.saveAs(file);
        const opened = await intakeRing(() => [intakeSecret]).open(Uint8Array.from(readFileSync(file)));
        assert.ok(opened.ok, JSON.stringify(opened));
        const read = parseCarried(opened.value);
        assert.ok(read.ok);
        assert.deepEqual(
          read.value.files.map(({ fileName, bytes }) => [fileName, bytes.length]),
          [
            ["hat.TXT", text.buffer.length],
            ["uly.pdf", attachmentBytesMax],
            ["uly.pdf", attachmentBytesMax],
          ],
        );
        assert.equal(await page.textContent("#stub-text"), stubText(offlineStub(ministry, opened.value)));
      });
    },
    await buildOfflinePage(),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { attributes, html } from "#platform/html/html.ts";
import { launchBrowser } from "#tests/journeys/browser.ts";
import { skipUnless } from "#tools/foreign-programs.ts";

const samples = 400;

/** Pieces that break out of a context when they are not escaped, and whatever else there is. */
const piece = fc.oneof(
  fc.constantFrom(
    '"',
    "'",
    "<",
    ">",
    "&",
    "&lt;",
    "&quot;",
    "</p>",
    "</textarea>",
    "<!--",
    "-->",
    "<script>",
    "onload=",
    " ",
    "=",
    "`",
    "\n",
    "]]>",
    "&#x3c;",
    "\u2028",
  ),
  fc.string({ unit: "grapheme", maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));

/** Line ends and controls as an HTML parser reads them out of a source (HTML Standard, section 13.2.3.5). */
function asParsed(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that the tag replaces.
  return value.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "\ufffd");
}

test("a browser reads back exactly what was put in, in text, attributes and a text area (property)", {
  skip: skipUnless("chromium"),
}, async () => {
  const values = fc.sample(text, samples).map((value) => value.toWellFormed());
  const markup = html`<!doctype html><meta charset="utf-8"><title>x</title><main>${values.map(
    (value) =>
      html`<section><p title="${value}" data-single='${value}' ${attributes({ lang: value })}>${value}</p><textarea>
${value}</textarea></section>`,
  )}</main>`.toString();
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent(markup);
  const read: unknown = await page.evaluate(`({
      elements: document.querySelectorAll("main *").length,
      values: [...document.querySelectorAll("section")].map((section) => {
        const p = section.firstElementChild;
        return [p.textContent, p.title, p.dataset.single, p.getAttribute("lang"), section.lastElementChild.value];
      }),
    })`);
  await browser.close();
  assert.deepEqual(read, {
    elements: samples * 3,
    values: values.map((value) => Array.from({ length: 5 }, () => asParsed(value))),
  });
});

/**
 * Nothing that the portal hands out needs what the last Chrome or Firefox ESR of Windows 7 lacks: style sheet, scripts and
 * the pages that work from a disk. The portal's own pages are looked at where all of them are gathered (tests/pages/).
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { buildCalculatorPage } from "#audit/calculator/build.ts";
import { buildVerifierPage } from "#audit/page/build.ts";
import { uploadScript } from "#government/appeals/attaching/upload-script.ts";
import { buildOfflinePage } from "#government/intake/page/build.ts";
import { stylesheetText } from "#platform/html/style/stylesheet.ts";
import { newerInMarkup, newerInScript, newerInStyle } from "./old-browsers.ts";

test("the portal's style sheet and its one script are old enough", async () => {
  assert.deepEqual(newerInStyle(stylesheetText()), []);
  assert.deepEqual(await newerInScript(Buffer.from(uploadScript.bytes).toString()), []);
});

test("so are verifier, calculator and the page for writing without a line", async () => {
  const pages = {
    verifier: (await buildVerifierPage()).html,
    calculator: await buildCalculatorPage(),
    offline: await buildOfflinePage(),
  };
  for (const [name, html] of Object.entries(pages)) {
    const script = insideOf(html, /<script>(.*?)<\/script>/gs);
    const style = insideOf(html, /<style>(.*?)<\/style>/gs);
    assert.ok(script.length > 0 && style.length > 0, name);
    const found = [newerInMarkup(html), newerInStyle(style), await newerInScript(script)].flat();
    assert.deepEqual(found, [], name);
  }
});

test("each of these would be found", async () => {
  const styles = {
    "a:has(b){color:red}": ":has: not in firefox 115",
    "a{color:red;& b{color:red}}": "&: not in chrome 109, firefox 115",
    "a{color:color-mix(in srgb,red,blue)}": "color-mix(): not in chrome 109",
    "a{color:light-dark(red,blue)}": "light-dark(): not in chrome 109, firefox 115",
    "a{height:100dvh;field-sizing:content}": "field-sizing: not in chrome 109, firefox 115",
    "a{print-color-adjust:exact}": "print-color-adjust: not in chrome 109",
    "@starting-style{a{color:red}}": "@starting-style: not in chrome 109, firefox 115",
    "@media (scripting:none){a{color:red}}": "@media (scripting): not in chrome 109",
    "a{colour:red}": "colour: not in every table",
  };
  for (const [style, expected] of Object.entries(styles)) {
    assert.ok(newerInStyle(style).includes(expected), `${style}: ${newerInStyle(style)}`);
  }
  const markups = {
    "<div popover></div>": "<div popover>: not in chrome 109, firefox 115",
    '<details name="one"></details>': "<details name>: not in chrome 109, firefox 115",
    "<search></search>": "<search>: not in chrome 109, firefox 115",
    '<input type="week">': '<input type="week">: not in firefox 115',
  };
  for (const [markup, expected] of Object.entries(markups)) {
    assert.ok(newerInMarkup(markup).includes(expected), `${markup}: ${newerInMarkup(markup)}`);
  }
  const scripts = {
    "list.toSorted();": ".toSorted(): not in chrome 109",
    "Object.groupBy(list, by);": "Object.groupBy: not in chrome 109, firefox 115",
    "AbortSignal.any(list);": "AbortSignal.any: not in chrome 109, firefox 115",
    "new Float16Array(2);": "new Float16Array: not in chrome 109, firefox 115",
    "const same = /[a--b]/v;": "syntax: not in every table",
  };
  for (const [script, expected] of Object.entries(scripts)) {
    const found = await newerInScript(script);
    assert.ok(found.includes(expected), `${script}: ${found}`);
  }
  assert.deepEqual(await newerInScript('if (typeof list.toSorted === "function") list.toSorted();'), []);
});

function insideOf(html: string, pattern: RegExp): string {
  return [...html.matchAll(pattern)].map(([, inside = ""]) => inside).join("\n");
}

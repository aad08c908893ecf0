import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { transform } from "lightningcss";
import { minifyCss, stylesheetText } from "./style/stylesheet.ts";

const gzipBytesMax = 8_192;
/** The last browsers of Windows 7. lightningcss counts a version as major, minor and patch in one number. */
const oldBrowsers = { chrome: 109 << 16, firefox: 115 << 16 };

test("the style sheet is small", () => {
  const bytes = gzipSync(stylesheetText(), { level: 9 }).length;
  assert.ok(bytes <= gzipBytesMax, `${bytes} bytes`);
});

test("a real parser reads it without a warning, and old browsers need no change to it", () => {
  const code = Buffer.from(stylesheetText());
  const read = transform({ filename: "aydyn.css", code, minify: true });
  const forOld = transform({ filename: "aydyn.css", code, minify: true, targets: oldBrowsers });
  assert.deepEqual(read.warnings, []);
  assert.ok(forOld.code.length <= read.code.length + 200, `${read.code.length} ${forOld.code.length}`);
  // Minified twice is minified once: the parser finds nothing that our own way has broken.
  const whole = transform({
    filename: "aydyn.css",
    code: Buffer.from(minifyCss(read.code.toString())),
    minify: true,
  });
  assert.equal(whole.code.toString(), read.code.toString());
});

test("nothing that old browsers do not know, nothing loaded from anywhere, only tokens for colours", () => {
  const css = stylesheetText();
  assert.doesNotMatch(css, /:has\(|&|@layer|@container|color-mix|light-dark|url\(|@import|@font-face/);
  const rules = css.replace(/:root\{[^}]*\}/g, "");
  // Ink on sun is the same in both schemes; a shadow of the button is black on any colour.
  const colours = rules.match(/#[0-9a-f]{3,8}\b|rgba?\([^)]*\)/g) ?? [];
  assert.deepEqual([...new Set(colours)].sort(), ["#16211f", "rgba(0,0,0,0.25)"]);
});

test("minifying keeps what matters", () => {
  assert.equal(
    minifyCss("a  b > c , d {\n  color : red;\n  width: calc(1px + 2px);\n}\n/* x */"),
    "a b>c,d{color :red;width:calc(1px + 2px)}",
  );
});

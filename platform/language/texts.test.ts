import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { languages } from "./language.ts";
import { textGaps, textUseGaps } from "./text-gaps.ts";
import { loadTexts, textFolders, translator } from "./texts.ts";

const scratch = mkdtempSync(join(tmpdir(), "texts-"));
after(() => rmSync(scratch, { recursive: true }));

function folderWith(name: string, files: Record<string, string>): string {
  const folder = join(scratch, name);
  mkdirSync(folder);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  return folder;
}

test("every text of the project exists in all three languages with the same variables", () => {
  assert.deepEqual(textGaps(textFolders()), []);
});

test("every text that a source names exists, and every text is named by a source", () => {
  const project = fileURLToPath(new URL("../../", import.meta.url));
  const sources = ["platform", "government", "apps", "demo"].map((folder) => join(project, folder));
  assert.deepEqual(textUseGaps(textFolders(), sources), []);
});

test("a text is found, with its arguments, plurals and grouped digits", () => {
  const folder = folderWith("good", {
    "tk.ftl": "days = { $count } gün\n",
    "ru.ftl":
      "days =\n    { $count ->\n        [one] { $count } день\n        [few] { $count } дня\n       *[other] { $count } дней\n    }\n",
    "en.ftl":
      "days =\n    { $count ->\n        [one] { $count } day\n       *[other] { $count } days\n    }\n",
  });
  const of = loadTexts([folder]);
  assert.equal(of("ru")("days", { count: 21 }), "21 день");
  assert.equal(of("ru")("days", { count: 3 }), "3 дня");
  assert.equal(of("ru")("days", { count: 1235 }), "1\u00a0235 дней");
  assert.equal(of("en")("days", { count: 1 }), "1 day");
  assert.equal(of("tk")("days", { count: 5 }), "5 gün");
  assert.equal(of("tk").language, "tk");
  assert.equal(of("tk").has("days"), true);
  assert.equal(of("tk").has("nights"), false);
});

test("an unknown key and a missing argument throw", () => {
  const t = translator("en");
  assert.throws(() => t("no-such-text-anywhere"), /no text/);
  assert.throws(() => t("clock-overdue", { days: 1 }), /Unknown variable/);
});

test("the same key in two folders is refused", () => {
  const one = folderWith("one", { "tk.ftl": "a = 1\n" });
  const two = folderWith("two", { "tk.ftl": "a = 2\n" });
  assert.throws(() => loadTexts([one, two]));
  assert.ok(textGaps([one, two]).some(({ problem, key }) => problem === "twice" && key === "a"));
});

test("each kind of gap is found", () => {
  const folder = folderWith("gaps", {
    "tk.ftl": "missing-in-english = x\nvariables = { $a }\nbroken = { $a\nunused-text = x\n",
    "ru.ftl": "missing-in-english = x\nvariables = { $b }\nbroken = { $a }\nunused-text = x\n",
    "en.ftl": "variables = { $a }\nbroken = { $a }\nunused-text = x\n",
  });
  const found = textGaps([folder]).map(({ problem, key }) => `${problem} ${key}`);
  for (const gap of ["missing missing-in-english", "different-variables variables", "unreadable broken"]) {
    assert.ok(found.includes(gap), `${gap} in ${found}`);
  }
  const sources = folderWith("sources", {
    "a-pages.ts":
      // biome-ignore lint/suspicious/noTemplateCurlyInString: source text for the reader under test.
      't("variables"); t("nowhere"); t.has("asked-only"); t(`missing-${kind}`); t(`gone-${kind}`); "a-broken"',
  });
  const use = textUseGaps([folder], [sources]).map(({ problem, key }) => `${problem} ${key}`);
  assert.deepEqual(use.sort(), ["unused unused-text", "used-but-missing gone-…", "used-but-missing nowhere"]);
});

test("no Turkmen text uses letters that Turkmen does not have", () => {
  const t = translator("tk");
  for (const key of ["page-skip", "error-500-do", "clock-why", "answering-source", "seal-queued-explained"]) {
    assert.doesNotMatch(t(key).replace(/\{[^}]*\}/g, ""), /[cqvxıñğ]/i, key);
  }
  assert.equal(languages[0], "tk");
});

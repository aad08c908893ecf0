import assert from "node:assert/strict";
import { test } from "node:test";
import { languageAccepted } from "./accept-language.ts";

test("the best of our languages by quality and place; ours otherwise", () => {
  for (const [header, expected] of [
    [undefined, "en"],
    ["", "en"],
    ["*", "en"],
    ["de, fr", "en"],
    ["ru", "ru"],
    ["ru-RU, en;q=0.9", "ru"],
    ["en;q=0.5, tk;q=0.8", "tk"],
    ["tk;q=0, ru", "ru"],
    ["RU;Q=x, tk", "tk"],
    ["de, ru;q=0.2, tk;q=0.2", "ru"],
  ] as const) {
    assert.equal(languageAccepted(header, "en"), expected, header);
  }
});

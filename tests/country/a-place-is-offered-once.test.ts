import assert from "node:assert/strict";
import { test } from "node:test";
import { bodiesOfDemoCountry } from "#demo/country/demo-bodies.ts";
import { placeInWords, placesOf } from "#government/appeals/published/published-text-pages.ts";
import { bodyTree } from "#government/bodies/index.ts";
import { languages } from "#platform/language/language.ts";
import { loadTexts, textFolders } from "#platform/language/texts.ts";

test("a place is offered once, though a court sits there too, and an older choice keeps its name", () => {
  const tree = bodyTree(bodiesOfDemoCountry(() => ""));
  const translator = loadTexts(textFolders());
  for (const language of languages) {
    const t = translator(language);
    const labels = placesOf(t, tree).map(({ label }) => label);
    assert.ok(labels.length > 0);
    assert.deepEqual(labels, [...new Set(labels)], language);
    const court = tree.all.find(({ about }) => about.branch === "judicial" && about.places.length > 0);
    assert.ok(court !== undefined, "the demo country has a court of a place");
    assert.ok(labels.includes(placeInWords(t, tree, court.slug)), language);
  }
});

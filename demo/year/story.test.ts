import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyTree, chooseBodies } from "#government/bodies/index.ts";
import { languages } from "#platform/language/language.ts";
import { bodiesOfDemoCountry } from "../country/demo-bodies.ts";
import { chanceOf } from "./chance.ts";
import { drawStory, mattersOf } from "./story.ts";
import { addressees } from "./world.ts";

const storiesOfEach = 40;
const tree = bodyTree(bodiesOfDemoCountry(() => "no key is asked for"));

test("whoever types a matter into the page that helps to choose is led to the competence it stands under", () => {
  for (const { body } of addressees) {
    const about = tree.byNumber.get(body)?.about;
    assert.ok(about !== undefined);
    for (const { matter, competence } of mattersOf(body)) {
      for (const language of languages) {
        const typed = `${matter.subject[language]} ${matter.text[language]}`;
        const place = about.places[0]?.[language] ?? "";
        const proposals = chooseBodies(tree, { matter: typed, place });
        const found = proposals.find((proposal) => proposal.body.number === body);
        assert.equal(found?.competence?.name.en, competence, `${body}: ${typed}`);
      }
    }
  }
});

test("every competence of a body that is written to has something to write about", () => {
  for (const { body } of addressees) {
    const competences = tree.byNumber.get(body)?.about.competences.map(({ name }) => name.en) ?? [];
    assert.deepEqual([...new Set(mattersOf(body).map(({ competence }) => competence))], competences);
  }
});

test("a story drawn for a body tells of a matter of that body", () => {
  const chance = chanceOf(new Uint8Array(32), "stories");
  for (const { body } of addressees) {
    const subjects = new Set(mattersOf(body).map(({ matter }) => matter.subject.tk));
    for (let drawn = 0; drawn < storiesOfEach; drawn += 1) {
      assert.ok(subjects.has(drawStory(chance, body, "tk").subject));
    }
  }
});

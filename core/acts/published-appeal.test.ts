import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { utf8Bytes } from "../bytes.ts";
import {
  cutPassage,
  cutReasons,
  cutsIn,
  type Pieces,
  type PublishedAppeal,
  parsePublishedAppeal,
  pictureTypes,
  publicMatters,
  publishedAppealBytes,
  redactionReasons,
  textOfPieces,
  wholeText,
} from "./published-appeal.ts";

const pieces: fc.Arbitrary<Pieces> = fc.array(
  fc.oneof(
    fc.string({ minLength: 1, unit: "grapheme" }),
    fc.record({ cut: fc.constantFrom(...cutReasons) }, { noNullPrototype: true }),
  ),
  { maxLength: 8 },
);
const appeal: fc.Arbitrary<PublishedAppeal> = fc.record(
  {
    id: fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{10}$/),
    kind: fc.constantFrom("filed-complaint", "filed-suggestion"),
    language: fc.constantFrom("tk", "ru", "en"),
    matter: fc.constantFrom(...publicMatters),
    place: fc.constantFrom(null, "alagoz-etrap"),
    subject: pieces,
    text: pieces,
    reply: fc.option(pieces),
    pictures: fc.array(
      fc.oneof(
        fc.record(
          {
            part: fc.constantFrom("attachment-1", "attachment-3"),
            mediaType: fc.constantFrom(...pictureTypes),
            byteLength: fc.integer({ min: 1, max: 9_000_000 }),
            sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
          },
          { noNullPrototype: true },
        ),
        fc.record({ held: fc.constantFrom(...redactionReasons) }, { noNullPrototype: true }),
      ),
      { maxLength: 3 },
    ),
  },
  { noNullPrototype: true },
);

test("what is written is read, and reads as it was written", () => {
  fc.assert(
    fc.property(appeal, (one) => {
      assert.deepEqual(parsePublishedAppeal(publishedAppealBytes(one)), { ok: true, value: one });
    }),
  );
});

const good =
  '{"id":"0123456789","kind":"filed-complaint","language":"tk","matter":"energy","place":null,"reply":null,"subject":["a"],"text":["b",{"cut":"insults"}],"v":1}';

test("anything else is refused: other keys, codes that are on no list, empty pieces, another order", () => {
  assert.ok(parsePublishedAppeal(utf8Bytes(good)).ok);
  for (const [from, to] of [
    ['"v":1', '"v":2'],
    ['"place":null', '"pictures":[{"held":"insults"}],"place":null'],
    ['"insults"', '"because"'],
    ['["a"]', '[""]'],
    ['["a"]', '"a"'],
    ['"energy"', '"love"'],
    ['"0123456789"', '"012345678I"'],
    ['"place":null', '"place":"../x"'],
    ['"v":1', '"v":1,"number":"26-4711-8302-5"'],
    [',"v":1', ""],
    ['{"id"', '{ "id"'],
  ] as const) {
    assert.ok(good.includes(from), from);
    assert.equal(parsePublishedAppeal(utf8Bytes(good.replace(from, to))).ok, false, `${from} → ${to}`);
  }
});

test("a text of the first version has no pictures; one of the second has some, each known by its digest or held back", () => {
  const first = parsePublishedAppeal(utf8Bytes(good));
  assert.deepEqual(first.ok && first.value.pictures, []);
  const withPictures = (pictures: string) =>
    utf8Bytes(good.replace('"place"', `"pictures":${pictures},"place"`).replace('"v":1', '"v":2'));
  const shown = `{"byteLength":8,"mediaType":"image/png","part":"attachment-2","sha256":"${"0f".repeat(32)}"}`;
  const second = parsePublishedAppeal(withPictures(`[${shown},{"held":"insults"}]`));
  assert.deepEqual(second.ok && second.value.pictures.length, 2);
  for (const [from, to] of [
    [shown, ""],
    ["attachment-2", "attachment-0"],
    ["attachment-2", "identity"],
    ["image/png", "image/svg+xml"],
    ['"byteLength":8', '"byteLength":0'],
    ["0f0f", "0F0F"],
    ["0f0f", "0f"],
    [shown, '{"held":"author-wishes"}'],
    [shown, '{"held":"insults","part":"attachment-2"}'],
  ] as const) {
    const refused = parsePublishedAppeal(withPictures(`[${shown.replace(from, to)}]`));
    assert.equal(refused.ok, false, `${from} → ${to}`);
  }
});

test("a cut takes the passage away wherever it stands, and changes nothing else", () => {
  const cut = cutPassage(wholeText("Myrat geldi, Myrat gitdi."), "Myrat", "names-a-person");
  assert.deepEqual(cut, [{ cut: "names-a-person" }, " geldi, ", { cut: "names-a-person" }, " gitdi."]);
  assert.equal(cutPassage(wholeText("gaz"), "suw", "insults"), null, "what does not occur is no cut");
  assert.equal(cutPassage(wholeText("gaz"), "", "insults"), null);
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 12 });
  fc.assert(
    fc.property(letters, letters, (text, passage) => {
      const made = cutPassage(wholeText(text), passage, "insults");
      if (made === null) return assert.ok(passage === "" || !text.includes(passage));
      assert.equal(textOfPieces(made, passage), text, "with the passage put back it is the text");
      assert.equal(cutsIn(made).length, text.split(passage).length - 1);
    }),
  );
});

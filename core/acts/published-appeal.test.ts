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
  publicMatters,
  publishedAppealBytes,
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

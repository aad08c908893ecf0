import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { personalWords } from "./personal-words.ts";

const own = {
  name: "Nar Küýzeçi",
  address: "Alagöz etraby, Bulak köçesi, 12-nji öý",
  contact: "+993 12 34 56 78",
};

function found(text: string) {
  return personalWords(text, own).map(({ passage, kind }) => [passage, kind]);
}

test("numbers, addresses of mail and dates are found as they are written in three languages", () => {
  assert.deepEqual(found("Jaň ediň: +993 65 12-34-56, 8 (12) 345-67-89 ýa-da nar.k@mysal.tm"), [
    ["+993 65 12-34-56", "telephone"],
    ["8 (12) 345-67-89", "telephone"],
    ["nar.k@mysal.tm", "mail"],
  ]);
  assert.deepEqual(found("Паспорт I-АН № 123456, родилась 07.03.1961, счёт 40817810099910004312."), [
    ["I-АН № 123456", "document"],
    ["07.03.1961", "date"],
    ["40817810099910004312", "number"],
  ]);
});

test("the author's own name and address are found in any ending and alphabet, and no other words", () => {
  assert.deepEqual(found("Men Nar Küýzeçiniň gyzy, Bulakda ýaşaýaryn."), [
    ["Nar", "name"],
    ["Küýzeçiniň", "name"],
    ["Bulakda", "address"],
  ]);
  assert.deepEqual(found("Я Нар Куйзечи с улицы Булак."), [
    ["Нар", "name"],
    ["Куйзечи", "name"],
    ["Булак", "address"],
  ]);
  assert.deepEqual(found("Narpyz ekilen köçede 12 öý bar, 2026-njy ýylda 3 gezek ýazdyk."), []);
});

test("what innocent texts say of themselves is let stand", () => {
  for (const text of [
    "Gaz iki hepde bäri ýok.",
    "Статья 76, часть 2.",
    "We wrote 3 letters in 2025 and 2026.",
  ]) {
    assert.deepEqual(personalWords(text, null), []);
  }
});

test("every passage stands in the text exactly as it is named, so that it can be cut", () => {
  const words = fc.constantFrom(
    "Nar",
    "Küýzeçi",
    "gaz",
    "+993 65 12 34 56",
    "a@b.tm",
    "12345678",
    "\n",
    "ýok,",
    "AB 123456",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (pieces) => {
      const text = pieces.join(" ");
      for (const { passage } of personalWords(text, own)) assert.ok(passage !== "" && text.includes(passage));
    }),
  );
});

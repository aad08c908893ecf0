import assert from "node:assert/strict";
import { test } from "node:test";
import { standsIn } from "./named-in-words.ts";

const name = "Sazak Demirçi";

test("a name is found in both alphabets, in every spelling, with the endings of both languages", () => {
  for (const words of [
    "Sazak Demirçi",
    "gaz inspektory demirci",
    "Demirchi, otag 12",
    "DEMIRÇINIŇ özi",
    "Демирчи из газового",
    "на Сазака Демирчи",
    "the one called Sazak",
  ]) {
    assert.ok(standsIn(words, name), words);
  }
  assert.ok(standsIn("жалоба на Нусге", "Nusga"), "a last vowel changes");
});

test("nobody is found in words about others, and no initial in every word", () => {
  for (const words of ["", "the one in room 12", "Demir ýol", "s. d.", "Sadap Demirow"]) {
    assert.equal(standsIn(words, name), false, words);
  }
  assert.equal(standsIn("an angry man", "A. B."), false);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { hintsFor } from "./hints.ts";

const emergencies: readonly (readonly [string, string])[] = [
  ["Öýde gazyň ysy gelýär", "gas"],
  ["oyde gazyn ysy gelyar", "gas"],
  ["В подъезде пахнет газом", "gas"],
  ["Утечка газа на улице", "gas"],
  ["There is a smell of gas", "gas"],
  ["Goňşymyzda ýangyn bar", "fire"],
  ["Горит сарай", "fire"],
  ["FIRE in the yard", "fire"],
  ["Ärim meni urýar", "violence"],
  ["ярим мени urýar", "violence"],
  ["Сосед угрожает убить", "violence"],
  ["Adam huşsuz ýatyr", "health"],
  ["Человек без сознания", "health"],
];

const elsewhere: readonly (readonly [string, string])[] = [
  ["Kazyýetiň karary nädogry", "court"],
  ["казыетин карары", "court"],
  ["Не согласен с решением суда", "court"],
  ["the court refused", "court"],
  ["Saýlawda ses sanaldy", "election"],
  ["Нарушения на выборах", "election"],
  ["ballots were missing", "election"],
  ["Malymy ogurladylar", "crime"],
  ["У меня украли телефон", "crime"],
  ["My cow was stolen", "crime"],
];

/** Words that begin or sound alike and call for nothing. */
const harmless = [
  "Gaz ýok, gaz basyşy pes",
  "Нет газа третий месяц",
  "There is no gas in our street",
  "Çyra ýanmaýar",
  "Судьба дороги неизвестна",
  "На выбор дали две школы",
  "He was fired from the school",
  "Садовник просит воду",
  "Ýol gury, suw ýok",
  "",
];

test("an emergency is heard in three languages, whatever the keyboard", () => {
  for (const [text, name] of emergencies) assert.deepEqual(hintsFor([text]).emergencies, [name], text);
});

test("what another way leads to is told", () => {
  for (const [text, name] of elsewhere) assert.deepEqual(hintsFor([text]).elsewhere, [name], text);
});

test("words that only begin alike call for nothing", () => {
  for (const text of harmless) assert.deepEqual(hintsFor([text]), { emergencies: [], elsewhere: [] }, text);
});

test("words of one saying may stand in different fields; a very long text is read to its limit and no further", () => {
  assert.deepEqual(hintsFor(["gaz", "ysy gelýär"]).emergencies, ["gas"]);
  assert.deepEqual(hintsFor(["ýol ".repeat(2_000), "ýangyn"]).emergencies, []);
});

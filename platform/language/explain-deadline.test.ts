import assert from "node:assert/strict";
import { test } from "node:test";
import { civilDate } from "#core/clock/civil-date.ts";
import type { ExplanationStep } from "#core/clock/explanation.ts";
import { explainDeadline } from "./explain-deadline.ts";
import { languages } from "./language.ts";
import { translator } from "./texts.ts";

const filed = civilDate(2026, 11, 13);
const due = civilDate(2026, 12, 4);
const later = civilDate(2026, 12, 14);
const term = { length: 15, unit: "working-days", roll: "next-working-day" } as const;
const name = { tk: "Bitaraplyk güni", ru: "День нейтралитета", en: "Neutrality Day" };
const rest = { why: "holiday", name } as const;

const steps: readonly ExplanationStep[] = [
  { step: "started", kind: "filed-complaint", body: 3, filed, registered: filed, rest: null },
  { step: "started", kind: "received", body: 3, filed, registered: later, rest: { why: "weekend" } },
  { step: "started", kind: "received", body: 3, filed, registered: later, rest: { why: "day-off" } },
  { step: "term", term, from: filed, due, law: "Art. 76" },
  { step: "term", term: { ...term, unit: "months", length: 2 }, from: filed, due, law: "Art. 76" },
  { step: "term", term: { ...term, unit: "calendar-days", length: 1 }, from: filed, due, law: "Art. 76" },
  { step: "holiday-skipped", date: later, name },
  { step: "day-off-skipped", date: later },
  { step: "transferred-day", date: later },
  { step: "rolled", from: due, to: later, rest },
  { step: "rolled", from: due, to: later, rest: null },
  { step: "paused", day: filed, workingDaysMax: 10, until: due, due: later },
  { step: "resumed", day: filed, workingDaysUsed: 3, due: later },
  { step: "pause-lapsed", until: due, due: later },
  { step: "extended", day: filed, from: due, due: later, latest: later, limit: term },
  { step: "moved-by-calendar", version: 2, announced: filed, from: due, to: later, days: [due, later] },
  { step: "moved-by-rules", version: 2, valid: filed, from: due, to: later },
  { step: "forwarded", day: filed, body: 4, due },
  { step: "forwarded-kept", day: filed, fromBody: 3, toBody: 4, due },
  { step: "disputed-restored", day: filed, due, by: "due-that-stood" },
  { step: "disputed-restored", day: filed, due, by: "review-term" },
  { step: "withdrawal-revoked", day: filed, due },
  { step: "promised-earlier", latest: later, due },
  { step: "closed", kind: "answered", day: filed, dueBefore: due },
  { step: "closed", kind: "answered", day: filed, dueBefore: null },
];

for (const language of languages) {
  test(`every step has its own sentence: ${language}`, () => {
    const sentences = explainDeadline(translator(language), steps, (body) => `B${body}`);
    assert.equal(sentences.length, steps.length);
    for (const sentence of sentences) {
      assert.match(sentence, /\.$/);
      assert.doesNotMatch(sentence, /[{}$]|undefined/);
    }
    // The three terms and the two reasons of rest differ in their words too.
    assert.equal(new Set(sentences).size, steps.length);
  });
}

test("the sentences of the example in the design", () => {
  const first = steps.filter((_, index) => index === 0 || index === 3);
  assert.deepEqual(explainDeadline(translator("en"), first, String), [
    "Filed Friday 13 November 2026. Counting begins with the next day.",
    "Time the law gives: 15 working days. Due Friday 4 December 2026. Basis: Art. 76.",
  ]);
  assert.deepEqual(explainDeadline(translator("tk"), first, String), [
    "Berlen güni: 2026-njy ýylyň 13-nji noýabry, anna. Hasap şu günden soň başlanýar.",
    "Kanunda berlen wagt: 15 iş güni. Möhlet: 2026-njy ýylyň 4-nji dekabry, anna. Esas: Art. 76.",
  ]);
  assert.deepEqual(explainDeadline(translator("ru"), first, String), [
    "Подано: пятница, 13 ноября 2026 года. Счёт идёт со следующего дня.",
    "Время по закону: 15 рабочих дней. Срок: пятница, 4 декабря 2026 года. Основание: Art. 76.",
  ]);
});

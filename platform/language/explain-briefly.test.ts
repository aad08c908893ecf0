import assert from "node:assert/strict";
import { test } from "node:test";
import { civilDate } from "#core/clock/civil-date.ts";
import type { ExplanationStep } from "#core/clock/explanation.ts";
import { explainBriefly } from "./explain-briefly.ts";
import { languages } from "./language.ts";
import { translator } from "./texts.ts";

const filed = civilDate(2026, 10, 3);
const later = civilDate(2026, 10, 6);
const due = civilDate(2026, 10, 28);
const term = { length: 15, unit: "working-days", roll: "next-working-day" } as const;
const name = { tk: "Baýram", ru: "Праздник", en: "Holiday" };
const started: ExplanationStep = {
  ...{ step: "started", kind: "filed-complaint", body: 3, filed, registered: filed, rest: null },
};
const counted: ExplanationStep = { step: "term", term, from: filed, due, law: "Art. 76" };
const paused: ExplanationStep = { step: "paused", day: later, workingDaysMax: 10, until: due, due };

/** Each alone. Those that say nothing in a list stand apart, below. */
const spoken: readonly ExplanationStep[] = [
  { step: "posted", day: filed, term, delivered: later },
  counted,
  { step: "holiday-skipped", date: later, name },
  { step: "transferred-day", date: later },
  { step: "rolled", from: due, to: later, rest: null },
  paused,
  { step: "resumed", day: later, workingDaysUsed: 4, due },
  { step: "pause-lapsed", until: later, due },
  { step: "extended", day: later, from: due, due, latest: due, limit: term },
  { step: "moved-by-calendar", version: 2, announced: later, from: filed, to: due, days: [later] },
  { step: "moved-by-rules", version: 2, valid: later, from: filed, to: due },
  { step: "forwarded-kept", day: later, fromBody: 3, toBody: 4, due },
  { step: "disputed-restored", day: later, due, by: "review-term" },
  { step: "withdrawal-revoked", day: later, due },
  { step: "promised-earlier", latest: later, due },
];

for (const language of languages) {
  test(`every step that bears on the day has words of its own: ${language}`, () => {
    const t = translator(language);
    const lines = spoken.map((step) => explainBriefly(t, [step]));
    for (const line of lines) assert.match(line, /\d\d?(?: |\.)|\d/);
    assert.equal(new Set(lines).size, spoken.length);
    for (const silent of [
      started,
      { step: "closed", kind: "answered", day: due, dueBefore: null } as const,
    ]) {
      assert.equal(explainBriefly(t, [silent]), "");
    }
  });
}

test("a term, a pause that is over and days off are one line, each said once", () => {
  const steps: readonly ExplanationStep[] = [
    started,
    counted,
    { step: "holiday-skipped", date: later, name },
    { step: "day-off-skipped", date: civilDate(2026, 10, 7) },
    paused,
    { step: "resumed", day: due, workingDaysUsed: 4, due },
  ];
  assert.equal(
    explainBriefly(translator("en"), steps),
    "15 working days from 3 Oct; days off: 6 Oct, 7 Oct; paused for 4 working days",
  );
  assert.equal(
    explainBriefly(translator("ru"), steps),
    "15 рабочих дней с 03.10; нерабочие: 06.10, 07.10; стоял 4 рабочих дня",
  );
  assert.equal(
    explainBriefly(translator("tk"), steps),
    "15 iş güni, başy: 03.10; iş däl günler: 06.10, 07.10; saklanan wagt: 4 iş güni",
  );
});

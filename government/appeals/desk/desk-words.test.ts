import assert from "node:assert/strict";
import { test } from "node:test";
import { addedKinds, publicationWords, signatureWords } from "#core/acts/appeal.ts";
import { actKinds } from "#core/record/kinds.ts";
import type { FieldProblem, Fields, Form } from "#platform/form/form.ts";
import { formTextKeys } from "#platform/form/form.ts";
import { readDay } from "#platform/form/read-day.ts";
import { problemText } from "#platform/html/form-fields.ts";
import { languages } from "#platform/language/language.ts";
import { translator } from "#platform/language/texts.ts";
import {
  deskAssignForm,
  deskClarifyForm,
  deskExtendForm,
  deskForwardForm,
  deskHearingForm,
  deskOutcomeForm,
  deskReplyForms,
  deskReturnForm,
  deskTemplateForm,
  deskUnheardForms,
  readArticles,
} from "./desk-forms.ts";
import { type DeskRefusal, refusalStatus, refusalText } from "./desk-refusals.ts";

const forms: readonly Form<Fields>[] = [
  deskAssignForm,
  deskForwardForm,
  deskClarifyForm,
  deskExtendForm,
  deskHearingForm,
  deskReturnForm,
  deskOutcomeForm,
  deskTemplateForm,
  ...Object.values(deskReplyForms),
  ...Object.values(deskUnheardForms),
];

/** Outcomes and kinds that a template is meant for are called what they are called elsewhere. */
function wordsOf(key: string): string {
  return key
    .replace(/^desk-template-outcome-option-/, "desk-outcome-outcome-option-")
    .replace(/^desk-template-kind-option-/, "desk-kind-");
}

test("every field, option and problem of the desk's forms has its words in all languages", () => {
  for (const language of languages) {
    const t = translator(language);
    for (const form of forms) {
      for (const key of formTextKeys(form).map(wordsOf)) assert.ok(t(key) !== "", `${key} in ${language}`);
      for (const field of Object.keys(form.fields)) {
        const problem: FieldProblem = { field, code: "missing" };
        assert.ok(problemText(t, form, problem).length > 0);
      }
    }
  }
});

const day = readDay("2026-12-04");
assert.ok(day.ok);
const refusals: readonly DeskRefusal[] = [
  "sign-in-needed",
  "not-yours",
  "status-only",
  "office-lacking",
  "foreign-body",
  "not-assigned-to-you",
  "sealed",
  "own-case",
  "person-complained-of",
  "writer-cannot-approve",
  "no-refusal-waits",
  "refusal-changed",
  "merge-with-itself",
  "merge-elsewhere",
  "merge-other-language",
  "merge-into-later",
  "merge-into-closed",
  "merge-not-now",
  "template-gone",
  "template-changed",
  "template-name-taken",
  "template-too-long",
  "templates-full",
  "would-reach-person-complained-of",
  "would-return-to-body-appealed-against",
  "not-drawn-here",
  "expired",
  "different-body",
  "reply-changed",
  "choice-gone",
  "day-not-later",
  "identity-gone",
  { finding: "no-such-case" },
  { finding: "same-register" },
  { finding: "name-in-words" },
  { finding: "others-merged-into-it" },
  { finding: "second-person-needed" },
  { finding: "no-second-person-needed" },
  { finding: "refusal-waits" },
  { finding: "hearing-on-day-off" },
  { finding: "hearing-needed" },
  { finding: "no-reason-needed" },
  { finding: "reason-unfit" },
  { finding: "hearing-ahead", on: day.value },
  { finding: "hearing-too-soon", earliest: day.value },
  { finding: "closed-before-hearing", earliest: day.value, day: day.value },
  { finding: "hearing-after-due", due: day.value },
  { finding: "illegal-sequence", kind: "answered", status: "closed" },
  { finding: "wrong-body", body: 1, holder: 2 },
  { finding: "due-disputed", claimed: day.value, lawful: day.value },
  { finding: "due-disputed", claimed: day.value, lawful: null },
  { finding: "late-forward", until: day.value, day: day.value },
  { finding: "late-extension", due: day.value, day: day.value },
  { finding: "extensions-exhausted", timesMax: 1 },
  { finding: "late-pause", due: day.value, day: day.value },
  { finding: "pause-exhausted", workingDaysMax: 10, pausesMax: 2 },
  { finding: "late-revocation", until: day.value, day: day.value },
];

test("every kind of act and everything that can be added has a name, since every page of the record shows them", () => {
  const what = [...addedKinds, ...publicationWords, ...signatureWords];
  for (const language of languages) {
    const t = translator(language);
    const keys = [
      ...Object.keys(actKinds).map((kind) => `act-${kind}`),
      ...what.map((each) => `act-added-${each}`),
    ];
    assert.deepEqual(
      keys.filter((key) => !t.has(key)),
      [],
      language,
    );
  }
});

test("every refusal is a sentence that says what to do, in all languages", () => {
  for (const language of languages) {
    const t = translator(language);
    for (const refusal of refusals) {
      const sentence = refusalText(t, refusal);
      assert.match(sentence, /[.!]$/, sentence);
      // What happened, and what to do: never the bare fact.
      assert.ok(sentence.split(/[.;:,!]\s/).length >= 2, sentence);
    }
  }
  assert.equal(refusalStatus("not-assigned-to-you"), 403);
  assert.equal(refusalStatus("writer-cannot-approve"), 403);
  assert.equal(refusalStatus("choice-gone"), 422);
  assert.equal(refusalStatus({ finding: "no-such-case" }), 422);
});

test("a day is read as it is written in forms and in tables; nothing else is a day", () => {
  assert.deepEqual(readDay("04.12.2026"), day);
  assert.deepEqual(readDay("4.12.2026"), day);
  for (const wrong of ["", "soon", "2026-13-01", "31.02.2026", "2026-12-4", "12/04/2026", "04.12.26"]) {
    assert.deepEqual(readDay(wrong), { ok: false, problem: "not-a-day" }, wrong);
  }
});

test("articles of law are lines, as many and as long as the record takes", () => {
  assert.deepEqual(readArticles(" art.  1 \n\n art. 2"), { ok: true, value: ["art. 1", "art. 2"] });
  assert.deepEqual(readArticles(""), { ok: true, value: [] });
  assert.equal(readArticles("a\n".repeat(20)).ok, true);
  assert.equal(readArticles("a\n".repeat(21)).ok, false);
  assert.equal(readArticles("a".repeat(201)).ok, false);
});

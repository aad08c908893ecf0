import assert from "node:assert/strict";
import { test } from "node:test";
import { day } from "../../clock/test-clock.ts";
import { bookOf, live } from "../test-book.ts";

const filed = live("filed-complaint", "2026-11-13");
const dispute = (claimed: string, lawful: string | null) => ({
  finding: "due-disputed",
  claimed: day(claimed),
  lawful: lawful === null ? null : day(lawful),
});

test("an inflated due is reported, and counted by the derived day", () => {
  const inflated = live("filed-complaint", "2026-11-13", { due: "2026-12-31" });
  const { findings, figures } = bookOf([[inflated, live("answered", "2026-12-07")]]);
  assert.deepEqual(findings[0], dispute("2026-12-31", "2026-12-04"));
  assert.equal(figures("2026-12-31").late, 1);
});

test("repeating the due once inflated is reported again, each time", () => {
  const { findings } = bookOf([[filed, live("assigned", "2026-11-16", { due: "2026-12-31" })]]);
  assert.deepEqual(findings, [dispute("2026-12-31", "2026-12-04")]);
});

test("a leaf that hides what is owed", () => {
  const { findings, figures } = bookOf([[filed, live("assigned", "2026-11-16", { due: null })]]);
  assert.deepEqual(findings, [{ finding: "due-missing", lawful: day("2026-12-04") }]);
  assert.equal(figures("2026-12-31").openOverdue, 1);
});

test("a due on a closing", () => {
  const { findings } = bookOf([[filed, live("answered", "2026-11-16", { due: "2026-12-31" })]]);
  assert.deepEqual(findings, [dispute("2026-12-31", null)]);
});

test("a due beyond every calendar", () => {
  const far = { ...filed, due: "9999-12-31" };
  assert.deepEqual(bookOf([[far]]).findings, [dispute("9999-12-31", "2026-12-04")]);
});

test("an endless pause is reported, and hides nothing", () => {
  const life = [
    filed,
    live("clarification-asked", "2026-11-16"),
    live("clarification-given", "2026-11-17"),
    live("clarification-asked", "2026-11-18"),
    live("clarification-given", "2026-11-19"),
    live("clarification-asked", "2026-11-20", { due: "2027-01-15" }),
  ];
  const { findings, figures } = bookOf([life]);
  assert.deepEqual(findings[0], { finding: "pause-exhausted", workingDaysMax: 10, pausesMax: 2 });
  assert.deepEqual(findings[1], dispute("2027-01-15", "2026-12-08"));
  assert.deepEqual([figures("2026-12-31").openOverdue, figures("2026-12-31").clarificationsAsked], [1, 3]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultRules } from "../rules.ts";
import { readRuleVersion, ruleVersionJson } from "../rules-json.ts";
import { erasureTerm } from "../side-term.ts";
import { day, decree, ministry, morningOf, testParameters, townHall } from "../test-clock.ts";

const asked = (text: string, body = ministry) => ({ askedOn: day(text), at: morningOf(day(text)), body });

test("asked on a Friday, it is decided by the Friday three weeks on, and the explanation says why", () => {
  const term = erasureTerm(asked("2026-11-13"), testParameters());
  assert.equal(term?.due, day("2026-12-04"));
  assert.equal(term?.rest, null);
  assert.deepEqual(
    term?.steps.map((step) => step.step),
    ["term"],
  );
});

test("asked on a Sunday, it counts from the Monday; a holiday within it is not counted, and both are said", () => {
  const calendar = decree(1, "2026-10-01", { holidays: ["2026-11-18"] });
  const term = erasureTerm(asked("2026-11-15"), testParameters([calendar]));
  assert.equal(term?.countedFrom, day("2026-11-16"));
  assert.deepEqual(term?.rest, { why: "weekend" });
  assert.equal(term?.due, day("2026-12-08"));
  assert.deepEqual(
    term?.steps.map((step) => step.step),
    ["term", "holiday-skipped"],
  );
});

test("by the week of the body that had the case: a body of six days has less time", () => {
  assert.equal(erasureTerm(asked("2026-11-13", townHall), testParameters())?.due, day("2026-12-01"));
});

test("a decree that comes later moves nothing: what was promised to the applicant stands", () => {
  const later = decree(1, "2026-11-16", { daysOff: ["2026-11-18"] });
  assert.equal(erasureTerm(asked("2026-11-13"), testParameters([later]))?.due, day("2026-12-04"));
});

test("rules of old know no such day, and new ones reach only what is asked under them", () => {
  const { erasureDecision: _, ...old } = { ...defaultRules, announced: morningOf(day("2026-01-01")) };
  const fresh = { ...defaultRules, version: 2, announced: morningOf(day("2026-11-20")) };
  const parameters = testParameters([], [old, fresh]);
  assert.equal(erasureTerm(asked("2026-11-13"), parameters), null);
  assert.equal(erasureTerm(asked("2026-11-23"), parameters)?.due, day("2026-12-14"));
  for (const rules of [old, fresh]) assert.deepEqual(readRuleVersion(ruleVersionJson(rules)), rules);
});

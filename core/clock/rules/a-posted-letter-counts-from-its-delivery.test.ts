import assert from "node:assert/strict";
import { test } from "node:test";
import { explainDeadline } from "../deadline.ts";
import { defaultRules, type RuleVersion } from "../rules.ts";
import { readRuleVersion, ruleVersionJson } from "../rules-json.ts";
import { act, day, morningOf, testParameters } from "../test-clock.ts";

const parameters = testParameters();

/** A letter entered on 30 October 2026, with the day of its posting receipt. */
function letter(posted: boolean, sentOn: string) {
  return { ...act("filed-elsewhere", "2026-10-30"), day: day(sentOn), posted };
}

test("the term begins when the letter counts as delivered: ten days after the posting receipt", () => {
  const { due, explanation } = explainDeadline(
    [letter(true, "2026-10-05")],
    parameters,
    morningOf(day("2026-10-30")),
  );
  // Thursday 15 October, and fifteen working days.
  assert.equal(due, day("2026-11-05"));
  assert.deepEqual(explanation[0], {
    step: "posted",
    day: day("2026-10-05"),
    term: defaultRules.postalDelivery,
    delivered: day("2026-10-15"),
  });
});

test("a delivery on a day off counts from the next working day", () => {
  // Delivered on Saturday 17 October, registered on Monday 19.
  const { due } = explainDeadline([letter(true, "2026-10-07")], parameters, morningOf(day("2026-10-30")));
  assert.equal(due, day("2026-11-09"));
});

test("what was handed in counts from that day, whenever it is entered", () => {
  const { due } = explainDeadline([letter(false, "2026-10-05")], parameters, morningOf(day("2026-10-30")));
  assert.equal(due, day("2026-10-26"));
});

test("rules of old say nothing of the post and are read as they were", () => {
  const { postalDelivery, ...old } = defaultRules;
  assert.ok(postalDelivery);
  const read = readRuleVersion(ruleVersionJson(old satisfies RuleVersion));
  assert.ok(read !== undefined && read.postalDelivery === undefined);
  const now = readRuleVersion(ruleVersionJson(defaultRules));
  assert.deepEqual(now?.postalDelivery, postalDelivery);
  assert.equal(readRuleVersion({ ...ruleVersionJson(old), postalDelivery: "ten days" }), undefined);
});

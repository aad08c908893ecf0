import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClockParameters } from "../../clock/clock-parameters.ts";
import { defaultRules, workingDaysTerm } from "../../clock/rules.ts";
import { day, ministry, morningOf, testParameters } from "../../clock/test-clock.ts";
import { numberOfKind } from "../../record/kinds.ts";
import { foldLeaf, type LeafAct, type LeafCaseState, type LeafFinding } from "../case.ts";

const hourMs = 3_600_000;
const due = day("2026-11-30");

function leaf(kind: Parameters<typeof numberOfKind>[0], time: number, owes = true): LeafAct {
  return { kind: numberOfKind(kind), body: ministry, time, due: owes ? due : 0 };
}

function findingsOf(leaves: readonly LeafAct[], parameters: ClockParameters): readonly LeafFinding[] {
  const findings: LeafFinding[] = [];
  let state: LeafCaseState | null = null;
  for (const each of leaves) {
    const step = foldLeaf(state, each, parameters);
    state = step.state;
    findings.push(...step.findings);
  }
  return findings;
}

// Filed and announced on Monday 9 November; both leaves wait for the night, since the name is sealed.
const night = morningOf(day("2026-11-10")) - 9 * hourMs;
const announced = [leaf("filed-complaint", night), leaf("hearing-announced", night)];
const closedOn = (on: string) => [...announced, leaf("refused", morningOf(day(on)), false)];

test("a refusal on the first day on which the hearing may have been accuses nobody", () => {
  // Three working days after Monday the ninth: Thursday.
  assert.deepEqual(findingsOf(closedOn("2026-11-12"), testParameters()), []);
});

test("one that came before any hearing could be is found from leaves and published rules alone", () => {
  const found = { finding: "closed-before-hearing", earliest: day("2026-11-12"), day: day("2026-11-11") };
  assert.deepEqual(findingsOf(closedOn("2026-11-11"), testParameters()), [found]);
  const hasty = {
    ...defaultRules,
    hearing: { notice: workingDaysTerm(2), beforePartly: false, law: "Art. 73" },
  };
  assert.deepEqual(findingsOf(closedOn("2026-11-11"), testParameters([], [hasty])), []);
});

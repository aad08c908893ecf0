import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { civilDateAt } from "../clock/civil-date.ts";
import { filingKinds } from "../clock/rules.ts";
import { ministry, testZone, townHall } from "../clock/test-clock.ts";
import type { ActKind } from "../record/kinds.ts";
import {
  type CaseState,
  caseAt,
  foldAct,
  foldLeaf,
  kindsAfter,
  type LeafCaseState,
  mayAct,
  projectOnLeafState,
  stepCase,
} from "./case.ts";
import { dayMs, leavesOf, live, lives, momentAt } from "./test-lives.ts";

/** Without what leaves tell to the day only: an auditor takes the day that favours the body. */
function withoutMoments(state: LeafCaseState | null) {
  const hearing = state !== null && state.deadline.hearing !== null;
  return (
    state && { ...state, deadline: { ...state.deadline, knownThrough: 0, countedFromEarliest: 0, hearing } }
  );
}

test("after every act the act fold projects onto the leaf fold", () => {
  fc.assert(
    fc.property(lives(false), (life) => {
      const lived = live(life);
      let byActs: CaseState<string> | null = null;
      let byLeaves: LeafCaseState | null = null;
      for (const [at, leaf] of leavesOf(lived).entries()) {
        const act = lived[at]?.act;
        assert.ok(act);
        byActs = foldAct(byActs, act, life.parameters);
        byLeaves = foldLeaf(byLeaves, leaf, life.parameters).state;
        assert.ok(byActs && byLeaves);
        assert.deepEqual(withoutMoments(projectOnLeafState(byActs)), withoutMoments(byLeaves));
        const [told, known] = [byLeaves.deadline.hearing, byActs.deadline.hearing];
        assert.ok(told === null || known === null || told.earliest <= known.earliest);
      }
    }),
    { numRuns: 400 },
  );
});

test("a due written by derivation is never disputed, and an honest portal is never accused, whatever the delays", () => {
  fc.assert(
    fc.property(lives(true), (life) => {
      const lived = live(life);
      const leaves = leavesOf(lived);
      const isDecreedWhileEntered = (at: number) => {
        const from = (lived[at]?.act.at ?? 0) - 60_000;
        const through = (leaves[at]?.time ?? 0) + 60_000;
        return life.parameters.calendars.some(({ announced }) => announced > from && announced <= through);
      };
      // A filing may wait for a day while a decree comes; that a decree meets a batch of minutes is left out.
      fc.pre(leaves.every((_, at) => at === 0 || !isDecreedWhileEntered(at)));
      let byActs: CaseState<string> | null = null;
      let byLeaves: LeafCaseState | null = null;
      for (const [at, leaf] of leaves.entries()) {
        const act = lived[at]?.act;
        assert.ok(act);
        byActs = foldAct(byActs, act, life.parameters);
        const step = foldLeaf(byLeaves, leaf, life.parameters);
        byLeaves = step.state;
        assert.ok(byActs && byLeaves);
        assert.deepEqual(
          step.findings.filter(({ finding }) => finding !== "closing-disputed"),
          [],
        );
        assert.equal(byLeaves.deadline.holder, byActs.deadline.holder);
        // After a decree on its way, leaves tell the due of a filing again with the next act that carries one.
        const isTold = leaf.due !== 0 || byActs.deadline.due === null;
        if (isTold && !isDecreedWhileEntered(at)) {
          assert.equal(byLeaves.deadline.due, byActs.deadline.due);
        }
      }
    }),
    // The lives are the same each time: about one in a hundred thousand meets two decrees that take each other back
    // around its filing, and then leaves alone cannot tell.
    { numRuns: 2_000, seed: 1_991 },
  );
});

test("erasing texts changes nothing but the texts", () => {
  fc.assert(
    fc.property(lives(true), fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (life, erased) => {
      let whole: CaseState<string> | null = null;
      let poorer: CaseState<string> | null = null;
      for (const [at, { act }] of live(life).entries()) {
        whole = foldAct(whole, act, life.parameters);
        poorer = foldAct(
          poorer,
          erased[at % erased.length] ? { ...act, details: null } : act,
          life.parameters,
        );
        assert.ok(whole && poorer);
        assert.deepEqual(projectOnLeafState(poorer), projectOnLeafState(whole));
      }
    }),
    { numRuns: 200 },
  );
});

test("refusals of the portal and findings of the auditor are one: what may not follow leaves the case as it was", () => {
  const anyKind = fc.constantFrom<ActKind>(
    ...filingKinds,
    ...kindsAfter("open"),
    "received",
    "disputed",
    "withdrawal-revoked",
    "rated",
    "pad-issued",
  );
  fc.assert(
    fc.property(lives(false), anyKind, fc.constantFrom(ministry, townHall, 99), (life, kind, body) => {
      const lived = live(life);
      let state: CaseState<string> | null = null;
      for (const { act } of lived) state = foldAct(state, act, life.parameters);
      const at = (lived.at(-1)?.act.at ?? 0) + dayMs;
      const act = { kind, body, day: civilDateAt(at, testZone), at, claimedDue: null, details: "new" };
      const step = stepCase(state, act, life.parameters);
      assert.equal(mayAct(state, act, life.parameters).ok, step.problems.length === 0);
      if (step.accepted) return;
      assert.equal(step.problems.length, 1);
      assert.deepEqual(step.state, state && caseAt(state, momentAt(at), life.parameters));
    }),
    { numRuns: 400 },
  );
});

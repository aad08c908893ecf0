import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, type CivilDate, civilDateAt, civilDateOfDays, type Instant } from "../clock/civil-date.ts";
import type { ClockParameters } from "../clock/clock-parameters.ts";
import { filingKinds } from "../clock/rules.ts";
import { day, decree, ministry, morningOf, testParameters, testZone, townHall } from "../clock/test-clock.ts";
import { type ActKind, numberOfKind } from "../record/kinds.ts";
import { wholeMinute } from "../record/leaf.ts";
import {
  type CaseAct,
  type CaseState,
  caseAt,
  foldAct,
  foldLeaf,
  kindsAfter,
  type LeafAct,
  type LeafCaseState,
  mayAct,
  projectOnLeafState,
  statusOf,
  stepCase,
} from "./case.ts";

const firstDay = day("2026-10-05");
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** One thing that somebody tries: after so long, one of the kinds that may follow. */
interface Attempt {
  readonly gapMs: number;
  readonly pick: number;
  readonly choice: number;
  readonly delayMs: number;
}

interface Life {
  readonly filing: number;
  readonly filingDelayMs: number;
  readonly startMs: number;
  readonly attempts: readonly Attempt[];
  readonly parameters: ClockParameters;
}

/** An act as the portal enters it, and what the log shows of it. */
interface Lived {
  readonly act: CaseAct<string>;
  readonly written: CivilDate | null;
  readonly delayMs: number;
}

const offsets = fc
  .uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 5 })
  .map((days) => days.sort((left, right) => left - right).map((one) => addDays(firstDay, one)));
/** Decrees at any second, or never in the minute of an act. */
function decrees(hurried: boolean) {
  const moment = hurried
    ? fc.integer({ min: 0, max: 60 * dayMs })
    : fc.integer({ min: 0, max: 60 }).map((days) => days * dayMs + 5 * minuteMs);
  return fc.array(fc.tuple(moment, offsets, offsets), { maxLength: 4 }).map((entries) =>
    entries
      .sort(([left], [right]) => left - right)
      .map(([after, daysOff, workingDays], at) => ({
        ...decree(at + 1, "2026-10-05", {}),
        announced: morningOf(firstDay) + after,
        daysOff,
        workingDays,
      })),
  );
}

/** `true`: acts at any second, delayed on their way into the log. `false`: in the morning, at once. */
function lives(hurried: boolean): fc.Arbitrary<Life> {
  const gap = hurried
    ? fc.oneof(fc.integer({ min: 0, max: 12 * dayMs }), fc.integer({ min: 0, max: 20 * minuteMs }))
    : fc.integer({ min: 0, max: 12 }).map((days) => days * dayMs);
  const attempt = fc.record({
    gapMs: gap,
    pick: fc.nat(1000),
    choice: fc.nat(1000),
    delayMs: hurried ? fc.integer({ min: 0, max: 9 * minuteMs }) : fc.constant(0),
  });
  return fc.record({
    filing: fc.nat(filingKinds.length - 1),
    filingDelayMs: hurried ? fc.integer({ min: 0, max: dayMs }) : fc.constant(0),
    startMs: hurried ? fc.integer({ min: 0, max: 10 * dayMs }) : fc.constant(0),
    attempts: fc.array(attempt, { minLength: 1, maxLength: 25 }),
    parameters: decrees(hurried).map((calendars) => testParameters(calendars)),
  });
}

function momentAt(at: Instant) {
  return { at, day: civilDateAt(at, testZone) };
}

/** A portal that asks `mayAct` before every act, derives every due, and records moved deadlines. */
class Portal {
  readonly lived: Lived[] = [];
  state: CaseState<string> | null = null;
  readonly parameters: ClockParameters;

  constructor(parameters: ClockParameters) {
    this.parameters = parameters;
  }

  enter(kind: ActKind, at: Instant, body: number, delayMs: number, chosen: CivilDate | null = null): void {
    const details = `text of act ${this.lived.length}`;
    const act = { kind, body, day: civilDateAt(at, testZone), at, claimedDue: chosen, details };
    if (!mayAct(this.state, act, this.parameters).ok) return;
    this.state = foldAct(this.state, act, this.parameters);
    const written = kind === "forwarded" ? null : (this.state?.deadline.due ?? null);
    this.lived.push({ act, written, delayMs });
  }

  attempt(standing: CaseState<string>, now: Instant, { pick, choice, delayMs }: Attempt): void {
    const { due, holder } = standing.deadline;
    if (due !== this.lived.at(-1)?.written) this.enter("deadline-moved", now, holder, delayMs);
    const kinds = kindsAfter(statusOf(standing));
    const kind = kinds[pick % kinds.length] ?? "added";
    const chosen = kind === "extended" && due !== null ? civilDateOfDays(due + (choice % 50)) : null;
    this.enter(kind, now, holder, delayMs, chosen);
    if (this.lived.at(-1)?.act.kind !== "forwarded") return;
    this.enter("received", now, holder === ministry ? townHall : ministry, delayMs);
  }
}

function live(life: Life): Lived[] {
  const portal = new Portal(life.parameters);
  let now = morningOf(firstDay) + life.startMs;
  portal.enter(filingKinds[life.filing] ?? "filed-complaint", now, ministry, life.filingDelayMs);
  for (const attempt of life.attempts) {
    now += attempt.gapMs;
    if (!portal.state) break;
    portal.attempt(caseAt(portal.state, momentAt(now), life.parameters), now, attempt);
  }
  return portal.lived;
}

/** The leaves of a life. An act that waits for its release is let go when the next act of the case is. */
function leavesOf(lived: readonly Lived[]): LeafAct[] {
  let last = 0;
  return lived.map(({ act, written, delayMs }, at) => {
    const next = lived[at + 1];
    const released = Math.min(act.at + delayMs, next ? next.act.at + next.delayMs : Number.POSITIVE_INFINITY);
    last = Math.max(last, wholeMinute(released));
    return { kind: numberOfKind(act.kind), body: act.body, time: last, due: written ?? 0 };
  });
}

function withoutMoments(state: LeafCaseState | null) {
  return state && { ...state, deadline: { ...state.deadline, knownThrough: 0 } };
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
      }
    }),
    { numRuns: 400 },
  );
});

test("a due written by derivation is never disputed, and an honest portal is never accused, whatever the delays", () => {
  fc.assert(
    fc.property(lives(true), (life) => {
      const lived = live(life);
      let byActs: CaseState<string> | null = null;
      let byLeaves: LeafCaseState | null = null;
      for (const [at, leaf] of leavesOf(lived).entries()) {
        const act = lived[at]?.act;
        assert.ok(act);
        byActs = foldAct(byActs, act, life.parameters);
        const step = foldLeaf(byLeaves, leaf, life.parameters);
        byLeaves = step.state;
        const accused = step.findings.filter(({ finding }) => finding !== "closing-disputed");
        assert.deepEqual(accused, []);
        assert.equal(byLeaves?.deadline.holder, byActs?.deadline.holder);
        assert.equal(byLeaves?.deadline.due, byActs?.deadline.due);
      }
    }),
    { numRuns: 1500 },
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

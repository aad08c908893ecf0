/** Generated lives of cases, as an honest portal would enter them, for tests of both folds and of the figures. */
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
  kindsAfter,
  type LeafAct,
  mayAct,
  statusOf,
} from "./case.ts";

/** The first day of every life. */
export const firstDay = day("2026-10-05");
const minuteMs = 60_000;
export const dayMs = 86_400_000;

/** One thing that somebody tries: after so long, one of the kinds that may follow. */
interface Attempt {
  readonly gapMs: number;
  readonly pick: number;
  readonly choice: number;
  readonly delayMs: number;
}

export interface Life {
  readonly filing: number;
  readonly filingDelayMs: number;
  readonly startMs: number;
  readonly attempts: readonly Attempt[];
  readonly parameters: ClockParameters;
}

/** An act as the portal enters it, and what the log shows of it. */
export interface Lived {
  readonly act: CaseAct<string>;
  readonly written: CivilDate | null;
  readonly delayMs: number;
}

const offsets = fc
  .uniqueArray(fc.integer({ min: 1, max: 120 }), { maxLength: 5 })
  .map((days) => days.sort((left, right) => left - right).map((one) => addDays(firstDay, one)));
/** Two decrees within the day that a filing may wait cannot be told apart from leaves; such a country is not tested. */
const decreeGapMin = 26 * 3_600_000;

/** Decrees at any second, or neither in the minute of an act nor on the day of filing. */
function decrees(hurried: boolean) {
  const moment = hurried
    ? fc.oneof(fc.integer({ min: 0, max: 60 * dayMs }), fc.integer({ min: 0, max: dayMs }))
    : fc.integer({ min: 2, max: 60 }).map((days) => days * dayMs + 5 * minuteMs);
  return fc.array(fc.tuple(moment, offsets, offsets), { maxLength: 4 }).map((entries) =>
    entries
      .sort(([left], [right]) => left - right)
      .filter(([after], at, all) => at === 0 || after - (all[at - 1]?.[0] ?? 0) >= decreeGapMin)
      .map(([after, daysOff, workingDays], at) => ({
        ...decree(at + 1, "2026-10-05", {}),
        announced: morningOf(firstDay) + after,
        daysOff,
        workingDays,
      })),
  );
}

/** `true`: acts at any second, delayed on their way into the log. `false`: in the morning, at once. */
export function lives(hurried: boolean): fc.Arbitrary<Life> {
  const gap = hurried
    ? fc.oneof(
        fc.integer({ min: 0, max: 12 * dayMs }),
        fc.integer({ min: 0, max: 20 * minuteMs }),
        fc.integer({ min: 0, max: 40_000 }),
      )
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
    startMs: hurried
      ? fc.oneof(fc.integer({ min: 0, max: 10 * dayMs }), fc.integer({ min: 0, max: dayMs }))
      : fc.constant(0),
    attempts: fc.array(attempt, { minLength: 1, maxLength: 25 }),
    parameters: decrees(hurried).map((calendars) => testParameters(calendars)),
  });
}

/** An instant with its civil day. */
export function momentAt(at: Instant) {
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

/** Lives a life through the portal. */
export function live(life: Life): Lived[] {
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
export function leavesOf(lived: readonly Lived[]): LeafAct[] {
  let last = 0;
  return lived.map(({ act, written, delayMs }, at) => {
    const next = lived[at + 1];
    const released = Math.min(act.at + delayMs, next ? next.act.at + next.delayMs : Number.POSITIVE_INFINITY);
    last = Math.max(last, wholeMinute(released));
    return { kind: numberOfKind(act.kind), body: act.body, time: last, due: written ?? 0 };
  });
}

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { countWorkingDays } from "../clock/calendar.ts";
import { addDays, type CivilDate, civilDateAt, startOfCivilDate } from "../clock/civil-date.ts";
import { type ClockParameters, calendarAt, weekOf } from "../clock/clock-parameters.ts";
import { day, ministry, morningOf, testParameters, testZone, townHall } from "../clock/test-clock.ts";
import { type ActKind, kindOfLeafNumber } from "../record/kinds.ts";
import { type CaseState, caseAt, isClosingKind, stepCase } from "./case.ts";
import { openCaseBook } from "./case-book.ts";
import { discretePercentile, monthsUntil, permilleHalvesUp } from "./figures.ts";
import { figuresOfAll, foldStatistics, type WitnessedLeaf } from "./statistics.ts";
import { live as act, bookOf } from "./test-book.ts";
import { dayMs, firstDay, type Life, leavesOf, live, lives } from "./test-lives.ts";

/** One case as the portal's tables would hold it: docs/statistics.md section 2, built without the auditor's book. */
interface Row {
  readonly acts: { kind: ActKind; body: number; entered: CivilDate }[];
  readonly holdings: { body: number; from: CivilDate; to: CivilDate | null }[];
  readonly closings: {
    kind: ActKind;
    body: number;
    witnessed: CivilDate;
    dueBefore: CivilDate;
    undone: boolean;
  }[];
  due: CivilDate | null;
}

interface Entered extends WitnessedLeaf {
  readonly witnessedAt: number;
  readonly state: CaseState<string>;
  readonly before: CaseState<string> | null;
}

/** The acts of one life with leaf, cosignature two hours later at most, and the portal's state after each. */
function enteredOf(life: Life, number: number): Entered[] {
  const caseTag = new Uint8Array(16).fill(number + 1);
  const leaves = leavesOf(live(life));
  let state: CaseState<string> | null = null;
  return live(life).flatMap(({ act: one }, at) => {
    const leaf = leaves[at];
    const before: CaseState<string> | null = state;
    state = stepCase(state, one, life.parameters).state;
    if (!leaf || !state) return [];
    return [{ leaf: { ...leaf, caseTag }, witnessedAt: leaf.time + (number % 3) * 3_600_000, state, before }];
  });
}

function rowOf(entered: readonly Entered[], parameters: ClockParameters, end: number): Row {
  const row: Row = { acts: [], holdings: [], closings: [], due: null };
  for (const one of entered) addToRow(row, one);
  const lastState = entered.at(-1)?.state;
  const moment = { at: end, day: civilDateAt(end, testZone) };
  row.due = lastState ? caseAt(lastState, moment, parameters).deadline.due : null;
  return row;
}

function addToRow(row: Row, { leaf, witnessedAt, state, before }: Entered): void {
  const { body } = leaf;
  const kind = kindOf(leaf.kind);
  const day = civilDateAt(leaf.time, testZone);
  const witnessed = civilDateAt(witnessedAt, testZone);
  row.acts.push({ kind, body, entered: day });
  const last = row.holdings.at(-1);
  if (before && kind === "received" && last) last.to = day;
  // The reply that a merged case gets closes nothing: it is closed.
  const closes = before?.status !== "closed" && isClosingKind(kind);
  if ((state.status === "closed" || state.status === "withdrawn") && closes && last) {
    last.to = witnessed;
    row.closings.push({ kind, body, witnessed, dueBefore: state.closing.dueBefore, undone: false });
  }
  const reopens = kind === "disputed" || kind === "withdrawal-revoked";
  const undone = row.closings.at(-1);
  if (reopens && undone) undone.undone = true;
  if (!before || kind === "received" || reopens) row.holdings.push({ body, from: day, to: null });
}

function kindOf(number: number): ActKind {
  const kind = kindOfLeafNumber(number);
  assert.ok(kind);
  return kind;
}

interface Question {
  readonly parameters: ClockParameters;
  readonly body: number;
  readonly asOf: CivilDate;
  readonly from: CivilDate | null;
}

/** The holder on a day, as the page's SQL finds it. */
function holderOf(row: Row, on: CivilDate): number | undefined {
  return (row.holdings.filter(({ from }) => from <= on).at(-1) ?? row.holdings[0])?.body;
}

/** Section 4 of docs/statistics.md, figure by figure, over rows: slow and plain. */
function countedFromRows(rows: readonly Row[], { parameters, body, asOf, from }: Question) {
  const inPeriod = (on: CivilDate) => from === null || on >= from;
  const acts = (kind: ActKind) =>
    rows
      .flatMap((row) => row.acts)
      .filter((one) => one.kind === kind && one.body === body && inPeriod(one.entered)).length;
  const standing = rows.flatMap((row) => {
    const last = row.closings.at(-1);
    return last && !last.undone && inPeriod(last.witnessed) ? [{ ...last, row }] : [];
  });
  const own = (...kinds: ActKind[]) =>
    standing.filter((one) => kinds.includes(one.kind) && one.body === body);
  const isInTime = (one: { witnessed: CivilDate; dueBefore: CivilDate }) => one.witnessed <= one.dueBefore;
  const open = rows.filter((row) => row.due !== null);
  const overdue = open.filter(
    ({ due, ...row }) =>
      due !== null && due < asOf && inPeriod(due) && holderOf({ ...row, due }, due) === body,
  );
  const inTime = own("answered", "refused").filter(isInTime).length;
  const otherwiseInTime = own("explained", "terminated").filter(isInTime).length;
  const late = standing.filter((one) => !isInTime(one) && holderOf(one.row, one.dueBefore) === body).length;
  const judged = inTime + otherwiseInTime + late + overdue.length;
  const end = startOfCivilDate(addDays(asOf, 1), testZone) - 1;
  const workingDays = (after: CivilDate, through: CivilDate) =>
    countWorkingDays(calendarAt(parameters, end), weekOf(parameters, body), after, through);
  const held = rows
    .flatMap((row) => row.holdings)
    .flatMap((one) =>
      one.body === body && one.to !== null && inPeriod(one.to) ? [workingDays(one.from, one.to)] : [],
    )
    .sort((left, right) => left - right);
  const filed = rows.filter(
    ({ acts: [first] }) => first?.kind !== "received" && first?.body === body && inPeriod(first.entered),
  ).length;
  const ages = overdue.map(({ due }) => due ?? asOf);
  return {
    filed,
    receivedByForwarding: acts("received"),
    received: filed + acts("received"),
    forwarded: acts("forwarded"),
    forwardedAgain: rows
      .flatMap((row) => row.acts.filter(({ kind }) => kind === "forwarded").slice(1))
      .filter((one) => one.body === body && inPeriod(one.entered)).length,
    extended: acts("extended"),
    clarificationsAsked: acts("clarification-asked"),
    disputed: acts("disputed"),
    answered: own("answered", "refused").length,
    refused: own("refused").length,
    inTime,
    explained: own("explained").length,
    terminated: own("terminated").length,
    merged: own("merged").length,
    withdrawn: own("withdrawn").length,
    otherwiseInTime,
    late,
    openOverdue: overdue.length,
    judged,
    headlinePermille: judged === 0 ? null : Math.round((1000 * inTime) / judged),
    open: open.filter((row) => row.holdings.at(-1)?.body === body).length,
    oldestOverdueWorkingDays:
      ages.length === 0 ? null : Math.max(...ages.map((due) => workingDays(due, asOf))),
    oldestOverdueCalendarDays: ages.length === 0 ? null : asOf - Math.min(...ages),
    holdingsEnded: held.length,
    daysHeldMedian: held.find((_, at) => (at + 1) * 2 >= held.length) ?? null,
    daysHeldPercentile90: held.find((_, at) => (at + 1) * 10 >= held.length * 9) ?? null,
  };
}

/** Leaves against rows over countries of lives. */
function countedTwice(life: fc.Arbitrary<Life>) {
  const spans = fc.record({ asOf: fc.nat(150), from: fc.option(fc.nat(100)) });
  return fc.property(fc.array(life, { minLength: 1, maxLength: 6 }), spans, ([first, ...others], span) => {
    assert.ok(first);
    // One country: the same calendars for all of its cases.
    const country = [first, ...others].map((life) => ({ ...life, parameters: first.parameters }));
    const { parameters } = first;
    const asOf = addDays(firstDay, span.asOf);
    const from = span.from === null ? null : addDays(firstDay, span.from);
    const end = startOfCivilDate(addDays(asOf, 1), testZone) - 1;
    const byCase = country.map(enteredOf);
    const log = byCase.flat().sort((left, right) => left.leaf.time - right.leaf.time);
    let seen = 0;
    // Witnesses sign prefixes: nothing is seen before what stands before it.
    const leaves = log.map(({ leaf, witnessedAt }) => {
      seen = Math.max(seen, witnessedAt);
      return { leaf, witnessedAt: seen };
    });
    const witnessedOf = new Map(log.map((one, at) => [one, leaves[at]?.witnessedAt ?? seen]));
    const rows = byCase
      .map((entered) =>
        entered
          .map((one) => ({ ...one, witnessedAt: witnessedOf.get(one) ?? seen }))
          .filter((one) => one.witnessedAt <= end),
      )
      .filter((entered) => entered.length > 0)
      .map((entered) => rowOf(entered, parameters, end));
    const folded = foldStatistics({ leaves, parameters, asOf, from });
    for (const body of [ministry, townHall]) {
      const figures = folded.get(body);
      assert.ok(figures);
      const { months, ...counted } = figures;
      assert.deepEqual(counted, countedFromRows(rows, { parameters, body, asOf, from }));
      assert.equal(months.length, 12);
    }
  });
}

test("figures folded from leaves equal those counted from rows, on any day, for any period", () => {
  fc.assert(countedTwice(lives(false)), { numRuns: 500 });
  // Of an act near a decree a leaf does not show on which side of it, nor of a filing its true day: there the auditor gives
  // the body the benefit of the doubt and counts may differ (docs/statistics.md). Hurried lives without such a doubt:
  fc.assert(countedTwice(lives(true)), { numRuns: 150, seed: 1_991 });
});

test("the strip shows twelve months, each case in one of them", () => {
  const { figures } = bookOf([
    [act("filed-complaint", "2025-11-03"), act("answered", "2025-11-10")],
    [act("filed-complaint", "2025-12-01"), act("answered", "2025-12-10")],
    [act("filed-complaint", "2026-09-01"), act("answered", "2026-11-02")],
    [act("filed-complaint", "2026-10-01")],
    [act("filed-complaint", "2026-11-20")],
  ]);
  const { months } = figures("2026-11-24");
  const nothing = { inTime: 0, late: 0, openOverdue: 0 };
  assert.equal(months.length, 12);
  assert.deepEqual(months[0], { month: "2025-12", ...nothing, inTime: 1 });
  assert.deepEqual(months[10], { month: "2026-10", ...nothing, openOverdue: 1 });
  assert.deepEqual(months[11], { month: "2026-11", ...nothing, late: 1 });
  assert.deepEqual(monthsUntil(day("2027-02-01")).slice(0, 2), ["2026-03", "2026-04"]);
});

test("a period counts what has its day in it", () => {
  const { figures } = bookOf([
    [act("filed-complaint", "2026-09-01"), act("answered", "2026-09-10")],
    [act("filed-complaint", "2026-09-28"), act("answered", "2026-10-08")],
  ]);
  const { filed, answered, holdingsEnded, open } = figures("2026-11-24", ministry, "2026-10-01");
  assert.deepEqual([filed, answered, holdingsEnded, open], [0, 1, 1, 0]);
});

test("what no witness has signed by the day has not happened", () => {
  const time = morningOf(day("2026-11-13"));
  const leaf = { kind: 2, body: ministry, time, due: day("2026-12-04"), caseTag: new Uint8Array(16).fill(1) };
  const filedOn = (witnessedAt: number | null, asOf: string) =>
    foldStatistics({ leaves: [{ leaf, witnessedAt }], parameters: testParameters(), asOf: day(asOf) }).get(
      ministry,
    )?.filed;
  assert.equal(filedOn(time, "2026-11-13"), 1);
  assert.equal(filedOn(time, "2026-11-12"), 0);
  assert.equal(filedOn(time + dayMs, "2026-11-13"), 0);
  assert.equal(filedOn(null, "2026-12-31"), 0);
});

test("all bodies together: sums of counts, percentiles over all holdings", () => {
  const { book, figures } = bookOf([
    [act("filed-complaint", "2026-11-02"), act("answered", "2026-11-03")],
    [
      act("filed-complaint", "2026-11-02", { body: townHall }),
      act("answered", "2026-11-21", { body: townHall }),
    ],
    [act("filed-complaint", "2026-11-02", { body: townHall })],
  ]);
  const all = figuresOfAll(book.cases(), testParameters(), { asOf: day("2026-12-31") });
  assert.equal(all.filed, figures("2026-12-31").filed + figures("2026-12-31", townHall).filed);
  assert.deepEqual(
    [all.inTime, all.late, all.openOverdue, all.judged, all.headlinePermille],
    [1, 1, 1, 3, 333],
  );
  assert.deepEqual([all.daysHeldMedian, all.daysHeldPercentile90], [1, 17]);
});

test("percentiles are the smallest value that covers the share; rates round halves up", () => {
  assert.equal(discretePercentile([], 50), null);
  assert.equal(discretePercentile([4], 90), 4);
  assert.equal(discretePercentile([1, 2], 50), 1);
  assert.equal(discretePercentile([1, 2, 3], 50), 2);
  assert.equal(discretePercentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90), 9);
  assert.equal(discretePercentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 90), 10);
  assert.equal(permilleHalvesUp(1, 0), null);
  assert.equal(permilleHalvesUp(2, 3), 667);
  assert.equal(permilleHalvesUp(1, 2000), 1);
  assert.equal(permilleHalvesUp(1, 2001), 0);
});

test("two hundred thousand leaves are folded in less than four seconds of computing", () => {
  const parameters = testParameters();
  const book = openCaseBook(parameters);
  const begun = process.cpuUsage();
  for (let number = 0; number < 50_000; number += 1) {
    const caseTag = new Uint8Array(16);
    new DataView(caseTag.buffer).setUint32(0, number + 1);
    const time = 1_760_000_000_000 + number * 60_000;
    for (const [at, kind] of [2, 9, 24, 15].entries()) {
      book.enter({ kind, body: ministry, time: time + at * dayMs, due: 0, caseTag }, time + at * dayMs);
    }
  }
  const figures = figuresOfAll(book.cases(), parameters, { asOf: day("2026-12-31") });
  assert.equal(figures.answered, 50_000);
  const { user, system } = process.cpuUsage(begun);
  assert.ok(user + system < 4_000_000);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addWorkingDays, countWorkingDays, emptyCalendar, fiveDayWeek } from "../calendar.ts";
import { addDays, civilDateAt } from "../civil-date.ts";
import { advanceDeadline, deadlineAt, explainDeadline, foldDeadline } from "../deadline.ts";
import { act, day, decree, morningOf, testParameters, testZone } from "../test-clock.ts";

const filed = act("filed-complaint", "2026-11-13");
const nowOn = (text: string) => ({ at: morningOf(day(text)) + 1, day: day(text) });

function dueOn(parameters: ReturnType<typeof testParameters>, now: string) {
  const state = foldDeadline([filed], parameters);
  return state && deadlineAt(state, nowOn(now), parameters).due;
}

test("a holiday decreed in the middle moves the due by a working day, from the announcement on", () => {
  const parameters = testParameters([decree(1, "2026-11-20", { holidays: ["2026-11-24"] })]);
  assert.equal(dueOn(parameters, "2026-11-19"), day("2026-12-04"));
  assert.equal(dueOn(parameters, "2026-11-20"), day("2026-12-07"));
});

test("it says so, and names the days", () => {
  const parameters = testParameters([decree(1, "2026-11-20", { holidays: ["2026-11-24", "2026-12-25"] })]);
  const { explanation } = explainDeadline([filed], parameters, nowOn("2026-11-21").at);
  assert.deepEqual(explanation.at(-1), {
    step: "moved-by-calendar",
    version: 1,
    announced: day("2026-11-20"),
    from: day("2026-12-04"),
    to: day("2026-12-07"),
    days: [day("2026-11-24")],
  });
});

test("a transfer that makes a Sunday a working day and a Monday a day off moves nothing in sum", () => {
  const parameters = testParameters([
    decree(1, "2026-11-20", { workingDays: ["2026-11-22"], daysOff: ["2026-11-23"] }),
  ]);
  assert.equal(dueOn(parameters, "2026-11-20"), day("2026-12-04"));
});

test("a Sunday made working brings the due nearer, but never before the announcement", () => {
  const nearer = testParameters([decree(1, "2026-11-20", { workingDays: ["2026-11-22"] })]);
  assert.equal(dueOn(nearer, "2026-11-20"), day("2026-12-03"));
  const lastMinute = testParameters([decree(1, "2026-12-04", { workingDays: ["2026-11-22", "2026-11-29"] })]);
  assert.equal(dueOn(lastMinute, "2026-12-04"), day("2026-12-04"));
});

test("a holiday announced on its own day counts, when the due is that day and when it is later", () => {
  assert.equal(
    dueOn(testParameters([decree(1, "2026-12-04", { daysOff: ["2026-12-04"] })]), "2026-12-04"),
    day("2026-12-07"),
  );
  assert.equal(
    dueOn(testParameters([decree(1, "2026-12-03", { daysOff: ["2026-12-03"] })]), "2026-12-03"),
    day("2026-12-07"),
  );
});

test("lateness is not undone: a due before the announcement stays", () => {
  const parameters = testParameters([decree(1, "2026-12-07", { daysOff: ["2026-11-24", "2026-12-04"] })]);
  assert.equal(dueOn(parameters, "2026-12-08"), day("2026-12-04"));
});

test("a declared outage stops the clock, also for the days that have gone", () => {
  const parameters = testParameters([
    decree(1, "2026-11-25", { daysOff: ["2026-11-23", "2026-11-24", "2026-11-25"] }),
  ]);
  assert.equal(dueOn(parameters, "2026-11-25"), day("2026-12-09"));
});

test("the leaf that records the move is believed, and one that goes further is not", () => {
  const parameters = testParameters([decree(1, "2026-11-20", { holidays: ["2026-11-24"] })]);
  const state = foldDeadline([filed], parameters);
  const moved = advanceDeadline(
    state,
    act("deadline-moved", "2026-11-21", { due: "2026-12-07" }),
    parameters,
  );
  assert.deepEqual([moved.state.due, moved.problems], [day("2026-12-07"), []]);
  const further = advanceDeadline(
    state,
    act("deadline-moved", "2026-11-21", { due: "2026-12-08" }),
    parameters,
  );
  assert.equal(further.state.due, day("2026-12-07"));
  assert.deepEqual(further.problems, [
    { finding: "due-disputed", claimed: day("2026-12-08"), lawful: day("2026-12-07") },
  ]);
});

test("a later version counts against the one before it, and removing a holiday gives its day back", () => {
  const parameters = testParameters([
    decree(1, "2026-11-20", { holidays: ["2026-11-24"] }),
    decree(2, "2026-11-21", { holidays: ["2026-11-24", "2026-11-26"] }),
    decree(3, "2026-11-22", { holidays: ["2026-11-26"] }),
  ]);
  assert.equal(dueOn(parameters, "2026-11-21"), day("2026-12-08"));
  assert.equal(dueOn(parameters, "2026-11-22"), day("2026-12-07"));
});

test("whatever is decreed ahead, the due is as if the calendar had always been so", () => {
  const ahead = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 13 }), ahead, ahead, (announcedAfter, off, worked) => {
      const announced = addDays(day("2026-11-16"), announcedAfter);
      const dates = (offsets: number[]) =>
        [...offsets].sort((left, right) => left - right).map((offset) => addDays(announced, offset));
      const calendar = {
        ...emptyCalendar,
        version: 1,
        announced: morningOf(announced),
        daysOff: dates(off),
        workingDays: dates(worked),
      };
      const parameters = testParameters([calendar]);
      const state = foldDeadline([filed], parameters);
      assert.ok(state);
      const at = calendar.announced + 1;
      const now = deadlineAt(state, { at, day: civilDateAt(at, testZone) }, parameters);
      assert.equal(now.due, addWorkingDays(calendar, fiveDayWeek, day("2026-11-13"), 15));
      assert.equal(
        countWorkingDays(calendar, fiveDayWeek, day("2026-11-13"), now.due ?? day("2026-11-13")),
        15,
      );
    }),
  );
});

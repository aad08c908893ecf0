import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  addDays,
  addMonths,
  civilDate,
  civilDateAt,
  civilDateOfDays,
  civilDateText,
  isTimeZone,
  parseCivilDate,
  startOfCivilDate,
  weekdayOf,
  yearMonthDayOf,
} from "./civil-date.ts";

const dayMs = 86_400_000;
const anyDay = fc.integer({ min: -700_000, max: 2_900_000 }).map(civilDateOfDays);

test("known days", () => {
  assert.equal(civilDate(1970, 1, 1), 0);
  assert.equal(civilDate(2000, 2, 29), 11_016);
  assert.equal(civilDate(2026, 12, 4), 20_791);
  assert.equal(civilDate(1969, 12, 31), -1);
  assert.equal(weekdayOf(civilDate(1970, 1, 1)), 4);
  assert.equal(weekdayOf(civilDate(2026, 11, 13)), 5);
  assert.equal(weekdayOf(civilDate(1969, 12, 28)), 7);
});

test("days agree with the runtime's own calendar", () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const oracle = new Date(date * dayMs);
      const { year, month, day } = yearMonthDayOf(date);
      assert.deepEqual(
        [year, month, day, weekdayOf(date) % 7],
        [oracle.getUTCFullYear(), oracle.getUTCMonth() + 1, oracle.getUTCDate(), oracle.getUTCDay()],
      );
      assert.equal(civilDate(year, month, day), date);
    }),
  );
});

test("a day and its text are one to one", () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      const parsed = parseCivilDate(civilDateText(date));
      assert.ok(parsed.ok);
      assert.equal(parsed.value, date);
    }),
  );
});

test("what is not a day's one spelling is refused", () => {
  const refused = [
    "",
    "2026-2-04",
    "2026-02-30",
    "2025-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-10-00",
    "0000-01-01",
    "02026-01-01",
    "-2026-01-01",
    "2026-01-01 ",
    "2026-01-01\n",
    "2026/01/01",
    "٢٠٢٦-01-01",
    "2026-01-01T00:00:00Z",
  ];
  for (const text of refused) assert.equal(parseCivilDate(text).ok, false, text);
  assert.throws(() => civilDate(2026, 2, 30), RangeError);
  assert.throws(() => civilDate(2026, 4, 31), RangeError);
  assert.throws(() => civilDateOfDays(1.5), RangeError);
  assert.throws(() => civilDateOfDays(2 ** 32), RangeError);
  assert.throws(() => civilDateOfDays(Number.NaN), RangeError);
});

test("a month later is the same day, or the last day of a shorter month", () => {
  const monthLater = (year: number, month: number, day: number, months: number) =>
    civilDateText(addMonths(civilDate(year, month, day), months));
  assert.equal(monthLater(2026, 1, 31, 1), "2026-02-28");
  assert.equal(monthLater(2028, 1, 31, 1), "2028-02-29");
  assert.equal(monthLater(2026, 12, 31, 2), "2027-02-28");
  assert.equal(monthLater(2026, 12, 4, 2), "2027-02-04");
  assert.equal(monthLater(2026, 3, 31, -1), "2026-02-28");
  assert.equal(monthLater(2026, 11, 15, 13), "2027-12-15");
});

const zones = [
  "Asia/Ashgabat",
  "Europe/Berlin",
  "America/Sao_Paulo",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "UTC",
];

test("the civil day of an instant is the one that the zone's clocks show, also around a change of offset", () => {
  const moment = fc.integer({ min: 0, max: 2_000_000_000 });
  // Berlin, both changes of 2026; São Paulo, midnight skipped in 2018; Samoa, a day skipped in 2011.
  const change = fc
    .constantFrom(1_774_746_000, 1_792_890_000, 1_541_300_400, 1_325_239_200)
    .chain((at) => fc.integer({ min: at - 90_000, max: at + 90_000 }));
  fc.assert(
    fc.property(fc.oneof(moment, change), fc.constantFrom(...zones), (seconds, timeZone) => {
      const shown = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(seconds * 1000);
      assert.equal(civilDateText(civilDateAt(seconds * 1000, timeZone)), shown);
    }),
    { numRuns: 600 },
  );
});

test("a day starts at its first instant and ends a millisecond before the next", () => {
  const days = fc.integer({ min: 10_000, max: 25_000 }).map(civilDateOfDays);
  fc.assert(
    fc.property(days, fc.constantFrom(...zones), (date, timeZone) => {
      const start = startOfCivilDate(date, timeZone);
      assert.ok(civilDateAt(start, timeZone) >= date);
      assert.ok(civilDateAt(start - 1, timeZone) < date);
      assert.equal(civilDateAt(startOfCivilDate(addDays(date, 1), timeZone) - 1, timeZone) <= date, true);
    }),
  );
  assert.equal(startOfCivilDate(civilDate(2026, 11, 24), "Asia/Ashgabat"), Date.UTC(2026, 10, 23, 19));
  assert.equal(startOfCivilDate(civilDate(2018, 11, 4), "America/Sao_Paulo"), Date.UTC(2018, 10, 4, 3));
});

test("a zone that the runtime does not know is said so", () => {
  assert.equal(isTimeZone("Asia/Ashgabat"), true);
  assert.equal(isTimeZone("Asia/Çynar"), false);
  assert.equal(isTimeZone(""), false);
  assert.throws(() => civilDateAt(0, "Nowhere/At_All"), RangeError);
});

test("a million instants take less than two seconds of computing", () => {
  const begun = process.cpuUsage();
  let sum = 0;
  for (let at = 0; at < 1_000_000; at += 1) {
    sum += civilDateAt(1_760_000_000_000 + ((at * 7919) % 31_536_000) * 1000, "Asia/Ashgabat");
  }
  assert.ok(sum > 0);
  const { user, system } = process.cpuUsage(begun);
  assert.ok(user + system < 2_000_000);
});

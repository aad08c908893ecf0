import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, civilDateOfDays } from "#core/clock/civil-date.ts";
import {
  dateInWords,
  dateWithWeekday,
  momentInWords,
  monthInWords,
  numberInWords,
  shortDate,
  shortMonth,
  turkmenOrdinal,
} from "./dates.ts";
import { languages } from "./language.ts";

const date = (text: string) => civilDateOfDays(Date.parse(`${text}T00:00:00Z`) / 86_400_000);

test("Turkmen ordinals follow the last spoken word", () => {
  const expected: Record<string, readonly number[]> = {
    njy: [6, 9, 10, 16, 19, 26, 29, 30, 40, 60, 90, 110, 2026, 2029, 2030, 1006],
    nji: [
      1, 2, 3, 4, 5, 7, 8, 11, 15, 18, 20, 21, 25, 31, 50, 70, 80, 100, 1000, 1900, 2000, 2020, 2025, 2027,
      2028,
    ],
  };
  for (const [ending, numbers] of Object.entries(expected)) {
    for (const number of numbers) assert.equal(turkmenOrdinal(number), `${number}-${ending}`);
  }
  for (const number of [0, -1, 1.5, 1_000_000, Number.NaN])
    assert.throws(() => turkmenOrdinal(number), RangeError);
});

test("a date in the words of three languages", () => {
  const due = date("2026-12-04");
  assert.equal(dateInWords("tk", due), "2026-njy ýylyň 4-nji dekabry");
  assert.equal(dateWithWeekday("tk", due), "2026-njy ýylyň 4-nji dekabry, anna");
  assert.equal(dateWithWeekday("ru", due), "пятница, 4 декабря 2026 года");
  assert.equal(dateWithWeekday("en", due), "Friday 4 December 2026");
  assert.deepEqual(
    languages.map((language) => shortDate(language, due)),
    ["04.12.2026", "04.12.2026", "4 Dec 2026"],
  );
});

test("weekdays agree with the platform's own names on every day of a year", () => {
  const english = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });
  const russian = new Intl.DateTimeFormat("ru", { weekday: "long", timeZone: "UTC" });
  const russianDate = new Intl.DateTimeFormat("ru", { day: "numeric", month: "long", timeZone: "UTC" });
  for (let day = date("2027-12-01"); day < date("2028-12-01"); day = addDays(day, 1)) {
    const instant = day * 86_400_000;
    assert.ok(dateWithWeekday("en", day).startsWith(english.format(instant)));
    assert.ok(dateWithWeekday("ru", day).startsWith(russian.format(instant)));
    assert.ok(dateInWords("ru", day).startsWith(russianDate.format(instant)));
  }
});

test("before 1970, months, moments and numbers", () => {
  assert.equal(dateWithWeekday("en", date("1969-12-31")), "Wednesday 31 December 1969");
  assert.equal(monthInWords("tk", 2026, 11), "2026-njy ýylyň noýabry");
  assert.equal(monthInWords("ru", 2026, 11), "ноябрь 2026 года");
  assert.equal(monthInWords("en", 2026, 11), "November 2026");
  assert.equal(shortMonth("tk", 12), "dek");
  assert.throws(() => monthInWords("en", 2026, 13), RangeError);
  // Ashgabat is five hours ahead of UTC all year: the civil day changes at 19:00.
  assert.equal(momentInWords("en", Date.UTC(2026, 11, 3, 19, 5), "Asia/Ashgabat"), "4 December 2026, 00:05");
  assert.equal(numberInWords("tk", 1234567), "1\u00a0234\u00a0567");
  assert.equal(numberInWords("en", 1234567), "1,234,567");
});

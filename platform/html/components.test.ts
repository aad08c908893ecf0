import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addWorkingDays, emptyCalendar, fiveDayWeek, isWorkingDay } from "#core/clock/calendar.ts";
import { addDays, type CivilDate, civilDate } from "#core/clock/civil-date.ts";
import { languages } from "#platform/language/language.ts";
import { translator } from "#platform/language/texts.ts";
import { type ClockBand, clockBand, clockSentence, clockState } from "./clock-band.ts";
import { dataTable, notice, pagination, summaryList } from "./elements.ts";
import { html } from "./html.ts";
import { page } from "./page.ts";
import { type RecordOfAnswering, recordOfAnswering } from "./record-of-answering.ts";
import { type SealState, seal } from "./seal.ts";
import { timeline } from "./timeline.ts";

const t = translator("en");
const filed = civilDate(2026, 11, 13);
const due = civilDate(2026, 12, 4);
const workingDays = Array.from({ length: 60 }, (_, index) => addDays(filed, index + 1)).filter((date) =>
  isWorkingDay(emptyCalendar, fiveDayWeek, date),
);
const band = (today: CivilDate, more: Partial<ClockBand> = {}): ClockBand => ({
  filed,
  due,
  today,
  pauses: [],
  workingDays,
  holidays: [],
  closedOn: null,
  explanation: [],
  ...more,
});

test("a notice has no heading, since it may stand above the first of its page", () => {
  const shown = notice("Entered", html`<p>It is kept.</p>`, { tone: "leaf", alert: true }).toString();
  assert.doesNotMatch(shown, /<h[1-6]/);
  assert.match(shown, /^<section class="notice leaf" role="alert"><p class="title">Entered<\/p>/);
});

test("the clock's state changes on the very day", () => {
  assert.equal(clockState(band(civilDate(2026, 11, 30))), "running");
  // Three working days before Friday is Tuesday.
  assert.equal(clockState(band(civilDate(2026, 12, 1))), "near");
  assert.equal(clockState(band(due)), "near");
  assert.equal(clockState(band(addDays(due, 1))), "overdue");
  assert.equal(clockState(band(addDays(due, 9), { closedOn: due })), "closed-in-time");
  assert.equal(clockState(band(addDays(due, 9), { closedOn: addDays(due, 1) })), "closed-late");
  assert.equal(clockState(band(filed, { due: null })), "none");
  const pauses = [{ from: filed, through: addDays(filed, 5) }];
  assert.equal(clockState(band(addDays(filed, 5), { pauses })), "paused");
  assert.equal(clockState(band(addDays(filed, 6), { pauses })), "running");
});

test("the sentence says the same as the band", () => {
  assert.equal(clockSentence(t, band(filed)), "Answer due Friday 4 December 2026. 15 working days left.");
  assert.equal(
    clockSentence(t, band(civilDate(2026, 12, 3))),
    "Answer due Friday 4 December 2026. 1 working day left.",
  );
  assert.equal(clockSentence(t, band(due)), "Answer due today, Friday 4 December 2026.");
  assert.match(clockSentence(t, band(civilDate(2026, 12, 7))), /was due .* 1 working day has passed/);
  assert.match(clockSentence(t, band(filed, { due: null })), /owes no answer/);
  const late = band(filed, { closedOn: addWorkingDays(emptyCalendar, fiveDayWeek, due, 3) });
  assert.match(clockSentence(t, late), /late by 3 working days/);
});

test("whatever the days, the drawing stays inside of its frame (property)", () => {
  const offset = fc.integer({ min: -3, max: 400 });
  fc.assert(
    fc.property(
      offset,
      offset,
      fc.option(offset),
      fc.array(fc.tuple(offset, fc.nat(30)), { maxLength: 3 }),
      (dueAt, todayAt, closedAt, pauses) => {
        const drawn = clockBand(
          t,
          band(addDays(filed, Math.max(todayAt, 0)), {
            due: addDays(filed, dueAt),
            closedOn: closedAt === null ? null : addDays(filed, Math.max(closedAt, 0)),
            pauses: pauses.map(([from, length]) => ({
              from: addDays(filed, from),
              through: addDays(filed, from + length),
            })),
            holidays: pauses.map(([date]) => ({ date: addDays(filed, date), name: "x" })),
          }),
        ).toString();
        assert.doesNotMatch(drawn, /NaN|Infinity|undefined|="-\d/);
        for (const [, x, width] of drawn.matchAll(/x="([\d.]+)%" y="12" width="([\d.]+)%"/g)) {
          assert.ok(Number(x) + Number(width) <= 100.02, drawn);
        }
      },
    ),
    { numRuns: 500 },
  );
});

const witnesses = [{ operator: "this computer", time: Date.UTC(2026, 10, 13, 9, 30) }];
const seals: Readonly<Record<string, readonly [SealState, string]>> = {
  queued: [{ state: "queued" }, "queued: signed by the body"],
  "in the record": [{ state: "in-record", number: 41207 }, "in the record, number 41207"],
  witnessed: [{ state: "witnessed", number: 41207, witnesses }, "witnessed by 1"],
};
for (const [name, [state, words]] of Object.entries(seals)) {
  test(`the seal says its state in words: ${name}`, () => {
    const markup = seal(t, state, { timeZone: "Asia/Ashgabat", proofHref: "/en/proof" }).toString();
    assert.match(markup, new RegExp(`<summary>${words}</summary>`));
    assert.match(markup, /href="\/en\/check">How anyone checks this/);
    assert.equal(markup.includes("this computer: 13 Nov 2026, 14:30"), state.state === "witnessed");
  });
}

test("the timeline shows the official's name only when it is given", () => {
  const entry = { date: filed, sentence: "Filed", body: "Gas", post: "Head of unit" };
  assert.match(timeline(t, [entry], "UTC").toString(), /Gas · Head of unit<\/p>/);
  assert.match(timeline(t, [{ ...entry, official: "X" }], "UTC").toString(), /Gas · Head of unit · X<\/p>/);
});

const record: RecordOfAnswering = {
  body: "Gas",
  months: Array.from({ length: 12 }, (_, index) => ({
    year: 2026,
    month: index + 1,
    inTime: index,
    late: 1,
    openOverdue: 0,
  })),
  received: 1234,
  answeredInTime: 66,
  late: 12,
  openOverdue: 0,
  medianWorkingDays: null,
  overturned: { until: civilDate(2026, 9, 30), inTime: null },
};

test("the record of answering has every number in words, and a table with all months", () => {
  const markup = recordOfAnswering(t, record).toString();
  assert.match(markup, /<dt>in time<\/dt><dd>66<\/dd>/);
  assert.match(markup, /<dt>appeals received<\/dt><dd>1,234<\/dd>/);
  assert.equal([...markup.matchAll(/<th scope="row">/g)].length, 12);
  assert.doesNotMatch(markup, /median/);
  assert.match(markup, /four quarters until 30 September 2026: not shown\. That is the state's own word/);
  const told = recordOfAnswering(t, { ...record, overturned: { ...record.overturned, inTime: 7 } });
  assert.match(told.toString(), /until 30 September 2026: 7\. /);
});

test("late and in time share one scale (property)", () => {
  const count = fc.nat(10_000);
  fc.assert(
    fc.property(fc.array(fc.tuple(count, count, count), { minLength: 12, maxLength: 12 }), (months) => {
      const markup = recordOfAnswering(t, {
        ...record,
        months: months.map(([inTime, late, openOverdue], index) => ({
          year: 2026,
          month: index + 1,
          inTime,
          late,
          openOverdue,
        })),
      }).toString();
      assert.doesNotMatch(markup, /NaN|Infinity|height="-/);
      const bars = [
        ...markup.matchAll(
          /class="(?:in-time|late|open)" x="[\d.]+%" y="([\d.]+)" width="[\d.]+%" height="([\d.]+)"/g,
        ),
      ];
      for (const [, y, height] of bars)
        assert.ok(Number(y) >= 3 && Number(y) + Number(height) <= 106, markup);
      const [inTime, late] = months[0] ?? [0, 0];
      const first = (name: string) =>
        Number(new RegExp(`class="${name}" x="1.58%"[^>]* height="([\\d.]+)"`).exec(markup)?.[1] ?? 0);
      if (inTime > 0 && late > 0) {
        // Heights are rounded to a tenth of a pixel.
        assert.ok(
          Math.abs(first("in-time") * late - first("late") * inTime) <= 0.06 * (inTime + late),
          markup,
        );
      }
    }),
    { numRuns: 200 },
  );
});

test("lists of names and values, tables and pages of a list", () => {
  const rows = [{ key: "Title", value: "<b>", change: { href: "/en/x", label: "Change", what: "title" } }];
  assert.match(
    summaryList(rows).toString(),
    /<dd>&lt;b&gt;<\/dd><dd class="change"><a href="\/en\/x">Change<span class="vh"> title/,
  );
  const table = dataTable({
    caption: "All",
    columns: [{ heading: "A" }, { heading: "B", numeric: true }],
    rows: [["x", 1]],
  });
  assert.match(table.toString(), /<th scope="row">x<\/th><td class="n">1<\/td>/);
  assert.equal(pagination(t, { page: 1, pages: 1, href: String }).toString(), "");
  const middle = pagination(t, { page: 2, pages: 3, href: (number) => `?page=${number}` }).toString();
  assert.match(middle, /rel="prev" href="\?page=1".*2 of 3.*rel="next" href="\?page=3"/);
});

for (const language of languages) {
  test(`a page says its language and leads to itself in the others: ${language}`, () => {
    const markup = page({
      t: translator(language),
      path: "/bodies/gas",
      title: "x",
      main: html`<h1>x</h1>`,
      fingerprint: "1234 5678 9012",
      signedIn: null,
      stateName: "Oguzabat",
      isDemo: true,
      stylesheetPath: "/assets/a.css",
      iconPath: "/assets/a.svg",
    }).toString();
    assert.match(markup, new RegExp(`^<!doctype html>\n<html lang="${language}">`));
    for (const other of languages) {
      assert.equal(markup.includes(`href="/${other}/bodies/gas"`), other !== language);
    }
    assert.match(markup, /1234 5678 9012/);
    assert.match(markup, new RegExp(`href="/${language}/check"`));
    // The wordmark is spelled right, and its drawing is small.
    assert.match(markup, /aýdyň/);
    assert.ok((/<svg.*?<\/svg>/.exec(markup)?.[0].length ?? 999) < 400);
    assert.equal(markup.includes(translator("tk")("page-machine-written")), language === "tk");
  });
}

/**
 * Who is not to be found by a leaf (record.md section 1): from the published leaves and a list of who visited an
 * Internet café when, no filing leads to one visitor.
 */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { civilDateOfDays } from "#core/clock/civil-date.ts";
import { numberOfKind } from "#core/record/kinds.ts";
import { delayedRelease, releaseDelayMaxMs } from "./act.ts";
import { checkPublished } from "./test-support/outsider.ts";
import { actOf, type RecordForTests, startAt, withRecord } from "./test-support/record.ts";

interface Visit {
  readonly visitor: string;
  readonly from: number;
  readonly until: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const visitMs = 30 * minuteMs;
const visitsPerDay = 16;
const dayMs = 24 * hourMs;
const days = [0, 1, 2];
/** The café opens as the record begins, and the log goes on for a night after the last day. */
const opensAfterMidnightMs = 9 * hourMs;

function dayEnd(day: number): number {
  return startAt - opensAfterMidnightMs + (day + 1) * dayMs;
}

/** One visitor after another for eight hours. Whoever files does so in the middle of the stay. */
function dayAtCafe(day: number): readonly Visit[] {
  return Array.from({ length: visitsPerDay }, (_, at) => {
    const from = startAt + day * dayMs + at * visitMs;
    return { visitor: `visitor ${day} ${at}`, from, until: from + visitMs };
  });
}

/**
 * Visitors who may have filed what entered at `time`: the due day of a leaf tells the day of filing, so only that day
 * is looked at. Whoever knows the rule knows that a filing of the day enters in the night after.
 */
function suspects(day: readonly Visit[], time: number, delayed: boolean): readonly string[] {
  return day
    .filter(({ from, until }) =>
      delayed ? from <= time && until >= time - releaseDelayMaxMs : from <= time + minuteMs && until >= time,
    )
    .map(({ visitor }) => visitor);
}

async function suspectsPerFiling(delayed: boolean): Promise<readonly number[]> {
  let counts: readonly number[] = [];
  await withRecord(async (record) => {
    await liveThrough(record, delayed);
    const leaves = await checkPublished(record.publishedFolder, record.options().policy);
    assert.equal(leaves.length, (days.length * visitsPerDay) / 2);
    assert.ok(leaves.every(({ kind }) => kind === numberOfKind("filed-complaint")));
    counts = leaves.map(({ time, due }) => suspects(dayAtCafe(due - firstDue), time, delayed).length);
  });
  return counts;
}

/** The due day of a filing of the first day; each day's filings are due a day later. */
const firstDue = 20_000;

/** Every second visitor files. */
async function liveThrough(record: RecordForTests, delayed: boolean): Promise<void> {
  const sequencer = await record.start();
  for (const day of days) {
    for (const [at, { from }] of dayAtCafe(day).entries()) {
      const filedAt = from + visitMs / 2;
      record.clock.now = filedAt;
      const releaseAt = delayed ? delayedRelease(filedAt, dayEnd(day), randomBytes) : filedAt;
      const due = civilDateOfDays(firstDue + day);
      if (at % 2 === 0) await record.append(actOf(randomBytes(16), { at: filedAt, releaseAt, due }));
      await sequencer.step();
    }
    while (record.clock.now < startAt + (day + 1) * dayMs - visitMs) {
      record.clock.now += 15 * minuteMs;
      await sequencer.step();
    }
  }
  await sequencer.close();
}

test("without a delay the time of a leaf gives the visitor away: the matcher works", async () => {
  const counts = await suspectsPerFiling(false);
  assert.ok(
    counts.every((count) => count === 1),
    counts.join(" "),
  );
});

test("a filing that was held back may be anybody's who came on that day", async () => {
  const counts = await suspectsPerFiling(true);
  assert.ok(
    counts.every((count) => count === visitsPerDay),
    counts.join(" "),
  );
});

test("leaves of one batch that were filed one after another do not show their order", async () => {
  const orders = new Set<string>();
  for (let round = 0; round < 6; round += 1) {
    await withRecord(async (record) => {
      const sequencer = await record.start();
      const tags = Array.from({ length: 6 }, () => randomBytes(16));
      for (const tag of tags) await record.append(actOf(tag));
      await sequencer.step();
      await sequencer.close();
      const leaves = await checkPublished(record.publishedFolder, record.options().policy);
      assert.equal(new Set(leaves.map(({ time }) => time)).size, 1);
      orders.add(leaves.map(({ caseTag }) => tags.findIndex((tag) => tag.equals(caseTag))).join(""));
    });
  }
  assert.ok(orders.size > 1, "always the order of arrival");
});

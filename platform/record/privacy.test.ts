/**
 * Who is not to be found by a leaf (record.md section 1): from the published leaves and a list of who visited an
 * Internet café when, no filing leads to one visitor.
 */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
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
const days = [0, 1, 2, 3];

/**
 * Whether a visit lies on a day with visitors the day before and after. Where nobody else comes within a day, a delay
 * of a day hides nobody.
 */
function isMidst(visit: number): boolean {
  const day = Math.floor(visit / visitsPerDay);
  return day > 0 && day < days.length - 1;
}

/** One visitor after another for eight hours. Whoever files does so in the middle of the stay. */
function dayAtCafe(day: number): readonly Visit[] {
  return Array.from({ length: visitsPerDay }, (_, at) => {
    const from = startAt + day * 24 * hourMs + at * visitMs;
    return { visitor: `visitor ${day} ${at}`, from, until: from + visitMs };
  });
}

/** Visitors who sat there when an act that entered at `time` may have been filed. */
function suspects(visits: readonly Visit[], time: number, delayMs: number): readonly string[] {
  return visits
    .filter(({ from, until }) => from <= time + minuteMs && until >= time - delayMs)
    .map(({ visitor }) => visitor);
}

async function suspectsPerFiling(delayed: boolean): Promise<readonly number[]> {
  const visits = days.flatMap(dayAtCafe);
  let counts: readonly number[] = [];
  await withRecord(async (record) => {
    await liveThrough(record, visits, delayed);
    const leaves = await checkPublished(record.publishedFolder, record.options().policy);
    assert.equal(leaves.length, 16);
    assert.ok(leaves.every(({ kind }) => kind === numberOfKind("filed-complaint")));
    counts = leaves.map(({ time }) => suspects(visits, time, delayed ? releaseDelayMaxMs : 0).length);
  });
  return counts;
}

/** Every second visitor of the days in the midst files; the log goes on for a day after the last. */
async function liveThrough(
  record: RecordForTests,
  visits: readonly Visit[],
  delayed: boolean,
): Promise<void> {
  const sequencer = await record.start();
  for (const [at, { from }] of visits.entries()) {
    const filedAt = from + visitMs / 2;
    record.clock.now = filedAt;
    const releaseAt = delayed ? delayedRelease(filedAt, randomBytes) : filedAt;
    if (isMidst(at) && at % 2 === 0) await record.append(actOf(randomBytes(16), { at: filedAt, releaseAt }));
    await sequencer.step();
  }
  for (let quarter = 0; quarter < 100; quarter += 1) {
    record.clock.now += 15 * minuteMs;
    await sequencer.step();
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

test("a filing that was held back at random has at least ten possible visitors", async () => {
  const counts = await suspectsPerFiling(true);
  assert.ok(
    counts.every((count) => count >= 10),
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

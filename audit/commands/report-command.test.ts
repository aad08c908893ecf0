import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { goodLog } from "../test-lives.ts";
import type { TestLog } from "../test-log.ts";
import { at, day, firstParameters, logKey } from "../test-parameters.ts";
import { aydyn, withFolder } from "../test-surroundings.ts";

async function report(log: TestLog, words: readonly string[], now = at("2026-04-20")) {
  let outcome = { code: -1, said: "", noted: "" };
  await withFolder(async (folder) => {
    await log.writeTo(join(folder, "log"));
    outcome = await aydyn(["report", join(folder, "log"), "--log-key", logKey.text, ...words], { now });
  });
  return outcome;
}

/** The complaint is answered in time; the suggestion is answered a day late. */
function livedLog(): TestLog {
  const log = goodLog();
  log.act({ kind: "answered", body: 3, about: "road", time: at("2026-04-16") });
  log.publish(at("2026-04-16", "09:01"));
  return log;
}

test("the figures of each body and of all together, as of today", async () => {
  const outcome = await report(livedLog(), ["--json"]);
  assert.equal(outcome.code, 0, outcome.noted);
  const { asOf, bodies, all, overdue } = JSON.parse(outcome.said);
  assert.equal(asOf, "2026-04-20");
  const gas = bodies.find(({ slug }: { slug: string }) => slug === "gaz");
  assert.deepEqual(
    [gas.received, gas.answered, gas.inTime, gas.late, gas.headlinePermille],
    [1, 1, 1, 0, 1000],
  );
  const district = bodies.find(({ slug }: { slug: string }) => slug === "etrap");
  assert.deepEqual(
    [district.answered, district.inTime, district.late, district.headlinePermille],
    [1, 0, 1, 0],
  );
  assert.deepEqual([all.received, all.inTime, all.late, all.headlinePermille], [2, 1, 1, 500]);
  assert.deepEqual(overdue, []);
});

test("at an earlier day, what was not witnessed yet has not happened", async () => {
  const { said } = await report(livedLog(), ["--json", "--at", "2026-04-15"]);
  const onTheDueDay = JSON.parse(said);
  assert.deepEqual([onTheDueDay.all.late, onTheDueDay.all.openOverdue, onTheDueDay.all.open], [0, 0, 1]);
  const early = JSON.parse((await report(livedLog(), ["--json", "--at", "2026-03-02"])).said);
  assert.deepEqual([early.all.received, early.all.answered], [1, 0]);
});

test("a case that waits is listed with its age", async () => {
  const listed = await report(goodLog(), ["--overdue"], at("2026-04-16"));
  assert.match(listed.said, /etrap\s+etrap\s+filed-suggestion\s+2026-03-03\s+2026-04-15\s+1\s+1\s+no/);
  const { overdue } = JSON.parse((await report(goodLog(), ["--json"], at("2026-04-16"))).said);
  assert.equal(overdue.length, 1);
  assert.deepEqual([overdue[0].due, overdue[0].workingDaysOverdue], ["2026-04-15", 1]);
});

test("one body, a period, a table, comma-separated values", async () => {
  const table = await report(livedLog(), []);
  assert.match(table.said, /^body\s+answered in time/m);
  assert.match(table.said, /^gaz\s+100\.0 % of 1/m);
  assert.match(table.said, /^all\s+50\.0 % of 2/m);
  const one = await report(livedLog(), ["--body", "gaz", "--csv"]);
  const [heading = "", row = "", ...more] = one.said.split("\r\n");
  assert.equal(more.length, 0);
  assert.ok(heading.startsWith("body,filed,receivedByForwarding,received"));
  assert.ok(row.startsWith("gaz,1,0,1,"));
  const figures = JSON.parse((await report(livedLog(), ["--body", "gaz", "--json"])).said).bodies[0];
  const { number, slug, months, ...named } = figures;
  assert.deepEqual(heading.split(",").slice(1).sort(), Object.keys(named).sort());
  assert.deepEqual([number, slug, months.length], [2, "gaz", 12]);
  const later = JSON.parse((await report(livedLog(), ["--json", "--from", "2026-04-01"])).said);
  assert.deepEqual([later.all.received, later.all.answered], [0, 1]);
});

test("what oversees every body bears the mark of its public act, in each form", async () => {
  const log = livedLog();
  const [cabinet] = firstParameters;
  assert.ok(cabinet?.kind === "body-registered");
  const marked = { ...cabinet, part: { ...cabinet.part, oversight: "prosecutor" as const } };
  log.parameter(marked, at("2026-04-17"));
  log.publish(at("2026-04-17", "09:01"));
  const json = JSON.parse((await report(log, ["--json"])).said);
  const marks = json.bodies.flatMap(({ slug, oversight }: { slug: string; oversight: string | null }) =>
    oversight === null ? [] : [[slug, oversight]],
  );
  assert.deepEqual(marks, [["kabinet", "prosecutor"]]);
  assert.match((await report(log, [])).said, /^kabinet \[prosecutor\] /m);
  const csv = (await report(log, ["--csv"])).said.split("\r\n");
  assert.match(csv[0] ?? "", /,oversight$/);
  assert.match(csv.find((line) => line.startsWith("kabinet,")) ?? "", /,prosecutor$/);
  assert.match(csv.find((line) => line.startsWith("gaz,")) ?? "", /,$/);
});

test("figures of a log that does not verify come with a warning and exit code 1", async () => {
  const log = livedLog();
  log.act({ kind: "read", body: 3, time: at("2026-04-16"), tamper: (leaf) => ({ ...leaf, serial: 9n }) });
  log.publish(at("2026-04-16", "09:02"));
  const outcome = await report(log, ["--json"]);
  assert.equal(outcome.code, 1);
  assert.match(outcome.noted, /WARNING.*\n.*serials 3 to 8 are missing/);
  assert.equal(JSON.parse(outcome.said).all.received, 2);
});

test("an inflated due day does not improve the figures", async () => {
  const log = goodLog();
  log.act({
    kind: "filed-complaint",
    body: 2,
    about: "water",
    time: at("2026-03-20"),
    due: day("2026-12-31"),
  });
  log.publish(at("2026-03-20", "09:02"));
  const { bodies } = JSON.parse((await report(log, ["--json"])).said);
  const gas = bodies.find(({ slug }: { slug: string }) => slug === "gaz");
  assert.equal(gas.openOverdue, 1);
});

test("usage: a day that is none, two formats, an unknown body", async () => {
  for (const words of [
    ["--at", "2026-02-30"],
    ["--json", "--csv"],
    ["--body", "moon"],
    ["--from", "x"],
  ]) {
    assert.equal((await report(goodLog(), words)).code, 2);
  }
});

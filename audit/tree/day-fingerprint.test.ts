import assert from "node:assert/strict";
import { test } from "node:test";
import { civilDate, startOfCivilDate } from "#core/clock/civil-date.ts";
import { fingerprint } from "#core/record/fingerprint.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { fingerprintOfDay } from "./day-fingerprint.ts";

const timeZone = "Asia/Ashgabat";
const day = civilDate(2026, 11, 27);
const midnightSeconds = startOfCivilDate(day, timeZone) / 1000;
const hour = 3_600;

const at = (size: number, ...hours: number[]) => ({
  checkpoint: { origin: "ledger.example/executive", size, root: new Uint8Array(32).fill(size) },
  cosignatures: hours.map((after) => ({ name: "w", timeSeconds: midnightSeconds + after * hour })),
});
const digitsOf = ({ checkpoint }: ReturnType<typeof at>) => fingerprint(nativeEngine, checkpoint);
const ofDay = (...checkpoints: ReturnType<typeof at>[]) =>
  fingerprintOfDay(nativeEngine, checkpoints, timeZone);

test("the day's digits are those of the checkpoint that stood when the day began, by the country's clock", () => {
  const [before, evening, morning] = [at(3, -30), at(5, -1), at(9, 8)];
  // The head of today is cosigned anew each minute; what was kept of its size was not.
  const expected = { day, digits: digitsOf(evening) };
  assert.deepEqual(ofDay(before, evening, morning), expected);
  assert.deepEqual(ofDay(morning, at(9, 20), before, evening), expected);
  assert.deepEqual(ofDay(at(3, -30), at(5, -1), at(5, 12)), expected);
});

test("one second before midnight belongs to the day before", () => {
  const last = at(5, -1 / hour);
  assert.deepEqual(ofDay(at(3, -30), last)?.day, civilDate(2026, 11, 26));
  assert.deepEqual(ofDay(at(3, -30), last, at(9, 0)), { day, digits: digitsOf(last) });
});

test("on a log's first day they are those of its first checkpoint, and without any there are none", () => {
  assert.deepEqual(ofDay(at(1, 2), at(4, 3)), { day, digits: digitsOf(at(1, 2)) });
  assert.equal(ofDay(), null);
  assert.equal(ofDay(at(7)), null);
});

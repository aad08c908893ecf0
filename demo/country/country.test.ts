import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, civilDate, civilDateText, startOfCivilDate, weekdayOf } from "#core/clock/civil-date.ts";
import { demoBodies } from "./bodies.ts";
import { demoBeginning, demoCalendars, demoTimeZone, demoTransfer } from "./calendar.ts";
import { demoPeople, demoPerson } from "./people.ts";

const today = civilDate(2026, 11, 24);

test("the country has the bodies it is said to have", () => {
  assert.equal(demoBodies.filter((body) => body.number >= 10 && body.number <= 18).length, 9);
  assert.equal(demoBodies.filter((body) => body.branch === "judicial").length, 6);
  assert.equal(new Set(demoBodies.map((body) => body.number)).size, demoBodies.length);
  assert.equal(new Set(demoBodies.map((body) => body.slug)).size, demoBodies.length);
});

test("a parent and a register come before the bodies that name them", () => {
  const seen = new Set<number>();
  for (const body of demoBodies) {
    seen.add(body.number);
    assert.ok(body.parent === null || seen.has(body.parent), body.slug);
    assert.ok(seen.has(body.register), body.slug);
    assert.ok(body.register === body.number || body.register === body.parent, body.slug);
  }
});

test("every text is there in three languages and Turkmen has no letter from outside its alphabet", () => {
  const texts = JSON.stringify(demoBodies);
  assert.doesNotMatch(texts, /"(?:tk|ru|en)":""/);
  for (const body of demoBodies) {
    assert.doesNotMatch(body.name.tk, /[cqvxCQVX\u0400-\u04ff]/, body.name.tk);
    assert.match(body.name.ru, /^[\u0400-\u04ff\s()«»,.-]+$/, body.name.ru);
    assert.doesNotMatch(body.name.en, /[\u0400-\u04ff]/, body.name.en);
    for (const { keywords } of body.competences) {
      for (const word of [...keywords.tk, ...keywords.ru, ...keywords.en])
        assert.equal(word, word.toLowerCase());
    }
  }
});

test("every office is at a post that the body has, and every body has exactly one head", () => {
  const heads = new Map<number, number>();
  for (const person of demoPeople) {
    for (const office of person.offices) {
      const body = demoBodies.find((each) => each.number === office.body);
      assert.ok(
        body?.posts.some((post) => post.slug === office.post),
        `${person.key} at ${office.body}`,
      );
      if (office.role === "head") heads.set(office.body, (heads.get(office.body) ?? 0) + 1);
    }
  }
  assert.deepEqual([...heads.keys()].sort(), demoBodies.map((body) => body.number).sort());
  assert.ok([...heads.values()].every((count) => count === 1));
});

test("names and keys are unique", () => {
  assert.equal(new Set(demoPeople.map((person) => person.name)).size, demoPeople.length);
  assert.equal(new Set(demoPeople.map((person) => person.key)).size, demoPeople.length);
  assert.equal(demoPerson("grandmother").name, "Zygyr Halyçy");
  assert.throws(() => demoPerson("nobody"));
});

test("calendar versions ascend, are announced within the year and know no future decree", () => {
  const versions = demoCalendars(today);
  assert.equal(versions[0]?.announced, startOfCivilDate(demoBeginning(today), demoTimeZone) + 36_000_000);
  versions.forEach((version, at) => {
    assert.equal(version.version, at + 1);
    const before = versions[at - 1];
    if (before) assert.ok(before.announced < version.announced);
    const days = version.holidays.map((holiday) => holiday.date);
    assert.deepEqual(
      days,
      [...new Set(days)].sort((one, other) => one - other),
    );
  });
  assert.ok((versions.at(-1)?.announced ?? 0) <= startOfCivilDate(today, demoTimeZone));
  assert.ok(!JSON.stringify(versions).includes(String(civilDate(2027, 3, 10))));
  assert.equal(versions.length, 4);
});

test("on any day there is one transfer, decreed three days before, onto a Sunday", () => {
  for (let days = 0; days < 730; days += 11) {
    const day = addDays(civilDate(2025, 11, 1), days);
    const transfer = demoTransfer(day);
    const [free] = transfer.daysOff;
    const [worked] = transfer.workingDays;
    assert.ok(free !== undefined && worked !== undefined);
    assert.ok(weekdayOf(free) <= 5, civilDateText(free));
    assert.equal(weekdayOf(worked), 7);
    assert.ok(free > transfer.announced && free - transfer.announced <= 9);
    const versions = demoCalendars(day);
    assert.ok(versions.at(-1)?.daysOff.includes(free));
    assert.ok(versions.length >= 2);
  }
});

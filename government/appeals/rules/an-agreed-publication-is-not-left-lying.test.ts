import assert from "node:assert/strict";
import { test } from "node:test";
import { civilDate } from "#core/clock/civil-date.ts";
import { languages } from "#platform/language/language.ts";
import { ministry, morning } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import type { FiledAppeal } from "../file-appeal.ts";
import { releaseDue } from "../housekeeping.ts";
import { statedFigures } from "../public/stated-figures.ts";
import { closedQuarters } from "../public/stated-quarter.ts";
import {
  agreeOn,
  idIn,
  type PublishingPortal,
  releaseOf,
  withPublishingPortal,
} from "../published/published-samples.ts";
import { fileOne } from "../test-support/cases.ts";

const copy = { subject: "Gaz ýok", text: "Köçämizde gaz ýok.", matter: "energy", place: "" };
/** Fewer are withheld. */
const shownFrom = 5;

/** Filed and agreed to on Monday 2 November: ten working days end on Monday 16 November. */
async function agreed(portal: PublishingPortal): Promise<FiledAppeal> {
  const filed = await fileOne(portal, { text: "Gizlin asyl tekst", account: portal.author.account });
  await agreeOn(await portal.author.browser(), filed.row.number, copy);
  return filed;
}

/** What the worker does once a minute. */
async function work({ country }: PublishingPortal): Promise<number> {
  const { database, log } = country;
  return await country.inTransaction(database.worker, async (tools) => {
    return (await releaseDue({ ...tools, log })).released;
  });
}

async function refuse(portal: PublishingPortal, { row }: FiledAppeal, fields: Record<string, string>) {
  const desk = await portal.head.browser();
  const casePath = `/en/desk/${row.number}`;
  await desk.send(await desk.open(casePath), `${casePath}/open`, {});
  const form = await desk.open(`${casePath}/publish`);
  return await desk.send(form, `${casePath}/publish/refuse`, fields);
}

test("what the head leaves lying is released by the worker as its author saw it, once, and not a day too early", async () => {
  await withPublishingPortal(async (portal) => {
    const { row } = await agreed(portal);
    for (const language of languages) {
      const page = await (await portal.author.browser()).open(`/${language}/case/${row.number}`);
      assert.deepEqual(await markupProblems(page.body), []);
    }
    const told = await (await portal.author.browser()).open(`/en/case/${row.number}`);
    assert.match(told.body, /as you saw it once Monday 16 November 2026 is over/);
    const desk = await (await portal.head.browser()).open(`/en/desk/${row.number}`);
    assert.doesNotMatch(desk.body, /16 November/, "not before the head has opened the case");
    portal.country.clock.now = morning(2026, 11, 16);
    assert.equal(await work(portal), 0, "the last day itself is the head's");
    portal.country.clock.now = morning(2026, 11, 17);
    assert.equal(await work(portal), 1);
    assert.equal(await work(portal), 0, "once");
    const page = await (await portal.author.browser()).open(`/en/case/${row.number}`);
    const text = await portal.visitor.open(`/en/appeals/${idIn(page.body)}`);
    assert.equal(text.status, 200);
    assert.match(text.body, /Köçämizde gaz ýok\./);
    const [act] = await portal.country.database.owner<{ actor: string }[]>`
      select actor from record.act where case_tag = ${row.tag} and kind = 'published'`;
    assert.equal(act?.actor, "system", "the record says that no head released it");
  });
});

test("a refusal needs a reason from the list, its author reads it, and then time releases nothing", async () => {
  await withPublishingPortal(async (portal) => {
    const filed = await agreed(portal);
    const without = await refuse(portal, filed, {});
    assert.equal(without.status, 422);
    assert.match(without.body, /Choose why/);
    assert.deepEqual(await markupProblems(without.body), []);
    const done = await refuse(portal, filed, { refusal: "calls-to-violence" });
    assert.equal(done.status, 200);
    const told = await (await portal.author.browser()).open(`/en/case/${filed.row.number}`);
    assert.match(told.body, /refused it on 2 November 2026: it calls to violence/);
    portal.country.clock.now = morning(2026, 11, 30);
    assert.equal(await work(portal), 0);
    await agreeOn(await portal.author.browser(), filed.row.number, { ...copy, text: "Gaz ýok." });
    portal.country.clock.now = morning(2026, 12, 15);
    assert.equal(await work(portal), 1, "another text has a day of its own");
  });
});

test("what was taken back, or released by the head, is not released again", async () => {
  await withPublishingPortal(async (portal) => {
    const back = await agreed(portal);
    const released = await agreed(portal);
    const author = await portal.author.browser();
    const path = `/en/case/${back.row.number}/take-back`;
    await author.send(await author.open(path), path, {});
    await releaseOf(await portal.head.browser(), released.row.number);
    portal.country.clock.now = morning(2026, 11, 30);
    assert.equal(await work(portal), 0);
  });
});

test("agreed, released and refused are counted for each body and published", async () => {
  await withPublishingPortal(async (portal) => {
    for (let count = 0; count < shownFrom; count += 1) await agreed(portal);
    for (let count = 0; count < shownFrom; count += 1) {
      await refuse(portal, await agreed(portal), { refusal: "insults-throughout" });
    }
    portal.country.clock.now = morning(2026, 11, 17);
    assert.equal(await work(portal), shownFrom);
    portal.country.clock.now = morning(2027, 1, 8);
    const [quarter] = closedQuarters(civilDate(2027, 1, 8), 1);
    assert.ok(quarter);
    const parameters = await portal.tools.parametersReader.read(portal.tools.portal);
    const { bodies } = await statedFigures(portal.tools, parameters, quarter);
    const row = bodies.find(({ body }) => body === ministry);
    assert.deepEqual(
      [row?.publicAgreed, row?.publicReleased, row?.publicRefused],
      [2 * shownFrom, shownFrom, shownFrom],
    );
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { civilDate } from "#core/clock/civil-date.ts";
import { escalateCases } from "#government/cases/index.ts";
import { ombudsman, prosecutor, registerOverseers } from "#tests/country/overseers.ts";
import { ministry, morning, otherMinistry } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import type { Browser } from "../test-support/browser-samples.ts";
import { insertOpenRows } from "../test-support/open-rows.ts";
import { type DeskCountry, marker, withDeskCountry } from "./desk-samples.ts";

async function raise({ country }: DeskCountry): Promise<void> {
  for (const body of [ministry, otherMinistry]) {
    await country.inTransaction(country.database.worker, (tools) => escalateCases(tools, body));
  }
}

test("the head sees the workload of each post and what was raised, with its step", async () => {
  await withDeskCountry(async (desk) => {
    const early = await desk.file();
    desk.country.clock.now = morning(2026, 11, 9);
    const later = await desk.file();
    await desk.head.fill(`/en/desk/${later.row.number}/assign`, { post: "inspector" });
    desk.country.clock.now = morning(2026, 11, 25);
    await raise(desk);
    const page = await desk.head.get("/en/desk/overview");
    assert.match(page.body, /<dt>Overdue<\/dt><dd>1<\/dd>/);
    assert.match(page.body, /charged to the head/);
    const rowOf = (text: string) => page.body.split("<tr>").find((row) => row.includes(text)) ?? "";
    assert.match(rowOf(early.row.number), /The deadline has passed/);
    assert.match(rowOf(later.row.number), /At most 3 working days left/);
    assert.match(rowOf('post=inspector"'), />1</);
    assert.deepEqual(await markupProblems(page.body), []);
    const official = await desk.inspector.get("/en/desk/overview");
    assert.equal(official.status, 200);
    assert.doesNotMatch(official.body, /charged to the head/, "what a head answers for is the head's");
  });
});

test("the controller sees figures and raised cases of the bodies below: no text, no name, no desk", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    desk.country.clock.now = morning(2026, 11, 25);
    await raise(desk);
    const page = await desk.controller.get("/en/desk/oversight");
    assert.equal(page.status, 200);
    const row = page.body.split("<tr>").find((text) => text.includes("ministry-of-springs")) ?? "";
    assert.match(row, /<td class="n">1<\/td>/);
    assert.match(page.body, new RegExp(filed.row.number));
    assert.doesNotMatch(page.body, /Obada|Nusga/);
    assert.deepEqual(await markupProblems(page.body), []);
    assert.equal((await desk.controller.get("/en/desk")).status, 403);
    assert.equal((await desk.controller.get(`/en/desk/${filed.row.number}`)).status, 403);
    for (const other of [desk.head, desk.inspector, desk.citizen, desk.foreigner]) {
      assert.equal((await other.get("/en/desk/oversight")).status, 403);
    }
    assert.match((await desk.visitor.get("/en/desk/oversight")).location, /\/en\/sign-in/);
  });
});

test("what was raised is listed whole: page after page, filtered, and as a file; a head sees their own", async () => {
  await withDeskCountry(async (desk) => {
    const { owner } = desk.country.database;
    const due = civilDate(2026, 11, 2);
    const springs = await insertOpenRows(owner, { body: ministry, kind: "filed-complaint", count: 57, due });
    await owner`
      insert into cases.escalation (case_tag, due, step, working_days, act_id, body, entered_at)
      select case_tag, due, case when due <= ${due + 29} then 3 else 1 end,
        case when due <= ${due + 29} then null else 3 end, gen_random_uuid(), holder_body, ${morning(2026, 12, 3)}
      from cases.case`;
    const listed = (body: string) => body.match(/[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9](?=<)/g) ?? [];
    const nextOf = (body: string) => /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll("&amp;", "&");
    const whole = async (person: Browser, first: string) => {
      const pages: string[][] = [];
      for (let path: string | undefined = first; path !== undefined; ) {
        const page: Awaited<ReturnType<Browser["get"]>> = await person.get(path);
        assert.equal(page.status, 200, path);
        assert.deepEqual(await markupProblems(page.body), []);
        pages.push([...listed(page.body)]);
        path = nextOf(page.body);
      }
      return pages;
    };
    const path = "/en/desk/raised?body=cabinet";
    assert.match((await desk.controller.get("/en/desk/oversight")).body, /\/en\/desk\/raised\?body=cabinet"/);
    const pages = await whole(desk.controller, path);
    assert.deepEqual(pages.flat(), springs);
    assert.deepEqual(
      pages.map((page) => page.length),
      [25, 25, 7],
    );
    const left = `${path}&of=ministry-of-springs&show=left`;
    assert.deepEqual((await whole(desk.controller, left)).flat(), springs.slice(30), "filters go along");
    assert.deepEqual((await whole(desk.controller, `${path}&of=ministry-of-roads`)).flat(), []);
    const file = await desk.controller.get(left.replace("raised?", "raised.csv?"));
    const rows = parse(file.body, { columns: true }) as Record<string, string>[];
    assert.deepEqual(
      rows.map(({ number }) => number),
      springs.slice(30),
    );
    assert.deepEqual(rows[0], {
      ...{ body: "ministry-of-springs", number: springs[30], post: "", due: "2026-12-02" },
      ...{ workingDaysLeft: "3", raised: "2026-12-03" },
    });
    assert.match(
      (await desk.head.get("/en/desk/overview")).body,
      /\/en\/desk\/raised\?body=ministry-of-springs/,
    );
    assert.deepEqual((await whole(desk.head, "/en/desk/raised")).flat(), springs);
    assert.match((await desk.head.get("/en/desk/raised")).body, new RegExp(`href="/en/desk/${springs[0]}"`));
    assert.equal((await desk.head.get("/en/desk/raised?of=ministry-of-roads")).status, 404);
    for (const end of ["", ".csv"]) {
      assert.equal((await desk.head.get(`/en/desk/raised${end}?body=cabinet`)).status, 403);
      for (const other of [desk.inspector, desk.citizen])
        assert.equal((await other.get(`/en/desk/raised${end}`)).status, 403);
      assert.match((await desk.visitor.get(`/en/desk/raised${end}`)).location, /\/en\/sign-in/);
    }
  });
});

test("prosecutor and ombudsman see the clocks of all bodies: open, overdue and each case's day, and nobody's words", async () => {
  await withDeskCountry(async (desk) => {
    await registerOverseers(desk.country);
    const people = [
      await desk.appointed("Prokuror Prokurorow", [prosecutor, "head", "head"]),
      await desk.appointed("Kanunçy Kanunow", [prosecutor, "official", "law"]),
      await desk.appointed("Adalat Adalatow", [ombudsman, "head", "head"]),
    ];
    const late = await desk.file({ identityShown: false });
    desk.country.clock.now = morning(2026, 11, 9);
    const early = await desk.file();
    await desk.head.fill(`/en/desk/${early.row.number}/assign`, { post: "inspector" });
    desk.country.clock.now = morning(2026, 11, 25);
    await raise(desk);
    for (const overseer of people) {
      const all = await overseer.get("/en/desk/oversight");
      assert.equal(all.status, 200);
      assert.match(all.body, /<h1>Clocks of all bodies/);
      assert.match(all.body, /<dt>Open<\/dt><dd>2<\/dd>/);
      assert.match(all.body, /<dt>Overdue<\/dt><dd>1<\/dd>/);
      for (const slug of ["cabinet", "ministry-of-springs", "ministry-of-roads"]) {
        assert.match(all.body, new RegExp(`/en/desk/oversight/${slug}"`), slug);
      }
      const clocks = await overseer.get("/en/desk/oversight/ministry-of-springs");
      const rows = clocks.body.split("<tr>").filter((row) => /class="code"/.test(row));
      assert.deepEqual(
        rows.map((row) => /[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]/.exec(row)?.[0]),
        [late.row.number, early.row.number],
        "the one that waits longest first",
      );
      assert.match(rows[0] ?? "", /given to nobody/);
      assert.match(rows[1] ?? "", /Inspector/);
      const overdue = await overseer.get("/en/desk/oversight/ministry-of-springs?show=overdue");
      assert.ok(overdue.body.includes(late.row.number) && !overdue.body.includes(early.row.number));
      for (const page of [all, clocks, overdue]) {
        assert.deepEqual(await markupProblems(page.body), []);
        for (const words of Object.values(marker)) assert.ok(!page.body.includes(words));
        assert.doesNotMatch(page.body, /href="\/en\/desk\/[0-9]/, "a number leads nowhere");
        assert.doesNotMatch(page.body, /<form[^>]*\/desk/, "nothing can be done from here");
      }
      assert.equal((await overseer.get(`/en/desk/${late.row.number}`)).status, 404);
      assert.match((await overseer.get("/en/desk")).body, /href="\/en\/desk\/oversight"/);
    }
    const auditor = await desk.appointed("Barlagçy Barlagow", [ombudsman, "auditor", "auditor"]);
    assert.match((await auditor.get("/en/desk/oversight")).body, /<h1>Clocks of all bodies/);
    assert.equal((await auditor.get("/en/desk")).status, 403, "an auditor has no desk");
    const own = await people[0]?.get("/en/desk/oversight/prosecutor-office");
    assert.equal(own?.status, 200, "its head answers for its own clocks");
    assert.equal((await people[1]?.get("/en/desk/oversight/prosecutor-office"))?.status, 403);
    assert.equal((await people[0]?.get("/en/desk/oversight/ombudsman-office"))?.status, 200);
  });
});

test("without that mark nobody sees further than before: own body, or what lies below", async () => {
  await withDeskCountry(async (desk) => {
    await registerOverseers(desk.country);
    const path = "/en/desk/oversight/ministry-of-springs";
    for (const other of [desk.inspector, desk.citizen, desk.foreigner, desk.cabinetHead]) {
      assert.equal((await other.get(path)).status, 403);
    }
    assert.equal((await desk.controller.get(path)).status, 200, "the controller above");
    assert.equal((await desk.controller.get("/en/desk/oversight/prosecutor-office")).status, 403);
    assert.equal((await desk.controller.get("/en/desk/oversight/nobody")).status, 404);
    assert.match((await desk.visitor.get(path)).location, /\/en\/sign-in/);
    const registry = await desk.appointed("Kabul Kabulow", [prosecutor, "operator", "registry"]);
    assert.equal((await registry.get(path)).status, 403, "who only takes papers in oversees nobody");
    assert.doesNotMatch((await registry.get("/en/desk")).body, /desk\/oversight/);
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { civilDate } from "#core/clock/civil-date.ts";
import {
  type CaseNumber,
  caseObjectFor,
  parseCaseNumber,
  placeIn,
  placeText,
} from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { languages } from "#platform/language/language.ts";
import { ministry, morning } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { askErasure } from "../ask-erasure.ts";
import type { FiledAppeal } from "../file-appeal.ts";
import { inTransaction } from "../portal-tools.ts";
import { type Browser, formAt } from "../test-support/browser-samples.ts";
import { insertOpenRows } from "../test-support/open-rows.ts";
import { inOrder, placeOfErasure } from "../waiting-erasures.ts";
import { type DeskCountry, marker, withDeskCountry } from "./desk-samples.ts";

const dayMs = 24 * 3_600_000;
/** Of a page after the first visit, compressed, without its headers. */
const laterPageBytesMax = 5_600;

function parsedNumber(text: string): CaseNumber {
  const parsed = parseCaseNumber(text);
  return parsed.ok ? parsed.value : assert.fail(text);
}

async function askIn({ tools }: DeskCountry, { row }: FiledAppeal): Promise<void> {
  const opened = new Map([[Buffer.from(row.tag).toString("hex"), "full" as const]]);
  const bearer = { kind: "visitor", opened } as const;
  await inTransaction(tools, "portal", async (appealTools) => {
    const leave = ask(
      bearer,
      "appeal.ask-erasure",
      await caseObjectFor(appealTools.transaction, bearer, row),
    );
    assert.ok(leave.ok && (await askErasure(leave.value, ["texts", "identity"], appealTools)).ok);
  });
}

test("the head finds what was asked, waits, and decides; nobody else does", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const { number } = filed.row;
    const path = `/en/desk/${number}/erase`;
    await askIn(desk, filed);
    assert.match(
      (await desk.head.get("/en/desk")).body,
      /href="\/en\/desk\/erasures">Erasures asked for \(1\)/,
    );
    assert.match((await desk.head.get("/en/desk/erasures")).body, new RegExp(path));
    for (const other of [desk.inspector, desk.clerk]) assert.equal((await other.get(path)).status, 403);
    assert.equal((await desk.foreigner.get(path)).status, 404);
    const early = await desk.head.get(path);
    assert.match(early.body, /it can be decided once Thursday 5 November 2026 is over/);
    assert.doesNotMatch(early.body, /erase\/grant"/);

    desk.country.clock.now += 4 * dayMs;
    for (const language of languages) {
      const page = await desk.head.get(`/${language}/desk/${number}/erase`);
      assert.deepEqual(await markupProblems(page.body), [], language);
      assert.ok(!page.body.includes(marker.text) && !page.body.includes(marker.name));
    }
    const page = await desk.head.get(path);
    const refusal = await desk.head.post(`${path}/refuse`, { ...formAt(page.body, `${path}/refuse`) });
    assert.equal(refusal.status, 422);
    assert.match(refusal.body, /Choose the ground/);
    const form = formAt(page.body, `${path}/grant`);
    assert.equal((await desk.clerk.post(`${path}/grant`, form)).status, 403);
    assert.equal((await desk.head.post(`${path}/grant`, form)).status, 303);
    assert.equal((await desk.head.post(`${path}/grant`, form)).status, 303, "sent twice, done once");
    const [parts] = await desk.country.database.owner<{ texts: number; acts: number }[]>`
      select count(*) filter (where part.name = 'parties' and part.bytes is not null) as texts,
        (select count(*) from record.act where case_tag = ${filed.row.tag} and kind = 'erased') as acts
      from record.part where subject = ${filed.row.tag}`;
    assert.deepEqual([Number(parts?.texts), Number(parts?.acts)], [0, 1]);
    assert.doesNotMatch((await desk.head.get("/en/desk")).body, /Erasures asked for/);
  });
});

test("the queue and the list say by when each is to be decided, the soonest first, and what is over", async () => {
  await withDeskCountry(async (desk) => {
    const first = await desk.file();
    const second = await desk.file();
    desk.country.clock.now = morning(2026, 11, 4);
    await askIn(desk, second);
    desk.country.clock.now = morning(2026, 11, 9);
    await askIn(desk, first);
    const list = (await desk.head.get("/en/desk/erasures")).body;
    assert.match(list, /25 Nov 2026<\/time><p class="hint">15 working days from 4 Nov<\/p>/);
    assert.ok(list.indexOf(second.row.number) < list.indexOf(first.row.number));
    const above = async (query: string) => {
      const [, nav = ""] = (await desk.head.get(`/en/desk${query}`)).body.split(
        '<nav aria-label="Erasures asked for">',
      );
      return [...(nav.split("</nav>")[0] ?? "").matchAll(/desk\/(26-[0-9-]+)\/erase/g)].map(([, n]) => n);
    };
    assert.deepEqual(await above(""), [second.row.number, first.row.number]);
    assert.deepEqual(await above("?show=overdue"), []);
    desk.country.clock.now = morning(2026, 11, 26);
    assert.deepEqual(await above("?show=overdue"), [second.row.number]);
    const page = (await desk.head.get(`/en/desk/${second.row.number}/erase`)).body;
    assert.match(page, /To decide by Wednesday 25 November 2026\..*How this day came about/s);
    for (const language of languages) {
      for (const path of ["", "/erasures", `/${second.row.number}/erase`]) {
        const { body } = await desk.head.get(`/${language}/desk${path}`);
        assert.deepEqual(await markupProblems(body), [], `${language}${path}`);
      }
    }
  });
});

test("a request over its day is raised to the head and to whoever oversees the body, by no act, until it is decided", async () => {
  await withDeskCountry(async (desk) => {
    const { country, head, controller } = desk;
    const early = await desk.file();
    country.clock.now = morning(2026, 11, 4);
    await askIn(desk, early);
    const path = `/en/desk/${early.row.number}/erase`;
    const raised = "/en/desk/raised?show=erasures";
    const figure = async () =>
      /<dt>Requests to erase over their day<\/dt><dd>(\d)</.exec(
        (await controller.get("/en/desk/oversight")).body,
      )?.[1];
    country.clock.now = morning(2026, 11, 25);
    assert.doesNotMatch((await head.get("/en/desk/overview")).body, /over their day/, "its day is not over");
    assert.equal(await figure(), "0");
    assert.match((await head.get(raised)).body, /No request to erase is over its day/);
    country.clock.now = morning(2026, 11, 26);
    const overview = (await head.get("/en/desk/overview")).body;
    assert.match(overview, new RegExp(`25 Nov 2026.*href="${path}".*26 Nov 2026`, "s"));
    assert.equal(await figure(), "1");
    const list = await controller.get(raised);
    assert.match(list.body, new RegExp(`ministry-of-springs.*${early.row.number}`, "s"));
    assert.doesNotMatch(list.body, new RegExp(path), "a number leads an overseer nowhere");
    const file = await controller.get("/en/desk/raised.csv?show=erasures");
    assert.match(
      file.body,
      new RegExp(`\r\nministry-of-springs,${early.row.number},,2026-11-25,,2026-11-26\r\n$`),
    );
    for (const page of [await head.get(raised), list]) assert.deepEqual(await markupProblems(page.body), []);
    assert.doesNotMatch((await desk.clerk.get("/en/desk/overview")).body, /over their day/);
    const acts = await country.database.owner<{ kind: string; due: number }[]>`
      select kind, due from record.act where case_tag = ${early.row.tag} order by registered`;
    assert.deepEqual(
      acts.map(({ kind }) => kind),
      ["filed-complaint", "added"],
    );
    assert.equal(
      new Set(acts.map(({ due }) => due)).size,
      1,
      "the leaf of the request repeats the due of the case",
    );
    const form = formAt((await head.get(path)).body, `${path}/grant`);
    assert.equal((await head.post(`${path}/grant`, form)).status, 303);
    assert.doesNotMatch((await head.get("/en/desk/overview")).body, /over their day/);
    assert.equal(await figure(), "0");
  });
});

test("everything that waits is listed: page after page, requests and orders, and as a file", async () => {
  await withDeskCountry(async (desk) => {
    const { country, head } = desk;
    const { owner } = country.database;
    const springs = await insertOpenRows(owner, {
      ...{ body: ministry, kind: "filed-complaint", count: 57, due: civilDate(2026, 11, 2) },
    });
    // A request a day in the order of the numbers.
    await owner`
      insert into record.act (subject, act_id, log, kind, body, case_tag, due, actor, at, entered_at, payload, commitment,
        publishes)
      select case_tag, gen_random_uuid(), 'executive', 'added', ${ministry}, case_tag, due, 'citizen', filed, filed,
        '{}', sha256(case_tag), false
      from (select case_tag, due, ${morning(2026, 11, 4)} + ${dayMs}::bigint * row_number() over (order by number) as filed
        from cases.case) asked`;
    await owner`
      insert into cases.erasure_request (case_tag, asked_act, asked_at)
      select subject, act_id, at from record.act where kind = 'added'`;
    await owner`
      insert into cases.erasure_order (case_tag, order_id, ground, scope, digest, writer, writer_post, proposed_at)
      select case_tag, gen_random_uuid(), 'court-order', '{texts}', sha256(''), ${desk.accounts.head}, 'head',
        ${morning(2026, 11, 4)} from cases.case where number <= ${springs[29] ?? ""}`;
    const whole = async (first: string) => {
      const pages: string[][] = [];
      for (let path: string | undefined = first; path !== undefined; ) {
        const page: Awaited<ReturnType<Browser["get"]>> = await head.get(path);
        assert.equal(page.status, 200, path);
        assert.deepEqual(await markupProblems(page.body), []);
        assert.ok(gzipSync(page.body).length < laterPageBytesMax, path);
        const [, list = ""] = page.body.split("<tbody>");
        pages.push(
          [...(list.split("</tbody>")[0] ?? "").matchAll(/erase">(26-[0-9-]+)/g)].map(([, n = ""]) => n),
        );
        path = /rel="next" href="([^"]+)"/.exec(page.body)?.[1]?.replaceAll("&amp;", "&");
      }
      return pages;
    };
    const asked = await whole("/en/desk/erasures");
    assert.deepEqual(asked.flat(), springs);
    assert.deepEqual(
      asked.map((page) => page.length),
      [25, 25, 7],
    );
    const orders = await whole("/en/desk/erasures?show=orders");
    assert.deepEqual([orders.flat(), orders.length], [springs.slice(0, 30), 2]);
    const queue = (await head.get("/en/desk")).body;
    assert.match(queue, /href="\/en\/desk\/erasures">Erasures asked for \(87\)/);
    assert.match(queue, /href="\/en\/desk\/erasures\?show=orders">All of them \(30\)/);
    const rowsOf = async (query: string) =>
      parse((await head.get(`/en/desk/erasures.csv${query}`)).body, { columns: true }) as Record<
        string,
        string
      >[];
    const file = await rowsOf("");
    assert.deepEqual(
      file.map(({ number }) => number),
      springs,
    );
    assert.deepEqual(file[0], {
      ...{ due: "2026-11-26", asked: "2026-11-05", number: springs[0], post: "", phase: "open" },
    });
    assert.deepEqual(
      (await rowsOf("?show=orders")).map(({ ordered, number, post }) => [ordered, number, post]),
      springs.slice(0, 30).map((number) => ["2026-11-04", number, "head"]),
    );
    for (const end of ["", ".csv"]) {
      assert.equal((await head.get(`/en/desk/erasures${end}?body=ministry-of-roads`)).status, 404);
      assert.equal((await desk.citizen.get(`/en/desk/erasures${end}`)).status, 403);
      assert.match((await desk.visitor.get(`/en/desk/erasures${end}`)).location, /\/en\/sign-in/);
    }
    const both = (await desk.double.get("/en/desk/erasures")).body;
    const other = /href="(\/en\/desk\/erasures\?body=[^"]+)"/.exec(both)?.[1] ?? "";
    assert.notEqual(other, "", "whoever has two desks finds the other from here");
    assert.equal((await desk.double.get(other)).status, 200);
  });
});

test("a request without a day stands behind all others, and a page can begin behind it", () => {
  const number = parsedNumber("26-0000-0000-6");
  const place = placeOfErasure({ number, term: null });
  assert.ok(inOrder(place, { due: civilDate(9999, 12, 30), number }) > 0);
  assert.deepEqual(placeIn(placeText(place) ?? ""), place);
});

test("an order names its ground and reference, and a form that lacks them comes back", async () => {
  await withDeskCountry(async (desk) => {
    const filed = await desk.file();
    const path = `/en/desk/${filed.row.number}/erase`;
    const page = await desk.head.get(path);
    assert.match(page.body, /has asked for nothing/);
    const form = formAt(page.body, `${path}/order`);
    const wrong = await desk.head.post(`${path}/order`, { ...form, orderScope: "attachments" });
    assert.equal(wrong.status, 422);
    assert.match(wrong.body, /href="#orderReference"/);
    assert.deepEqual(await markupProblems(wrong.body), []);
    const sent = { orderGround: "third-person", orderScope: "attachments", orderReference: "§ 12" };
    assert.equal((await desk.head.post(`${path}/order`, { ...form, ...sent })).status, 303);
    assert.match((await desk.head.get(path)).body, /Waits for a second person.*§ 12/s);
  });
});

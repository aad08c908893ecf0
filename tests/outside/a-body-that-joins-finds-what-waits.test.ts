import assert from "node:assert/strict";
import { test } from "node:test";
import type { BodyNumber } from "#core/record/leaf.ts";
import { asOutsider } from "#government/appeals/test-support/outsider.ts";
import type { TestPortal } from "#government/appeals/test-support/portal.ts";
import { readQueue } from "#government/cases/index.ts";
import {
  appoint,
  demoHashCost,
  drawAccountNumber,
  drawCodes,
  openAccount,
} from "#government/identity/index.ts";
import type { OfficeRole } from "#platform/authority/actor.ts";
import { sessionCookie } from "#platform/session/session-cookie.ts";
import { beginSession, signSessionIn } from "#platform/session/session-store.ts";
import { cabinet, ministry, morning } from "#tests/country/small-country.ts";
import {
  browserAt,
  company,
  enterLetter,
  letter,
  type TestBrowser,
  withOutsidePortal,
} from "./outside-portal.ts";

const queueMax = 10;
const path = "/en/outside/joining";

/** A browser in which somebody with an office is signed in. */
async function official(
  { country, tools, server }: TestPortal,
  name: string,
  office: { readonly body: BodyNumber; readonly role: OfficeRole; readonly post: string },
): Promise<TestBrowser> {
  const { randomBytes, personKeys, clock, database } = country;
  const account = await database.portal.begin(async (transaction) => {
    const person = {
      name,
      number: drawAccountNumber(randomBytes),
      password: "a plain long password",
      codes: drawCodes(randomBytes),
    };
    const now = () => clock.now;
    const opened = await openAccount(transaction, person, {
      randomBytes,
      personKeys,
      now,
      hashCost: demoHashCost,
    });
    assert.ok(opened.ok);
    const holder = { account: opened.value, name, ...office };
    await appoint(transaction, { holder, from: 0, until: null, granted: null }, { randomBytes });
    return opened.value;
  });
  const begun = await beginSession(tools.portal, tools);
  const { token } = await signSessionIn(tools.portal, begun.session, account, tools, []);
  const browser = browserAt(server);
  browser.cookie = sessionCookie(token, tools.https).split(";")[0] ?? "";
  return browser;
}

test("only the keeper's head lets a body join, and says how they made sure", async () => {
  await withOutsidePortal(async (portal) => {
    const stranger = await official(portal, "Ýol Ýolow", { body: ministry, role: "head", post: "head" });
    assert.equal((await stranger.open(path)).status, 403);
    assert.equal((await stranger.post(path, { body: "gas-company", assured: "called-back" })).status, 403);
    const head = await official(portal, "Baş Başow", { body: cabinet, role: "head", post: "head" });
    const form = await head.open(path);
    assert.equal(form.status, 200);
    const unsure = await head.send(form, path, { body: "gas-company" });
    assert.equal(unsure.status, 422);
    const tree = await portal.tools.bodyTree();
    assert.equal(tree.byNumber.get(company)?.takesPart, false);
  });
});

test("once joined, its officials find all that waits, in a list and as a file; its silence stays counted", async () => {
  await withOutsidePortal(async (portal) => {
    const { number } = await enterLetter(browserAt(portal.server));
    portal.country.clock.now = morning(2026, 11, 9);
    await portal.sequence();
    const director = await official(portal, "Müdir Müdirow", { body: company, role: "head", post: "head" });
    const head = await official(portal, "Baş Başow", { body: cabinet, role: "head", post: "head" });
    const form = await head.open(path);
    const joined = await head.send(form, path, { body: "gas-company", assured: "called-back" });
    assert.equal(
      joined.status,
      404,
      "the page of the body is another slice's, which this portal does not have",
    );
    assert.equal((await portal.tools.bodyTree()).byNumber.get(company)?.takesPart, undefined);

    const waiting = await director.open("/en/outside/waiting");
    assert.equal(waiting.status, 200);
    assert.ok(waiting.body.includes(number));
    assert.doesNotMatch(waiting.body, /Gyzylarbat|Nar Küýzeçi/, "lists show no text and no name");
    const file = await director.open("/en/outside/waiting.csv");
    const [heading, line] = file.body.split("\r\n");
    assert.equal(heading, "number,sent_on,way,proof,due,working_days_overdue,entry");
    assert.match(line ?? "", new RegExp(`^${number},2026-10-05,posted,posting-receipt,2026-11-05,2,\\d+$`));
    const queue = await readQueue(portal.tools.desk, { body: company }, null, queueMax);
    assert.deepEqual(
      queue.map((row) => row.number),
      [number],
    );

    await portal.sequence();
    // Nobody can enter further letters past a body that takes part now.
    const late = await browserAt(portal.server).open("/en/outside/record");
    assert.equal(late.url, "/en/outside");
    assert.match(late.body, /Every body takes part/);
    await asOutsider(portal, async ({ aydyn, mirror, policy }) => {
      const log = await aydyn("verify", "log", mirror, "--policy", policy);
      assert.equal(log.code, 0, log.said);
      const report = await aydyn(
        "report",
        mirror,
        "--policy",
        policy,
        "--at",
        "2026-11-09",
        "--overdue",
        "--json",
      );
      const { overdue } = JSON.parse(report.said) as {
        readonly overdue: readonly { charged: number; due: string }[];
      };
      assert.deepEqual(
        overdue.map(({ charged, due }) => [charged, due]),
        [[company, "2026-11-05"]],
      );
    });
  });
});

test("before it joins, nobody at the body sees anything, nor does the keeper's staff see texts", async () => {
  await withOutsidePortal(async (portal) => {
    const { number } = await enterLetter(browserAt(portal.server));
    const clerk = await official(portal, "Ýazyjy Ýazow", {
      body: cabinet,
      role: "operator",
      post: "registry",
    });
    const page = await clerk.open(`/en/outside/case/${number}`);
    assert.equal(page.status, 200, "the keeper's operator enters the answer that somebody brings");
    assert.doesNotMatch(page.body, new RegExp(`${letter.subject}|${letter.text}|${letter.name}`));
    const roads = await official(portal, "Ýol Ýolow", { body: ministry, role: "operator", post: "registry" });
    assert.equal((await roads.open(`/en/outside/case/${number}`)).url, "/en/case");
  });
});

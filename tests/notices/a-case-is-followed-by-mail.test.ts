/** Notices by mail, from the page of the case to somebody else's mail server and back by its links. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserAt } from "#government/appeals/test-support/browser.ts";
import { assign, officialName, refuse } from "#government/appeals/test-support/cases.ts";
import { sealedDelayMaxMs, sealedDelayMinMs } from "#government/notices/notice-limits.ts";
import { headerOf, textOf } from "#platform/mail/test-support/mail-server.ts";
import { eraseAct } from "#platform/record/erase.ts";
import { dumpOf } from "#platform/record/test-support/dump.ts";
import { morning } from "#tests/country/small-country.ts";
import { askFor, follow, linkIn, openedCase, withFollowing } from "./following.ts";

const marker = "Gyzylgülzar";
const replyMarker = "Jogapgülzar";
const address = "nar.kuyzeci@example.org";
const hourMs = 3_600_000;

test("an address is asked first, confirmed by a press of a button, told of each act once, and never of what it says", async () => {
  await withFollowing(async (portal) => {
    const opened = await openedCase(portal, { text: marker });
    const asked = await askFor(opened, address);
    assert.equal(asked.url, `${opened.path}/asked`);
    await portal.work();
    const [question] = portal.mails.received.splice(0);
    assert.deepEqual(question?.to, [address]);
    const link = linkIn(question, "confirm");

    // A mail scanner opens every link, and opens it again.
    const scanner = browserAt(portal.server, "192.0.2.9");
    for (const path of [link, link, linkIn(question, "confirm")]) await scanner.open(path);
    await assign(portal, opened);
    await portal.pass(hourMs);
    assert.equal(portal.mails.received.length, 0, "nobody is told before the address has confirmed");
    assert.doesNotMatch((await opened.browser.open(opened.path)).body, /Confirmed on/);

    const reader = browserAt(portal.server, "198.51.100.7");
    for (let press = 0; press < 3; press += 1) {
      assert.match((await reader.send(await reader.open(link), link, {})).body, /Confirmed/);
      assert.match((await reader.post(link, {})).body, /Confirmed/);
    }
    await portal.pass(hourMs);
    assert.equal(portal.mails.received.length, 0, "what lies before the confirmation is not told");

    portal.country.clock.now = morning(2026, 11, 10);
    await refuse(portal, opened, replyMarker);
    await portal.pass(8 * hourMs);
    const [notice, ...more] = portal.mails.received.splice(0);
    assert.ok(notice && more.length === 0, "one act, one mail");
    const text = textOf(notice);
    assert.match(text, /There is a reply in your case/);
    assert.match(text, new RegExp(opened.row.number));
    for (const mail of [question, notice]) {
      assert.ok(mail);
      const whole = `${mail.source}\n${textOf(mail)}\n${headerOf(mail, "Subject")}`;
      for (const hidden of [marker, replyMarker, officialName, "refus", "ministry", "facts", opened.secret]) {
        assert.doesNotMatch(whole, new RegExp(hidden, "i"), hidden);
      }
      assert.doesNotMatch(headerOf(mail, "Subject") ?? "", /[0-9]/);
    }
    const everything = [...reader.addresses, ...opened.browser.addresses, ...portal.logged].join("\n");
    assert.doesNotMatch(everything, /kuyzeci|example\.org/);
    assert.doesNotMatch(
      portal.logged.join("\n"),
      new RegExp(link.split("/").at(-1) ?? "-"),
      "tokens are not logged",
    );
  });
});

test("a known address and an unknown one get the same page, and each a mail of its own", async () => {
  await withFollowing(async (portal) => {
    const opened = await openedCase(portal, { text: marker });
    await follow(portal, opened, address);
    const known = await askFor(opened, address);
    const unknown = await askFor(opened, "oraz@example.org");
    assert.equal(known.body, unknown.body);
    await portal.work();
    // Two mails of one moment go out in no special order.
    const textTo = (receiver: string) =>
      portal.mails.received.filter(({ to }) => to[0] === receiver).map(textOf);
    const [[toKnown = "", ...more], [toUnknown = ""]] = [textTo(address), textTo("oraz@example.org")];
    assert.match(toKnown, /already comes to this address/);
    assert.match(toUnknown, /open this link and press the button/);
    assert.deepEqual(more, []);
    // A fourth mail of the day to one address is not sent, and the page is the same.
    for (let times = 0; times < 3; times += 1) {
      assert.equal((await askFor(opened, "oraz@example.org")).body, unknown.body);
    }
    await portal.work();
    assert.equal(portal.mails.received.filter(({ to }) => to[0] === "oraz@example.org").length, 3);
  });
});

test("mails end by their link without signing in, by a mail program's one click, and on the page; the address is gone", async () => {
  await withFollowing(async (portal) => {
    const { country, server, mails } = portal;
    const opened = await openedCase(portal, { text: marker });
    await follow(portal, opened, address);
    await follow(portal, opened, "oraz@example.org");
    await follow(portal, opened, "suray@example.org");
    await assign(portal, opened);
    await portal.work();
    const byAddress = new Map(mails.received.splice(0).map((mail) => [mail.to[0], mail]));
    assert.equal(byAddress.size, 3);

    const link = linkIn(byAddress.get(address), "leave");
    const reader = browserAt(server, "198.51.100.7");
    const page = await reader.open(link);
    assert.match(page.body, /Stop these mails\?/);
    assert.match(
      (await opened.browser.open(opened.path)).body,
      /Confirmed on/,
      "opening the link changes nothing",
    );
    assert.match((await reader.send(page, link, {})).body, /No more mails will come/);

    const other = byAddress.get("oraz@example.org");
    assert.ok(other);
    const oneClick = /^<https:\/\/portal\.example(\/\S+)>$/.exec(
      headerOf(other, "List-Unsubscribe") ?? "",
    )?.[1];
    assert.ok(oneClick);
    // RFC 8058 section 3.2: a POST without cookie, referrer or anything of a browser; no redirect.
    const click = await server.fastify.inject({
      method: "POST",
      url: oneClick,
      headers: { host: "portal.example", "content-type": "application/x-www-form-urlencoded" },
      payload: "List-Unsubscribe=One-Click",
    });
    assert.equal(click.statusCode, 200);

    const left = await opened.browser.open(opened.path);
    assert.equal(left.body.match(/Confirmed on/g)?.length, 1);
    const stopped = await opened.browser.send(left, `${opened.path}/stop`, {});
    assert.doesNotMatch(stopped.body, /Confirmed on/);
    country.clock.now = morning(2026, 11, 10);
    await refuse(portal, opened, replyMarker);
    await portal.pass(hourMs);
    assert.equal(mails.received.length, 0);
    assert.equal(country.personKeys.list().length, 1, "of the keys only the identity's is left");
    assert.match((await reader.send(page, link, {})).body, /No more mails will come/, "twice is once");
  });
});

test("of a sealed case no mail names number, body or act, and each comes one to six hours late", async () => {
  await withFollowing(async (portal) => {
    const { country, mails } = portal;
    const opened = await openedCase(portal, { text: marker, isSealed: true });
    assert.match((await opened.browser.open(opened.path)).body, /Your name is sealed/);
    const askedAt = country.clock.now;
    assert.match((await askFor(opened, address)).body, /one to six hours/);
    await portal.pass(sealedDelayMinMs - 60_000);
    assert.equal(mails.received.length, 0);
    await portal.pass(sealedDelayMaxMs - sealedDelayMinMs + 2 * 60_000);
    const question = mails.received.pop();
    const link = linkIn(question, "confirm");
    const reader = browserAt(portal.server);
    await reader.send(await reader.open(link), link, {});
    await assign(portal, opened);
    const assignedAt = country.clock.now;
    await portal.pass(sealedDelayMinMs - 60_000);
    assert.equal(mails.received.length, 0);
    await portal.pass(sealedDelayMaxMs - sealedDelayMinMs + 2 * 60_000);
    const [notice] = mails.received;
    for (const [mail, at] of [
      [question, askedAt],
      [notice, assignedAt],
    ] as const) {
      assert.ok(mail);
      const delay = Date.parse(headerOf(mail, "Date") ?? "") - at;
      assert.ok(delay >= sealedDelayMinMs - 1_000 && delay <= sealedDelayMaxMs, `${delay} ms`);
      const whole = `${mail.source}\n${textOf(mail)}`
        .replace(/https:\/\/\S+/g, "")
        .replace(/Message-ID:.*/g, "");
      for (const telling of [marker, "ministry", "springs", "official", "given", "deadline"]) {
        assert.doesNotMatch(whole, new RegExp(telling, "i"), telling);
      }
      assert.doesNotMatch(`${mail.source}\n${textOf(mail)}`, new RegExp(opened.row.number));
      assert.doesNotMatch(whole, /[0-9]{2}-[0-9]{4}/);
    }
  });
});

test("an unconfirmed address is forgotten after three days, an erased applicant's at once; no copy tells it", async () => {
  await withFollowing(async (portal) => {
    const { country, mails } = portal;
    const { database, personKeys } = country;
    const opened = await openedCase(portal, { text: marker });
    await askFor(opened, "hic.kim@example.org");
    await follow(portal, opened, address);
    const dump = await dumpOf(database.owner);
    for (const hidden of ["kuyzeci", "hic.kim"]) assert.doesNotMatch(dump, new RegExp(hidden));
    const late = linkIn(
      mails.received.find(({ to }) => to[0] === "hic.kim@example.org"),
      "confirm",
    );
    country.clock.now += 3 * 24 * hourMs + 1;
    assert.equal(await portal.forget(), 1);
    const reader = browserAt(portal.server);
    const page = await reader.open(late);
    assert.equal(page.status, 404);
    assert.match(page.body, /no longer works/);
    assert.equal((await reader.post(late, {})).status, 404);

    const keysBefore = personKeys.list().length;
    const [filed] = await database.portal<{ act_id: string }[]>`
      select act_id from record.act where subject = ${opened.row.tag}`;
    assert.ok(filed);
    mails.received.splice(0);
    await database.portal.begin((transaction) =>
      eraseAct(
        transaction,
        { actId: filed.act_id, partNames: ["identity"], actor: "controller" },
        { now: () => country.clock.now, randomBytes: country.randomBytes, personKeys },
      ),
    );
    await portal.pass(hourMs);
    assert.equal(personKeys.list().length, keysBefore - 1, "the address's key is destroyed");
    assert.equal((await database.owner`select 1 from sealed.follower`).length, 0);
    assert.equal(mails.received.length, 0, "nobody is written to who is forgotten");
  });
});

test("only the applicant chooses; wrong addresses are told apart by their shape and kept as typed", async () => {
  await withFollowing(async (portal) => {
    const opened = await openedCase(portal, { text: marker });
    const { number } = opened.row;
    const stranger = browserAt(portal.server, "192.0.2.7");
    assert.equal((await stranger.open(opened.path)).url, "/en/case");
    await stranger.post("/en/case", { number, code: opened.statusCode });
    assert.equal((await stranger.open(`/en/case/${number}`)).url, `/en/case/${number}`);
    assert.doesNotMatch((await stranger.open(`/en/case/${number}`)).body, /\/notices"/);
    assert.equal((await stranger.open(opened.path)).url, "/en/case");
    assert.equal((await stranger.post(opened.path, { address })).url, "/en/case");
    assert.equal((await stranger.post(`${opened.path}/feed`, {})).url, "/en/case");
    assert.match((await opened.browser.open(`/en/case/${number}`)).body, /href="\/en\/case\/[^"]*\/notices"/);
    for (const typed of ["nar", "nar@example", "nar@example.org, oraz@example.org"]) {
      const wrong = await askFor(opened, typed);
      assert.equal(wrong.status, 422);
      assert.match(wrong.body, /href="#address"/);
      assert.match(wrong.body, new RegExp(`value="${typed}"`));
    }
    for (let each = 0; each < 5; each += 1) await askFor(opened, `nar${each}@example.org`);
    const full = await askFor(opened, "nar5@example.org");
    assert.equal(full.status, 422);
    assert.match(full.body, /as many addresses as it can have/);
    for (let each = 6; each < 8; each += 1) {
      assert.equal((await askFor(opened, `nar${each}@example.org`)).status, 422);
    }
    assert.equal((await askFor(opened, "nar8@example.org")).status, 429);
    await portal.work();
    assert.equal(portal.mails.received.length, 5);
  });
});

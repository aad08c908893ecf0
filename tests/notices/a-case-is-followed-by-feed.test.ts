/** Following by a feed, with or without an account: what it shows, to whom, and how it ends. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { browserAt } from "#government/appeals/test-support/browser.ts";
import { assign, officialName, refuse } from "#government/appeals/test-support/cases.ts";
import { morning } from "#tests/country/small-country.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { entryTitles, madeFeed, openedCase, withFollowing, xpath } from "./following.ts";

const marker = "Gyzylgülzar";
const replyMarker = "Jogapgülzar";

/** Whether a feed is one by RFC 4287, as far as our feeds go: what must be there, once, and of which form. */
const grammar = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
<start><element name="feed"><attribute name="xml:lang"><data type="language"/></attribute><interleave>
  <ref name="about"/>
  <element name="author"><element name="name"><data type="string"><param name="minLength">1</param></data></element></element>
  <zeroOrMore><element name="entry"><interleave><ref name="about"/>
    <optional><element name="summary"><text/></element></optional></interleave></element></zeroOrMore>
</interleave></element></start>
<define name="about">
  <element name="id"><data type="anyURI"><param name="pattern">urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}</param></data></element>
  <element name="title"><data type="string"><param name="minLength">1</param></data></element>
  <element name="updated"><data type="dateTime"><param name="pattern">.*Z</param></data></element>
  <element name="link"><attribute name="rel"><value>alternate</value></attribute>
    <attribute name="type"><value>text/html</value></attribute>
    <attribute name="href"><data type="anyURI"><param name="pattern">https://.*</param></data></attribute></element>
</define></grammar>`;

function validate(xml: string): void {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-feed-"));
  try {
    writeFileSync(join(folder, "atom.rng"), grammar);
    const arguments_ = ["--nonet", "--noout", "--relaxng", join(folder, "atom.rng"), "-"];
    const run = spawnSync("xmllint", arguments_, { input: xml, encoding: "utf8" });
    assert.equal(run.status, 0, run.stderr);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("a feed shows what the status code shows, is Atom, and no line of the log tells its address", {
  skip: skipUnless("xmllint"),
}, async () => {
  await withFollowing(async (portal) => {
    const opened = await openedCase(portal, { text: marker });
    const feed = await madeFeed(opened);
    await assign(portal, opened);
    portal.country.clock.now = morning(2026, 11, 10);
    await refuse(portal, opened, replyMarker);
    const reader = browserAt(portal.server, "198.51.100.7");
    const sent = await reader.open(feed);
    assert.equal(sent.status, 200);
    assert.match(String(sent.headers["content-type"]), /^application\/atom\+xml/);
    assert.equal(sent.headers["cache-control"], "no-store");
    assert.equal(sent.headers["x-robots-tag"], "noindex");
    validate(sent.body);
    assert.deepEqual(entryTitles(sent.body), ["Complaint filed", "Given to an official", "Refused"]);
    assert.equal(xpath(sent.body, "count(//*[local-name()='id'])"), "4");
    assert.match(sent.body, new RegExp(`https://portal\\.example/en/case/${opened.row.number}`));
    for (const hidden of [marker, replyMarker, officialName, "facts", "art. 91b", opened.secret]) {
      assert.doesNotMatch(sent.body, new RegExp(hidden), hidden);
    }
    assert.equal((await reader.open(feed)).body, sent.body, "the same until something happens");
    for (const language of ["tk", "ru"])
      validate((await reader.open(feed.replace("/en/", `/${language}/`))).body);
    const token = feed.split("/").at(-2) ?? "";
    assert.equal(token.length, 32);
    assert.doesNotMatch(portal.logged.join("\n"), new RegExp(token));
    assert.ok(portal.logged.some((line) => line.includes("/notices/feed/:token/atom.xml")));
    const kept = await portal.country.database.owner.unsafe("select * from sealed.feed");
    assert.doesNotMatch(JSON.stringify(kept), new RegExp(token));
  });
});

test("the form sent twice makes one feed; withdrawn, its address opens nothing; two feeds have nothing in common", {
  skip: skipUnless("xmllint"),
}, async () => {
  await withFollowing(async (portal) => {
    const opened = await openedCase(portal, { text: marker });
    const { browser, path } = opened;
    const form = await browser.open(path);
    const [first, again] = [
      await browser.send(form, `${path}/feed`, {}),
      await browser.send(form, `${path}/feed`, {}),
    ];
    const addressIn = (body: string) => /href="([^"]+atom\.xml)"/.exec(body)?.[1] ?? "";
    assert.equal(addressIn(first.body), addressIn(again.body));
    assert.equal((await browser.open(path)).body.match(/Made on/g)?.length, 1);
    const reader = browserAt(portal.server, "198.51.100.7");
    const other = await madeFeed(opened);
    const ids = async (feed: string) =>
      xpath((await reader.open(feed)).body, "//*[local-name()='id']/text()").split("\n");
    const firsts = await ids(addressIn(first.body));
    assert.deepEqual(
      (await ids(other)).filter((id) => firsts.includes(id)),
      [],
    );
    const page = await browser.send(await browser.open(path), `${path}/feed/withdraw`, {});
    assert.equal(page.body.match(/Made on/g)?.length, 1);
    assert.equal((await reader.open(addressIn(first.body))).status, 404);
    assert.equal((await reader.open(other)).status, 200);
    for (let each = 0; each < 4; each += 1) await madeFeed(opened);
    const full = await browser.send(await browser.open(path), `${path}/feed`, {});
    assert.equal(full.status, 422);
    assert.match(full.body, /as many feed addresses as it can have/);
    assert.equal((await browser.open(`${path}/feed`)).url, path, "the page of a post is no address");
    for (const wrong of ["x", "A".repeat(32), "..%2f..%2f", "A".repeat(33)]) {
      assert.equal((await reader.open(`/en/notices/feed/${wrong}/atom.xml`)).status, 404);
    }
  });
});

test("the feed of a sealed case names neither number nor body", {
  skip: skipUnless("xmllint"),
}, async () => {
  await withFollowing(async (portal) => {
    const opened = await openedCase(portal, { text: marker, isSealed: true });
    const feed = await madeFeed(opened);
    const { body } = await browserAt(portal.server).open(feed);
    validate(body);
    assert.deepEqual(entryTitles(body), ["Complaint filed"]);
    assert.doesNotMatch(body, new RegExp(`${opened.row.number}|ministry|springs`));
  });
});

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { languages } from "#platform/language/language.ts";
import { morning } from "#tests/country/small-country.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { skipUnless } from "#tools/foreign-programs.ts";
import { assign, refuse } from "../test-support/cases.ts";
import { type PublishingPortal, publishOne, withPublishingPortal } from "./published-samples.ts";
import { similarPublished } from "./similar.ts";

const place = "";
const gas = { subject: "Gaz ýok", text: "Köçämizde gaz iki hepde bäri ýok.", matter: "energy", place };
const road = { subject: "Ýol döwük", text: "Awtobus çukurdan geçip bilmeýär.", matter: "roads", place };
const lamp = { subject: "Çyralar ýanmaýar", text: "Gije köçäniň yşygy ýok.", matter: "energy", place };

/** Three appeals released on three days; the first is refused, the second waits beyond its due day. */
async function threeAppeals(portal: PublishingPortal) {
  const { clock } = portal.country;
  const answered = await publishOne(portal, gas);
  await portal.sequence();
  clock.now = morning(2026, 11, 3);
  const silent = await publishOne(portal, road);
  await portal.sequence();
  clock.now = morning(2026, 11, 9);
  await assign(portal, answered.filed);
  await refuse(portal, answered.filed, "Ret edildi.");
  await portal.sequence();
  clock.now = morning(2026, 12, 1);
  const young = await publishOne(portal, lamp);
  await portal.sequence();
  return { answered: answered.id, silent: silent.id, young: young.id };
}

/** Which of the three a list shows, in its order. */
async function shownBy(portal: PublishingPortal, query: string): Promise<readonly string[]> {
  const page = await portal.visitor.open(`/en/appeals${query}`);
  assert.equal(page.status, 200, query);
  return [...page.body.matchAll(/\/en\/appeals\/([0-9a-z]{10})"/g)].map(([, id = ""]) => id);
}

test("the list is narrowed by body, kind, matter, outcome and due day, and ordered by age or by waiting", async () => {
  await withPublishingPortal(async (portal) => {
    const { answered, silent, young } = await threeAppeals(portal);
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ["", [young, silent, answered]],
      ["?order=longest-waiting", [silent, young]],
      ["?matter=energy", [young, answered]],
      ["?matter=water", []],
      ["?kind=filed-complaint&body=ministry-of-springs", [young, silent, answered]],
      ["?kind=filed-suggestion", []],
      ["?body=ministry-of-roads", []],
      ["?outcome=refused", [answered]],
      ["?outcome=none", [young, silent]],
      ["?overdue=yes", [silent]],
    ];
    for (const [query, ids] of cases) assert.deepEqual(await shownBy(portal, query), ids, query);
    for (const query of ["?matter=love", "?body=nobody", "?after=x", "?after=1.UPPER", "?order=best"])
      assert.equal((await portal.visitor.open(`/en/appeals${query}`)).status, 404, query);
    for (const language of languages) {
      const page = await portal.visitor.open(`/${language}/appeals?matter=energy`);
      assert.deepEqual(await markupProblems(page.body), [], language);
    }
  });
});

test("pages follow each other by the last one shown, without a gap or a repetition", async () => {
  await withPublishingPortal(async (portal) => {
    const ids: string[] = [];
    for (let count = 0; count < 17; count += 1) ids.unshift((await publishOne(portal, gas)).id);
    const first = await portal.visitor.open("/en/appeals");
    assert.match(first.body, /17 appeals/);
    const [, next = ""] = /rel="next" href="([^"]+)"/.exec(first.body) ?? [];
    const second = await portal.visitor.open(next.replaceAll("&amp;", "&"));
    const shown = [first.body, second.body].flatMap((body) =>
      [...body.matchAll(/\/en\/appeals\/([0-9a-z]{10})"/g)].map(([, id = ""]) => id),
    );
    assert.deepEqual(shown.toSorted(), ids.toSorted());
    assert.doesNotMatch(second.body, /rel="next"/);
    assert.match(second.body, /From the beginning/);
  });
});

test("words are found in any alphabet, by their beginning, by stem, and when they are misspelt", async () => {
  await withPublishingPortal(async (portal) => {
    const turkmen = (await publishOne(portal, gas)).id;
    const lamps = (await publishOne(portal, lamp)).id;
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ["gaz", [turkmen]],
      ["GAZ yok", [turkmen]],
      ["köçe", [turkmen, lamps]],
      ["koche", [turkmen, lamps]],
      ["көче", [turkmen, lamps]],
      ["газ йок", [turkmen]],
      ["yşyk", [lamps]],
      ["yshygy", [lamps]],
      ["ýanmaýr", [lamps]],
      ["'; drop table", []],
      ["!!!", []],
    ];
    for (const [words, ids] of cases) {
      const found = await shownBy(portal, `?words=${encodeURIComponent(words)}`);
      assert.deepEqual(found.toSorted(), ids.toSorted(), words);
    }
    const narrowed = await shownBy(portal, "?words=koche&matter=roads");
    assert.deepEqual(narrowed, []);
    const page = await portal.visitor.open("/en/appeals?words=gaz");
    assert.equal(page.headers["cache-control"], "no-store", "what somebody looks for is kept nowhere");
  });
});

test("before writing, appeals that share several words are proposed, and none that share one by chance", async () => {
  await withPublishingPortal(async (portal) => {
    const { id } = await publishOne(portal, gas);
    await publishOne(portal, road);
    const alike = async (words: string, places: readonly string[] = []) =>
      (await similarPublished(portal.tools.portal, portal.tools.log, { words, places })).map(
        ({ appeal }) => appeal.id,
      );
    assert.deepEqual(await alike("Biziň köçämizde gaz ýok, hepde boldy"), [id]);
    assert.deepEqual(await alike("Kocamizde gaz yok"), [id]);
    assert.deepEqual(await alike("Mekdepde gaz döwüldi"), [], "one word is chance");
    assert.deepEqual(await alike("gaz"), [id], "of one word that was asked for, it is all there is");
    assert.deepEqual(await alike(""), []);
    const browser = await portal.author.browser();
    await browser.post("/en/appeal", {});
    await browser.post("/en/appeal/kind", { kind: "filed-complaint" });
    const hint = new RegExp(`Others have written about something like this.*${id}`, "s");
    assert.doesNotMatch((await browser.open("/en/appeal/body")).body, hint, "nothing was said yet");
    const search = { next: "search", matter: "köçämizde gaz", place: "Çynar" };
    assert.match((await browser.post("/en/appeal/body", search)).body, hint, "before a word is written");
    await browser.post("/en/appeal/body", { body: "ministry-of-springs" });
    const next = await browser.post("/en/appeal/text", { subject: "Gaz", text: "Köçämizde gaz ýok" });
    assert.equal(next.url, "/en/appeal/file", "the hint stands in nobody's way");
    assert.match(next.body, hint);

    const there = await publishOne(portal, { ...gas, text: "Gaz ýok" });
    const { owner } = portal.country.database;
    const words = "Köçämizde gaz ýok";
    assert.deepEqual(await alike(words), [id, there.id], "the likest first");
    await owner`update cases.publication set place = 'chynar-council' where public_id = ${there.id}`;
    assert.deepEqual(
      await alike(words, ["chynar-district", "chynar-council"]),
      [there.id, id],
      "nearer first",
    );
    assert.deepEqual(await alike(words, ["elsewhere"]), [id, there.id]);
  });
});

const schema = fileURLToPath(new URL("test-support/atom.rng", import.meta.url));

test("a list is an Atom feed of RFC 4287", { skip: skipUnless("xmllint") }, async () => {
  await withPublishingPortal(async (portal) => {
    const { silent } = await threeAppeals(portal);
    const folder = mkdtempSync(join(tmpdir(), "aydyn-feed-"));
    try {
      for (const query of ["", "?overdue=yes", "?matter=water", "?words=gaz%20%26%20%3C"]) {
        const feed = await portal.visitor.open(`/tk/appeals.atom${query}`);
        assert.equal(feed.status, 200);
        assert.match(String(feed.headers["content-type"]), /^application\/atom\+xml/);
        const file = join(folder, "feed.xml");
        writeFileSync(file, feed.body);
        // Throws with what is wrong when the feed is none.
        execFileSync("xmllint", ["--noout", "--relaxng", schema, file], { stdio: "pipe" });
      }
      const overdue = await portal.visitor.open("/tk/appeals.atom?overdue=yes");
      assert.match(overdue.body, new RegExp(`<id>http://localhost/tk/appeals/${silent}</id>`));
      writeFileSync(join(folder, "wrong.xml"), overdue.body.replace(/<updated>.*?<\/updated>/, ""));
      assert.throws(
        () =>
          execFileSync("xmllint", ["--noout", "--relaxng", schema, join(folder, "wrong.xml")], {
            stdio: "pipe",
          }),
        /updated/,
        "the schema refuses a feed without its moment",
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test("other programs read the same list by the API, page by page", async () => {
  await withPublishingPortal(async (portal) => {
    const { silent } = await threeAppeals(portal);
    const read = async (query: string) => {
      const { status, body } = await portal.visitor.open(`/api/v1/published${query}`);
      return { status, json: JSON.parse(body) };
    };
    const overdue = await read("?overdue=yes");
    assert.deepEqual(
      overdue.json.appeals.map(({ id, body, outcome, due }: Record<string, unknown>) => [
        id,
        body,
        outcome,
        due,
      ]),
      [[silent, "ministry-of-springs", null, "2026-11-24"]],
    );
    assert.deepEqual(overdue.json.appeals[0].text, [road.text]);
    assert.equal((await read("?words=gaz")).json.found, "by-words");
    assert.equal((await read("?matter=love")).status, 400);
    assert.equal((await read("?body=nobody")).status, 422);
    assert.equal((await read("?number=1")).status, 400, "nothing else can be asked");
  });
});

/**
 * Every page that the portal has, in every language, as it comes over the line: whole, small, valid, kept by nobody
 * who should not keep it. A page that is not in the table fails the first test.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { formAt } from "#government/appeals/test-support/browser-samples.ts";
import { type Language, languages } from "#platform/language/language.ts";
import { markupProblems } from "#tests/gallery/markup-rules.ts";
import { newerInMarkup } from "#tests/reach/old-browsers.ts";
import type { WireResponse } from "#tests/wire/wire.ts";
import { foreignWords } from "./foreign-words.ts";
import { gatherPeople, type People } from "./gathered-people.ts";
import { withOpenPortal } from "./open-portal.ts";
import { addressOf, noPages, type PageRow, pageTable } from "./page-table.ts";
import { templateNames } from "./people-at-work.ts";
import { Person } from "./person.ts";
import { sentPictures } from "./published-sample.ts";
import { saidPages } from "./said-pages.ts";
import { personalTraces, staysOpen } from "./traces-left.ts";

/** What the trunk promises of the line, gzip and headers included. */
const firstVisitBytesMax = 14_336;
const pageBytesMax = 6_144;
const cssBytesMax = 8_192;

interface Seen {
  readonly row: PageRow;
  readonly language: Language;
  readonly address: string;
  readonly page: WireResponse;
  readonly text: string;
}

/** In which language somebody names a text for colleagues or a file, nobody says. */
const unsaid = [...templateNames, ...sentPictures.map(({ name }) => name)];

test("every page is in the table, and each is light and sound in every language", async (t) => {
  await withOpenPortal(async ({ portal, origin, routes }) => {
    const people = await gatherPeople({ portal, origin, routes });
    const table = pageTable(people.cases);
    await t.test("the table holds every page, and nothing else", () => {
      const pages = routes.get.filter((route) => !noPages.some((pattern) => pattern.test(route)));
      assert.deepEqual([...new Set(table.map(({ route }) => route))].sort(), pages);
    });
    const seen = await lookAtAll(table, people);
    const pages = seen.filter(({ row }) => row.status !== 303);
    await t.test("each answers as it should", () => none(seen, unexpectedStatus));
    await t.test("each is small", () => none(pages, tooLarge));
    await t.test("so is the first visit, with style sheet and mark", async () => {
      const assets = await bytesOfAssets(new Person(origin), pages);
      assert.ok(assets.css <= cssBytesMax, `${assets.css} bytes of CSS`);
      none(pages, ({ page }) => {
        const bytes = page.bytes + assets.css + assets.icon;
        return bytes > firstVisitBytesMax && `${bytes} bytes`;
      });
    });
    await t.test("each says its language, its kind and its policy", () => none(pages, wrongHead));
    await t.test("private pages are kept by nobody", () => none(seen, wrongCaching));
    await t.test("on a shared computer no title and no address tells of a person", () =>
      none(
        pages.filter(({ row }) => row.isPublic === undefined),
        (each) => personalTraces({ ...each.row, ...each }),
      ),
    );
    await t.test("whoever walks away is warned and then gone, without a script", () =>
      none(pages, (each) => staysOpen({ ...each.row, ...each })),
    );
    await t.test("no page names its own host, and every form is posted to a route", () =>
      none(pages, (each) => strayTargets(each, routes.post, [origin, portal.configuration.origin])),
    );
    await t.test("no link leads into nothing", async () =>
      assert.deepEqual(await deadLinks(pages, people), []),
    );
    await t.test("html-validate finds nothing", async () => {
      const found: string[] = [];
      for (const { address, row, text } of pages) {
        for (const problem of await markupProblems(text)) found.push(`${address} (${row.as}): ${problem}`);
      }
      assert.deepEqual(found, []);
    });
    await t.test("what is in another language says so, where anybody has said which", () =>
      none(
        // Of a draft nobody has: its language is that of the page from which it is sent.
        pages.filter(({ row }) => !/^\/appeal\/(?:text|check|letter)$/.test(row.route)),
        ({ text }) => foreignWords(text, unsaid).join("; ") || false,
      ),
    );
    await t.test("none needs more than the last browsers of Windows 7 have", () =>
      none(pages, ({ text }) => newerInMarkup(text).join("; ") || false),
    );
    await t.test("so is each page that says what was just done, or why not, above its title", async () => {
      const found: string[] = [];
      for (const language of languages) {
        for (const { after, page } of await saidPages(people, language)) {
          const text = page.body.toString();
          for (const problem of await saidProblems(text)) found.push(`${language}, ${after}: ${problem}`);
        }
      }
      assert.deepEqual(found, []);
    });
    // Last: afterwards nobody is signed in here.
    await t.test("the cookie ends with the browser, and leaving makes it forget at once", async () => {
      const begun = new Person(origin);
      const form = formAt((await begun.get("/tk/appeal")).body.toString(), "/tk/appeal");
      const [cookie = ""] = (await begun.post("/tk/appeal", form)).headers.get("set-cookie") ?? [];
      assert.match(cookie, /^aydyn-session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
      const { citizen } = people.of;
      const left = await citizen.post("/tk/leave", {});
      assert.deepEqual(left.headers.get("clear-site-data"), ['"cache", "cookies", "storage"']);
      assert.match(left.headers.get("set-cookie")?.[0] ?? "", /^aydyn-session=; .*Max-Age=0$/);
      assert.equal((await citizen.get("/tk/my")).status, 303);
    });
  });
});

/** What is wrong with a page that must say something above its title. */
async function saidProblems(text: string): Promise<readonly string[]> {
  const main = text.split("<main")[1] ?? "";
  const aboveTitle = main.split("<h1")[0] ?? "";
  return [
    ...(/role="alert"/.test(aboveTitle) ? [] : ["it says nothing above its title"]),
    ...(headings(text).startsWith("1") ? [] : ["another heading stands before the first"]),
    ...(await markupProblems(text)),
  ];
}

/** The levels of a page's headings, in order. */
function headings(text: string): string {
  return valuesOf(text, /<h([1-6])[ >]/g).join("");
}

async function lookAtAll(table: readonly PageRow[], people: People): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const row of table) {
    for (const language of languages) {
      const address = addressOf(row, language);
      const page = await people.of[row.as].get(address);
      seen.push({ row, language, address, page, text: page.body.toString() });
    }
  }
  return seen;
}

/** Fails with everything that is wrong, not with the first of it. */
function none(seen: readonly Seen[], wrong: (each: Seen) => string | false): void {
  assert.deepEqual(
    seen.flatMap((each) => {
      const problem = wrong(each);
      return problem === false ? [] : [`${each.address} (${each.row.as}): ${problem}`];
    }),
    [],
  );
}

function unexpectedStatus({ row, page }: Seen): string | false {
  const expected = row.status ?? 200;
  return page.status !== expected && `${page.status} ${page.headers.get("location") ?? ""}, not ${expected}`;
}

function tooLarge({ page }: Seen): string | false {
  return page.bytes > pageBytesMax && `${page.bytes} bytes, of which ${page.headerBytes} of headers`;
}

async function bytesOfAssets(
  visitor: Person,
  pages: readonly Seen[],
): Promise<{ css: number; icon: number }> {
  const hrefs = new Set(pages.flatMap(({ text }) => valuesOf(text, /href="(\/assets\/[^"]+)"/g)));
  assert.equal(hrefs.size, 2, "one style sheet and one mark for all pages");
  const bytes = { css: 0, icon: 0 };
  for (const href of hrefs) {
    const asset = await visitor.get(href);
    assert.equal(asset.status, 200, href);
    assert.match(asset.headers.get("cache-control")?.[0] ?? "", /immutable/, href);
    bytes[href.endsWith(".css") ? "css" : "icon"] = asset.bytes;
  }
  return bytes;
}

/** The pages that have a script, of ours and without a word in the page: it sends files in pieces. */
const pagesWithScript: ReadonlySet<string> = new Set([
  "/appeal/file",
  "/case/:number/add",
  "/case/:number/clarify",
  "/desk/:number/answer/text",
]);

function wrongHead({ row, language, page, text: whole }: Seen): string | false {
  const isScripted = pagesWithScript.has(row.route);
  const text = isScripted
    ? whole.replace(/<script src="\/assets\/[^"]+" defer( data-[a-z]+="[^"]*")*><\/script>/, "")
    : whole;
  const policy = page.headers.get("content-security-policy") ?? [];
  const checks: readonly (readonly [boolean, string])[] = [
    [text.includes(`<html lang="${language}">`), "the language is not said"],
    [page.headers.get("content-type")?.[0] === "text/html; charset=utf-8", "it is not HTML in UTF-8"],
    [policy.length === 1 && /default-src 'none'/.test(policy[0] ?? ""), "the policy allows too much"],
    [
      !/unsafe|script-src/.test(policy.join().replace(isScripted ? ";script-src 'self'" : "none", "")),
      "the policy allows scripts or styles in the page",
    ],
    [!/<script|\son[a-z]+=|\sstyle=/i.test(text), "it has a script or a style of its own"],
    [/^1[2-6]*$/.test(headings(text)), "it has not one first heading, above all others"],
  ];
  const wrong = checks.filter(([holds]) => !holds).map(([, problem]) => problem);
  return wrong.length > 0 && wrong.join("; ");
}

function wrongCaching({ row, page }: Seen): string | false {
  const caching = page.headers.get("cache-control")?.[0] ?? "";
  const vary = page.headers.get("vary")?.join() ?? "";
  if (row.isPublic === undefined) return caching !== "no-store" && `"${caching}" on a private page`;
  if (!/^public, max-age=[1-9][0-9]*$/.test(caching)) return `"${caching}" on a public page`;
  return !/\bCookie\b/i.test(vary) && `"Vary: ${vary}" on a page that differs for who is signed in`;
}

function strayTargets({ text }: Seen, posts: readonly string[], origins: readonly string[]): string | false {
  const hosts = origins.map((origin) => new URL(origin).host);
  // What is shown to be pasted elsewhere is no link of this page.
  const own = text.replace(/<code translate="no">.*?<\/code>/gs, "");
  const absolute = valuesOf(own, /\s(?:href|src|action)="([^"]*)"/g).filter((target) =>
    hosts.some((host) => target.includes(host)),
  );
  const forms = valuesOf(text, /<form method="post" action="([^"]*)"/g);
  const strays = [...absolute, ...forms.filter((action) => !posts.some((route) => leadsTo(route, action)))];
  return strays.length > 0 && strays.join(" ");
}

function leadsTo(route: string, target: string): boolean {
  const path = target.replace(/^\/(?:tk|ru|en)(?=\/)/, "");
  return new RegExp(`^${route.replace(/:[a-z]+/g, "[^/]+")}$`).test(path);
}

/** Follows each link of one language's pages once, as whoever saw it first. */
async function deadLinks(pages: readonly Seen[], people: People): Promise<readonly string[]> {
  // The page of the verifier is built at set-up, which no test country has been through.
  const known = new Set([...pages.map(({ address }) => address), "/verify.html", "/deadline.html"]);
  const dead: string[] = [];
  for (const { address, row, text } of pages.filter(({ language }) => language === "tk")) {
    for (const written of valuesOf(text, /<a [^>]*href="(\/(?!\/)[^"#]*)/g)) {
      const href = written.replaceAll("&amp;", "&");
      if (known.has(href)) continue;
      known.add(href);
      const { status } = await people.of[row.as].get(href);
      if (status >= 400) dead.push(`${address} (${row.as}): ${href} is ${status}`);
    }
  }
  return dead;
}

function valuesOf(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, value = ""]) => value);
}

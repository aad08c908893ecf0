/** A case that is followed from outside: portal, record, the worker's part and somebody else's mail server. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { type FiledAppeal, openSignature } from "#government/appeals/index.ts";
import { browserAt, type Page, type TestBrowser } from "#government/appeals/test-support/browser.ts";
import { fileOne } from "#government/appeals/test-support/cases.ts";
import { type TestPortal, withPortal } from "#government/appeals/test-support/portal.ts";
import { forgetFollowers, tellOfActs } from "#government/notices/index.ts";
import { noticeRoutes } from "#government/notices/routes.ts";
import { openMailWay } from "#platform/mail/mail-way.ts";
import { openMailSender } from "#platform/mail/send-mails.ts";
import { type MailServer, openMailServer, textOf } from "#platform/mail/test-support/mail-server.ts";

const siteOrigin = "https://portal.example";
const minuteMs = 60_000;

export interface FollowedPortal extends TestPortal {
  readonly mails: MailServer;
  /** What the worker does beside the sequencer: reads the log, queues and sends. */
  readonly work: () => Promise<void>;
  /** Lets time pass in steps of ten minutes, the worker at work. */
  readonly pass: (ms: number) => Promise<void>;
  readonly forget: () => Promise<number>;
}

/** A filed case and a browser that has opened it by its secret. */
export interface OpenedCase extends FiledAppeal {
  readonly browser: TestBrowser;
  /** Path of the page on which it is followed. */
  readonly path: string;
}

/** Runs a test in the small country, with mails going to a server of the test's own. */
export async function withFollowing(run: (portal: FollowedPortal) => Promise<void>): Promise<void> {
  await withPortal(async (portal) => {
    const { country, tools, server } = portal;
    const { personKeys, randomBytes, database, log, clock } = country;
    const now = () => clock.now;
    const mails = await openMailServer();
    const { sessions, parametersReader, serverKey } = tools;
    noticeRoutes(server, {
      ...{ sql: database.portal, now, randomBytes, personKeys, serverKey, sessions, parametersReader },
      origin: siteOrigin,
      mailWay: "smtp",
      openSignature: (visit, number, code) => openSignature(tools, visit, number, code),
    });
    const way = openMailWay({
      ...{ way: "smtp", host: "127.0.0.1", port: mails.port, encryption: "none", login: null },
      from: "notices@portal.example",
    });
    const told = { sql: database.worker, log, origin: siteOrigin, personKeys, now, randomBytes };
    const sender = openMailSender({ ...told, way, report: () => {} });
    const work = async () => {
      await portal.sequence();
      while ((await tellOfActs(told)) > 0);
      await sender.round();
    };
    const pass = async (ms: number) => {
      for (const until = clock.now + ms; clock.now < until; ) {
        clock.now = Math.min(clock.now + 10 * minuteMs, until);
        await work();
      }
    };
    try {
      await work();
      await run({ ...portal, mails, work, pass, forget: () => forgetFollowers(told) });
    } finally {
      way.close();
      await mails.close();
    }
  });
}

/** Files a case and opens it by its secret. */
export async function openedCase(
  portal: TestPortal,
  filing: { readonly text: string; readonly isSealed?: boolean },
): Promise<OpenedCase> {
  const filed = await fileOne(portal, filing);
  const { number } = filed.row;
  const browser = browserAt(portal.server);
  const page = await browser.post("/en/case", { number, code: filed.secret });
  assert.equal(page.status, 200);
  return { ...filed, browser, path: `/en/case/${number}/notices` };
}

/** Writes an address on the page of the case; gives the page that follows. */
export async function askFor({ browser, path }: OpenedCase, address: string): Promise<Page> {
  return await browser.send(await browser.open(path), path, { address });
}

/** The path of the link of a mail that leads to a page of this kind. */
export function linkIn(mail: MailServer["received"][number] | undefined, what: "confirm" | "leave"): string {
  assert.ok(mail, "a mail has come");
  const link = new RegExp(`${siteOrigin}(/[a-z]{2}/notices/${what}/\\S+)`).exec(textOf(mail))?.[1];
  assert.ok(link, `a link to ${what} in\n${textOf(mail)}`);
  return link;
}

/** Asks, waits for the mail and confirms by it. */
export async function follow(portal: FollowedPortal, opened: OpenedCase, address: string): Promise<void> {
  await askFor(opened, address);
  await portal.pass(opened.row.identityShown ? minuteMs : 7 * 60 * minuteMs);
  const reader = browserAt(portal.server);
  const { received } = portal.mails;
  const [question] = received.splice(
    received.findIndex(({ to }) => to[0] === address),
    1,
  );
  const link = linkIn(question, "confirm");
  const page = await reader.send(await reader.open(link), link, {});
  assert.match(page.body, /Confirmed/);
}

/** Makes a feed; gives the path of its address. */
export async function madeFeed({ browser, path }: OpenedCase): Promise<string> {
  const page = await browser.send(await browser.open(path), `${path}/feed`, {});
  const feed = /href="(\/en\/notices\/feed\/[^"]+\/atom\.xml)"/.exec(page.body)?.[1];
  assert.ok(feed, page.body);
  assert.match(page.body, new RegExp(`${siteOrigin}${feed}`));
  return feed;
}

/** What xmllint finds by an XPath in a text; fails when it is no XML. */
export function xpath(xml: string, expression: string): string {
  const run = spawnSync("xmllint", ["--nonet", "--xpath", expression, "-"], { input: xml, encoding: "utf8" });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout.trim();
}

/** The titles of a feed's entries, oldest first. */
export function entryTitles(xml: string): readonly string[] {
  const titles = xpath(xml, "//*[local-name()='entry']/*[local-name()='title']/text()");
  return titles.split("\n").toReversed();
}

/** The sentences of the timeline of a page, oldest first. */
export function timelineOf({ body }: Page): readonly string[] {
  return [...body.matchAll(/<p class="what">([\s\S]*?)<\/p>/g)].map(([, words = ""]) =>
    words.replace(/<[^>]*>/g, "").trim(),
  );
}

/** A portal with its public side and its desk, an author and a head in browsers without scripts: for tests. */
import assert from "node:assert/strict";
import { parsePublishedAppeal } from "#core/acts/published-appeal.ts";
import { type BodyNumber, decodeLeaf } from "#core/record/leaf.ts";
import { verifyOpening } from "#core/record/payload.ts";
import { parsePublishedPayload, payloadPath } from "#core/record/publication.ts";
import { bodiesRoutes } from "#government/bodies/routes.ts";
import {
  appoint,
  demoHashCost,
  drawAccountNumber,
  drawCodes,
  openAccount,
} from "#government/identity/index.ts";
import type { AccountId, OfficeRole } from "#platform/authority/actor.ts";
import { sessionCookie } from "#platform/session/session-cookie.ts";
import { beginSession, signSessionIn } from "#platform/session/session-store.ts";
import { ministry } from "#tests/country/small-country.ts";
import type { FiledAppeal } from "../file-appeal.ts";
import { appealSlots, registerApiRoutes, registerDeskRoutes, registerPublicRoutes } from "../routes.ts";
import { browserAt, type Page, type TestBrowser } from "../test-support/browser.ts";
import { fileOne } from "../test-support/cases.ts";
import { type TestPortal, withPortal } from "../test-support/portal.ts";

export interface PublishingPortal extends TestPortal {
  /** Whoever files here. */
  readonly author: Person;
  /** The head of the ministry of springs. */
  readonly head: Person;
  readonly visitor: TestBrowser;
}

export interface Person {
  readonly account: AccountId;
  /** A browser whose visit has just begun: the clock of a test jumps over every idle limit. */
  browser(): Promise<TestBrowser>;
}

/** Runs a test with such a portal. */
export async function withPublishingPortal(run: (portal: PublishingPortal) => Promise<void>): Promise<void> {
  await withPortal(async (portal) => {
    registerDeskRoutes(portal.server, portal.tools);
    registerPublicRoutes(portal.server, portal.tools);
    registerApiRoutes(portal.server, portal.tools);
    bodiesRoutes(portal.server, { tree: portal.tools.bodyTree, slots: appealSlots(portal.tools) });
    await run({
      ...portal,
      author: await personIn(portal, "Bagtygül Nusgaýewa", []),
      head: await personIn(portal, "Baş Başow", [[ministry, "head", "head"]]),
      visitor: browserAt(portal.server),
    });
  });
}

export async function personIn(
  portal: TestPortal,
  name: string,
  offices: readonly (readonly [BodyNumber, OfficeRole, string])[],
): Promise<Person> {
  const { country, tools, server } = portal;
  const { database, randomBytes, personKeys } = country;
  const account = await database.portal.begin(async (transaction) => {
    const opened = await openAccount(
      transaction,
      {
        ...{ name, number: drawAccountNumber(randomBytes), codes: drawCodes(randomBytes) },
        password: "a plain long password",
      },
      { randomBytes, personKeys, now: tools.now, hashCost: demoHashCost },
    );
    assert.ok(opened.ok);
    for (const [body, role, post] of offices) {
      const holder = { account: opened.value, body, role, post, name };
      await appoint(transaction, { holder, from: 0, until: null, granted: null }, { randomBytes });
    }
    return opened.value;
  });
  return {
    account,
    browser: async () => {
      const browser = browserAt(server);
      const begun = await beginSession(tools.portal, tools);
      const { token } = await signSessionIn(tools.portal, begun.session, account, tools, []);
      browser.cookie = sessionCookie(token, tools.https).split(";")[0] ?? "";
      return browser;
    },
  };
}

/** The author agrees that a copy stands in public: page, preview, word. Gives the page of the case. */
export async function agreeOn(
  browser: TestBrowser,
  number: string,
  copy: Readonly<Record<string, string>>,
): Promise<Page> {
  const path = `/en/case/${number}/publish`;
  const form = await browser.open(path);
  assert.equal(form.status, 200);
  const preview = await browser.send(form, path, { ...copy, step: "preview" });
  assert.equal(preview.status, 200, "the preview");
  return await browser.send(preview, path, { agreed: "yes", step: "agree" });
}

/** The head opens the case, cuts what is given, and releases. Gives the page of the case at the desk. */
export async function releaseOf(
  browser: TestBrowser,
  number: string,
  cuts: Readonly<Record<string, string>> = {},
): Promise<Page> {
  const casePath = `/en/desk/${number}`;
  await browser.send(await browser.open(casePath), `${casePath}/open`, {});
  const path = `${casePath}/publish`;
  const form = await browser.open(path);
  assert.equal(form.status, 200, "there is something to release");
  const preview = await browser.send(form, path, { ...cuts, step: "preview" });
  assert.equal(preview.status, 200, "the preview");
  return await browser.send(preview, path, { step: "release" });
}

/** Files with the ministry, agrees and releases; gives the address of the public page and the number. */
export async function publishOne(
  portal: PublishingPortal,
  copy: Readonly<Record<string, string>>,
  cuts: Readonly<Record<string, string>> = {},
): Promise<{ readonly filed: FiledAppeal; readonly number: string; readonly id: string }> {
  const filed = await fileOne(portal, { text: "Gizlin asyl tekst", account: portal.author.account });
  const { number } = filed.row;
  await agreeOn(await portal.author.browser(), number, copy);
  const done = await releaseOf(await portal.head.browser(), number, cuts);
  return { filed, number, id: idIn(done.body) };
}

/** The address of the public page in a page of author or desk. */
export function idIn(body: string): string {
  const id = /\/en\/appeals\/([0-9a-z]{10})"/.exec(body)?.[1];
  assert.ok(id, "a link to the public page");
  return id;
}

/** What an outsider finds beside the log at an index, held against the leaf. */
export async function outsideAt(portal: PublishingPortal, index: number) {
  const text = portal.tools.receipts.readPublished(payloadPath(index));
  if (text === null) return null;
  const published = parsePublishedPayload(text);
  assert.ok(published.ok);
  const [row] = await portal.country.database.worker<{ leaf: Uint8Array }[]>`
    select leaf from ledger.entry where index = ${index}`;
  const leaf = decodeLeaf(Uint8Array.from(row?.leaf ?? []));
  assert.ok(leaf.ok);
  assert.ok(verifyOpening(leaf.value, published.value.opening).ok, "the file opens its leaf");
  assert.deepEqual(
    published.value.opening.parts.map(({ name }) => name),
    ["publication"],
    "nothing else of the act is opened",
  );
  const [part] = published.value.opening.parts;
  const appeal = parsePublishedAppeal(part?.bytes ?? new Uint8Array(0));
  assert.ok(appeal.ok);
  return appeal.value;
}

/** Where the newest act of a kind stands in the log. */
export async function indexOf(portal: PublishingPortal, tag: Uint8Array, kind: string): Promise<number> {
  const rows = await portal.country.database.worker<{ index: number }[]>`
    select index from record.act_witnessed where subject = ${tag} and kind = ${kind} order by index desc`;
  return rows[0]?.index ?? assert.fail(`an entry ${kind}`);
}

/** A small country in which papers are taken in, with its people signed in: for the tests of intake. */
import assert from "node:assert/strict";
import type { BodyNumber } from "#core/record/leaf.ts";
import { inTransaction } from "#government/appeals/index.ts";
import { registerDeskRoutes } from "#government/appeals/routes.ts";
import {
  type Browser,
  browserAt,
  hiddenIn,
  type Reply,
} from "#government/appeals/test-support/browser-samples.ts";
import { type TestPortal, withPortal } from "#government/appeals/test-support/portal.ts";
import {
  appoint,
  demoHashCost,
  drawAccountNumber,
  drawCodes,
  openAccount,
} from "#government/identity/index.ts";
import { intakeRing, issuePad, type Paper, stubKeysOf, takePaper } from "#government/intake/index.ts";
import { registerIntakeRoutes } from "#government/intake/routes.ts";
import type { AccountId, Actor, OfficeRole } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import { sessionCookie } from "#platform/session/session-cookie.ts";
import { beginSession, signSessionIn } from "#platform/session/session-store.ts";
import { ministry, otherMinistry } from "#tests/country/small-country.ts";

export { formAt, hiddenIn, type Reply } from "#government/appeals/test-support/browser-samples.ts";

export interface IntakeCountry extends TestPortal {
  readonly operator: Browser;
  readonly head: Browser;
  readonly helper: Browser;
  /** Operator of another body. */
  readonly foreigner: Browser;
  readonly visitor: Browser;
  /** The keys of intake that are kept here; a test adds and takes away. */
  readonly kept: Uint8Array[];
  /** The browser of somebody in an office. */
  person(name: string, body: BodyNumber, role: OfficeRole): Promise<Browser>;
}

/** The country's key of intake. */
export const intakeSecret = Uint8Array.from({ length: 32 }, (_, at) => at * 7 + 1);

/** Words by which a test finds what must not be where it is not shown. */
export const marker = {
  text: "Obada üç aý bäri gaz ýok",
  name: "Nusga Nusgalyýew",
  address: "Çynar, 5-nji jaý",
};

/** Runs a test in a country with an operator, a head and a helper at the ministry of springs. */
export async function withIntake(
  run: (country: IntakeCountry) => Promise<void>,
  offlinePage: string | null = null,
): Promise<void> {
  await withPortal(async (portal) => {
    registerDeskRoutes(portal.server, portal.tools);
    const kept = [intakeSecret];
    const tools = { ...portal.tools, ring: intakeRing(() => kept), offlinePage: () => offlinePage };
    registerIntakeRoutes(portal.server, tools);
    const person: IntakeCountry["person"] = async (name, body, role) =>
      signedIn(portal, await accountOf(portal, name, body, role));
    await run({
      ...portal,
      kept,
      person,
      operator: await person("Ýazga Ýazgyýew", ministry, "operator"),
      head: await person("Baş Başow", ministry, "head"),
      helper: await person("Kömek Kömekow", ministry, "helper"),
      foreigner: await person("Ýol Ýolow", otherMinistry, "operator"),
      visitor: browserAt(portal.server, async () => ""),
    });
  });
}

/** An operator of a body, as verbs are asked for. */
export function operatorOf(body: BodyNumber, role: "operator" | "head" = "operator"): Actor {
  const account = "00000000-0000-4000-8000-0000000000b1" as AccountId;
  return { kind: "person", account, appointments: [{ body, post: "registry", role }], opened: new Map() };
}

/** Issues a pad to a body, as its head does. */
export async function padOf({ tools }: TestPortal, body: BodyNumber, stubs: number): Promise<number> {
  return await inTransaction(tools, "portal", async (appealTools) => {
    const grant = ask(operatorOf(body, "head"), "pad.issue", { kind: "body", body, above: [] });
    assert.ok(grant.ok);
    return (await issuePad(grant.value, stubs, appealTools, stubKeysOf(tools))).pad;
  });
}

/**
 * Answers every question of an assisted point as the person beside says, the warning included, and gives the answer to
 * the last one: a redirect to the paper, or the page that asks again.
 */
export async function typeIn(helper: Browser, said: Readonly<Record<string, string>>): Promise<Reply> {
  const path = "/en/intake/assist";
  const goOn = (page: Reply, fields: Readonly<Record<string, string>>) =>
    helper.post(path, { ...hiddenIn(page.body), ...fields });
  const first = await helper.fill(path, said);
  const isWarned = first.body.includes('name="understood"');
  const you = isWarned ? await goOn(first, { ...said, understood: "yes" }) : first;
  return you.body.includes('name="page" value="you"') ? await goOn(you, said) : you;
}

/** Enters a paper at a body for a body. */
export async function enterPaper(
  { tools }: TestPortal,
  paper: {
    readonly takenAt: BodyNumber;
    readonly body: BodyNumber;
    readonly receivedAt: number;
    readonly stub?: Paper["stub"];
    readonly text?: string;
    readonly sealed?: boolean;
  },
) {
  return await inTransaction(tools, "portal", async (appealTools) => {
    const { takenAt, body } = paper;
    const grant = ask(operatorOf(takenAt), "appeal.register-paper", { kind: "paper-filing", takenAt, body });
    assert.ok(grant.ok);
    const written: Paper = {
      filing: {
        ...{ kind: "filed-complaint", language: "tk", channel: "desk", attachments: [] },
        ...{ subject: "Gaz", text: paper.text ?? marker.text, identityShown: paper.sealed !== true },
        identity: { name: `${marker.name} ${paper.text ?? ""}`, address: marker.address, contact: "" },
      },
      receivedAt: paper.receivedAt,
      stub: paper.stub ?? null,
      isAnother: false,
      codeSource: `form ${paper.receivedAt} ${paper.text ?? ""}`,
    };
    return await takePaper(grant.value, written, appealTools, stubKeysOf(tools));
  });
}

async function accountOf(
  { country, tools }: TestPortal,
  name: string,
  body: BodyNumber,
  role: OfficeRole,
): Promise<AccountId> {
  const { randomBytes, personKeys } = country;
  return await country.database.portal.begin(async (transaction) => {
    const opened = await openAccount(
      transaction,
      {
        ...{ name, number: drawAccountNumber(randomBytes), password: "a plain long password" },
        codes: drawCodes(randomBytes),
      },
      { randomBytes, personKeys, now: tools.now, hashCost: demoHashCost },
    );
    assert.ok(opened.ok);
    const holder = { account: opened.value, body, role, post: role === "head" ? "head" : "registry", name };
    await appoint(transaction, { holder, from: 0, until: null, granted: null }, { randomBytes });
    return opened.value;
  });
}

/** A visit ends when nothing is heard for ten minutes; a test that moves the clock on signs in anew. */
const visitMs = 5 * 60_000;

function signedIn({ tools, server }: TestPortal, account: AccountId): Browser {
  let cookie = "";
  let since = Number.NEGATIVE_INFINITY;
  return browserAt(server, async () => {
    if (tools.now() - since < visitMs) return cookie;
    const begun = await beginSession(tools.portal, tools);
    const { token } = await signSessionIn(tools.portal, begun.session, account, tools, []);
    cookie = sessionCookie(token, tools.https).split(";")[0] ?? "";
    since = tools.now();
    return cookie;
  });
}

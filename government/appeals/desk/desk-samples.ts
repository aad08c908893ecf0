/** A small country with a desk, its people signed in, and browsers without scripts: for the tests of the desk. */
import assert from "node:assert/strict";
import type { BodyNumber } from "#core/record/leaf.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import { bodyTreeReader } from "#government/bodies/index.ts";
import { checkFiles, createParametersReader } from "#government/cases/index.ts";
import {
  appoint,
  demoHashCost,
  drawAccountNumber,
  drawCodes,
  openAccount,
} from "#government/identity/index.ts";
import type { AccountId, ComplainedOf, OfficeRole } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import { testPdfRewriter } from "#platform/file-metadata/test-support/rewriter.ts";
import { buildServer, type Server } from "#platform/http/server.ts";
import { sessionCookie } from "#platform/session/session-cookie.ts";
import { openBrowserSessions, sessionRoutes } from "#platform/session/session-routes.ts";
import { beginSession, signSessionIn } from "#platform/session/session-store.ts";
import type { BodySigner } from "#platform/signer/body-signer.ts";
import {
  cabinet,
  countryOrigin,
  countrySigner,
  ministry,
  otherMinistry,
  type SmallCountry,
  withSmallCountry,
} from "#tests/country/small-country.ts";
import {
  type AppealFiling,
  type Attachment,
  type FiledAppeal,
  fileAppeal,
  inTransaction,
  type PortalTools,
} from "../index.ts";
import { registerDeskRoutes } from "../routes.ts";
import { type Browser, browserAt } from "../test-support/browser-samples.ts";

const origin = "http://localhost";
const harmless: Attachment = {
  fileName: "surat.txt",
  mediaType: "text/plain",
  bytes: Buffer.from("gaz ýok"),
};
/** Words by which a test finds what must not be where it is not shown. */
export const marker = {
  text: "Obada üç aý bäri gaz ýok",
  name: "Nusga Nusgalyýew",
  address: "Çynar, 5-nji jaý",
};

interface FilingFacts {
  readonly kind?: AppealFiling["kind"];
  readonly identityShown?: boolean;
  readonly account?: AccountId;
  /** The posts that the complaint names. */
  readonly complainedOf?: readonly ComplainedOf[];
  /** One harmless file when left out. */
  readonly attachments?: readonly Attachment[];
}

export interface DeskCountry {
  readonly country: SmallCountry;
  readonly server: Server;
  readonly tools: PortalTools;
  readonly head: Browser;
  readonly inspector: Browser;
  /** Another official of the same body. */
  readonly clerk: Browser;
  /** The head of another body. */
  readonly foreigner: Browser;
  /** The head of the body above. */
  readonly cabinetHead: Browser;
  readonly citizen: Browser;
  readonly accounts: { readonly head: AccountId; readonly citizen: AccountId };
  readonly visitor: Browser;
  /** Of the cabinet, above both bodies. */
  readonly controller: Browser;
  /** Heads two bodies. */
  readonly double: Browser;
  file(facts?: FilingFacts): Promise<FiledAppeal>;
  /** Somebody else with offices, signed in. */
  appointed(name: string, ...offices: readonly [BodyNumber, OfficeRole, string][]): Promise<Browser>;
}

/** Runs a test at a desk. The country's own signer signs for its bodies unless the test brings another. */
export async function withDeskCountry(
  run: (desk: DeskCountry) => Promise<void>,
  signer: BodySigner = countrySigner,
): Promise<void> {
  await withSmallCountry(async (country) => {
    const tools = portalTools(country, signer);
    const server = await buildServer({
      ...tools,
      surroundings: async () => ({ fingerprint: null, signedIn: null, stateName: "Oguzabat", isDemo: true }),
      log: null,
    });
    sessionRoutes(server, tools.sessions, tools);
    registerDeskRoutes(server, tools);
    try {
      const person = async (name: string, ...offices: readonly [BodyNumber, OfficeRole, string][]) => {
        const account = await accountOf(country, name, offices);
        return { account, browser: signedIn(tools, server, account) };
      };
      const head = await person("Baş Başow", [ministry, "head", "head"]);
      const citizen = await person("Raýat Raýatow");
      const others = {
        inspector: await person("Barlag Barlagow", [ministry, "official", "inspector"]),
        clerk: await person("Ýazyjy Ýazyjyýew", [ministry, "official", "clerk"]),
        foreigner: await person("Ýolbaşçy Ýolow", [otherMinistry, "head", "head"]),
        cabinetHead: await person("Ýokary Ýokaryýew", [cabinet, "head", "head"]),
        controller: await person("Gözegçi Gözegçiýew", [cabinet, "controller", "control"]),
        double: await person(
          "Iki Ikiýew",
          [ministry, "official", "second"],
          [otherMinistry, "official", "second"],
        ),
      };
      await run({
        country,
        server,
        tools,
        head: head.browser,
        citizen: citizen.browser,
        inspector: others.inspector.browser,
        clerk: others.clerk.browser,
        foreigner: others.foreigner.browser,
        cabinetHead: others.cabinetHead.browser,
        double: others.double.browser,
        controller: others.controller.browser,
        accounts: { head: head.account, citizen: citizen.account },
        visitor: browserAt(server, async () => ""),
        file: (facts = {}) => fileOne(country, tools, facts),
        appointed: async (name, ...offices) => (await person(name, ...offices)).browser,
      });
    } finally {
      await server.fastify.close();
    }
  });
}

function portalTools(country: SmallCountry, signer: BodySigner): PortalTools {
  const { database, log, personKeys, randomBytes, clock } = country;
  const now = () => clock.now;
  const none = new Uint8Array(0);
  return {
    portal: database.portal,
    desk: database.desk,
    log,
    origin,
    https: false,
    now,
    pause: async () => {},
    randomBytes,
    personKeys,
    serverKey: new Uint8Array(32).fill(3),
    signer,
    pdfRewriter: testPdfRewriter(),
    parametersReader: createParametersReader(log, countryOrigin),
    bodyTree: bodyTreeReader(database.portal, { now, maxAgeMs: 0 }),
    sessions: openBrowserSessions({ sql: database.portal, origin, now, randomBytes }),
    receipts: {
      sql: database.portal,
      engine: nativeEngine,
      log,
      origin: countryOrigin,
      logKey: "",
      source: { tile: async () => none, entries: async () => none },
      readPublished: () => null,
      policyDigest: null,
      signer,
      isOwnWitness: () => false,
      startOfDay: () => 0,
    },
  };
}

async function accountOf(
  { database, randomBytes, personKeys, clock }: SmallCountry,
  name: string,
  offices: readonly [BodyNumber, OfficeRole, string][],
): Promise<AccountId> {
  return await database.portal.begin(async (transaction) => {
    const opened = await openAccount(
      transaction,
      {
        name,
        number: drawAccountNumber(randomBytes),
        password: "a plain long password",
        codes: drawCodes(randomBytes),
      },
      { randomBytes, personKeys, now: () => clock.now, hashCost: demoHashCost },
    );
    assert.ok(opened.ok);
    const account = opened.value;
    for (const [body, role, post] of offices) {
      const holder = { account, body, role, post, name };
      await appoint(transaction, { holder, from: 0, until: null, granted: null }, { randomBytes });
    }
    return account;
  });
}

/** A visit ends when nothing is heard for ten minutes; a test that moves the clock on signs in anew. */
const visitMs = 5 * 60_000;

function signedIn(tools: PortalTools, server: Server, account: AccountId): Browser {
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

function fileOne(
  country: SmallCountry,
  tools: PortalTools,
  {
    identityShown = true,
    account,
    complainedOf = [],
    attachments = [harmless],
    kind = "filed-complaint",
  }: FilingFacts,
): Promise<FiledAppeal> {
  return inTransaction(tools, "portal", async (appealTools) => {
    const stranger = { kind: "visitor", opened: new Map() } as const;
    const grant = ask(stranger, "appeal.file", { kind: "filing", body: ministry });
    assert.ok(grant.ok);
    return await fileAppeal(
      grant.value,
      {
        kind,
        language: "tk",
        channel: "web",
        subject: "Gaz",
        text: `${marker.text}.`,
        attachments,
        identity: { name: marker.name, address: marker.address, contact: "" },
        complaint: { officials: complainedOf, who: "" },
        identityShown,
        proofAtOnce: true,
        account: account ?? null,
        statusCodeKey: country.randomBytes(32),
        secretKey: country.randomBytes(32),
      },
      appealTools,
    );
  });
}

/** How many acts `read` wait for the log or stand in it. */
export async function readActs({ country }: DeskCountry): Promise<number> {
  const [row] = await country.database.worker<{ count: number }[]>`
    select count(*) as count from record.act where kind = 'read'`;
  return Number(row?.count);
}

/** Lets the worker look at every file that waits. */
export async function lookAtFiles({ country }: DeskCountry): Promise<void> {
  const { database, clock } = country;
  assert.ok((await checkFiles({ sql: database.worker, scanner: null, now: () => clock.now })).ok);
}

/** The kinds of a case's acts, in order. */
export async function kindsOf(
  { country }: DeskCountry,
  { row: { tag } }: FiledAppeal,
): Promise<readonly string[]> {
  const rows = await country.database.worker<{ kind: string }[]>`
    select kind from record.act where case_tag = ${tag} order by registered`;
  return rows.map(({ kind }) => kind);
}

/** Puts the slices' routes together into one server. Wiring only: what a page shows is the slice's. */
import { createHash } from "node:crypto";
import { utf8Text } from "#core/bytes.ts";
import { assert } from "#core/result.ts";
import { openSignature } from "#government/appeals/index.ts";
import {
  appealSlots,
  registerApiRoutes,
  registerCitizenRoutes,
  registerDeskRoutes,
  registerPublicRoutes,
  sessionsWithDrafts,
} from "#government/appeals/routes.ts";
import { type BodyTree, inLanguage, postOf } from "#government/bodies/index.ts";
import { bodiesRoutes } from "#government/bodies/routes.ts";
import { decreeLinks } from "#government/decrees/index.ts";
import { registerDecreeRoutes } from "#government/decrees/routes.ts";
import { actorOf, demoHashCost, personHashCost } from "#government/identity/index.ts";
import { accountRoutes, signInRoutes } from "#government/identity/routes.ts";
import { intakeLinks, registerIntakeRoutes } from "#government/intake/routes.ts";
import { noticeRoutes } from "#government/notices/routes.ts";
import { registerOutsideRoutes } from "#government/outside/routes.ts";
import { type Actor, type Appointment, appointmentsOf } from "#platform/authority/actor.ts";
import { mayBeGranted } from "#platform/authority/grant.ts";
import { installedCountry } from "#platform/config/installed-country.ts";
import { verifierPageFile } from "#platform/config/log-places.ts";
import { readFileIfPresent } from "#platform/files/durable-file.ts";
import type { PageLink } from "#platform/html/page.ts";
import { serveOneFilePage } from "#platform/http/one-file-page.ts";
import { registerPublishedFolder } from "#platform/http/published-folder.ts";
import type { Report } from "#platform/http/request-log.ts";
import { buildServer, type Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { translator } from "#platform/language/texts.ts";
import { fingerprintOfDay } from "#platform/record/receipts.ts";
import { sessionRoutes } from "#platform/session/session-routes.ts";
import { registerCalculatorPage } from "./calculator-page.ts";
import type { Portal } from "./tools.ts";

/** Of the demo, which is not founded from a file. */
const demoName = { tk: "Oguzabat", ru: "Огузабат", en: "Oguzabat" };
/** The day's digits change once a day; a page need not ask for each. */
const fingerprintAgeMaxMs = 5_000;

/** Builds the server with every page, the API, the static record and the verifier page. Nothing listens yet. */
export async function registerPortal(portal: Portal, log: Report | null): Promise<Server> {
  const { configuration, formSecret, tools } = portal;
  const fingerprint = remembered(() => fingerprintOfDay(tools.receipts), tools.now);
  const stateName = installedCountry(configuration)?.name ?? demoName;
  const server = await buildServer({
    origin: configuration.origin,
    trustedProxies: configuration.trustedProxies,
    serverKey: formSecret,
    now: tools.now,
    randomBytes: tools.randomBytes,
    dataVersion: portal.dataVersion,
    surroundings: async (language, request) => ({
      fingerprint: await fingerprint(),
      signedIn: await ownPlace(portal, language, request),
      stateName: configuration.keeper?.name ?? stateName[language],
      isDemo: configuration.mode === "demo",
    }),
    log,
  });
  const sessions = sessionsWithDrafts(tools.sessions);
  const withDrafts = { ...tools, sessions };
  registerHealth(server, portal);
  sessionRoutes(server, sessions, tools);
  registerIdentity(server, portal, sessions);
  registerCitizenRoutes(server, withDrafts);
  registerDeskRoutes(server, withDrafts);
  noticeRoutes(server, {
    ...portal.notices,
    sessions,
    openSignature: (visit, number, code) => openSignature(tools, visit, number, code),
  });
  registerIntakeRoutes(server, { ...withDrafts, ...portal.intake });
  registerPublicRoutes(server, withDrafts, { verifierDigest: () => verifierDigest(portal) });
  registerApiRoutes(server, withDrafts);
  registerDecreeRoutes(server, withDrafts);
  registerOutsideRoutes(server, withDrafts, { keeper: configuration.keeper });
  bodiesRoutes(server, { tree: tools.bodyTree, slots: appealSlots(withDrafts) });
  await registerPublishedFolder(server.fastify, { prefix: "/log/", folder: configuration.logFolder });
  registerVerifierPage(server, portal);
  registerCalculatorPage(server, portal);
  return server;
}

function registerHealth(server: Server, { tools }: Portal): void {
  server.fastify.get("/health", { schema: { hide: true } }, async (_request, reply) => {
    await tools.parametersReader.read(tools.portal);
    return await reply.type("text/plain").send("ok\n");
  });
}

/** Signing in, and a person's own place with the ways that the other slices offer. */
function registerIdentity(server: Server, portal: Portal, sessions: Portal["tools"]["sessions"]): void {
  const { configuration, throttleKey, tools } = portal;
  const { portal: sql, now, randomBytes, bodyTree } = tools;
  const hashCost = configuration.mode === "demo" ? demoHashCost : personHashCost;
  signInRoutes(server, { sql, now, randomBytes, throttleKey, hashCost, sessions });
  accountRoutes(server, {
    sql,
    now,
    sessions,
    timeZone: portal.timeZone,
    describePost: async (visit: Visit, office: Appointment) => {
      const body = (await bodyTree()).byNumber.get(office.body);
      assert(body !== undefined, "offices are held at registered bodies");
      const post = postOf(body, office.post);
      return `${inLanguage(visit.t, body.name)}: ${post === null ? office.post : inLanguage(visit.t, post.name)}`;
    },
    links: async ({ t, language }: Visit, actor: Actor): Promise<readonly PageLink[]> => [
      ...(mayBeAtDesk(actor) ? [{ href: `/${language}/desk`, label: t("page-desk") }] : []),
      ...(mayOnlyOversee(actor, await bodyTree())
        ? [{ href: `/${language}/desk/oversight`, label: t("desk-oversight") }]
        : []),
      ...(await decreeLinks(tools, t, actor)),
      ...intakeLinks(t, actor),
      { href: `/${language}/my`, label: t("page-my-appeals") },
    ],
  });
}

/** Whether the person has a desk at any body; the desk itself asks for each. */
function mayBeAtDesk(actor: Actor): boolean {
  return appointmentsOf(actor).some(({ body }) =>
    mayBeGranted(actor, "desk.see", { kind: "body", body, above: [] }),
  );
}

/** Whether the person oversees bodies without sitting at a desk: figures and what was raised, no texts. */
function mayOnlyOversee(actor: Actor, tree: BodyTree): boolean {
  const oversees = appointmentsOf(actor).some(({ body }) => {
    const overseers = tree.byNumber.get(body)?.oversight === undefined ? [] : [body];
    return mayBeGranted(actor, "oversight.see", { kind: "body", body, above: [], overseers });
  });
  return oversees && !mayBeAtDesk(actor);
}

async function ownPlace(
  { tools }: Portal,
  language: Visit["language"],
  request: Visit["request"],
): Promise<PageLink | null> {
  const session = await tools.sessions.current(request);
  if (session?.account == null) return null;
  const actor = await actorOf(tools.portal, session, tools.now());
  const t = translator(language);
  return mayBeAtDesk(actor)
    ? { href: `/${language}/desk`, label: t("page-desk") }
    : { href: `/${language}/account`, label: t("account-title") };
}

/** What people compare before they trust a copy of the verifier page. */
function verifierDigest({ configuration }: Portal): string | null {
  const page = readFileIfPresent(verifierPageFile(configuration));
  return page === null ? null : createHash("sha256").update(page).digest("hex");
}

/** The page with which anyone judges a receipt without us, as it was built at set-up. */
function registerVerifierPage(server: Server, { configuration }: Portal): void {
  serveOneFilePage(server, "/verify.html", async () =>
    utf8Text(readFileIfPresent(verifierPageFile(configuration)) ?? new Uint8Array(0)),
  );
}

function remembered<Value>(read: () => Promise<Value>, now: () => number): () => Promise<Value> {
  let known: { readonly at: number; readonly value: Promise<Value> } | null = null;
  return () => {
    const at = now();
    if (known === null || at - known.at > fingerprintAgeMaxMs) {
      known = { at, value: read() };
      known.value.catch(() => {
        known = null;
      });
    }
    return known.value;
  };
}

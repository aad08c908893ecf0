/** What everyone may read of appeals whose authors agree: lists, feeds, and each of them. The same for everyone. */
import { isPublicationId } from "#core/acts/published-appeal.ts";
import { utf8Bytes } from "#core/bytes.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import { findCase, viewCase } from "#government/cases/index.ts";
import { type Answer, errorAnswer, fileAnswer, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { sealReading } from "../act-seal.ts";
import { bodyNames } from "../body-names.ts";
import { clockBandOf } from "../case-clock.ts";
import type { PortalTools } from "../portal-tools.ts";
import { publicationStanding } from "./publication.ts";
import { findPublication } from "./publication-store.ts";
import { publishedFeed } from "./published-feed-pages.ts";
import { readPublishedList, readQuestion } from "./published-list.ts";
import { publishedListPage, publishedPage } from "./published-pages.ts";
import { releasedPicture } from "./published-pictures.ts";

const listPage = { caching: { publicSeconds: 30 } } as const;
const appealPage = { caching: { publicSeconds: 60 } } as const;
/** Anybody's page and program may read it. */
const openToAll = { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" };

/** Registers the public pages. */
export function publishedRoutes(server: Server, tools: PortalTools): void {
  server.get("/appeals", (visit) => showList(tools, visit));
  server.get("/appeals.atom", (visit) => sendFeed(tools, visit));
  server.get("/appeals/:id", (visit) => showAppeal(tools, visit));
  server.get("/appeals/:id/picture/:at", (visit) => sendPicture(tools, visit));
}

async function listFor(tools: PortalTools, { query }: Visit) {
  const tree = await tools.bodyTree();
  const question = readQuestion(query, tree);
  return question === null ? null : { tree, list: await readPublishedList(tools, question) };
}

async function showList(tools: PortalTools, visit: Visit): Promise<Answer> {
  const read = await listFor(tools, visit);
  if (read === null) return errorAnswer(404);
  const { timeZone } = await tools.parametersReader.read(tools.portal);
  const page = publishedListPage(visit.t, { ...read, today: civilDateAt(tools.now(), timeZone) });
  // What somebody looks for is nobody else's business: a search is kept by no cache.
  return read.list.question.words === "" ? shown(page, listPage) : shown(page);
}

async function sendFeed(tools: PortalTools, visit: Visit): Promise<Answer> {
  const read = await listFor(tools, visit);
  if (read === null) return errorAnswer(404);
  const nameOfBody = bodyNames(visit.t, await tools.parametersReader.read(tools.portal));
  const { origin } = tools;
  const feed = publishedFeed(visit.t, { list: read.list, origin, nameOfBody, now: tools.now() });
  return fileAnswer(utf8Bytes(feed), "application/atom+xml; charset=utf-8", {
    ...listPage,
    headers: openToAll,
  });
}

/** The case as the public sees it: `viewCase` asks the one visibility function, and gives no more than it allows. */
async function releasedCase(tools: PortalTools, id: string) {
  const found = isPublicationId(id) ? await findPublication(tools.portal, tools.log, id) : null;
  const row = found === null ? null : await findCase(tools.portal, found.tag);
  if (row === null) return null;
  const parameters = await tools.parametersReader.read(tools.portal);
  const view = await viewCase(tools.portal, { kind: "public" }, row, parameters, tools.now());
  const { release } = publicationStanding(view);
  return release === null ? null : { view, release, parameters };
}

/** To be saved, never opened within this site: a picture is somebody else's word. */
async function sendPicture(tools: PortalTools, { params }: Visit): Promise<Answer> {
  const { id = "", at = "" } = params;
  const released = await releasedCase(tools, id);
  const picture = /^[1-9]$/.test(at) ? released?.release.appeal.pictures[Number(at) - 1] : undefined;
  if (released === null || picture === undefined || "held" in picture) return errorAnswer(404);
  const bytes = await releasedPicture(tools.portal, released.view, picture);
  if (bytes === null) return errorAnswer(404);
  const ending = picture.mediaType === "image/png" ? "png" : "jpg";
  return fileAnswer(bytes, picture.mediaType, { fileName: `${id}-${at}.${ending}` });
}

async function showAppeal(tools: PortalTools, { t, params }: Visit): Promise<Answer> {
  const released = await releasedCase(tools, params.id ?? "");
  if (released === null) return errorAnswer(404);
  const { view, release, parameters } = released;
  const now = tools.now();
  const page = publishedPage(t, {
    ...{ view, release, parameters },
    band: clockBandOf(t, view, parameters, now),
    tree: await tools.bodyTree(),
    seals: sealReading(tools.receipts, parameters),
    logPath: `/log/${tools.log}/`,
  });
  return shown(page, appealPage);
}

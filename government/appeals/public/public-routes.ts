/** The public side: the first page, who waits longest, how bodies answer, how anyone checks. The same for everyone. */
import { type Body, type BodyPageSlots, takesAppeals } from "#government/bodies/index.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { untouched } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, fileAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { proofOfAct } from "#platform/record/receipts.ts";
import type { PortalTools } from "../portal-tools.ts";
import { publishedRoutes } from "../published/published-routes.ts";
import { groundsRoutes } from "./grounds-routes.ts";
import { logStanding, readEntry } from "./public-check.ts";
import { checkRecordPage, entryPage } from "./public-check-pages.ts";
import { bodyOfSlug, publicFigures } from "./public-figures.ts";
import { statisticsCsv, statisticsJson, waitingCsv } from "./public-files.ts";
import { publicEntryForm } from "./public-forms.ts";
import { homePage, waitingPage } from "./public-pages.ts";
import {
  bodyAnswering,
  bodyCountedElsewhere,
  bodyFigures,
  statisticsPage,
} from "./public-statistics-pages.ts";
import { statedBeside } from "./stated-beside.ts";
import { statedRoutes } from "./stated-routes.ts";
import { stripRoutes } from "./strip-routes.ts";

/** Figures change with every act; a page that is asked for again and again is answered out of a cache. */
const figuresPage = { caching: { publicSeconds: 5 } } as const;
/** An entry never changes; its page may still learn of new neighbours. */
const recordPage = { caching: { publicSeconds: 60 } } as const;
/** Public data may be read by anybody's page. */
const publicData = { ...figuresPage, headers: { "access-control-allow-origin": "*" } } as const;
const rowsPerPage = 25;
const longestOnBodyPage = 5;
const wrongStatus = 422;

/** What the public pages are told by the program that serves them. */
export interface PublicSurroundings {
  /** SHA-256 of the verifier page in hexadecimal; `null` where none has been built. */
  readonly verifierDigest: () => string | null;
}

/** Registers every public page. */
export function registerPublicRoutes(
  server: Server,
  tools: PortalTools,
  surroundings: PublicSurroundings = { verifierDigest: () => null },
): void {
  server.get("/", async ({ t }) => shown(homePage(t, await publicFigures(tools, "year")), figuresPage));
  publishedRoutes(server, tools);
  groundsRoutes(server, tools);
  stripRoutes(server, tools);
  server.get("/waiting", (visit) => showWaiting(tools, visit));
  server.get("/waiting.csv", async () => {
    const bytes = waitingCsv(await publicFigures(tools, "all"));
    return fileAnswer(bytes, csvType, { ...publicData, fileName: "waiting.csv" });
  });
  server.get("/statistics", async ({ t }) => {
    const counted = await publicFigures(tools, "year");
    const mirror = `${tools.origin}/log/${tools.log}/`;
    return shown(statisticsPage(t, { ...counted, tree: await tools.bodyTree(), mirror }), figuresPage);
  });
  server.get("/statistics.csv", async ({ language }) => {
    const bytes = statisticsCsv(await publicFigures(tools, "year"), await tools.bodyTree(), language);
    return fileAnswer(bytes, csvType, { ...publicData, fileName: "statistics.csv" });
  });
  server.get("/statistics.json", async () => {
    const counted = await publicFigures(tools, "year");
    const bytes = statisticsJson(counted, await statedBeside(tools, counted.parameters, "year"));
    return fileAnswer(bytes, "application/json", publicData);
  });
  statedRoutes(server, tools);
  const { verifierDigest } = surroundings;
  server.get("/check", async (visit) =>
    shown(await checkPageOf(tools, visit, untouched, verifierDigest()), recordPage),
  );
  server.get("/check/entry", (visit) => findEntry(tools, visit, verifierDigest()));
  server.get("/check/entry/:index", (visit) => showEntry(tools, visit));
  server.get("/check/entry/:index/tlog-proof", (visit) => sendEntryProof(tools, visit));
}

const csvType = "text/csv; charset=utf-8";

async function showWaiting(tools: PortalTools, { t, query }: Visit): Promise<Answer> {
  const { figures } = await publicFigures(tools, "all");
  const tree = await tools.bodyTree();
  const slug = firstValue(query, "body");
  const body = slug === "" ? null : bodyOfSlug(tree, slug);
  const page = pageNumber(firstValue(query, "page"));
  if (body === undefined || page === null) return errorAnswer(404);
  const all = figures.overdue.filter(({ charged }) => body === null || charged === body.register);
  const pages = Math.max(1, Math.ceil(all.length / rowsPerPage));
  if (page > pages) return errorAnswer(404);
  const rows = all.slice((page - 1) * rowsPerPage, page * rowsPerPage);
  const list = { tree, body, asOf: figures.asOf, count: all.length, rows, page, pages };
  return shown(waitingPage(t, list), figuresPage);
}

/** The page asked for, 1 without a word about it; `null` for what is no number. */
function pageNumber(text: string): number | null {
  if (text === "") return 1;
  return /^[1-9][0-9]{0,5}$/.test(text) ? Number(text) : null;
}

async function checkPageOf(
  tools: PortalTools,
  { t, language }: Visit,
  search: Parameters<typeof checkRecordPage>[1]["search"],
  verifierDigest: string | null,
) {
  const { timeZone } = await tools.parametersReader.read(tools.portal);
  return checkRecordPage(t, { log: await logStanding(tools, language), timeZone, search, verifierDigest });
}

async function findEntry(tools: PortalTools, visit: Visit, verifierDigest: string | null): Promise<Answer> {
  const { query, language } = visit;
  const parsed = parseForm(publicEntryForm, query);
  if (parsed.ok) return redirected(`/${language}/check/entry/${parsed.value.number}`);
  const search = { typed: typedIn(publicEntryForm, query), problems: parsed.problem };
  return shown(await checkPageOf(tools, visit, search, verifierDigest), { status: wrongStatus });
}

async function namedEntry(tools: PortalTools, { params, language }: Visit) {
  const text = params.index ?? "";
  if (!/^(?:0|[1-9][0-9]{0,14})$/.test(text)) return null;
  return await readEntry(tools, Number(text), language);
}

async function showEntry(tools: PortalTools, visit: Visit): Promise<Answer> {
  const entry = await namedEntry(tools, visit);
  if (entry === null) return errorAnswer(404);
  return shown(entryPage(visit.t, entry, await tools.bodyTree()), recordPage);
}

async function sendEntryProof(tools: PortalTools, visit: Visit): Promise<Answer> {
  const shownEntry = await namedEntry(tools, visit);
  const proof = shownEntry === null ? null : await proofOfAct(tools.receipts, shownEntry.entry.actId);
  if (shownEntry === null || proof === null) return errorAnswer(404);
  return fileAnswer(Buffer.from(proof), "text/plain; charset=utf-8", {
    ...recordPage,
    headers: publicData.headers,
    fileName: `aydyn-entry-${shownEntry.entry.index}.tlog-proof`,
  });
}

/** What a body's page shows of its answering, for `bodiesRoutes`. */
export function appealSlots(tools: PortalTools): (visit: Visit, body: Body) => Promise<BodyPageSlots> {
  return async ({ t }, body) => {
    if (!takesAppeals(body)) return {};
    const tree = await tools.bodyTree();
    const register = tree.byNumber.get(body.register);
    if (register !== undefined && register.number !== body.number) {
      return { first: bodyCountedElsewhere(t, body, register) };
    }
    const { figures, overturned } = await publicFigures(tools, "year");
    const counts = figures.bodies.get(body.number);
    if (counts === undefined) return {};
    const longest = figures.overdue
      .filter(({ charged }) => charged === body.number)
      .slice(0, longestOnBodyPage);
    return {
      first: bodyAnswering(t, body, counts, overturned),
      last: bodyFigures(t, { body, tree, figures, counts, overturned, longest }),
    };
  };
}

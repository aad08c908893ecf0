/** The whole list of raised cases, for a head and for whoever oversees a body, page by page and as a file. */
import { civilDateText } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import type { Body, BodyTree } from "#government/bodies/index.ts";
import { placeIn, placeText } from "#government/cases/index.ts";
import { type Actor, appointmentsOf } from "#platform/authority/actor.ts";
import { mayBeGranted } from "#platform/authority/grant.ts";
import { type Answer, errorAnswer, fileAnswer, shown } from "#platform/http/answer.ts";
import { csvBytes } from "#platform/http/csv.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { PortalTools } from "../portal-tools.ts";
import { slugsOf } from "../public/public-figures.ts";
import { bodyObject, overseenFrom, withOverseer } from "./desk-access.ts";
import { type RaisedLink, type RaisedRow, raisedPage, raisedShows } from "./desk-raised-pages.ts";
import { raisedRows } from "./raised-rows.ts";

/** Rows of a page: it must fit into 6 KB with its headers. */
const rowsMax = 25;
/** Of the file, at once: the whole list is never in one answer of the database. */
const fileRowsMax = 1_000;

/** Registers the page and its file. */
export function deskRaisedRoutes(server: Server, tools: PortalTools): void {
  server.get("/desk/raised", (visit) => withRaised(tools, visit, (asked) => showRaised(tools, visit, asked)));
  server.get("/desk/raised.csv", (visit) => withRaised(tools, visit, (asked) => sendRaised(tools, asked)));
}

interface RaisedAsked {
  readonly link: RaisedLink;
  /** The bodies whose cases are listed. */
  readonly bodies: readonly BodyNumber[];
  readonly tree: BodyTree;
}

async function withRaised(
  tools: PortalTools,
  visit: Visit,
  run: (asked: RaisedAsked) => Promise<Answer>,
): Promise<Answer> {
  return await withOverseer(tools, visit, async ({ actor, tree }) => {
    const { query } = visit;
    const offices = new Set(appointmentsOf(actor).map(({ body }) => body));
    const tops = tree.all.filter(
      (body) => offices.has(body.number) && bodiesSeenFrom(actor, tree, body).length > 0,
    );
    const named = firstValue(query, "body");
    const top = named === "" ? tops[0] : tops.find(({ slug }) => slug === named);
    if (top === undefined) return errorAnswer(403);
    const seen = bodiesSeenFrom(actor, tree, top);
    const one = firstValue(query, "of");
    const of = one === "" ? null : seen.find(({ slug }) => slug === one);
    if (of === undefined) return errorAnswer(404);
    const show = raisedShows.find((each) => each === firstValue(query, "show")) ?? "all";
    const after = placeIn(firstValue(query, "after"));
    return await run({
      link: { top, of, show, after: placeText(after ?? undefined) },
      bodies: (of === null ? seen : [of]).map(({ number }) => number),
      tree,
    });
  });
}

/** One's own body, when one answers for it, and those that are overseen from there. */
function bodiesSeenFrom(actor: Actor, tree: BodyTree, body: Body): readonly Body[] {
  const own = mayBeGranted(actor, "oversight.see", bodyObject(tree, body.number)) ? [body] : [];
  return [...own, ...overseenFrom(actor, tree, body)];
}

async function showRaised(
  tools: PortalTools,
  { t }: Visit,
  { link, bodies, tree }: RaisedAsked,
): Promise<Answer> {
  const after = placeIn(link.after ?? "");
  const found = await raisedRows(tools, { bodies, show: link.show, after }, rowsMax + 1);
  const rows = found.slice(0, rowsMax);
  return shown(
    raisedPage(t, {
      ...{ link, rows },
      next: found.length > rows.length ? placeText(rows.at(-1)) : null,
      bodyOf: (number) => tree.all.find((body) => body.number === number),
      isOwn: bodies.every((number) => number === link.top.number),
    }),
  );
}

/** The list as it is filtered, whole. */
async function sendRaised(tools: PortalTools, { link, bodies }: RaisedAsked): Promise<Answer> {
  const slugOf = slugsOf(await tools.parametersReader.read(tools.desk));
  const rows: RaisedRow[] = [];
  for (let more = true; more; ) {
    const asked = { bodies, show: link.show, after: rows.at(-1) ?? null };
    const found = await raisedRows(tools, asked, fileRowsMax);
    rows.push(...found);
    more = found.length === fileRowsMax;
  }
  const lines = rows.map(({ body, number, post, due, workingDays, day }) => [
    ...[slugOf(body), number, post, civilDateText(due), workingDays, civilDateText(day)],
  ]);
  const head = ["body", "number", "post", "due", "workingDaysLeft", "raised"];
  const name = link.show === "erasures" ? "erasures-over-their-day" : "raised";
  return fileAnswer(csvBytes([head, ...lines]), "text/csv; charset=utf-8", {
    fileName: `${name}-${(link.of ?? link.top).slug}.csv`,
  });
}

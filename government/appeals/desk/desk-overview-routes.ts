/** The head's overview of a body, and the overview of the bodies below for whoever controls them. */
import { countWorkingDays } from "#core/clock/calendar.ts";
import { addDays, type CivilDate, civilDateAt, weekdayOf } from "#core/clock/civil-date.ts";
import { calendarAt, weekOf } from "#core/clock/clock-parameters.ts";
import { type Body, parseBodySlug } from "#government/bodies/index.ts";
import { placeIn, placeText, readQueue } from "#government/cases/index.ts";
import { appointmentsOf } from "#platform/authority/actor.ts";
import { mayBeGranted } from "#platform/authority/grant.ts";
import { type Answer, errorAnswer, shown } from "#platform/http/answer.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { PortalTools } from "../portal-tools.ts";
import { publicFigures } from "../public/public-figures.ts";
import { overdueErasures } from "../waiting-erasures.ts";
import { bodyObject, type Desk, overseenFrom, withOverseer } from "./desk-access.ts";
import { clocksPage } from "./desk-clocks-pages.ts";
import { oversightPage, overviewPage } from "./desk-overview-pages.ts";
import type { RaisedListShow } from "./desk-raised-pages.ts";
import { type BodyLoad, readBodyLoads, readDeskLoads } from "./desk-store.ts";
import { raisedRows } from "./raised-rows.ts";

/** Rows of a table: with two of them the page still fits into 6 KB. */
const raisedRowsMax = 20;
const bodyRowsMax = 25;
const clockRowsMax = 50;
const sunday = 7;

/** How much lies with whom at a body; what was raised, for its head. */
export async function showOverview(
  tools: PortalTools,
  visit: Visit,
  desk: Desk,
  body: Body,
): Promise<Answer> {
  const { actor, tree, bodies } = desk;
  const object = bodyObject(tree, body.number);
  if (!mayBeGranted(actor, "statistics.see", object)) return errorAnswer(403);
  const { timeZone } = await tools.parametersReader.read(tools.desk);
  const today = civilDateAt(tools.now(), timeZone);
  const oversees = mayBeGranted(actor, "oversight.see", object);
  const rowsOf = (show: RaisedListShow) =>
    raisedRows(tools, { bodies: [body.number], show, after: null }, raisedRowsMax);
  const [loads, raised, erasures, late] = await Promise.all([
    readDeskLoads(tools.desk, body.number, { today, weekThrough: lastDayOfWeek(today) }),
    oversees ? rowsOf("all") : null,
    oversees ? rowsOf("erasures") : [],
    oversees ? lateOf(tools, body) : null,
  ]);
  const linkBody = bodies.length > 1 ? body : null;
  const writesTemplates = mayBeGranted(desk.self, "template.write", object);
  return shown(overviewPage(visit.t, { body, linkBody, loads, raised, erasures, late, writesTemplates }));
}

function lastDayOfWeek(today: CivilDate): CivilDate {
  return addDays(today, sunday - weekdayOf(today));
}

/** The public figure of the body, no other: late and open overdue of twelve months, charged by the due day. */
async function lateOf(tools: PortalTools, body: Body): Promise<number | null> {
  if (body.register !== body.number) return null;
  const { figures } = await publicFigures(tools, "year");
  const own = figures.bodies.get(body.number);
  return own === undefined ? 0 : own.late + own.openOverdue;
}

/** The bodies below one whose oversight somebody has: counts and raised cases, page by page. */
export async function showOversight(tools: PortalTools, visit: Visit): Promise<Answer> {
  return await withOverseer(tools, visit, async ({ actor, tree }) => {
    // Where one holds an office and may oversee other bodies, not one's own alone.
    const offices = new Set(appointmentsOf(actor).map(({ body }) => body));
    const controlled = tree.all.filter(
      (body) => offices.has(body.number) && overseenFrom(actor, tree, body).length > 0,
    );
    const named = firstValue(visit.query, "body");
    const top = named === "" ? controlled[0] : controlled.find(({ slug }) => slug === named);
    if (top === undefined) return errorAnswer(403);
    return await showBodiesBelow(tools, visit, top, overseenFrom(actor, tree, top));
  });
}

async function showBodiesBelow(
  tools: PortalTools,
  { t, query }: Visit,
  top: Body,
  overseen: readonly Body[],
): Promise<Answer> {
  const after = firstValue(query, "after");
  const from = overseen.findIndex(({ slug }) => slug === after) + 1;
  const page = overseen.slice(from, from + bodyRowsMax);
  const parameters = await tools.parametersReader.read(tools.desk);
  const today = civilDateAt(tools.now(), parameters.timeZone);
  const numbers = overseen.map(({ number }) => number);
  const [loads, raised, erasures] = await Promise.all([
    readBodyLoads(tools.desk, numbers, today),
    raisedRows(tools, { bodies: numbers, show: "all", after: null }, raisedRowsMax),
    overdueErasures(tools.desk, numbers, parameters, tools.now()),
  ]);
  return shown(
    oversightPage(t, {
      top,
      all: { open: sumOf(loads, "open"), overdue: sumOf(loads, "overdue"), raised: sumOf(loads, "raised") },
      bodies: page.map((body) => ({ body, load: loads.find((one) => one.body === body.number) ?? null })),
      raised,
      erasures: erasures.length,
      byNumber: (number) => overseen.find((body) => body.number === number),
      isContinued: from > 0,
      next: from + page.length < overseen.length ? (page.at(-1)?.slug ?? null) : null,
    }),
  );
}

function sumOf(loads: readonly BodyLoad[], figure: "open" | "overdue" | "raised"): number {
  return loads.reduce((sum, load) => sum + load[figure], 0);
}

/** The open cases of one body by due day, for whoever oversees it: read, nothing more. */
export async function showClocks(tools: PortalTools, visit: Visit): Promise<Answer> {
  return await withOverseer(tools, visit, async ({ actor, tree }) => {
    const slug = parseBodySlug(visit.params.slug ?? "");
    const body = slug === null ? undefined : tree.bySlug.get(slug);
    if (body === undefined) return errorAnswer(404);
    if (!mayBeGranted(actor, "oversight.see", bodyObject(tree, body.number))) return errorAnswer(403);
    return await showClocksOf(tools, visit, body);
  });
}

async function showClocksOf(tools: PortalTools, visit: Visit, body: Body): Promise<Answer> {
  const now = tools.now();
  const parameters = await tools.parametersReader.read(tools.desk);
  const today = civilDateAt(now, parameters.timeZone);
  const isOverdueOnly = firstValue(visit.query, "show") === "overdue";
  const filter = { body: body.number, ...(isOverdueOnly ? { dueThrough: addDays(today, -1) } : {}) };
  const after = placeIn(firstValue(visit.query, "after"));
  const found = await readQueue(tools.desk, filter, after, clockRowsMax + 1);
  const rows = found.slice(0, clockRowsMax);
  const calendar = calendarAt(parameters, now);
  const week = weekOf(parameters, body.number);
  return shown(
    clocksPage(visit.t, {
      ...{ body, rows, today, isOverdueOnly },
      isContinued: after !== null,
      next: found.length > rows.length ? placeText(rows.at(-1)) : null,
      workingDays: (from, through) => countWorkingDays(calendar, week, from, through),
    }),
  );
}

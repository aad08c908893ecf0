/** The desk: its queue and its overview; cases, acts and answers have files of their own. */
import { countWorkingDays } from "#core/clock/calendar.ts";
import { type CivilDate, civilDateAt, civilDateText, parseCivilDate } from "#core/clock/civil-date.ts";
import { calendarAt, weekOf } from "#core/clock/clock-parameters.ts";
import { unreachable } from "#core/result.ts";
import type { Body } from "#government/bodies/index.ts";
import {
  type CaseRow,
  findCase,
  parseCaseNumber,
  type QueuePlace,
  readQueue,
  readRecentlyClosed,
} from "#government/cases/index.ts";
import { mayBeGranted } from "#platform/authority/grant.ts";
import { type Answer, errorAnswer, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { countWaitingErasures } from "../erasure-store.ts";
import type { PortalTools } from "../portal-tools.ts";
import { proposalsToRead } from "../proposal-store.ts";
import { releaseRoutes } from "../published/release-routes.ts";
import { bodyObject, type Desk, withDesk } from "./desk-access.ts";
import { deskActRoutes } from "./desk-act-routes.ts";
import { doneIn } from "./desk-acts.ts";
import { deskCaseRoutes } from "./desk-case-routes.ts";
import { deskEarlierRoutes } from "./desk-earlier-routes.ts";
import { deskErasureRoutes } from "./desk-erasure-routes.ts";
import { deskMergeRoutes } from "./desk-merge-routes.ts";
import { deskOpeningRoutes } from "./desk-opening-routes.ts";
import { deskChoicePage, overviewPage, type QueueShow, queuePage, queueShows } from "./desk-queue-pages.ts";
import { deskRefusalRoutes } from "./desk-refusal-routes.ts";
import { deskReplyRoutes } from "./desk-reply-routes.ts";
import { type DeskLoad, readDeskLoads } from "./desk-store.ts";
import { doneNotice } from "./desk-words-pages.ts";

/** Rows of a page: it must fit into 6 KB with its headers. */
const queueRowsMax = 25;

/** Registers every page of the desk. Its use cases run on the desk's connection, which cannot read sealed parts. */
export function registerDeskRoutes(server: Server, tools: PortalTools): void {
  server.get("/desk", (visit) =>
    withDesk(tools, visit, (desk) => atBody(visit, desk, (body) => showQueue(tools, visit, desk, body))),
  );
  server.get("/desk/overview", (visit) =>
    withDesk(tools, visit, (desk) => atBody(visit, desk, (body) => showOverview(tools, visit, desk, body))),
  );
  deskCaseRoutes(server, tools);
  deskOpeningRoutes(server, tools);
  deskActRoutes(server, tools);
  deskRefusalRoutes(server, tools);
  deskMergeRoutes(server, tools);
  deskReplyRoutes(server, tools);
  deskErasureRoutes(server, tools);
  releaseRoutes(server, tools);
  deskEarlierRoutes(server, tools);
}

/** The body that the address names, or the only one; whoever sits at several desks chooses first. */
async function atBody(visit: Visit, desk: Desk, run: (body: Body) => Promise<Answer>): Promise<Answer> {
  const named = firstValue(visit.query, "body");
  const [only] = desk.bodies;
  if (named === "" && desk.bodies.length > 1) return shown(deskChoicePage(visit.t, desk.bodies));
  const body = named === "" ? only : desk.bodies.find(({ slug }) => slug === named);
  return body === undefined ? errorAnswer(404) : await run(body);
}

async function showQueue(tools: PortalTools, visit: Visit, desk: Desk, body: Body): Promise<Answer> {
  const { t, query } = visit;
  const show = queueShows.find((each) => each === firstValue(query, "show")) ?? "all";
  const after = placeIn(firstValue(query, "after"));
  const now = tools.now();
  const parameters = await tools.parametersReader.read(tools.desk);
  const today = civilDateAt(now, parameters.timeZone);
  const [loads, found, erasuresAsked] = await Promise.all([
    readDeskLoads(tools.desk, body.number, today),
    readRows(tools, desk, body, { show, after }),
    countWaitingErasures(tools.desk, body.number),
  ]);
  const rows = found.slice(0, queueRowsMax);
  const calendar = calendarAt(parameters, now);
  const week = weekOf(parameters, body.number);
  const page = queuePage(t, {
    body,
    linkBody: desk.bodies.length > 1 ? body : null,
    show,
    counts: countsOf(loads, desk),
    rows,
    erasuresAsked,
    next: found.length > rows.length ? placeText(rows.at(-1)) : null,
    isContinued: after !== null,
    today,
    timeZone: parameters.timeZone,
    workingDays: (from: CivilDate, through: CivilDate) => countWorkingDays(calendar, week, from, through),
    hasOverview: mayBeGranted(desk.actor, "statistics.see", bodyObject(desk.tree, body.number)),
    said: doneNotice(t, doneIn(query)),
  });
  return shown(page);
}

/** One row more than a page holds, so that the page knows whether another follows. */
async function readRows(
  tools: PortalTools,
  desk: Desk,
  body: Body,
  { show, after }: { readonly show: QueueShow; readonly after: QueuePlace | null },
): Promise<readonly CaseRow[]> {
  const { number } = body;
  const count = queueRowsMax + 1;
  switch (show) {
    case "all":
      return await readQueue(tools.desk, { body: number }, after, count);
    case "mine":
      return await readQueue(tools.desk, { body: number, official: desk.account }, after, count);
    case "unassigned":
      return await readQueue(tools.desk, { body: number, unassigned: true }, after, count);
    case "approve": {
      const waiting = await proposalsToRead(tools.desk, number, desk.account, queueRowsMax);
      const found = await Promise.all(waiting.map(({ tag }) => findCase(tools.desk, tag)));
      return found.filter((row) => row !== null);
    }
    case "closed":
      return await readRecentlyClosed(tools.desk, number, queueRowsMax);
    default:
      return unreachable(show);
  }
}

function countsOf(loads: readonly DeskLoad[], { account }: Desk) {
  const sum = (of: readonly DeskLoad[]) => of.reduce((total, { open }) => total + open, 0);
  return {
    all: sum(loads),
    mine: sum(loads.filter((load) => load.account === account)),
    unassigned: sum(loads.filter((load) => load.account === null)),
    overdue: loads.reduce((total, { overdue }) => total + overdue, 0),
  };
}

/** "2026-12-04.26-4711-8302-5"; anything else begins at the first row. */
function placeIn(text: string): QueuePlace | null {
  const [day = "", written = ""] = text.split(".");
  const due = parseCivilDate(day);
  const number = parseCaseNumber(written);
  return due.ok && number.ok ? { due: due.value, number: number.value } : null;
}

function placeText(row: CaseRow | undefined): string | null {
  return row === undefined || row.due === null ? null : `${civilDateText(row.due)}.${row.number}`;
}

async function showOverview(tools: PortalTools, visit: Visit, desk: Desk, body: Body): Promise<Answer> {
  const { actor, tree, bodies } = desk;
  if (!mayBeGranted(actor, "statistics.see", bodyObject(tree, body.number))) return errorAnswer(403);
  const { timeZone } = await tools.parametersReader.read(tools.desk);
  const loads = await readDeskLoads(tools.desk, body.number, civilDateAt(tools.now(), timeZone));
  return shown(overviewPage(visit.t, { body, linkBody: bodies.length > 1 ? body : null, loads }));
}

/** The queue of a desk: what is shown, page by page. */
import { addWorkingDays, countWorkingDays } from "#core/clock/calendar.ts";
import { addDays, type CivilDate, civilDateAt, civilDateText } from "#core/clock/civil-date.ts";
import { calendarAt, weekOf } from "#core/clock/clock-parameters.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { unreachable } from "#core/result.ts";
import { type Body, postOf } from "#government/bodies/index.ts";
import {
  type CaseRow,
  countQueue,
  explainQueue,
  findCase,
  placeIn,
  placeText,
  type QueueFilter,
  readQueue,
  readRecentlyClosed,
} from "#government/cases/index.ts";
import { appointmentsOf } from "#platform/authority/actor.ts";
import { mayBeGranted } from "#platform/authority/grant.ts";
import { type Answer, shown } from "#platform/http/answer.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { waitingOrders } from "../erasure-order-store.ts";
import { forwardedBy } from "../forwarding-store.ts";
import type { PortalTools } from "../portal-tools.ts";
import { countProposalsToRead, proposalsToRead } from "../proposal-store.ts";
import { datedErasures } from "../waiting-erasures.ts";
import { bodyObject, type Desk, overseenFrom } from "./desk-access.ts";
import { assignablePosts, doneIn } from "./desk-acts.ts";
import { forwardedPage } from "./desk-bulk-pages.ts";
import { nearWorkingDays } from "./desk-due-pages.ts";
import { type DeskLink, deskHref, queueKinds, queueShows } from "./desk-links.ts";
import { rememberPlace } from "./desk-place.ts";
import { queuePage } from "./desk-queue-pages.ts";
import type { DeskRefusal } from "./desk-refusals.ts";
import { doneNotice, refusalNotice } from "./desk-words-pages.ts";

/** Rows of a page: it must fit into 6 KB with its headers. */
export const queueRowsMax = 25;
export const wrongQueueStatus = 422;

/** What was chosen in the bar and could not be done as a whole. */
interface Unfinished {
  readonly refusal: DeskRefusal;
  readonly chosen: ReadonlySet<string>;
}

/** Shows the queue of a body as its address says. */
export async function showQueue(
  tools: PortalTools,
  visit: Visit,
  desk: Desk,
  body: Body,
  unfinished: Unfinished | null = null,
): Promise<Answer> {
  const { t, query } = visit;
  const link = linkIn(visit, desk, body);
  await rememberPlace(tools, desk.session, deskHref(t, "", link));
  const now = tools.now();
  const parameters = await tools.parametersReader.read(tools.desk);
  const days = daysOf(parameters, body, now);
  if (link.show === "forwarded") {
    const rows = await forwardedBy(tools.desk, body.number, queueRowsMax);
    return shown(forwardedPage(t, { body, linkBody: link.body, rows, parameters }));
  }
  const [counts, toApprove, found, erasures, orders, bar] = await Promise.all([
    countQueue(tools.desk, body.number, { ...days, posts: ownPosts(desk, body) }),
    countProposalsToRead(tools.desk, body.number, desk.account),
    readRows(tools, desk, body, link, days),
    datedErasures(tools.desk, body.number, parameters),
    waitingOrders(tools.desk, body.number),
    barFor(tools, visit, desk, body),
  ]);
  const rows = found.slice(0, queueRowsMax);
  const explanations = await explainQueue(
    tools.desk,
    rows.filter(({ due }) => due !== null),
    parameters,
    now,
  );
  const calendar = calendarAt(parameters, now);
  const week = weekOf(parameters, body.number);
  const page = queuePage(t, {
    body,
    link,
    counts,
    toApprove: toApprove + orders.length,
    rows,
    explanations,
    erasures,
    orders,
    next: found.length > rows.length ? placeText(rows.at(-1)) : null,
    today: days.today,
    timeZone: parameters.timeZone,
    workingDays: (from, through) => countWorkingDays(calendar, week, from, through),
    hasOverview: mayBeGranted(desk.actor, "statistics.see", bodyObject(desk.tree, body.number)),
    overseesAll: body.oversight !== undefined && overseenFrom(desk.actor, desk.tree, body).length > 0,
    bar: link.show === "closed" || link.show === "approve" ? null : bar,
    chosen: unfinished?.chosen ?? new Set(),
    said: unfinished === null ? doneNotice(t, doneIn(query)) : refusalNotice(t, unfinished.refusal),
  });
  return shown(page, { status: unfinished === null ? 200 : wrongQueueStatus });
}

interface QueueDays {
  readonly today: CivilDate;
  readonly nearThrough: CivilDate;
}

function daysOf(parameters: Parameters, body: Body, now: number): QueueDays {
  const today = civilDateAt(now, parameters.timeZone);
  const week = weekOf(parameters, body.number);
  return { today, nearThrough: addWorkingDays(calendarAt(parameters, now), week, today, nearWorkingDays) };
}

/** The place that an address names; what it does not know is left out. */
export function linkIn({ query: address, body: fields, request }: Visit, desk: Desk, body: Body): DeskLink {
  const query = request.method === "POST" ? fields : address;
  const show = queueShows.find((each) => each === firstValue(query, "show")) ?? "all";
  const kind = queueKinds.find((each) => each === firstValue(query, "kind")) ?? null;
  const post = firstValue(query, "post");
  const after = placeIn(firstValue(query, "after"));
  return {
    body: desk.bodies.length > 1 ? body : null,
    show,
    kind,
    post: postOf(body, post) === null ? null : post,
    after: after === null ? null : `${civilDateText(after.due)}.${after.number}`,
  };
}

/** The posts that a person holds at a body: what the policy asks of "assigned", not the account. */
function ownPosts({ actor }: Desk, body: Body): readonly string[] {
  return appointmentsOf(actor).flatMap((held) => (held.body === body.number ? [held.post] : []));
}

/** One row more than a page holds, so that the page knows whether another follows. */
async function readRows(
  tools: PortalTools,
  desk: Desk,
  body: Body,
  link: DeskLink,
  days: QueueDays,
): Promise<readonly CaseRow[]> {
  const sql = tools.desk;
  switch (link.show) {
    case "approve": {
      const waiting = await proposalsToRead(sql, body.number, desk.account, queueRowsMax);
      const found = await Promise.all(waiting.map(({ tag }) => findCase(sql, tag)));
      return found.filter((row) => row !== null);
    }
    case "closed":
      return await readRecentlyClosed(sql, body.number, queueRowsMax);
    case "forwarded":
      return [];
    case "all":
    case "mine":
    case "unassigned":
    case "overdue":
    case "near":
    case "waiting":
      return await readQueue(
        sql,
        filterOf(desk, body, link, days),
        placeIn(link.after ?? ""),
        queueRowsMax + 1,
      );
    default:
      return unreachable(link.show);
  }
}

function filterOf(desk: Desk, body: Body, { show, kind, post }: DeskLink, days: QueueDays): QueueFilter {
  return {
    body: body.number,
    ...(show === "mine" ? { posts: ownPosts(desk, body) } : post ? { posts: [post] } : {}),
    ...(show === "unassigned" ? { unassigned: true } : {}),
    ...(show === "overdue" ? { dueThrough: addDays(days.today, -1) } : {}),
    ...(show === "near" ? { dueFrom: days.today, dueThrough: days.nearThrough } : {}),
    ...(show === "waiting" ? { phase: "awaiting-applicant" } : {}),
    ...(kind ? { kind } : {}),
  };
}

/** The bar is for those who may give cases away: asked of a case that nobody has anything to do with. */
async function barFor(tools: PortalTools, visit: Visit, { actor }: Desk, body: Body) {
  const object = {
    kind: "case",
    tag: "00".repeat(16),
    body: body.number,
    applicant: null,
    assigned: null,
    sealed: false,
    complainedOf: [],
    appealedAgainst: [],
  } as const;
  const posts = await assignablePosts(tools.desk, { actor, object, body }, tools.now());
  return posts.length === 0 ? null : { posts, formKey: visit.drawFormKey() };
}

/** What waits at a body to be erased, page by page and as a file: requests of applicants, and orders. */
import { civilDateAt, civilDateText } from "#core/clock/civil-date.ts";
import type { Body } from "#government/bodies/index.ts";
import { placeIn, placeText, type QueuePlace } from "#government/cases/index.ts";
import { type Answer, errorAnswer, fileAnswer, shown } from "#platform/http/answer.ts";
import { type CsvCell, csvBytes } from "#platform/http/csv.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { type WaitingOrder, waitingOrders } from "../erasure-order-store.ts";
import type { PortalTools } from "../portal-tools.ts";
import { afterPlace, datedErasures, inOrder, placeOfErasure } from "../waiting-erasures.ts";
import { type Desk, withDesk } from "./desk-access.ts";
import { deskDays } from "./desk-days.ts";
import { type ErasuresLink, erasureShows, erasuresPage } from "./desk-erasure-list-pages.ts";

/** Rows of a page: it must fit into 6 KB with its headers. */
const rowsMax = 25;

/** Registers the lists and their files. */
export function deskErasureListRoutes(server: Server, tools: PortalTools): void {
  server.get("/desk/erasures", (visit) =>
    withErasures(tools, visit, (asked) => showErasures(tools, visit, asked)),
  );
  server.get("/desk/erasures.csv", (visit) =>
    withErasures(tools, visit, (asked) => sendErasures(tools, asked)),
  );
}

interface ErasuresAsked {
  readonly desk: Desk;
  readonly body: Body;
  readonly link: ErasuresLink;
}

async function withErasures(
  tools: PortalTools,
  visit: Visit,
  run: (asked: ErasuresAsked) => Promise<Answer>,
): Promise<Answer> {
  return await withDesk(tools, visit, async (desk) => {
    const { query } = visit;
    const named = firstValue(query, "body");
    const body = named === "" ? desk.bodies[0] : desk.bodies.find(({ slug }) => slug === named);
    if (body === undefined) return errorAnswer(404);
    const show = erasureShows.find((each) => each === firstValue(query, "show")) ?? "asked";
    const after = placeText(placeIn(firstValue(query, "after")) ?? undefined);
    return await run({ desk, body, link: { body: desk.bodies.length > 1 ? body : null, show, after } });
  });
}

async function showErasures(
  tools: PortalTools,
  { t }: Visit,
  { desk, body, link }: ErasuresAsked,
): Promise<Answer> {
  const parameters = await tools.parametersReader.read(tools.desk);
  const days = deskDays(parameters, tools.now());
  const orders = await ordersInOrder(tools, body, days.timeZone);
  const common = { body, bodies: desk.bodies, link, days };
  const after = placeIn(link.after ?? "");
  if (link.show === "orders") {
    const page = pageOf(orders, (order) => placeOfOrder(order, days.timeZone), after);
    return shown(erasuresPage(t, { ...common, waiting: null, orders: page.rows, next: page.next }));
  }
  const waiting = await datedErasures(tools.desk, body.number, parameters);
  const { rows, next } = pageOf(waiting, placeOfErasure, after);
  return shown(erasuresPage(t, { ...common, waiting: rows, orders, next }));
}

function pageOf<Row>(
  all: readonly Row[],
  placeOf: (row: Row) => QueuePlace,
  after: QueuePlace | null,
): { readonly rows: readonly Row[]; readonly next: string | null } {
  const found = afterPlace(all, placeOf, after);
  const rows = found.slice(0, rowsMax);
  const last = rows.at(-1);
  return { rows, next: found.length > rows.length && last !== undefined ? placeText(placeOf(last)) : null };
}

/** Orders by the day on which they were named, so that an address can say where a page begins. */
async function ordersInOrder(
  tools: PortalTools,
  body: Body,
  timeZone: string,
): Promise<readonly WaitingOrder[]> {
  const orders = await waitingOrders(tools.desk, body.number);
  return [...orders].sort((one, other) =>
    inOrder(placeOfOrder(one, timeZone), placeOfOrder(other, timeZone)),
  );
}

function placeOfOrder({ proposedAt, number }: WaitingOrder, timeZone: string): QueuePlace {
  return { due: civilDateAt(proposedAt, timeZone), number };
}

/** The list of a body, whole. */
async function sendErasures(tools: PortalTools, { body, link }: ErasuresAsked): Promise<Answer> {
  const parameters = await tools.parametersReader.read(tools.desk);
  const dayOf = (instant: number) => civilDateText(civilDateAt(instant, parameters.timeZone));
  const rows: readonly (readonly CsvCell[])[] =
    link.show === "orders"
      ? [
          ["ordered", "number", "post"],
          ...(await ordersInOrder(tools, body, parameters.timeZone)).map(
            ({ proposedAt, number, writerPost }) => [dayOf(proposedAt), number, writerPost],
          ),
        ]
      : [
          ["due", "asked", "number", "post", "phase"],
          ...(await datedErasures(tools.desk, body.number, parameters)).map(
            ({ term, askedAt, number, post, phase }) => [
              ...[term === null ? null : civilDateText(term.due), dayOf(askedAt), number, post, phase],
            ],
          ),
        ];
  const name = link.show === "orders" ? "orders-to-erase" : "erasures-asked-for";
  return fileAnswer(csvBytes(rows), "text/csv; charset=utf-8", { fileName: `${name}-${body.slug}.csv` });
}

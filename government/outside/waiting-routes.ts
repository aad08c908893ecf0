/** What waits for a body that joins, for its own officials: page by page, and whole as a file. */
import { toHex } from "#core/bytes.ts";
import { countWorkingDays } from "#core/clock/calendar.ts";
import { civilDateAt, civilDateText } from "#core/clock/civil-date.ts";
import { calendarAt, weekOf } from "#core/clock/clock-parameters.ts";
import { actorOfRequest, type PortalTools } from "#government/appeals/index.ts";
import { type Body, inLanguage } from "#government/bodies/index.ts";
import { placeIn, placeText, readFilingDetails } from "#government/cases/index.ts";
import { appointmentsOf } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import { type Answer, errorAnswer, fileAnswer, redirected, shown } from "#platform/http/answer.ts";
import { csvBytes } from "#platform/http/csv.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { readWaiting, type WaitingCase } from "./outside-store.ts";
import { sentBy } from "./silence-facts.ts";
import { type WaitingRow, waitingPage } from "./waiting-pages.ts";

const rowsMax = 25;
/** Of the file, at once: the whole list is never in one answer of the database. */
const fileRowsMax = 1_000;

/** Registers the page and its file. */
export function waitingRoutes(server: Server, tools: PortalTools): void {
  server.get("/outside/waiting", (visit) =>
    withJoined(tools, visit, (body) => showWaiting(tools, visit, body)),
  );
  server.get("/outside/waiting.csv", (visit) => withJoined(tools, visit, (body) => sendWaiting(tools, body)));
}

/** Runs for an official of a body; whoever holds an office there has been proved to be of the body. */
async function withJoined(
  tools: PortalTools,
  visit: Visit,
  run: (body: Body) => Promise<Answer>,
): Promise<Answer> {
  const actor = await actorOfRequest(tools, visit.request);
  if (actor.kind !== "person") return redirected(`/${visit.language}/sign-in`);
  const tree = await tools.bodyTree();
  for (const { body } of appointmentsOf(actor)) {
    const found = tree.byNumber.get(body);
    if (found === undefined) continue;
    const desk = ask(actor, "desk.see", { kind: "body", body, above: [] });
    if (desk.ok) return await run(found);
  }
  return errorAnswer(403);
}

async function showWaiting(tools: PortalTools, { t, query }: Visit, body: Body): Promise<Answer> {
  const after = placeIn(firstValue(query, "after"));
  const found = await readWaiting(tools.desk, body.number, after, rowsMax + 1);
  const cases = found.slice(0, rowsMax);
  return shown(
    waitingPage(t, {
      body: inLanguage(t, body.name),
      rows: await rowsOf(tools, body, cases),
      isContinued: after !== null,
      next: found.length > cases.length ? placeText(cases.at(-1)) : null,
    }),
  );
}

async function sendWaiting(tools: PortalTools, body: Body): Promise<Answer> {
  const rows: WaitingRow[] = [];
  for (let last: WaitingCase | null | undefined = null; last !== undefined; ) {
    const cases = await readWaiting(tools.desk, body.number, last, fileRowsMax);
    rows.push(...(await rowsOf(tools, body, cases)));
    last = cases.length < fileRowsMax ? undefined : cases.at(-1);
  }
  return fileAnswer(waitingCsv(rows), "text/csv; charset=utf-8", { fileName: `waiting-${body.slug}.csv` });
}

async function rowsOf(
  tools: PortalTools,
  body: Body,
  cases: readonly WaitingCase[],
): Promise<readonly WaitingRow[]> {
  const parameters = await tools.parametersReader.read(tools.desk);
  const now = tools.now();
  const today = civilDateAt(now, parameters.timeZone);
  const calendar = calendarAt(parameters, now);
  const week = weekOf(parameters, body.number);
  const details = await readFilingDetails(
    tools.desk,
    cases.map(({ tag }) => tag),
  );
  return cases.map(({ tag, number, due, entry }) => ({
    ...{ number, due, entry },
    sent: sentBy(details.get(toHex(tag)) ?? null),
    workingDaysOverdue: countWorkingDays(calendar, week, due, today),
  }));
}

/** What waits, for the body's own register of incoming mail: days and numbers, no text and no name. */
function waitingCsv(rows: readonly WaitingRow[]): Uint8Array {
  const head = ["number", "sent_on", "way", "proof", "due", "working_days_overdue", "entry"];
  const lines = rows.map(({ number, sent, due, workingDaysOverdue, entry }) => [
    number,
    sent === null ? null : civilDateText(sent.sentOn),
    sent?.way ?? null,
    sent?.proof ?? null,
    civilDateText(due),
    workingDaysOverdue,
    entry,
  ]);
  return csvBytes([head, ...lines]);
}

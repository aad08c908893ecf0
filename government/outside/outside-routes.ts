/** The public page of the register, the certificate, and what waits for a body that joins. */
import { utf8Bytes } from "#core/bytes.ts";
import { countWorkingDays } from "#core/clock/calendar.ts";
import { civilDateAt, civilDateText } from "#core/clock/civil-date.ts";
import { calendarAt, weekOf } from "#core/clock/clock-parameters.ts";
import {
  actorOfRequest,
  bodyNames,
  type PortalTools,
  saidNotice,
  takeSaid,
} from "#government/appeals/index.ts";
import { type Body, inLanguage } from "#government/bodies/index.ts";
import { findCaseByNumber, parseCaseNumber, viewCase } from "#government/cases/index.ts";
import { appointmentsOf } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import { type Answer, errorAnswer, fileAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { translator } from "#platform/language/texts.ts";
import { answerRoutes } from "./answer-routes.ts";
import { certificatePdf } from "./certificate-pdf.ts";
import { joiningRoutes } from "./joining-routes.ts";
import { bodiesOutside } from "./keeper.ts";
import { type OutsideAccess, withOutsideCase } from "./outside-access.ts";
import { type Keeper, outsideCasePage, outsidePage, type WaitingRow, waitingPage } from "./outside-pages.ts";
import { readOutsideCounts, readWaiting } from "./outside-store.ts";
import { recordRoutes } from "./record-routes.ts";
import { sentAs, silenceFacts } from "./silence-facts.ts";

export interface OutsideOptions {
  /** As the operator has set it; `null` in the register of a state. */
  readonly keeper: Keeper | null;
}

const publicSeconds = 60;
/** What a joined body takes away in one file. */
const waitingMax = 1_000;

/** Registers every page of the slice. */
export function registerOutsideRoutes(server: Server, tools: PortalTools, options: OutsideOptions): void {
  server.get("/outside", async ({ t }) => {
    const bodies = bodiesOutside(await tools.bodyTree());
    const { timeZone } = await tools.parametersReader.read(tools.portal);
    const counts = await readOutsideCounts(tools.portal, civilDateAt(tools.now(), timeZone));
    const page = outsidePage(t, {
      keeper: options.keeper,
      bodies,
      counts: new Map(counts.map((count) => [count.body, count])),
    });
    return shown(page, { caching: { publicSeconds } });
  });
  recordRoutes(server, tools);
  answerRoutes(server, tools);
  joiningRoutes(server, tools);
  server.get("/outside/case/:number", (visit) =>
    withOutsideCase(tools, visit, (access) => showCase(tools, visit, access)),
  );
  server.get("/outside/case/:number/certificate.pdf", (visit) =>
    withOutsideCase(tools, visit, (access) => sendCertificate(tools, visit, access, options)),
  );
  server.get("/outside/waiting", (visit) =>
    withWaiting(tools, visit, async (body, rows) =>
      shown(waitingPage(visit.t, { body: inLanguage(visit.t, body.name), rows })),
    ),
  );
  server.get("/outside/waiting.csv", (visit) =>
    withWaiting(tools, visit, async (body, rows) =>
      fileAnswer(waitingCsv(rows), "text/csv; charset=utf-8", { fileName: `waiting-${body.slug}.csv` }),
    ),
  );
}

async function showCase(
  tools: PortalTools,
  visit: Visit,
  { row, body, viewer, session }: OutsideAccess,
): Promise<Answer> {
  const { t } = visit;
  const parameters = await tools.parametersReader.read(tools.portal);
  const view = await viewCase(tools.portal, viewer, row, parameters, tools.now());
  const sent = sentAs(view);
  if (sent === null) return errorAnswer(404);
  const facts = await silenceFacts(tools, row, viewer);
  const page = outsideCasePage(t, {
    number: row.number,
    body: inLanguage(t, body.name),
    sent,
    due: view.due,
    none: facts.ok ? null : facts.problem,
    mayAnswer: view.state.status !== "closed" && body.takesPart === false,
    said: saidNotice(t, await takeSaid(tools, session)),
  });
  return shown(page);
}

async function sendCertificate(
  tools: PortalTools,
  visit: Visit,
  { row, keeper, viewer }: OutsideAccess,
  options: OutsideOptions,
): Promise<Answer> {
  const facts = await silenceFacts(tools, row, viewer);
  if (!facts.ok) return redirected(`/${visit.language}/outside/case/${row.number}`);
  const parameters = await tools.parametersReader.read(tools.portal);
  const pdf = await certificatePdf(facts.value, {
    nameOfBody: (language, body) => bodyNames(translator(language), parameters)(body),
    keeper: (language) => options.keeper?.name ?? keeper.name[language],
    timeZone: parameters.timeZone,
    now: tools.now(),
  });
  return fileAnswer(pdf, "application/pdf", { fileName: `aydyn-${row.number}-certificate.pdf` });
}

/** Runs for an official of a body; whoever holds an office there has been proved to be of the body. */
async function withWaiting(
  tools: PortalTools,
  visit: Visit,
  run: (body: Body, rows: readonly WaitingRow[]) => Promise<Answer>,
): Promise<Answer> {
  const actor = await actorOfRequest(tools, visit.request);
  if (actor.kind !== "person") return redirected(`/${visit.language}/sign-in`);
  const tree = await tools.bodyTree();
  for (const { body } of appointmentsOf(actor)) {
    const found = tree.byNumber.get(body);
    if (found === undefined) continue;
    const desk = ask(actor, "desk.see", { kind: "body", body, above: [] });
    if (desk.ok) return await run(found, await waitingRows(tools, found));
  }
  return errorAnswer(403);
}

async function waitingRows(tools: PortalTools, body: Body): Promise<readonly WaitingRow[]> {
  const parameters = await tools.parametersReader.read(tools.desk);
  const now = tools.now();
  const today = civilDateAt(now, parameters.timeZone);
  const rows: WaitingRow[] = [];
  for (const text of await readWaiting(tools.desk, body.number, waitingMax)) {
    const number = parseCaseNumber(text);
    const row = number.ok ? await findCaseByNumber(tools.desk, number.value) : null;
    if (row === null) continue;
    const view = await viewCase(tools.desk, { kind: "desk", body: body.number }, row, parameters, now);
    const sent = sentAs(view);
    if (sent === null || view.due === null) continue;
    const days = countWorkingDays(
      calendarAt(parameters, now),
      weekOf(parameters, body.number),
      view.due,
      today,
    );
    rows.push({
      number: row.number,
      sent,
      due: view.due,
      workingDaysOverdue: days,
      entry: view.acts[0]?.place.index ?? null,
    });
  }
  return rows;
}

/** What waits, for the body's own register of incoming mail (RFC 4180): days and numbers, no text and no name. */
function waitingCsv(rows: readonly WaitingRow[]): Uint8Array {
  const head = ["number", "sent_on", "way", "proof", "due", "working_days_overdue", "entry"];
  const lines = rows.map(({ number, sent, due, workingDaysOverdue, entry }) => [
    number,
    civilDateText(sent.sentOn),
    sent.way,
    sent.proof,
    civilDateText(due),
    String(workingDaysOverdue),
    entry === null ? "" : String(entry),
  ]);
  return utf8Bytes([head, ...lines].map((cells) => `${cells.join(",")}\r\n`).join(""));
}

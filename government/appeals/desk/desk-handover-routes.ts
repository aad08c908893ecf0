/** Handing a post over while its holder is away. */

import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import type { JsonValue } from "#core/record/canonical-json.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { type Body, postOf } from "#government/bodies/index.ts";
import { officeholdersAt } from "#government/identity/index.ts";
import { ask, mayBeGranted } from "#platform/authority/grant.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { readDay } from "#platform/form/read-day.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { handoversFrom } from "../handover-store.ts";
import { carryOutOnce, type PortalTools } from "../portal-tools.ts";
import { setHandover, takeHandoverBack } from "../set-handover.ts";
import { atBody, type Desk, withDesk } from "./desk-access.ts";
import { deskHandoverForm, deskVacancyForm } from "./desk-forms.ts";
import { handoverPage } from "./desk-handover-pages.ts";
import { type DeskRefusal, refusalStatus } from "./desk-refusals.ts";
import { deputyIn, postsHeld, vacanciesBelow } from "./desk-vacancies.ts";

const wrongStatus = 422;

/** Registers the pages of handing over. */
export function deskHandoverRoutes(server: Server, tools: PortalTools): void {
  const at = (visit: Visit, run: (desk: Desk, body: Body) => Promise<Answer>) =>
    withDesk(tools, visit, (desk) => atBody(visit, desk, (body) => run(desk, body)));
  server.get("/desk/handover", (visit) =>
    at(visit, (desk, body) => showHandovers(tools, visit, desk, body, untouched, null)),
  );
  server.post("/desk/handover", (visit) =>
    at(visit, (desk, body) => handOver(server, tools, visit, desk, body)),
  );
  server.post("/desk/handover/vacant", (visit) =>
    at(visit, (desk, body) => fillVacancy(server, tools, visit, desk, body)),
  );
  server.post("/desk/handover/end", (visit) =>
    at(visit, (desk, body) => endOne(server, tools, visit, desk, body)),
  );
}

function pathOf(visit: Visit, desk: Desk, body: Body): string {
  return `/${visit.language}/desk/handover${desk.bodies.length > 1 ? `?body=${body.slug}` : ""}`;
}

async function showHandovers(
  tools: PortalTools,
  visit: Visit,
  desk: Desk,
  body: Body,
  state: FormState,
  refusal: DeskRefusal | null,
): Promise<Answer> {
  const now = tools.now();
  const { timeZone } = await tools.parametersReader.read(tools.desk);
  const [handovers, holders] = await Promise.all([
    handoversFrom(tools.desk, body.number, civilDateAt(now, timeZone)),
    officeholdersAt(tools.desk, body.number, now),
  ]);
  const officials = postsHeld(holders, ["official"]);
  const own = postsHeld(holders, ["head", "official"]).filter((post) =>
    mayBeGranted(desk.self, "handover.set", { kind: "handover", body: body.number, post }),
  );
  const vacancies = await vacanciesBelow(tools.desk, desk, body, { now, timeZone });
  const page = handoverPage(visit.t, {
    body,
    linkBody: desk.bodies.length > 1 ? body : null,
    handovers,
    own,
    deputies: officials,
    vacancies,
    drawFormKey: visit.drawFormKey,
    state,
    refusal,
  });
  const isWrong = state.problems.length > 0;
  return shown(page, {
    status: refusal === null ? (isWrong ? wrongStatus : 200) : refusalStatus(refusal),
  });
}

/** The days of a handing over, out of the fields that hold them. */
function readSpan<First extends string, Last extends string>(
  typed: Readonly<Record<First | Last, string>>,
  first: First,
  last: Last,
): Result<{ readonly from: CivilDate; readonly through: CivilDate }, readonly FieldProblem[]> {
  const [from, through] = [readDay(typed[first]), readDay(typed[last])];
  if (!from.ok) return refused([{ field: first, code: "wrong-shape" }]);
  if (!through.ok) return refused([{ field: last, code: "wrong-shape" }]);
  return ok({ from: from.value, through: through.value });
}

async function handOver(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  desk: Desk,
  body: Body,
): Promise<Answer> {
  const typed = typedIn(deskHandoverForm, visit.body);
  const parsed = parseForm(deskHandoverForm, visit.body);
  if (!parsed.ok)
    return await showHandovers(tools, visit, desk, body, { typed, problems: parsed.problem }, null);
  const span = readSpan(parsed.value, "from", "through");
  if (!span.ok) return await showHandovers(tools, visit, desk, body, { typed, problems: span.problem }, null);
  const { post, deputy } = parsed.value;
  const done = await once(server, tools, visit, desk, async (appealTools) => {
    const grant = ask(desk.self, "handover.set", { kind: "handover", body: body.number, post });
    if (!grant.ok) return grant;
    const holders = await officeholdersAt(appealTools.transaction, body.number, tools.now());
    const [held, deputies] = [postsHeld(holders, ["head", "official"]), postsHeld(holders, ["official"])];
    // Nobody stands in who holds no post here, and no head for an official: the head may do all of it anyway.
    if (!held.includes(post) || !deputies.includes(deputy)) return refused("choice-gone");
    const handover = { deputyPost: deputy, ...span.value };
    return await setHandover(grant.value, handover, appealTools);
  });
  return done.ok
    ? redirected(pathOf(visit, desk, body))
    : await showHandovers(tools, visit, desk, body, { typed, problems: [] }, done.problem);
}

/** The head above says who acts in a post of a body below that nobody holds. */
async function fillVacancy(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  desk: Desk,
  body: Body,
): Promise<Answer> {
  const typed = typedIn(deskVacancyForm, visit.body);
  const parsed = parseForm(deskVacancyForm, visit.body);
  if (!parsed.ok)
    return await showHandovers(tools, visit, desk, body, { typed, problems: parsed.problem }, null);
  const span = readSpan(parsed.value, "vacantFrom", "vacantThrough");
  if (!span.ok) return await showHandovers(tools, visit, desk, body, { typed, problems: span.problem }, null);
  const done = await once(server, tools, visit, desk, async (appealTools) => {
    const { transaction, parameters } = appealTools;
    const moment = { now: tools.now(), timeZone: parameters.timeZone };
    const vacancies = await vacanciesBelow(transaction, desk, body, moment);
    const chosen = deputyIn(vacancies, parsed.value.vacantDeputy);
    if (chosen === null) return refused("choice-gone");
    const grant = ask(desk.self, "handover.set", chosen.vacancy.object);
    if (!grant.ok) return grant;
    const handover = { deputyPost: chosen.post, ...span.value };
    return await setHandover(grant.value, handover, appealTools);
  });
  return done.ok
    ? redirected(pathOf(visit, desk, body))
    : await showHandovers(tools, visit, desk, body, { typed, problems: [] }, done.problem);
}

async function endOne(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  desk: Desk,
  body: Body,
): Promise<Answer> {
  const post = firstValue(visit.body, "post");
  const done = await once(server, tools, visit, desk, async (appealTools) => {
    if (postOf(body, post) === null) return refused("choice-gone");
    const grant = ask(desk.self, "handover.set", { kind: "handover", body: body.number, post });
    if (!grant.ok) return grant;
    await takeHandoverBack(grant.value, appealTools);
    return ok(null);
  });
  return done.ok
    ? redirected(pathOf(visit, desk, body))
    : await showHandovers(tools, visit, desk, body, untouched, done.problem);
}

async function once(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  { session }: Desk,
  run: (appealTools: AppealTools) => Promise<Result<JsonValue, DeskRefusal>>,
) {
  const sent = { visit, formKeys: server.formKeys, scope: session.id, side: "desk" } as const;
  return await carryOutOnce<JsonValue, DeskRefusal>(tools, sent, run);
}

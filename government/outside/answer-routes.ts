/** The form for an answer that came past the register, and its post. */
import type { JsonValue } from "#core/record/canonical-json.ts";
import { ok, type Result, refused } from "#core/result.ts";
import {
  type AppealTools,
  carryOutOnce,
  fileProblem,
  type PortalTools,
  saidNotice,
  sayNext,
  takeSaid,
} from "#government/appeals/index.ts";
import { findCase } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { readDay } from "#platform/form/read-day.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { type OutsideAccess, outsideObject, withOutsideCase } from "./outside-access.ts";
import { answerForm } from "./outside-forms.ts";
import { answerPage } from "./outside-pages.ts";
import { type CameBack, type CameBackProblem, recordAnswer } from "./record-answer.ts";
import { sentScan } from "./sent-scan.ts";

const wrongStatus = 422;
const movedOnStatus = 409;

/** Registers the form. */
export function answerRoutes(server: Server, tools: PortalTools): void {
  const path = "/outside/case/:number/answer";
  server.get(path, (visit) =>
    withOutsideCase(tools, visit, (access) =>
      access.body.takesPart === false && access.row.due !== null
        ? showForm(tools, visit, access, untouched, null)
        : Promise.resolve(redirected(`/${visit.language}/outside/case/${access.row.number}`)),
    ),
  );
  server.post(path, (visit) =>
    withOutsideCase(tools, visit, (access) => postForm(server, tools, visit, access)),
  );
}

async function showForm(
  tools: PortalTools,
  visit: Visit,
  { row, session }: OutsideAccess,
  state: FormState,
  fileMessage: string | null,
): Promise<Answer> {
  const { t, request } = visit;
  tools.sessions.stayOnPage(request);
  const said = saidNotice(t, await takeSaid(tools, session));
  const page = answerPage(t, row.number, { state, formKey: visit.drawFormKey(), fileMessage, said });
  return shown(page, { status: request.method === "POST" ? wrongStatus : 200 });
}

async function postForm(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  access: OutsideAccess,
): Promise<Answer> {
  const { t, language } = visit;
  const typed = typedIn(answerForm, visit.body);
  const lostFile = visit.files.length > 0 ? t("case-file-again") : null;
  const again = (problems: readonly FieldProblem[], file: string | null = lostFile) =>
    showForm(tools, visit, access, { typed, problems }, file);
  const parsed = parseForm(answerForm, visit.body);
  if (!parsed.ok) return await again(parsed.problem);
  const [dated, receivedOn] = [readDay(parsed.value.dated), readDay(parsed.value.receivedOn)];
  if (!dated.ok) return await again([{ field: "dated", code: "wrong-shape" }]);
  if (!receivedOn.ok) return await again([{ field: "receivedOn", code: "wrong-shape" }]);
  const scans = sentScan(visit);
  if (!scans.ok) return await again([], fileProblem(t, scans.problem));
  const { way, text } = parsed.value;
  const days = { dated: dated.value, receivedOn: receivedOn.value };
  const answer = { way, ...days, text, attachments: scans.value };
  const { session, row } = access;
  const entered = await carryOutOnce(
    tools,
    { visit, formKeys: server.formKeys, scope: session.id, side: "portal" },
    (appealTools) => enter(appealTools, access, answer),
  );
  if (entered.ok) {
    if (!entered.value.repeated) await sayNext(tools, session, "entered");
    return redirected(`/${language}/outside/case/${row.number}`);
  }
  switch (entered.problem) {
    case "expired":
    case "not-drawn-here":
      await sayNext(tools, session, "form-too-old");
      return await again([]);
    case "received-in-the-future":
      return await again([{ field: "receivedOn", code: "wrong-shape" }]);
    case "dated-after-receipt":
      return await again([{ field: "dated", code: "wrong-shape" }]);
    case "may-not-follow":
      return errorAnswer(movedOnStatus);
    case "different-body":
      return errorAnswer(wrongStatus);
  }
}

async function enter(
  tools: AppealTools,
  { row: { tag }, actor, keeper }: OutsideAccess,
  answer: CameBack,
): Promise<Result<JsonValue, CameBackProblem | "may-not-follow">> {
  const row = await findCase(tools.transaction, tag);
  if (row === null) return refused("may-not-follow");
  const grant = ask(
    actor,
    "appeal.record-answer",
    await outsideObject(tools.transaction, actor, row, keeper),
  );
  if (!grant.ok) return refused("may-not-follow");
  const entered = await recordAnswer(grant.value, answer, tools);
  if (entered.ok) return ok(entered.value.acts.map(({ actId }) => actId));
  return refused(typeof entered.problem === "string" ? entered.problem : "may-not-follow");
}

/** What a desk enters into a case in one page: assignment, forwarding, question, extension. One form, one act. */
import type { JsonValue } from "#core/record/canonical-json.ts";
import { ok, type Result, refused, unreachable } from "#core/result.ts";
import { caseObjectFor, type EnteredActs, type EnterProblem, lockCase } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import type { FieldProblem, Fields, Form, FormBody } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { OnceOutcome } from "#platform/http/idempotency-store.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { assignAppeal } from "../assign-appeal.ts";
import { askClarification } from "../clarify-appeal.ts";
import { extendAppeal } from "../extend-appeal.ts";
import { forwardAppeal } from "../forward-appeal.ts";
import { carryOutOnce, type PortalTools } from "../portal-tools.ts";
import { type DeskCase, withDeskCase } from "./desk-access.ts";
import {
  assignablePosts,
  type DeskAct,
  type DeskMoment,
  extendUntil,
  forwardUntil,
  receiversOf,
  refusalOf,
} from "./desk-acts.ts";
import { momentOf, refusalStatus } from "./desk-case-routes.ts";
import { assignPage, clarifyPage, type DeskFormFrame, extendPage, forwardPage } from "./desk-form-pages.ts";
import { deskAssignForm, deskClarifyForm, deskExtendForm, deskForwardForm, readDay } from "./desk-forms.ts";
import { deskHref } from "./desk-queue-pages.ts";
import type { DeskRefusal } from "./desk-refusals.ts";
import { refusedPage } from "./desk-words-pages.ts";

type FormAct = Exclude<DeskAct, "answer">;

const wrongStatus = 422;
const forms: Readonly<Record<FormAct, Form<Fields>>> = {
  assign: deskAssignForm,
  forward: deskForwardForm,
  clarify: deskClarifyForm,
  extend: deskExtendForm,
};

/** Registers the pages of the acts that need one form. */
export function deskActRoutes(server: Server, tools: PortalTools): void {
  for (const act of ["assign", "forward", "clarify", "extend"] as const) {
    const path = `/desk/:number/${act}`;
    server.get(path, (visit) =>
      withDeskCase(tools, visit, (deskCase) =>
        showForm(tools, visit, deskCase, act, { state: untouched, refusal: null }),
      ),
    );
    server.post(path, (visit) =>
      withDeskCase(tools, visit, (deskCase) => postForm(server, tools, visit, deskCase, act)),
    );
  }
}

/** The page that says why an act is not possible now, or `null` when it is. */
export function refusedInstead(
  visit: Visit,
  deskCase: DeskCase,
  act: DeskAct,
  moment: DeskMoment,
): Answer | null {
  const refusal = refusalOf(deskCase, act, moment);
  if (refusal === null) return null;
  const casePath = `/${visit.language}/desk/${deskCase.row.number}`;
  const page = refusedPage(visit.t, { casePath, heading: visit.t(`desk-act-${act}`), refusal });
  return shown(page, { status: refusalStatus(refusal) });
}

async function showForm(
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  act: FormAct,
  shownWith: { readonly state: FormState; readonly refusal: DeskRefusal | null },
): Promise<Answer> {
  tools.sessions.stayOnPage(visit.request);
  const moment = await momentOf(tools, deskCase);
  const instead = refusedInstead(visit, deskCase, act, moment);
  if (instead !== null) return instead;
  const { row, body } = deskCase;
  const frame: DeskFormFrame = {
    ...shownWith,
    t: visit.t,
    casePath: `/${visit.language}/desk/${row.number}`,
    number: row.number,
    formKey: visit.drawFormKey(),
  };
  const isWrong = shownWith.refusal !== null || shownWith.state.problems.length > 0;
  const options = { status: isWrong ? wrongStatus : 200 };
  switch (act) {
    case "assign": {
      const posts = await assignablePosts(tools.desk, deskCase, moment.now);
      return shown(assignPage(frame, body, posts, row.officialPost), options);
    }
    case "forward":
      return shown(
        forwardPage(frame, receiversOf(deskCase, moment.parameters), forwardUntil(moment)),
        options,
      );
    case "clarify":
      return shown(clarifyPage(frame), options);
    case "extend":
      return shown(extendPage(frame, { due: row.due, latest: extendUntil(deskCase, moment) }), options);
    default:
      return unreachable(act);
  }
}

async function postForm(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  act: FormAct,
): Promise<Answer> {
  const { t, language, body } = visit;
  const typed = typedIn(forms[act], body);
  const again = (problems: readonly FieldProblem[], refusal: DeskRefusal | null) =>
    showForm(tools, visit, deskCase, act, { state: { typed, problems }, refusal });
  const problems = problemsIn(act, body, deskCase);
  if (problems.length > 0) return again(problems, null);
  const entered = await enterAtDesk(server, tools, visit, deskCase, (fresh, appealTools) =>
    enterAct(act, body, fresh, appealTools),
  );
  if (!entered.ok) return again([], entered.problem);
  const { bodies, body: own, row } = deskCase;
  if (act !== "forward") return redirected(`/${language}/desk/${row.number}?done=${act}`);
  // The case is another body's now: this desk sees it no more.
  const desk = deskHref(t, "", { body: bodies.length > 1 ? own : null, show: "all" });
  return redirected(`${desk}${desk.includes("?") ? "&" : "?"}done=${act}`);
}

/** What is wrong with what was typed, before anybody is asked. */
function problemsIn(act: FormAct, body: FormBody, { row, tree }: DeskCase): readonly FieldProblem[] {
  const parsed = parseForm(forms[act], body);
  if (!parsed.ok) return parsed.problem;
  const { value } = parsed;
  if (act === "forward") {
    const known = tree.all.some(({ slug }) => slug === value.body);
    return known ? [] : [{ field: "body", code: "not-an-option" }];
  }
  if (act !== "extend") return [];
  const until = readDay(String(value.until));
  if (!until.ok) return [{ field: "until", code: "wrong-shape" }];
  return row.due !== null && until.value <= row.due ? [{ field: "until", code: "not-accepted" }] : [];
}

/**
 * Runs a use case of a desk for a posted form, once, on the desk's connection, with the case locked as it stands in
 * this transaction.
 */
export async function enterAtDesk(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  deskCase: DeskCase,
  run: (fresh: DeskCase, appealTools: AppealTools) => Promise<Result<JsonValue, DeskRefusal>>,
): Promise<Result<OnceOutcome<JsonValue>, DeskRefusal>> {
  const { session, actor, row: seen } = deskCase;
  return await carryOutOnce<JsonValue, DeskRefusal>(
    tools,
    { visit, formKeys: server.formKeys, scope: session.id, side: "desk" },
    async (appealTools) => {
      const row = await lockCase(appealTools.transaction, seen.tag);
      if (row === null) return refused({ finding: "no-such-case" });
      const object = await caseObjectFor(appealTools.transaction, actor, row);
      return await run({ ...deskCase, row, object }, appealTools);
    },
  );
}

/** What is kept of an act for a form that comes again. */
export function actIds<Problem>(
  entered: Result<EnteredActs, EnterProblem | Problem>,
): Result<JsonValue, EnterProblem | Problem> {
  return entered.ok ? ok(entered.value.acts.map(({ actId }) => actId)) : entered;
}

async function enterAct(
  act: FormAct,
  body: FormBody,
  fresh: DeskCase,
  tools: AppealTools,
): Promise<Result<JsonValue, DeskRefusal>> {
  switch (act) {
    case "assign":
      return await enterAssignment(body, fresh, tools);
    case "forward":
      return await enterForwarding(body, fresh, tools);
    case "clarify": {
      const parsed = parseForm(deskClarifyForm, body);
      const grant = ask(fresh.actor, "appeal.ask-clarification", fresh.object);
      if (!grant.ok) return grant;
      return parsed.ok
        ? actIds(await askClarification(grant.value, parsed.value, tools))
        : refused("choice-gone");
    }
    case "extend": {
      const parsed = parseForm(deskExtendForm, body);
      const until = readDay(parsed.ok ? parsed.value.until : "");
      const grant = ask(fresh.actor, "appeal.extend", fresh.object);
      if (!grant.ok) return grant;
      if (!parsed.ok || !until.ok) return refused("choice-gone");
      // Somebody else may have extended it meanwhile.
      if (fresh.row.due !== null && until.value <= fresh.row.due) return refused("day-not-later");
      const { reason, text } = parsed.value;
      return actIds(await extendAppeal(grant.value, { reason, text, until: until.value }, tools));
    }
    default:
      return unreachable(act);
  }
}

async function enterAssignment(
  body: FormBody,
  fresh: DeskCase,
  tools: AppealTools,
): Promise<Result<JsonValue, DeskRefusal>> {
  const parsed = parseForm(deskAssignForm, body);
  const posts = await assignablePosts(tools.transaction, fresh, tools.now());
  const chosen = posts.find(({ post }) => parsed.ok && post === parsed.value.post);
  const to = { body: fresh.body.number, post: parsed.ok ? parsed.value.post : "" };
  const grant = ask(fresh.actor, "appeal.assign", { kind: "assignment", case: fresh.object, to });
  if (!grant.ok) return grant;
  if (chosen === undefined) return refused("choice-gone");
  return actIds(await assignAppeal(grant.value, chosen, tools));
}

async function enterForwarding(
  body: FormBody,
  fresh: DeskCase,
  tools: AppealTools,
): Promise<Result<JsonValue, DeskRefusal>> {
  const parsed = parseForm(deskForwardForm, body);
  if (!parsed.ok) return refused("choice-gone");
  const { body: slug, reason, note } = parsed.value;
  const to = receiversOf(fresh, tools.parameters).find((receiver) => receiver.slug === slug)?.number;
  if (to === undefined) return refused("choice-gone");
  const grant = ask(fresh.actor, "appeal.forward", { kind: "forwarding", case: fresh.object, to });
  if (!grant.ok) return grant;
  return actIds(await forwardAppeal(grant.value, { reason, note }, tools));
}

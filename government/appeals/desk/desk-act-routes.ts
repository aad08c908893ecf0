/** What a desk enters into a case in one page: assignment, forwarding, question, extension. One form, one act. */

import type { JsonValue } from "#core/record/canonical-json.ts";
import { type Result, refused, unreachable } from "#core/result.ts";
import { caseObjectFor, lockCase } from "#government/cases/index.ts";
import type { FieldProblem, Fields, Form, FormBody } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { readDay } from "#platform/form/read-day.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { OnceOutcome } from "#platform/http/idempotency-store.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { carryOutOnce, type PortalTools } from "../portal-tools.ts";
import { openProposal } from "../proposal-store.ts";
import { type DeskCase, withDeskCase } from "./desk-access.ts";
import { addressOf, enterAct, type FormAct } from "./desk-act-entries.ts";
import {
  assignablePosts,
  type DeskAct,
  type DeskMoment,
  extendUntil,
  forwardUntil,
  hearingFrom,
  pausesLeft,
  receiversOf,
  refusalOf,
} from "./desk-acts.ts";
import {
  assignPage,
  clarifyPage,
  type DeskFormFrame,
  extendPage,
  forwardPage,
  hearingPage,
} from "./desk-form-pages.ts";
import {
  deskAssignForm,
  deskClarifyForm,
  deskExtendForm,
  deskForwardForm,
  deskHearingForm,
} from "./desk-forms.ts";
import { deskHref } from "./desk-links.ts";
import { momentOf } from "./desk-opened-view.ts";
import { lastPlace } from "./desk-place.ts";
import { type DeskRefusal, refusalStatus } from "./desk-refusals.ts";
import { refusedPage } from "./desk-words-pages.ts";

const wrongStatus = 422;
const forms: Readonly<Record<FormAct, Form<Fields>>> = {
  assign: deskAssignForm,
  forward: deskForwardForm,
  clarify: deskClarifyForm,
  hearing: deskHearingForm,
  extend: deskExtendForm,
};

/** Registers the pages of the acts that need one form. */
export function deskActRoutes(server: Server, tools: PortalTools): void {
  for (const act of ["assign", "forward", "clarify", "hearing", "extend"] as const) {
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
  if (act !== "assign") tools.sessions.stayOnPage(visit.request);
  const moment = await momentOf(tools, deskCase);
  const instead = refusedInstead(visit, deskCase, act, moment);
  if (instead !== null) return instead;
  const { row, body } = deskCase;
  const frame: DeskFormFrame = {
    ...shownWith,
    t: visit.t,
    casePath: `/${visit.language}/desk/${row.number}`,
    number: row.number,
    language: row.language,
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
      return shown(forwardPage(frame, waysFrom(deskCase, moment)), options);
    case "clarify":
      return shown(clarifyPage(frame, pausesLeft(moment)), options);
    case "hearing":
      return shown(hearingPage(frame, hearingFrom(moment), addressOf(deskCase)), options);
    case "extend":
      return shown(extendPage(frame, { due: row.due, latest: extendUntil(moment) }), options);
    default:
      return unreachable(act);
  }
}

function waysFrom(deskCase: DeskCase, moment: DeskMoment): Parameters<typeof forwardPage>[1] {
  const { tree, object } = deskCase;
  return {
    receivers: receiversOf(deskCase, moment.parameters),
    appealedAgainst: tree.all.filter(({ number }) => object.appealedAgainst.includes(number)),
    until: forwardUntil(moment),
  };
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
  const place = await lastPlace(tools, deskCase.session, language, desk);
  return redirected(`${place}${place.includes("?") ? "&" : "?"}done=${act}`);
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
  if (act === "hearing") {
    return readDay(String(value.on)).ok ? [] : [{ field: "on", code: "wrong-shape" }];
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
      const { transaction } = appealTools;
      const object = await caseObjectFor(transaction, actor, row);
      const proposal = await openProposal(transaction, row.tag);
      return await run({ ...deskCase, row, object, proposal }, appealTools);
    },
  );
}

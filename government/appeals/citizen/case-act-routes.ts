/** What an applicant enters into a case: dispute, addition, clarification. Each form is one act, however often it comes. */
import type { JsonValue } from "#core/record/canonical-json.ts";
import { assert, ok, type Result, refused, unreachable } from "#core/result.ts";
import { viewCase } from "#government/cases/index.ts";
import type { Actor } from "#platform/authority/actor.ts";
import type { Fields, Form } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import type { FormState } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { addToAppeal } from "../add-to-appeal.ts";
import { caseAddForm, caseClarifyForm, caseDisputeForm } from "../appeal-forms.ts";
import type { AppealTools, Attachment } from "../appeal-tools.ts";
import { grantedFor } from "../applicant-grant.ts";
import { readAttachment } from "../attachment-type.ts";
import { giveClarification } from "../clarify-appeal.ts";
import { disputeAppeal } from "../dispute-appeal.ts";
import { sayNext, takeSaid } from "../filing/filing-session.ts";
import { fileProblem, saidNotice } from "../filing/filing-words-pages.ts";
import { carryOutOnce, type PortalTools } from "../portal-tools.ts";
import type { CaseAccess } from "./case-access.ts";
import { textIn } from "./case-act-pages.ts";
import { addPage, type CaseFormFrame, clarifyPage, disputePage } from "./case-form-pages.ts";
import { withCase } from "./case-routes.ts";
import { actsEntered } from "./case-step-routes.ts";
import { attachmentField } from "./citizen-pages.ts";
import { caseNow, nextActs } from "./next-acts.ts";

const wrongStatus = 422;
const acts = ["dispute", "add", "clarify"] as const;
/** What an applicant writes, perhaps with a file; the other pages are `registerStep`'s. */
type WrittenAct = (typeof acts)[number];
const forms = { dispute: caseDisputeForm, add: caseAddForm, clarify: caseClarifyForm } as const;

/** Registers the pages of what an applicant may enter. */
export function caseActRoutes(server: Server, tools: PortalTools): void {
  for (const act of acts) {
    const path = `/case/:number/${act}`;
    server.get(path, (visit) =>
      withNext(tools, visit, act, (access) =>
        showForm(tools, visit, access, act, { state: { typed: {}, problems: [] }, fileMessage: null }),
      ),
    );
    server.post(path, (visit) =>
      withCase(tools, visit, (access) => enter(server, tools, visit, access, act)),
    );
  }
}

/** Runs when the act may follow now; otherwise the case shows how things stand. */
async function withNext(
  tools: PortalTools,
  visit: Visit,
  act: WrittenAct,
  run: (access: CaseAccess) => Promise<Answer>,
): Promise<Answer> {
  return await withCase(tools, visit, async (access) => {
    const next = await nextActs(tools, await caseNow(tools, access));
    if (!next.includes(act)) return redirected(`/${visit.language}/case/${access.row.number}`);
    return await run(access);
  });
}

async function showForm(
  tools: PortalTools,
  visit: Visit,
  access: CaseAccess,
  act: WrittenAct,
  shownWith: { readonly state: FormState; readonly fileMessage: string | null },
): Promise<Answer> {
  tools.sessions.stayOnPage(visit.request);
  const { t, language } = visit;
  const frame: CaseFormFrame = {
    ...shownWith,
    t,
    casePath: `/${language}/case/${access.row.number}`,
    number: access.row.number,
    formKey: visit.drawFormKey(),
    said: saidNotice(t, await takeSaid(tools, access.session)),
  };
  const isWrong =
    shownWith.state.problems.length > 0 || shownWith.fileMessage !== null || frame.said !== null;
  const options = { status: isWrong && visit.request.method === "POST" ? wrongStatus : 200 };
  switch (act) {
    case "dispute":
      return shown(disputePage(frame), options);
    case "add":
      return shown(addPage(frame), options);
    case "clarify":
      return shown(clarifyPage(frame, await questionOf(tools, access)), options);
    default:
      return unreachable(act);
  }
}

/** The text of the question that the body asked last. */
async function questionOf(tools: PortalTools, { viewer, row }: CaseAccess): Promise<string | null> {
  const parameters = await tools.parametersReader.read(tools.portal);
  const view = await viewCase(tools.portal, viewer, row, parameters, tools.now());
  return textIn(view.acts.findLast(({ kind }) => kind === "clarification-asked")?.texts ?? null, "text");
}

async function enter(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  access: CaseAccess,
  act: WrittenAct,
): Promise<Answer> {
  const casePath = `/${visit.language}/case/${access.row.number}`;
  const form: Form<Fields> = forms[act];
  const typed = typedIn(form, visit.body);
  const again = (problems: FormState["problems"], fileMessage: string | null = null) =>
    showForm(tools, visit, access, act, { state: { typed, problems }, fileMessage });
  const parsed = parseForm(form, visit.body);
  // A browser sends a file once; whoever corrects the text must choose it again.
  const lostFile = visit.files.length > 0 ? visit.t("case-file-again") : null;
  if (!parsed.ok) return again(parsed.problem, lostFile);
  const attachments = sentAttachments(visit);
  if (!attachments.ok) return again([], fileProblem(visit.t, attachments.problem));
  const { row, actor, session } = access;
  const entered = await carryOutOnce(
    tools,
    { visit, formKeys: server.formKeys, scope: session.id, side: "portal" },
    (appealTools) => enterAct(appealTools, { act, row, actor, visit, attachments: attachments.value }),
  );
  if (entered.ok) {
    if (!entered.value.repeated) await sayNext(tools, session, "entered");
    return redirected(casePath);
  }
  switch (entered.problem) {
    case "expired":
    case "not-drawn-here":
      await sayNext(tools, session, "form-too-old");
      return again([]);
    case "may-not-follow":
      // The case moved on meanwhile: its page shows how it stands.
      return errorAnswer(409);
    case "different-body":
      return errorAnswer(wrongStatus);
  }
}

interface ActSent {
  readonly act: WrittenAct;
  readonly row: CaseAccess["row"];
  readonly actor: Actor;
  readonly visit: Visit;
  readonly attachments: readonly Attachment[];
}

async function enterAct(
  tools: AppealTools,
  { act, row, actor, visit, attachments }: ActSent,
): Promise<Result<JsonValue, "may-not-follow">> {
  const { body } = visit;
  switch (act) {
    case "dispute": {
      const parsed = parseForm(caseDisputeForm, body);
      assert(parsed.ok, "the form was parsed before");
      const grant = await grantedFor(tools, { row, actor }, "appeal.dispute");
      return grant === null
        ? refused("may-not-follow")
        : actsEntered(await disputeAppeal(grant, parsed.value, tools));
    }
    case "add": {
      const parsed = parseForm(caseAddForm, body);
      assert(parsed.ok, "the form was parsed before");
      const grant = await grantedFor(tools, { row, actor }, "appeal.add");
      if (grant === null) return refused("may-not-follow");
      return actsEntered(await addToAppeal(grant, { ...parsed.value, attachments }, tools));
    }
    case "clarify": {
      const parsed = parseForm(caseClarifyForm, body);
      assert(parsed.ok, "the form was parsed before");
      const grant = await grantedFor(tools, { row, actor }, "appeal.give-clarification");
      if (grant === null) return refused("may-not-follow");
      return actsEntered(await giveClarification(grant, { ...parsed.value, attachments }, tools));
    }
    default:
      return unreachable(act);
  }
}

function sentAttachments(visit: Visit): Result<readonly Attachment[], Parameters<typeof fileProblem>[1]> {
  const sent = visit.files.filter(({ field }) => field === attachmentField);
  const [file] = sent;
  if (file === undefined) return ok([]);
  if (sent.length > 1) return refused("too-many");
  const read = readAttachment(file.fileName, file.bytes);
  return read.ok ? ok([read.value]) : read;
}

/** What an applicant enters into a case: dispute, addition, clarification. Each form is one act, however often it comes. */
import type { JsonValue } from "#core/record/canonical-json.ts";
import { assert, type Result, refused, unreachable } from "#core/result.ts";
import { viewCase } from "#government/cases/index.ts";
import type { Actor } from "#platform/authority/actor.ts";
import type { Fields, Form } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import type { FormState } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import { policyWithScript } from "#platform/http/security-headers.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { addToAppeal } from "../add-to-appeal.ts";
import { caseAddForm, caseClarifyForm, caseDisputeForm } from "../appeal-forms.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { grantedFor } from "../applicant-grant.ts";
import { attachedFiles, type FileRefusal } from "../attaching/attached-pages.ts";
import { readDraftFiles } from "../attaching/draft-files.ts";
import { takeSentFiles } from "../attaching/sent-files.ts";
import { isUndecided } from "../attaching/settle-file.ts";
import { filePartRoute, visitOver } from "../attaching/upload.ts";
import { giveClarification } from "../clarify-appeal.ts";
import { disputeAppeal } from "../dispute-appeal.ts";
import { type DraftKey, forgetDraft } from "../filing/draft.ts";
import { sayNext, takeSaid } from "../filing/filing-session.ts";
import { saidNotice } from "../filing/filing-words-pages.ts";
import { carryOutOnce, type PortalTools } from "../portal-tools.ts";
import { type CaseAccess, caseAccess } from "./case-access.ts";
import { textIn } from "./case-act-pages.ts";
import { type CaseFormDraft, caseFormKey, keepCaseForm, readCaseForm } from "./case-form-draft.ts";
import { addPage, type CaseFormFrame, clarifyPage, disputePage } from "./case-form-pages.ts";
import { withCase } from "./case-routes.ts";
import { actsEntered } from "./case-step-routes.ts";
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
      withNext(tools, visit, act, async (access) => {
        const draft = await draftOf(tools, visit, access, act);
        const state = { typed: draft?.typed ?? {}, problems: [] };
        return await showForm(tools, visit, access, act, { state, fileRefusal: null });
      }),
    );
    server.post(path, (visit) =>
      withCase(tools, visit, (access) => enter(server, tools, visit, access, act)),
    );
    if (act !== "dispute") {
      filePartRoute(server, tools, path, async (visit, take) => {
        const access = await caseAccess(tools, visit);
        const isNext = access !== null && (await nextActs(tools, await caseNow(tools, access))).includes(act);
        const key = access !== null && isNext ? caseFormKey(tools, visit, access, act) : null;
        return key === null ? visitOver(visit) : await take(key);
      });
    }
  }
}

/** What is being written; `null` for a dispute, which is one page without files. */
async function draftOf(
  tools: PortalTools,
  visit: Visit,
  access: CaseAccess,
  act: WrittenAct,
): Promise<CaseFormDraft | null> {
  const key = act === "dispute" ? null : caseFormKey(tools, visit, access, act);
  return key === null ? null : await readCaseForm(tools, key, forms[act]);
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
  shownWith: { readonly state: FormState; readonly fileRefusal: FileRefusal | null },
): Promise<Answer> {
  tools.sessions.stayOnPage(visit.request);
  const { t, language } = visit;
  const draft = await draftOf(tools, visit, access, act);
  const frame: CaseFormFrame = {
    ...shownWith,
    files: attachedFiles(draft?.files ?? []),
    t,
    casePath: `/${language}/case/${access.row.number}`,
    number: access.row.number,
    language: access.row.language,
    formKey: visit.drawFormKey(),
    said: saidNotice(t, await takeSaid(tools, access.session)),
  };
  const isWrong =
    shownWith.state.problems.length > 0 || shownWith.fileRefusal !== null || frame.said !== null;
  const options = {
    status: isWrong && visit.request.method === "POST" ? wrongStatus : 200,
    headers: draft === null ? {} : { "content-security-policy": policyWithScript },
  };
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
  const again = (problems: FormState["problems"], fileRefusal: FileRefusal | null = null) =>
    showForm(tools, visit, access, act, { state: { typed, problems }, fileRefusal });
  const key = act === "dispute" ? null : caseFormKey(tools, visit, access, act);
  const sent = key === null ? null : await keepSent(tools, visit, key, form);
  if (sent?.outcome === "changed") {
    return sent.isKept ? redirected(`${casePath}/${act}`) : await again([]);
  }
  if (sent?.outcome === "refused") return await again([], sent.refusal);
  const parsed = parseForm(form, visit.body);
  if (!parsed.ok) return again(parsed.problem);
  const { row, actor, session } = access;
  const entered = await carryOutOnce(
    tools,
    { visit, formKeys: server.formKeys, scope: session.id, side: "portal" },
    (appealTools) => enterAct(appealTools, { act, row, actor, visit, key }),
  );
  if (entered.ok) {
    if (!entered.value.repeated) await sayNext(tools, session, "entered");
    // A form that comes again has brought its files again.
    else if (key !== null) await forgetDraft(tools.portal, key);
    return redirected(casePath);
  }
  switch (entered.problem) {
    case "expired":
    case "not-drawn-here":
      await sayNext(tools, session, "form-too-old");
      return again([]);
    case "undecided-file":
      return again([], { message: visit.t("file-names-undecided"), at: "list" });
    case "may-not-follow":
      // The case moved on meanwhile: its page shows how it stands.
      return errorAnswer(409);
    case "different-body":
      return errorAnswer(wrongStatus);
  }
}

/** Keeps what was typed and does what the form says about files. */
async function keepSent(tools: PortalTools, visit: Visit, key: DraftKey, form: Form<Fields>) {
  const isKept = await keepCaseForm(tools, key, form, visit);
  return { ...(await takeSentFiles(tools, visit, key)), isKept };
}

interface ActSent {
  readonly act: WrittenAct;
  readonly row: CaseAccess["row"];
  readonly actor: Actor;
  readonly visit: Visit;
  /** Of the draft in which the files lie. */
  readonly key: DraftKey | null;
}

/** Enters the act with the files of its draft, which is forgotten in the same transaction: once sent, once there. */
async function enterAct(
  tools: AppealTools,
  { act, row, actor, visit, key }: ActSent,
): Promise<Result<JsonValue, "may-not-follow" | "undecided-file">> {
  const { body } = visit;
  const attachments = key === null ? [] : await readDraftFiles(tools.transaction, key, tools.now());
  if (isUndecided(attachments)) return refused("undecided-file");
  if (key !== null) await forgetDraft(tools.transaction, key);
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

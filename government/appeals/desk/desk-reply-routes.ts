/** Answering: what came out, the reply, everything once more. Nothing is entered before the last page. */
import type { Outcome } from "#core/acts/appeal.ts";
import { needsFourEyes } from "#core/acts/four-eyes.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { ask } from "#platform/authority/grant.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import { parseForm, type Typed, typedIn } from "#platform/form/parse-form.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import { policyWithScript } from "#platform/http/security-headers.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { answerAppeal } from "../answer-appeal.ts";
import { attachedFiles, type FileRefusal } from "../attaching/attached-pages.ts";
import { takeSentFiles } from "../attaching/sent-files.ts";
import { isUndecided } from "../attaching/settle-file.ts";
import { filePartRoute } from "../attaching/upload.ts";
import { type DraftKey, forgetDraft } from "../filing/draft.ts";
import type { PortalTools } from "../portal-tools.ts";
import { proposeRefusal } from "../propose-refusal.ts";
import { unheardReasonsNow } from "../unheard.ts";
import { type DeskCase, withDeskCase } from "./desk-access.ts";
import { actIds } from "./desk-act-entries.ts";
import { enterAtDesk, refusedInstead } from "./desk-act-routes.ts";
import { deskOutcomeForm, deskReplyForms, type ReplyShape } from "./desk-forms.ts";
import { momentOf } from "./desk-opened-view.ts";
import type { DeskRefusal } from "./desk-refusals.ts";
import {
  completeReply,
  keepReplyDraft,
  type ReplyDraft,
  readReplyDraft,
  replyDigest,
  replyDraftKey,
  typedReply,
} from "./desk-reply-draft.ts";
import {
  outcomePage,
  type ReplyFrame,
  replyCheckPage,
  replyDigestField,
  replyInsertField,
  replyPage,
} from "./desk-reply-pages.ts";
import { fittingTemplates, type InsertProblem, withTemplate } from "./desk-reply-template.ts";

const wrongStatus = 422;

/** A reply that is being written, with the page around it. */
interface Writing {
  readonly deskCase: DeskCase;
  readonly key: DraftKey;
  readonly draft: ReplyDraft;
  /** What the draft's outcome asks for; `null` before one was chosen. */
  readonly shape: ReplyShape | null;
  readonly frame: ReplyFrame;
}

/** Registers the three pages of an answer. */
export function deskReplyRoutes(server: Server, tools: PortalTools): void {
  const page = (
    path: string,
    get: (visit: Visit, writing: Writing) => Promise<Answer>,
    post: (visit: Visit, writing: Writing) => Promise<Answer>,
  ) => {
    server.get(path, (visit) => withWriting(tools, visit, (writing) => get(visit, writing)));
    server.post(path, (visit) => withWriting(tools, visit, (writing) => post(visit, writing)));
  };
  page(
    "/desk/:number/answer",
    async (_, writing) => showOutcome(writing, typedOutcome(writing.draft), []),
    (visit, writing) => postOutcome(tools, visit, writing),
  );
  page(
    "/desk/:number/answer/text",
    (_, writing) => showReply(tools, writing, { typed: writing.draft.typed, problems: [] }, null),
    (visit, writing) => postReply(tools, visit, writing),
  );
  filePartRoute(server, tools, "/desk/:number/answer/text", (visit, take) =>
    withWriting(tools, visit, ({ key }) => take(key)),
  );
  page(
    "/desk/:number/answer/check",
    (visit, writing) => showCheck(visit, writing, null),
    (visit, writing) => postCheck(server, tools, visit, writing),
  );
}

/** Runs when the case can be answered now, and for the form that has just answered it and comes again. */
async function withWriting(
  tools: PortalTools,
  visit: Visit,
  run: (writing: Writing) => Promise<Answer>,
): Promise<Answer> {
  return await withDeskCase(tools, visit, async (deskCase) => {
    // What was written before and after the text lies in a draft.
    if (visit.path.endsWith("/answer/text")) tools.sessions.stayOnPage(visit.request);
    const isLast = visit.request.method === "POST" && visit.path.endsWith("/check");
    const instead = isLast
      ? null
      : refusedInstead(visit, deskCase, "answer", await momentOf(tools, deskCase));
    if (instead !== null) return instead;
    const { account, row } = deskCase;
    const key = replyDraftKey(tools, account, row.tag);
    const casePath = `/${visit.language}/desk/${row.number}`;
    const draft = await readReplyDraft(tools, key);
    return await run({
      deskCase,
      key,
      draft,
      shape: await shapeOf(tools, deskCase, draft),
      frame: { t: visit.t, casePath, number: row.number, language: row.language, refusal: null },
    });
  });
}

async function shapeOf(
  { desk, parametersReader, now }: PortalTools,
  { row }: DeskCase,
  { outcome }: ReplyDraft,
): Promise<ReplyShape | null> {
  if (outcome === null) return null;
  const parameters = await parametersReader.read(desk);
  const unheard = await unheardReasonsNow({ sql: desk, parameters, now: now() }, row, outcome);
  return { outcome, unheard };
}

function typedOutcome({ outcome }: ReplyDraft): Typed {
  return outcome === null ? {} : { outcome: [outcome] };
}

function showOutcome({ frame }: Writing, typed: Typed, problems: readonly FieldProblem[]): Answer {
  return shown(outcomePage(frame, { typed, problems }), { status: problems.length > 0 ? wrongStatus : 200 });
}

async function postOutcome(tools: PortalTools, visit: Visit, writing: Writing): Promise<Answer> {
  const { draft, key, frame } = writing;
  const parsed = parseForm(deskOutcomeForm, visit.body);
  if (!parsed.ok) return showOutcome(writing, typedIn(deskOutcomeForm, visit.body), parsed.problem);
  const { outcome } = parsed.value;
  // Grounds belong to an outcome; text and law go along.
  const { grounds, ...rest } = draft.typed;
  const typed = outcome === draft.outcome && grounds !== undefined ? draft.typed : rest;
  await keepReplyDraft(tools, key, { outcome, typed });
  return redirected(`${frame.casePath}/answer/text`);
}

async function showReply(
  tools: PortalTools,
  { deskCase, draft, shape, frame }: Writing,
  state: { readonly typed: Typed; readonly problems: readonly FieldProblem[] },
  fileRefusal: FileRefusal | null,
): Promise<Answer> {
  if (shape === null) return redirected(`${frame.casePath}/answer`);
  const isWrong = state.problems.length > 0 || fileRefusal !== null || frame.refusal !== null;
  const templates = await fittingTemplates(tools, deskCase.row, shape.outcome);
  const page = replyPage(frame, {
    shape,
    state,
    files: attachedFiles(draft.files),
    fileRefusal,
    templates,
  });
  const headers = { "content-security-policy": policyWithScript };
  return shown(page, { status: isWrong ? wrongStatus : 200, headers });
}

async function postReply(tools: PortalTools, visit: Visit, writing: Writing): Promise<Answer> {
  const { shape, key, frame } = writing;
  if (shape === null) return redirected(`${frame.casePath}/answer`);
  const { outcome } = shape;
  const posted = typedReply(shape, visit.body);
  const inserted = await withChosenTemplate(tools, visit, writing, outcome, posted);
  // What was typed is kept in any case, with the template's text or without it.
  const typed = inserted.ok ? inserted.value : posted;
  const kept = await keepReplyDraft(tools, key, { outcome, typed });
  const sent = await takeSentFiles(tools, visit, key);
  const refusal = inserted.ok ? null : inserted.problem;
  const written: Writing = {
    ...writing,
    draft: await readReplyDraft(tools, key),
    frame: { ...frame, refusal },
  };
  if (sent.outcome === "refused" && !isInsertion(visit)) {
    return await showReply(tools, written, { typed, problems: [] }, sent.refusal);
  }
  if (refusal !== null) return await showReply(tools, written, { typed, problems: [] }, null);
  if (isInsertion(visit) && kept) return redirected(`${frame.casePath}/answer/text#text`);
  if (sent.outcome === "changed" && kept) return redirected(`${frame.casePath}/answer/text`);
  const complete = completeReply(shape, typed);
  if (!complete.ok) return await showReply(tools, written, { typed, problems: complete.problem }, null);
  return redirected(`${frame.casePath}/answer/check`);
}

function isInsertion(visit: Visit): boolean {
  return firstValue(visit.body, replyInsertField) !== "";
}

/** What was typed, with the template at its end whose button was pressed. */
async function withChosenTemplate(
  tools: PortalTools,
  visit: Visit,
  { deskCase }: Writing,
  outcome: Outcome,
  typed: Typed,
): Promise<Result<Typed, InsertProblem>> {
  if (!isInsertion(visit)) return ok(typed);
  const id = firstValue(visit.body, replyInsertField);
  return await withTemplate(tools, deskCase.row, id, { form: deskReplyForms[outcome], typed });
}

async function showCheck(visit: Visit, writing: Writing, refusal: DeskRefusal | null): Promise<Answer> {
  const { draft, shape, frame } = writing;
  if (shape === null) return redirected(`${frame.casePath}/answer`);
  const complete = completeReply(shape, draft.typed);
  if (!complete.ok || isUndecided(draft.files)) return redirected(`${frame.casePath}/answer/text`);
  const page = replyCheckPage(
    { ...frame, refusal },
    {
      ...complete.value,
      files: attachedFiles(draft.files),
      formKey: visit.drawFormKey(),
      digest: replyDigest(draft),
    },
  );
  return shown(page, { status: refusal === null ? 200 : wrongStatus });
}

async function postCheck(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  writing: Writing,
): Promise<Answer> {
  const { deskCase, draft, shape, key, frame } = writing;
  const complete = shape === null ? null : completeReply(shape, draft.typed);
  const isProposal = shape !== null && needsFourEyes(shape.outcome);
  const isWhatWasRead =
    !isUndecided(draft.files) && firstValue(visit.body, replyDigestField) === replyDigest(draft);
  const entered = await enterAtDesk(server, tools, visit, deskCase, async (fresh, appealTools) => {
    const grant = ask(fresh.actor, "appeal.answer", fresh.object);
    if (!grant.ok) return grant;
    if (complete === null || !complete.ok || !isWhatWasRead) return refused("reply-changed");
    const reply = { ...complete.value, attachments: draft.files };
    if (isProposal) {
      const proposed = await proposeRefusal(grant.value, reply, appealTools);
      return proposed.ok ? ok(proposed.value.id) : proposed;
    }
    return actIds(await answerAppeal(grant.value, reply, appealTools));
  });
  if (entered.ok) {
    // A refusal may come back to its writer: what was typed stays until it has gone out.
    if (!isProposal) await forgetDraft(tools.portal, key);
    return redirected(`${frame.casePath}?done=${isProposal ? "propose" : "answer"}`);
  }
  // What forbids the answer as such is said instead of the page; what concerns this form, above it.
  const instead = refusedInstead(visit, deskCase, "answer", await momentOf(tools, deskCase));
  if (instead !== null) return instead;
  return entered.problem === "different-body"
    ? errorAnswer(wrongStatus)
    : await showCheck(visit, writing, entered.problem);
}

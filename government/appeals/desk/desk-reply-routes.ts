/** Answering: what came out, the reply, everything once more. Nothing is entered before the last page. */
import type { Outcome } from "#core/acts/appeal.ts";
import { needsFourEyes } from "#core/acts/four-eyes.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { ask } from "#platform/authority/grant.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import { parseForm, type Typed, typedIn } from "#platform/form/parse-form.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { answerAppeal } from "../answer-appeal.ts";
import { attachmentsMax, readAttachment } from "../attachment-type.ts";
import { type DraftKey, forgetDraft, keepDraftFile, removeDraftFile } from "../filing/draft.ts";
import { fileProblem } from "../filing/filing-words-pages.ts";
import type { PortalTools } from "../portal-tools.ts";
import { proposeRefusal } from "../propose-refusal.ts";
import { type DeskCase, withDeskCase } from "./desk-access.ts";
import { actIds } from "./desk-act-entries.ts";
import { enterAtDesk, refusedInstead } from "./desk-act-routes.ts";
import { deskOutcomeForm, deskReplyForms } from "./desk-forms.ts";
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
  replyAddField,
  replyCheckPage,
  replyDigestField,
  replyFileField,
  replyInsertField,
  replyPage,
  replyRemoveField,
} from "./desk-reply-pages.ts";
import { fittingTemplates, type InsertProblem, withTemplate } from "./desk-reply-template.ts";

const wrongStatus = 422;

/** A reply that is being written, with the page around it. */
interface Writing {
  readonly deskCase: DeskCase;
  readonly key: DraftKey;
  readonly draft: ReplyDraft;
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
    tools.sessions.stayOnPage(visit.request);
    const isLast = visit.request.method === "POST" && visit.path.endsWith("/check");
    const instead = isLast
      ? null
      : refusedInstead(visit, deskCase, "answer", await momentOf(tools, deskCase));
    if (instead !== null) return instead;
    const { account, row } = deskCase;
    const key = replyDraftKey(tools, account, row.tag);
    const casePath = `/${visit.language}/desk/${row.number}`;
    return await run({
      deskCase,
      key,
      draft: await readReplyDraft(tools, key),
      frame: { t: visit.t, casePath, number: row.number, refusal: null },
    });
  });
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
  { deskCase, draft, frame }: Writing,
  state: { readonly typed: Typed; readonly problems: readonly FieldProblem[] },
  fileMessage: string | null,
): Promise<Answer> {
  const { outcome } = draft;
  if (outcome === null) return redirected(`${frame.casePath}/answer`);
  const isWrong = state.problems.length > 0 || fileMessage !== null || frame.refusal !== null;
  const templates = await fittingTemplates(tools, deskCase.row);
  const page = replyPage(frame, { outcome, state, files: filesOf(draft), fileMessage, templates });
  return shown(page, { status: isWrong ? wrongStatus : 200 });
}

function filesOf({ files }: ReplyDraft) {
  return files.map(({ position, fileName, bytes }) => ({ position, fileName, byteLength: bytes.length }));
}

async function postReply(tools: PortalTools, visit: Visit, writing: Writing): Promise<Answer> {
  const { draft, key, frame } = writing;
  const { outcome } = draft;
  if (outcome === null) return redirected(`${frame.casePath}/answer`);
  const posted = typedReply(outcome, visit.body);
  const inserted = await withChosenTemplate(tools, visit, writing, outcome, posted);
  // What was typed is kept in any case, with the template's text or without it.
  const typed = inserted.ok ? inserted.value : posted;
  const kept = await keepReplyDraft(tools, key, { outcome, typed });
  const file = await changeFiles(tools, visit, writing);
  const refusal = inserted.ok ? null : inserted.problem;
  const written: Writing = {
    ...writing,
    draft: await readReplyDraft(tools, key),
    frame: { ...frame, refusal },
  };
  if (file !== null || refusal !== null) {
    return await showReply(tools, written, { typed, problems: [] }, file);
  }
  if (isInsertion(visit) && kept) return redirected(`${frame.casePath}/answer/text#text`);
  const staysHere =
    firstValue(visit.body, replyAddField) !== "" || firstValue(visit.body, replyRemoveField) !== "";
  if (staysHere && kept) return redirected(`${frame.casePath}/answer/text`);
  const complete = completeReply(outcome, typed);
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

/** Takes a file out or one in, as the form says; gives the sentence why one was not taken. */
async function changeFiles(
  tools: PortalTools,
  visit: Visit,
  { key, draft }: Writing,
): Promise<string | null> {
  const { t, body, files } = visit;
  const position = firstValue(body, replyRemoveField);
  if (/^[1-9]$/.test(position)) {
    await removeDraftFile(tools.portal, key, Number(position));
    return null;
  }
  const sent = files.find(({ field }) => field === replyFileField);
  if (sent === undefined)
    return firstValue(body, replyAddField) === "" ? null : fileProblem(t, "none-chosen");
  const free = [...Array(attachmentsMax).keys()].find(
    (at) => !draft.files.some((file) => file.position === at + 1),
  );
  if (free === undefined) return fileProblem(t, "too-many");
  const read = readAttachment(sent.fileName, sent.bytes);
  if (!read.ok) return fileProblem(t, read.problem);
  const moment = { now: tools.now(), randomBytes: tools.randomBytes };
  await keepDraftFile(tools.portal, key, { position: free + 1, ...read.value }, moment);
  return null;
}

async function showCheck(visit: Visit, writing: Writing, refusal: DeskRefusal | null): Promise<Answer> {
  const { draft, frame } = writing;
  const { outcome, typed } = draft;
  if (outcome === null) return redirected(`${frame.casePath}/answer`);
  const complete = completeReply(outcome, typed);
  if (!complete.ok) return redirected(`${frame.casePath}/answer/text`);
  const page = replyCheckPage(
    { ...frame, refusal },
    {
      ...complete.value,
      files: filesOf(draft),
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
  const { deskCase, draft, key, frame } = writing;
  const complete = draft.outcome === null ? null : completeReply(draft.outcome, draft.typed);
  const isProposal = draft.outcome !== null && needsFourEyes(draft.outcome);
  const isWhatWasRead = firstValue(visit.body, replyDigestField) === replyDigest(draft);
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

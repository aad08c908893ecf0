/** The page on which everything is checked, and the post that files. */
import { toHex } from "#core/bytes.ts";
import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import { explainDeadline } from "#core/clock/deadline.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import { type Actor, accountOf } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { Language } from "#platform/language/language.ts";
import { rememberOpenedCase } from "#platform/session/session-store.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { attachedFiles } from "../attaching/attached-pages.ts";
import { readDraftFiles } from "../attaching/draft-files.ts";
import { isUndecided } from "../attaching/settle-file.ts";
import { caseCodeKeys } from "../case-codes.ts";
import { nextField, nextSave } from "../citizen/citizen-pages.ts";
import { type FiledReceipt, keepReceipt } from "../citizen/receipt-session.ts";
import { fileAppeal } from "../file-appeal.ts";
import { actorOfRequest, carryOutOnce, type PortalTools } from "../portal-tools.ts";
import { checkPage } from "./check-pages.ts";
import { type DraftKey, forgetDraft, forgetDraftById, readDraft } from "./draft.ts";
import { saveUnderCode } from "./draft-code-routes.ts";
import { type CompleteDraft, completeDraft, savedUnder } from "./filing-draft.ts";
import { ensureFiling, type OpenFiling, sayNext, takeSaid } from "./filing-session.ts";
import { hintsOf, stepInTheWay, withFiling } from "./filing-steps.ts";
import { saidNotice } from "./filing-words-pages.ts";
import { onWhoseBehalf } from "./who-files.ts";

const wrongStatus = 422;

/** Registers the last page of a filing. */
export function checkRoutes(server: Server, tools: PortalTools): void {
  server.get("/appeal/check", (visit) =>
    withFiling(tools, visit, (filing) => showCheck(tools, visit, filing)),
  );
  server.post("/appeal/check", (visit) => postCheck(server, tools, visit));
}

async function showCheck(tools: PortalTools, visit: Visit, filing: OpenFiling): Promise<Answer> {
  const tree = await tools.bodyTree();
  const standing = completeDraft(filing.draft, tree);
  if (!standing.complete) return redirected(`/${visit.language}/appeal/${standing.missing}`);
  const first = stepInTheWay(filing);
  if (first !== null) return redirected(`/${visit.language}/appeal/${first}`);
  const [files, due, said] = await Promise.all([
    readDraftFiles(tools.portal, filing.key, tools.now()),
    dueIfFiledNow(tools, standing.value),
    takeSaid(tools, filing.session),
  ]);
  // Nothing is sent while its sender has not said what a document may tell.
  if (isUndecided(files)) return redirected(`/${visit.language}/appeal/file`);
  const page = checkPage(visit.t, {
    draft: standing.value,
    tree,
    files: attachedFiles(files),
    isSignedIn: filing.session.account !== null,
    due,
    formKey: visit.drawFormKey(),
    proof: filing.proof,
    said: saidNotice(visit.t, said),
    hints: await hintsOf(tools, visit.t, filing.draft),
  });
  return shown(page);
}

/** The day by which the body would owe an answer: the clock of core, asked about an act that does not exist yet. */
async function dueIfFiledNow(tools: PortalTools, draft: CompleteDraft): Promise<CivilDate | null> {
  const parameters = await tools.parametersReader.read(tools.portal);
  const at = tools.now();
  const day = civilDateAt(at, parameters.timeZone);
  const { kind, body } = draft;
  return explainDeadline([{ kind, body: body.register, day, at, claimedDue: null }], parameters, at).due;
}

async function postCheck(server: Server, tools: PortalTools, visit: Visit): Promise<Answer> {
  const before = await tools.sessions.current(visit.request);
  const filing = await ensureFiling(tools, visit);
  const { session, headers, key } = filing;
  const here = `/${visit.language}/appeal/check`;
  // The session had ended: its draft has been carried over, and whoever sends it reads once more under what terms.
  if (before === null) return redirected(here, headers);
  if (firstValue(visit.body, nextField) === nextSave) return saveUnderCode(tools, visit, filing);
  // Read before: a transaction that waited for a second connection could wait for ever.
  const sender = {
    actor: await actorOfRequest(tools, visit.request),
    language: visit.language,
    tree: await tools.bodyTree(),
  };
  const filed = await carryOutOnce(
    tools,
    { visit, formKeys: server.formKeys, scope: session.id, side: "portal" },
    (appealTools, formKey) => fileDraft(tools, sender, key, appealTools, formKey),
  );
  if (filed.ok) {
    const { outcome } = filed.value;
    await rememberOpenedCase(tools.portal, session, outcome.tag, "full", tools.now());
    await keepReceipt(tools, session, outcome);
    return redirected(`/${visit.language}/appeal/receipt`);
  }
  switch (filed.problem) {
    case "expired":
    case "not-drawn-here":
      await sayNext(tools, session, "form-too-old");
      return redirected(here);
    case "signed-in":
    case "draft-incomplete":
      // Filed from another tab, or begun anew there: this page leads to the first missing step, or to the start.
      return redirected(here);
    case "different-body":
      return errorAnswer(wrongStatus);
  }
}

interface Sender {
  readonly actor: Actor;
  readonly language: Language;
  readonly tree: BodyTree;
}

async function fileDraft(
  tools: PortalTools,
  { actor, language, tree }: Sender,
  key: DraftKey,
  appealTools: AppealTools,
  formKey: string,
): Promise<Result<FiledReceipt, "draft-incomplete" | "signed-in">> {
  const { transaction } = appealTools;
  const draft = await readDraft(transaction, key, tools.now());
  const standing = draft === null ? null : completeDraft(draft, tree);
  if (draft === null || standing === null || !standing.complete) return refused("draft-incomplete");
  const { kind, body, about, text, whom, identity, person, proofAtOnce } = standing.value;
  // Nothing may lead from a nameless filing to an account: the page of warning leaves the sign-in first.
  if (identity === "nameless" && accountOf(actor) !== null) return refused("signed-in");
  const attachments = await readDraftFiles(transaction, key, tools.now());
  if (isUndecided(attachments)) return refused("draft-incomplete");
  // The same draft sent from two tabs at once is filed once: whoever takes the draft away files it.
  if (!(await forgetDraft(transaction, key))) return refused("draft-incomplete");
  for (const id of savedUnder(draft)) await forgetDraftById(transaction, id);
  const grant = ask(actor, "appeal.file", { kind: "filing", body: body.number });
  assert(grant.ok, "anyone may file");
  const filed = await fileAppeal(
    grant.value,
    {
      kind,
      language,
      channel: whom.whom === "another" ? "relayed" : "web",
      subject: text.subject,
      text: text.text,
      attachments,
      complaint: about,
      ...onWhoseBehalf(whom),
      identity: person,
      identityShown: identity === "shown",
      proofAtOnce,
      account: accountOf(actor),
      ...caseCodeKeys(tools.serverKey, formKey),
    },
    appealTools,
  );
  return ok({ tag: toHex(filed.row.tag), actId: filed.actId, formKey, isDelayed: !proofAtOnce });
}

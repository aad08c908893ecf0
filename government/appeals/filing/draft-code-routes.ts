/** Keeping a draft under a code, and continuing with it on another computer. */
import { toHex } from "#core/bytes.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { untouched } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import { networkPrefix } from "#platform/session/network-prefix.ts";
import { appealContinueForm } from "../appeal-forms.ts";
import { giveGuessesBack, guessLimits, takeGuesses } from "../guess-limits.ts";
import type { PortalTools } from "../portal-tools.ts";
import { continuePage, savedPage } from "./check-pages.ts";
import { copyDraft } from "./copy-draft.ts";
import { draftKeyOfCode, drawDraftCode, parseDraftCode, readDraft } from "./draft.ts";
import { completeDraft, savedUnder, withStep } from "./filing-draft.ts";
import { ensureFiling, keepSteps, type OpenFiling } from "./filing-session.ts";

const wrongStatus = 422;
const heldUpStatus = 429;
/** Copies of one draft under codes that are remembered, to be deleted when it is filed. */
const savedCopiesMax = 10;

/** Registers the page that asks for a code. */
export function draftCodeRoutes(server: Server, tools: PortalTools): void {
  server.get("/appeal/continue", async ({ t }) => shown(continuePage(t, untouched, { isHeldUp: false })));
  server.post("/appeal/continue", (visit) => continueWithCode(tools, visit));
}

/** Keeps the draft under a new code and shows the code: the only time that anybody sees it. */
export async function saveUnderCode(tools: PortalTools, visit: Visit, filing: OpenFiling): Promise<Answer> {
  const free = await takeGuesses(tools, [
    { rule: guessLimits.savingOfSession, subject: filing.session.id },
    { rule: guessLimits.savingOfNetwork, subject: networkPrefix(visit.request.ip) },
  ]);
  if (!free) return errorAnswer(heldUpStatus, filing.headers);
  const code = drawDraftCode(tools.randomBytes);
  const key = draftKeyOfCode(code);
  const ids = [...savedUnder(filing.draft), toHex(key.id)].slice(-savedCopiesMax);
  const draft = withStep(filing.draft, "saved", { ids });
  if (!(await keepSteps(tools, filing.key, draft))) return errorAnswer(413, filing.headers);
  const moment = { now: tools.now(), randomBytes: tools.randomBytes };
  await tools.portal.begin((transaction) => copyDraft(transaction, filing.key, key, moment));
  const standing = completeDraft(draft, await tools.bodyTree());
  const goOn = standing.complete ? "check" : standing.missing;
  return shown(savedPage(visit.t, { code, goOn }), { caching: "secret", headers: filing.headers });
}

async function continueWithCode(tools: PortalTools, visit: Visit): Promise<Answer> {
  const { t, body, request } = visit;
  const typed = typedIn(appealContinueForm, body);
  const parsed = parseForm(appealContinueForm, body);
  const wrong = (problems: Parameters<typeof continuePage>[1]["problems"]) =>
    shown(continuePage(t, { typed, problems }, { isHeldUp: false }), { status: wrongStatus });
  if (!parsed.ok) return wrong(parsed.problem);
  const code = parseDraftCode(parsed.value.code);
  if (!code.ok) return wrong([{ field: "code", code: "wrong-shape" }]);
  const { session, headers, key } = await ensureFiling(tools, visit);
  const guesses = [
    { rule: guessLimits.draftOfSession, subject: session.id },
    { rule: guessLimits.draftOfNetwork, subject: networkPrefix(request.ip) },
  ];
  if (!(await takeGuesses(tools, guesses))) {
    return shown(continuePage(t, untouched, { isHeldUp: true }), { status: heldUpStatus, headers });
  }
  const moment = { now: tools.now(), randomBytes: tools.randomBytes };
  const isFound = await tools.portal.begin((transaction) =>
    copyDraft(transaction, draftKeyOfCode(code.value), key, moment),
  );
  if (!isFound) {
    const state = { typed, problems: [{ field: "code", code: "not-accepted" } as const] };
    return shown(continuePage(t, state, { isHeldUp: false }), { status: wrongStatus, headers });
  }
  await giveGuessesBack(tools, guesses);
  const draft = await readDraft(tools.portal, key, tools.now());
  const standing = draft === null ? null : completeDraft(draft, await tools.bodyTree());
  const place = standing === null || standing.complete ? "check" : standing.missing;
  return redirected(`/${visit.language}/appeal/${place}`, headers);
}

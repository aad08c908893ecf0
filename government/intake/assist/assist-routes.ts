/** Assisted points. What a helper has typed in can be seen by nobody here once the paper was handed over. */
import { ok, unreachable } from "#core/result.ts";
import {
  appealIdentityForm,
  appealWarningForm,
  appealWhomForm,
  carryOutOnce,
  caseCodeKeys,
  coSigningKey,
  fileAssisted,
  onWhoseBehalf,
  readWriter,
  youForm,
} from "#government/appeals/index.ts";
import { ask } from "#platform/authority/grant.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { aboutShown, looksForMore } from "../complaint-about.ts";
import { type AtPlace, addresseeIn, withPlace } from "../intake-access.ts";
import { assistForm } from "../intake-forms.ts";
import { addresseeField } from "../intake-pages.ts";
import type { IntakeTools } from "../intake-tools.ts";
import { assistPage, assistWarningPage, assistYouPage, type LaterShown } from "./assist-pages.ts";
import { handedOver, keepAtHand, showPaper } from "./handing-over.ts";
import {
  type AssistedWords,
  backField,
  carriedTo,
  isWarnedOf,
  type LaterPage,
  noProblems,
  pageField,
  readWords,
  type WordsProblems,
  warnedField,
} from "./read-assisted.ts";

const wrongStatus = 422;

/**
 * Registers the pages of assisted points: the questions, a paper, and the end of it. There is no list. All questions are
 * posted to one address, so that the log of requests does not tell who filed how.
 */
export function assistRoutes(server: Server, tools: IntakeTools): void {
  server.get("/intake/assist", (visit) =>
    withPlace(tools, visit, "appeal.assist", async (place) => {
      tools.sessions.stayOnPage(visit.request);
      // Whoever begins the next one has handed over the last.
      await handedOver(tools, place.session);
      return await showWords(tools, visit, place, noProblems);
    }),
  );
  server.post("/intake/assist", (visit) =>
    withPlace(tools, visit, "appeal.assist", (place) => postAssisted(server, tools, visit, place)),
  );
  server.get("/intake/assist/paper", (visit) =>
    withPlace(tools, visit, "appeal.assist", (place) => showPaper(tools, visit, place)),
  );
  server.get("/intake/assist/done", async ({ language }) => redirected(`/${language}/intake/assist/paper`));
  server.post("/intake/assist/done", (visit) =>
    withPlace(tools, visit, "appeal.assist", async (place) => {
      await handedOver(tools, place.session);
      return redirected(`/${visit.language}/intake/assist/paper${place.query}`);
    }),
  );
}

async function showWords(
  tools: IntakeTools,
  visit: Visit,
  place: AtPlace,
  problems: WordsProblems,
): Promise<Answer> {
  const { body } = visit;
  const forms = [assistForm, appealWhomForm, appealIdentityForm];
  const page = assistPage(visit.t, {
    action: `${visit.fullPath}${place.query}`,
    bodies: place.tree.all,
    addressee: firstValue(body, addresseeField),
    about: await aboutShown(tools, visit, place.tree, {
      addressee: addresseeIn(visit, place.tree),
      problem: problems.about,
    }),
    typed: Object.assign({}, ...forms.map((form) => typedIn(form, body))),
    problems,
    carried: carriedTo("words", body),
  });
  return shown(page, { status: problems === noProblems ? 200 : wrongStatus });
}

/** From one question to the next; what was asked before is read again each time. */
async function postAssisted(
  server: Server,
  tools: IntakeTools,
  visit: Visit,
  place: AtPlace,
): Promise<Answer> {
  const { body } = visit;
  // What was typed stands in the page alone, the warning included: it must not be taken from under their hands.
  tools.sessions.stayOnPage(visit.request);
  if (looksForMore(visit) || firstValue(body, backField) !== "") {
    return await showWords(tools, visit, place, noProblems);
  }
  const words = await readWords(tools, visit, place.tree);
  if (!words.ok) return await showWords(tools, visit, place, words.problem);
  const from = firstValue(body, pageField);
  if (from === ("warning" satisfies LaterPage)) return await passWarning(tools, visit, place, words.value);
  if (from !== ("you" satisfies LaterPage) || !isWarnedOf(visit, words.value.identity)) {
    return await showLater(tools, visit, place, words.value);
  }
  return await send(server, tools, visit, place, words.value);
}

async function passWarning(
  tools: IntakeTools,
  visit: Visit,
  place: AtPlace,
  words: AssistedWords,
): Promise<Answer> {
  const read = parseForm(appealWarningForm, visit.body);
  if (!read.ok) return await showLater(tools, visit, place, words, read.problem);
  const body = { ...visit.body, [warnedField]: words.identity };
  return await showLater(tools, { ...visit, body }, place, words);
}

/** The warning, until it was confirmed for this choice; then who files. */
async function showLater(
  tools: IntakeTools,
  visit: Visit,
  place: AtPlace,
  words: AssistedWords,
  problems: readonly FieldProblem[] = [],
): Promise<Answer> {
  const { identity } = words;
  const { emergencyNumbers } = await tools.parametersReader.read(tools.portal);
  const status = problems.length > 0 ? wrongStatus : 200;
  const later = (page: LaterPage): LaterShown => ({
    action: `${visit.fullPath}${place.query}`,
    ...{ tree: place.tree, emergencyNumbers, words },
    carried: carriedTo(page, visit.body),
  });
  if (identity !== "shown" && !isWarnedOf(visit, identity)) {
    return shown(assistWarningPage(visit.t, later("warning"), identity, problems), { status });
  }
  const state = { typed: typedIn(youForm(identity), visit.body), problems };
  const formKey = visit.drawFormKey();
  return shown(assistYouPage(visit.t, { ...later("you"), formKey }, state), { status });
}

async function send(
  server: Server,
  tools: IntakeTools,
  visit: Visit,
  place: AtPlace,
  words: AssistedWords,
): Promise<Answer> {
  const { kind, language, subject, text, addressee, complaint, identity, whom } = words;
  const writer = readWriter(identity, visit.body);
  if (!writer.ok) return await showLater(tools, visit, place, words, writer.problem);
  const { person, proofAtOnce } = writer.value;
  const grant = ask(place.actor, "appeal.assist", {
    ...{ kind: "paper-filing", takenAt: place.body.number, body: addressee.number },
  });
  if (!grant.ok) return errorAnswer(403);
  const filed = await carryOutOnce(
    tools,
    { visit, formKeys: server.formKeys, scope: place.session.id, side: "portal" },
    async (appealTools, formKey) => {
      const filing = {
        ...{ kind, language, channel: "assisted-point" as const, subject, text, attachments: [] },
        ...{ complaint, ...onWhoseBehalf(whom) },
        ...{ identity: person, identityShown: identity === "shown", proofAtOnce },
        ...{
          ...caseCodeKeys(tools.serverKey, formKey),
          coSigningKey: coSigningKey(tools.serverKey, formKey),
        },
      };
      const { row } = await fileAssisted(grant.value, filing, appealTools);
      await keepAtHand(appealTools.transaction, place.session, { tag: row.tag, formKey });
      // A repeat needs to learn nothing: the paper stands in the session until it was handed over.
      return ok(null);
    },
  );
  if (filed.ok) return redirected(`/${visit.language}/intake/assist/paper${place.query}`);
  switch (filed.problem) {
    case "different-body":
      return errorAnswer(wrongStatus);
    case "expired":
    case "not-drawn-here":
      // The form was open for a day: what was typed is shown again under a new key.
      return await showLater(tools, visit, place, words);
    default:
      return unreachable(filed.problem);
  }
}

/** One thing that an applicant does with a case, on a page of its own: a form, carried out once however often it comes. */
import type { JsonValue } from "#core/record/canonical-json.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { CaseRow, EnteredActs } from "#government/cases/index.ts";
import type { Actor } from "#platform/authority/actor.ts";
import {
  type FieldProblem,
  type Fields,
  type Form,
  type FormValues,
  isWrittenOn,
} from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import type { HtmlValue } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import type { Server } from "#platform/http/server.ts";
import type { Visit } from "#platform/http/visit.ts";
import type { Language } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { sayNext, takeSaid } from "../filing/filing-session.ts";
import { saidNotice } from "../filing/filing-words-pages.ts";
import { type CountedGuess, giveGuessesBack, takeGuesses } from "../guess-limits.ts";
import { carryOutOnce, type PortalTools } from "../portal-tools.ts";
import type { CaseAccess } from "./case-access.ts";
import { withCase } from "./case-routes.ts";
import { type CaseNow, caseNow, type NextAct, nextActs } from "./next-acts.ts";

const wrongStatus = 422;
const heldUpStatus = 429;
const movedOnStatus = 409;

/** What the page of a step is made from. */
export interface StepPage extends CaseNow {
  readonly t: Translate;
  /** Path with its language of the case. */
  readonly casePath: string;
  readonly formKey: FormKey;
  readonly state: FormState;
  readonly said: HtmlValue;
  readonly isHeldUp: boolean;
}

/** A form that was sent, inside the transaction that will enter it. */
export interface StepSent<Declared extends Fields> {
  readonly row: CaseRow;
  readonly actor: Actor;
  readonly values: FormValues<Declared>;
  readonly language: Language;
  /** The form's idempotency key. */
  readonly formKey: string;
  readonly at: CaseNow;
}

/** Why nothing was entered: the case has moved on, or a field that only the case itself could judge is wrong. */
export type StepProblem = "may-not-follow" | readonly FieldProblem[];

export interface CaseStep<Declared extends Fields> {
  readonly act: NextAct;
  readonly form: Form<Declared>;
  readonly page: (tools: PortalTools, page: StepPage) => Promise<PageContent>;
  readonly enter: (tools: AppealTools, sent: StepSent<Declared>) => Promise<Result<JsonValue, StepProblem>>;
  /** Attempts that are counted before the form is looked at, and given back when it was right. */
  readonly guesses?: (row: CaseRow) => readonly CountedGuess[];
  /** Runs after the first time that it was entered. Gives where to go on; the case's page when left out. */
  readonly done?: (visit: Visit, access: CaseAccess, outcome: JsonValue) => Promise<string>;
}

/** Registers the page of a step and its post. */
export function registerStep<Declared extends Fields>(
  server: Server,
  tools: PortalTools,
  step: CaseStep<Declared>,
): void {
  const path = `/case/:number/${step.act}`;
  server.get(path, (visit) =>
    withCase(tools, visit, async (access) => {
      const at = await caseNow(tools, access);
      const next = await nextActs(tools, at);
      if (!next.includes(step.act)) return redirected(`/${visit.language}/case/${access.row.number}`);
      return await showStep(tools, visit, step, at, { state: untouched, isHeldUp: false });
    }),
  );
  server.post(path, (visit) =>
    withCase(tools, visit, (access) => takeStep(server, tools, visit, access, step)),
  );
}

async function showStep<Declared extends Fields>(
  tools: PortalTools,
  visit: Visit,
  step: CaseStep<Declared>,
  at: CaseNow,
  shownWith: Pick<StepPage, "state" | "isHeldUp">,
): Promise<Answer> {
  if (isWrittenOn(step.form)) tools.sessions.stayOnPage(visit.request);
  const { t, language } = visit;
  const said = saidNotice(t, await takeSaid(tools, at.access.session));
  const page = await step.page(tools, {
    ...at,
    ...shownWith,
    t,
    casePath: `/${language}/case/${at.access.row.number}`,
    formKey: visit.drawFormKey(),
    said,
  });
  const isPosted = visit.request.method === "POST";
  const status = shownWith.isHeldUp ? heldUpStatus : isPosted ? wrongStatus : 200;
  // What was typed may be a code that opens something.
  return shown(page, { status, ...(isPosted ? { caching: "secret" } : {}) });
}

async function takeStep<Declared extends Fields>(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  access: CaseAccess,
  step: CaseStep<Declared>,
): Promise<Answer> {
  const { row, actor, session } = access;
  const { language } = visit;
  const typed = typedIn(step.form, visit.body);
  const at = await caseNow(tools, access);
  const again = (problems: readonly FieldProblem[], isHeldUp = false) =>
    showStep(tools, visit, step, at, { state: { typed, problems }, isHeldUp });
  const parsed = parseForm(step.form, visit.body);
  if (!parsed.ok) return again(parsed.problem);
  const guesses = step.guesses?.(row) ?? [];
  if (!(await takeGuesses(tools, guesses))) return again([], true);
  const { value: values } = parsed;
  const entered = await carryOutOnce<JsonValue, StepProblem>(
    tools,
    { visit, formKeys: server.formKeys, scope: session.id, side: "portal" },
    (appealTools, formKey) => step.enter(appealTools, { row, actor, values, language, formKey, at }),
  );
  if (entered.ok) {
    await giveGuessesBack(tools, guesses);
    const { outcome, repeated } = entered.value;
    if (!repeated) await sayNext(tools, session, "entered");
    return redirected((await step.done?.(visit, access, outcome)) ?? `/${language}/case/${row.number}`);
  }
  const { problem } = entered;
  if (typeof problem !== "string") return again(problem);
  switch (problem) {
    case "expired":
    case "not-drawn-here":
      await sayNext(tools, session, "form-too-old");
      return again([]);
    case "may-not-follow":
      // The case moved on meanwhile: its page shows how it stands.
      return errorAnswer(movedOnStatus);
    case "different-body":
      return errorAnswer(wrongStatus);
  }
}

/** The acts that were entered, as a form's outcome keeps them; whatever speaks against them, the case has moved on. */
export function actsEntered(entered: Result<EnteredActs, unknown>): Result<JsonValue, "may-not-follow"> {
  return entered.ok ? ok(entered.value.acts.map(({ actId }) => actId)) : refused("may-not-follow");
}

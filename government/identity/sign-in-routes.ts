import { unreachable } from "#core/result.ts";
import type { FieldProblem } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { untouched } from "#platform/html/form-fields.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { networkPrefix } from "#platform/session/network-prefix.ts";
import { type BrowserSessions, backPath } from "#platform/session/session-routes.ts";
import { beginSignIn, type FirstStepProblem, type SignInTools } from "./begin-sign-in.ts";
import { askedPosition, finishSignIn, type SecondStepProblem } from "./finish-sign-in.ts";
import { signInCodeForm, signInForm } from "./sign-in-form.ts";
import {
  positionField,
  returnToField,
  type SignInStop,
  signInCodePage,
  signInPage,
  signInStopPage,
} from "./sign-in-pages.ts";

export interface SignInRoutesOptions extends SignInTools {
  readonly sessions: BrowserSessions;
}

const tooManyStatus = 429;
const wrongStatus = 422;

/** Signing in, in two steps: `/sign-in` and `/sign-in/code`. */
export function signInRoutes(server: Server, options: SignInRoutesOptions): void {
  const { sessions } = options;
  server.get("/sign-in", async (visit) => {
    const session = await sessions.current(visit.request);
    const returnTo = returnToOf(firstValue(visit.query, returnToField));
    if (session?.account) return redirected(`/${visit.language}${returnTo ?? "/account"}`);
    return shown(signInPage(visit.t, { state: untouched, returnTo, isHeldUp: false }));
  });
  server.post("/sign-in", (visit) => firstStep(visit, options));
  server.get("/sign-in/code", async (visit) => {
    const session = await sessions.current(visit.request);
    if (session === null) return stopped(visit, "begin-again");
    const position = await askedPosition(session, options);
    if (!position.ok) return stopped(visit, stopFor(position.problem));
    return shown(signInCodePage(visit.t, { state: untouched, position: position.value, isAnother: false }));
  });
  server.post("/sign-in/code", (visit) => secondStep(visit, options));
}

async function firstStep(visit: Visit, options: SignInRoutesOptions): Promise<Answer> {
  const { t, language, body, request } = visit;
  const returnTo = returnToOf(firstValue(body, returnToField));
  const typed = typedIn(signInForm, body);
  const parsed = parseForm(signInForm, body);
  const wrong = (problems: readonly FieldProblem[]) =>
    shown(signInPage(t, { state: { typed, problems }, returnTo, isHeldUp: false }), { status: wrongStatus });
  if (!parsed.ok) return wrong(parsed.problem);
  let headers = {};
  const openSession = async () => {
    const ensured = await options.sessions.ensure(request);
    headers = ensured.headers;
    return ensured.session;
  };
  const step = { ...parsed.value, network: networkPrefix(request.ip), returnTo: returnTo ?? "/account" };
  const begun = await beginSignIn(openSession, step, options);
  if (begun.ok) return redirected(`/${language}/sign-in/code`, headers);
  if (begun.problem === "too-many-attempts") {
    const page = signInPage(t, { state: untouched, returnTo, isHeldUp: true });
    return shown(page, { status: tooManyStatus });
  }
  return wrong([problemOfFirstStep(begun.problem)]);
}

function problemOfFirstStep(problem: Exclude<FirstStepProblem, "too-many-attempts">): FieldProblem {
  switch (problem) {
    case "number-mistyped":
      return { field: "number", code: "wrong-shape" };
    case "wrong-number-or-password":
      return { field: "password", code: "not-accepted" };
    default:
      return unreachable(problem);
  }
}

async function secondStep(visit: Visit, options: SignInRoutesOptions): Promise<Answer> {
  const { language, body, request } = visit;
  const session = await options.sessions.current(request);
  if (session === null) return stopped(visit, "begin-again");
  const position = Number(firstValue(body, positionField));
  const parsed = parseForm(signInCodeForm, body);
  if (!parsed.ok) return askAgain(visit, options, parsed.problem, false);
  const step = { code: parsed.value.code, position, network: networkPrefix(request.ip) };
  const finished = await finishSignIn(session, step, options);
  if (finished.ok) {
    const headers = options.sessions.replaced(request, finished.value);
    return redirected(`/${language}${finished.value.returnTo}`, headers);
  }
  return secondStepRefused(visit, options, finished.problem);
}

function secondStepRefused(
  visit: Visit,
  options: SignInRoutesOptions,
  problem: SecondStepProblem,
): Promise<Answer> | Answer {
  switch (problem) {
    case "code-mistyped":
      return askAgain(visit, options, [{ field: "code", code: "wrong-shape" }], false);
    case "wrong-code":
      return askAgain(visit, options, [{ field: "code", code: "not-accepted" }], false);
    case "another-code":
      return askAgain(visit, options, [], true);
    case "not-begun":
    case "sheet-locked":
    case "sheet-used-up":
    case "too-many-attempts":
      return stopped(visit, stopFor(problem));
    default:
      return unreachable(problem);
  }
}

/** Asks for the code that is next now, which may be another than the page asked for. */
async function askAgain(
  visit: Visit,
  options: SignInRoutesOptions,
  problems: readonly FieldProblem[],
  isAnother: boolean,
): Promise<Answer> {
  const session = await options.sessions.current(visit.request);
  if (session === null) return stopped(visit, "begin-again");
  const position = await askedPosition(session, options);
  if (!position.ok) return stopped(visit, stopFor(position.problem));
  // A wrong code is not shown again: it may be the right one for another time.
  const state = { typed: {}, problems };
  return shown(signInCodePage(visit.t, { state, position: position.value, isAnother }), {
    status: wrongStatus,
  });
}

function stopFor(problem: "not-begun" | "sheet-locked" | "sheet-used-up" | "too-many-attempts"): SignInStop {
  switch (problem) {
    case "not-begun":
      return "begin-again";
    case "sheet-locked":
      return "locked";
    case "sheet-used-up":
      return "used-up";
    case "too-many-attempts":
      return "too-many";
    default:
      return unreachable(problem);
  }
}

function stopped(visit: Visit, stop: SignInStop): Answer {
  return shown(signInStopPage(visit.t, stop), { status: stop === "too-many" ? tooManyStatus : wrongStatus });
}

/** A plain path of ours, without language; `null` for anything else, the first page included. */
function returnToOf(given: string): string | null {
  const path = backPath(given);
  return path === "/" ? null : path;
}

/** Who may know who writes: shown, sealed or nameless; and the page of warning that stands before the latter two. */
import { parseForm } from "#platform/form/parse-form.ts";
import type { FormState } from "#platform/html/form-fields.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { appealIdentityForm, appealWarningForm } from "../appeal-forms.ts";
import { nextField, nextSave } from "../citizen/citizen-pages.ts";
import type { PortalTools } from "../portal-tools.ts";
import { saveUnderCode } from "./draft-code-routes.ts";
import {
  identityIn,
  keptFields,
  mayBeNameless,
  typedOf,
  whomIn,
  withoutStep,
  withStep,
} from "./filing-draft.ts";
import { ensureFiling, keepSteps, type OpenFiling } from "./filing-session.ts";
import { frameOf, goOn, withFiling } from "./filing-steps.ts";
import { identityPage, warningPage } from "./identity-pages.ts";
import { readIdentity } from "./who-files.ts";

const wrongStatus = 422;

/** Registers both pages. */
export function identityRoutes(server: Server, tools: PortalTools): void {
  server.get("/appeal/identity", (visit) =>
    withFiling(tools, visit, (filing) => showIdentity(tools, visit, filing)),
  );
  server.post("/appeal/identity", (visit) => postIdentity(tools, visit));
  server.get("/appeal/warning", (visit) =>
    withFiling(tools, visit, (filing) => showWarning(tools, visit, filing)),
  );
  server.post("/appeal/warning", (visit) => postWarning(tools, visit));
}

async function showIdentity(
  tools: PortalTools,
  visit: Visit,
  filing: OpenFiling,
  problems: FormState["problems"] = [],
): Promise<Answer> {
  const state = { typed: typedOf(filing.draft, "identity"), problems };
  const page = identityPage(await frameOf(tools, visit, filing, "identity"), state, {
    mayBeNameless: mayBeNameless(filing.draft),
  });
  return shown(page, { status: problems.length > 0 ? wrongStatus : 200, headers: filing.headers });
}

async function postIdentity(tools: PortalTools, visit: Visit): Promise<Answer> {
  const begun = await ensureFiling(tools, visit);
  tools.sessions.stayOnPage(visit.request);
  const parsed = readIdentity(visit.body, whomIn(begun.draft));
  const isNameless = parsed.ok && parsed.value === "nameless";
  // A name that was typed before the choice fell on none is not kept.
  const before = isNameless ? withoutStep(begun.draft, "you") : begun.draft;
  const draft = withStep(before, "identity", keptFields(appealIdentityForm, visit.body));
  await keepSteps(tools, begun.key, draft);
  const filing = { ...begun, draft };
  if (firstValue(visit.body, nextField) === nextSave) return saveUnderCode(tools, visit, filing);
  return parsed.ok
    ? goOn(tools, visit, filing, "identity")
    : showIdentity(tools, visit, filing, parsed.problem);
}

async function showWarning(
  tools: PortalTools,
  visit: Visit,
  filing: OpenFiling,
  problems: FormState["problems"] = [],
): Promise<Answer> {
  const identity = identityIn(filing.draft);
  if (identity === null) return redirected(`/${visit.language}/appeal/identity`, filing.headers);
  if (identity === "shown") return goOn(tools, visit, filing, "warning");
  const page = warningPage(await frameOf(tools, visit, filing, "warning"), {
    identity,
    isSignedIn: filing.session.account !== null,
    problems,
  });
  return shown(page, { status: problems.length > 0 ? wrongStatus : 200, headers: filing.headers });
}

async function postWarning(tools: PortalTools, visit: Visit): Promise<Answer> {
  const filing = await ensureFiling(tools, visit);
  tools.sessions.stayOnPage(visit.request);
  const identity = identityIn(filing.draft);
  if (identity === null || identity === "shown") return showWarning(tools, visit, filing);
  if (firstValue(visit.body, nextField) === nextSave) return saveUnderCode(tools, visit, filing);
  const parsed = parseForm(appealWarningForm, visit.body);
  if (!parsed.ok) return showWarning(tools, visit, filing, parsed.problem);
  const draft = withStep(filing.draft, "warning", { confirmed: identity });
  await keepSteps(tools, filing.key, draft);
  const headers =
    identity === "nameless" && filing.session.account !== null
      ? await leaveSignIn(tools, visit)
      : filing.headers;
  return goOn(tools, visit, { ...filing, draft, headers }, "warning");
}

/**
 * Nothing may lead from a nameless filing to an account: the browser goes on in a session of its own. The draft is
 * taken along when the answer leaves (`sessionsWithDrafts`).
 */
async function leaveSignIn(tools: PortalTools, { request }: Visit) {
  await tools.sessions.leave(request);
  return (await tools.sessions.ensure(request)).headers;
}

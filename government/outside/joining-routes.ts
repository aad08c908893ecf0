/** For the keeper's head: a body that took no part joins. */
import {
  actorOfRequest,
  type PortalTools,
  saidNotice,
  sayNext,
  takeSaid,
} from "#government/appeals/index.ts";
import { parseBodySlug } from "#government/bodies/index.ts";
import { ask, mayBeGranted } from "#platform/authority/grant.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { joinRegister } from "./join-register.ts";
import { bodiesOutside, keeperOf } from "./keeper.ts";
import { bodyField, joiningForm } from "./outside-forms.ts";
import { joiningPage } from "./outside-pages.ts";

const wrongStatus = 422;

/** Registers the form. A body joins once: sent twice, the second finds that it takes part already. */
export function joiningRoutes(server: Server, tools: PortalTools): void {
  server.get("/outside/joining", (visit) => showForm(tools, visit, untouched, null));
  server.post("/outside/joining", (visit) => postForm(tools, visit));
}

async function showForm(
  tools: PortalTools,
  visit: Visit,
  state: FormState,
  bodyMessage: string | null,
): Promise<Answer> {
  const { t, request, language } = visit;
  const tree = await tools.bodyTree();
  const keeper = keeperOf(tree);
  const actor = await actorOfRequest(tools, request);
  const session = await tools.sessions.current(request);
  if (session === null) return redirected(`/${language}/sign-in`);
  if (keeper === null) return errorAnswer(404);
  if (!mayBeGranted(actor, "body.register", { kind: "country", cabinet: keeper.number }))
    return errorAnswer(403);
  const page = joiningPage(t, {
    bodies: bodiesOutside(tree),
    state,
    bodyMessage,
    formKey: visit.drawFormKey(),
    said: saidNotice(t, await takeSaid(tools, session)),
  });
  return shown(page, { status: request.method === "POST" ? wrongStatus : 200 });
}

async function postForm(tools: PortalTools, visit: Visit): Promise<Answer> {
  const { t, request, language } = visit;
  const typed = typedIn(joiningForm, visit.body);
  const tree = await tools.bodyTree();
  const keeper = keeperOf(tree);
  const actor = await actorOfRequest(tools, request);
  const session = await tools.sessions.current(request);
  if (session === null || keeper === null) return redirected(`/${language}/sign-in`);
  const grant = ask(actor, "body.register", { kind: "country", cabinet: keeper.number });
  if (!grant.ok) return errorAnswer(403);
  const parsed = parseForm(joiningForm, visit.body);
  const slug = parseBodySlug(firstValue(visit.body, bodyField));
  const body = slug === null ? undefined : tree.bySlug.get(slug);
  const bodyMessage = body === undefined ? t("outside-body-missing") : null;
  if (!parsed.ok || body === undefined) {
    return await showForm(tools, visit, { typed, problems: parsed.ok ? [] : parsed.problem }, bodyMessage);
  }
  const { portal: sql, log, now, randomBytes, personKeys } = tools;
  const joined = await joinRegister(grant.value, body, { sql, log, now, randomBytes, personKeys });
  if (joined.ok) await sayNext(tools, session, "entered");
  // Joined already, perhaps by this very form sent twice: the page of the body says so.
  return redirected(`/${language}/bodies/${body.slug}`);
}

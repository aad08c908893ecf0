/** Keeping texts ready for replies: a head writes, changes and removes them; officials find them beside their reply. */
import type { JsonValue } from "#core/record/canonical-json.ts";
import { ok, type Result } from "#core/result.ts";
import type { Body } from "#government/bodies/index.ts";
import { ask, type Grant, mayBeGranted } from "#platform/authority/grant.ts";
import type { FieldProblem, FormBody } from "#platform/form/form.ts";
import { parseForm, typedFrom, typedIn } from "#platform/form/parse-form.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { carryOutOnce, type PortalTools } from "../portal-tools.ts";
import { removeReplyTemplate } from "../remove-reply-template.ts";
import {
  findTemplate,
  parseTemplateId,
  type ReplyTemplate,
  type TemplateTexts,
  templatesOf,
} from "../reply-template-store.ts";
import { changeReplyTemplate, templatesMax, writeReplyTemplate } from "../write-reply-template.ts";
import { atBody, bodyObject, type Desk, withDesk } from "./desk-access.ts";
import { deskTemplateForm } from "./desk-forms.ts";
import { type DeskRefusal, refusalStatus } from "./desk-refusals.ts";
import {
  type TemplateDone,
  type TemplateFrame,
  templateDones,
  templatePage,
  templateSeenField,
  templatesHref,
  templatesPage,
} from "./desk-template-pages.ts";

const wrongStatus = 422;

/** Somebody who may write the templates of a body, on one of its pages. */
interface Place {
  readonly desk: Desk;
  readonly body: Body;
}

/** What a page shows besides what is kept. */
interface ShownWith {
  readonly state: FormState;
  readonly refusal: DeskRefusal | null;
}

const asKept: ShownWith = { state: untouched, refusal: null };

/** Registers the pages of templates. */
export function deskTemplateRoutes(server: Server, tools: PortalTools): void {
  const at = (visit: Visit, run: (place: Place) => Promise<Answer>) =>
    withDesk(tools, visit, (desk) =>
      atBody(visit, desk, async (body) => {
        const mayWrite = mayBeGranted(desk.self, "template.write", bodyObject(desk.tree, body.number));
        return mayWrite ? await run({ desk, body }) : errorAnswer(403);
      }),
    );
  const atOne = (visit: Visit, run: (place: Place, template: ReplyTemplate | null) => Promise<Answer>) =>
    at(visit, async (place) => {
      const id = parseTemplateId(visit.params.template ?? "");
      return id.ok
        ? await run(place, await findTemplate(tools.desk, place.body.number, id.value))
        : errorAnswer(404);
    });
  server.get("/desk/templates", (visit) => at(visit, (place) => showAll(tools, visit, place, asKept)));
  server.post("/desk/templates", (visit) => at(visit, (place) => writeNew(server, tools, visit, place)));
  server.get("/desk/templates/:template", (visit) =>
    atOne(visit, async (place, template) =>
      template === null ? errorAnswer(404) : showOne(tools, visit, place, template, asKept),
    ),
  );
  server.post("/desk/templates/:template", (visit) =>
    at(visit, (place) => change(server, tools, visit, place)),
  );
  // Left open or gone back to, its address leads to the list.
  server.get("/desk/templates/:template/remove", (visit) =>
    at(visit, async ({ desk, body }) => redirected(templatesHref(visit.t, linkBodyOf(desk, body)))),
  );
  server.post("/desk/templates/:template/remove", (visit) =>
    at(visit, (place) => remove(server, tools, visit, place)),
  );
}

function linkBodyOf(desk: Desk, body: Body): Body | null {
  return desk.bodies.length > 1 ? body : null;
}

function frameOf(visit: Visit, { desk, body }: Place, shownWith: ShownWith): TemplateFrame {
  const { t, drawFormKey } = visit;
  return { ...shownWith, t, body, linkBody: linkBodyOf(desk, body), drawFormKey };
}

function statusOf({ state, refusal }: ShownWith): number {
  if (refusal !== null) return refusalStatus(refusal);
  return state.problems.length > 0 ? wrongStatus : 200;
}

async function showAll(
  tools: PortalTools,
  visit: Visit,
  place: Place,
  shownWith: ShownWith,
): Promise<Answer> {
  tools.sessions.stayOnPage(visit.request);
  const [templates, { timeZone }] = await Promise.all([
    templatesOf(tools.desk, place.body.number, templatesMax),
    tools.parametersReader.read(tools.desk),
  ]);
  const done = templateDones.find((each) => each === firstValue(visit.query, "done")) ?? null;
  const page = templatesPage(frameOf(visit, place, shownWith), { templates, done, timeZone });
  return shown(page, { status: statusOf(shownWith) });
}

function showOne(
  tools: PortalTools,
  visit: Visit,
  place: Place,
  template: ReplyTemplate,
  shownWith: ShownWith,
): Answer {
  tools.sessions.stayOnPage(visit.request);
  const { name, outcome, kind, texts } = template;
  const kept = typedFrom({ name, outcome, kind, textTk: texts.tk, textRu: texts.ru, textEn: texts.en });
  const state = shownWith === asKept ? { typed: kept, problems: [] } : shownWith.state;
  return shown(templatePage(frameOf(visit, place, { ...shownWith, state }), template), {
    status: statusOf(shownWith),
  });
}

/** The template as it was written, or every problem of it. */
function readTemplate(posted: FormBody): Result<TemplateTexts, readonly FieldProblem[]> {
  const parsed = parseForm(deskTemplateForm, posted);
  if (!parsed.ok) return parsed;
  const { name, outcome, kind, textTk, textRu, textEn } = parsed.value;
  const isEmpty = textTk === "" && textRu === "" && textEn === "";
  return isEmpty
    ? { ok: false, problem: [{ field: "textTk", code: "missing" }] }
    : ok({ name, outcome, kind, texts: { tk: textTk, ru: textRu, en: textEn } });
}

async function writeNew(server: Server, tools: PortalTools, visit: Visit, place: Place): Promise<Answer> {
  const typed = typedIn(deskTemplateForm, visit.body);
  const written = readTemplate(visit.body);
  if (!written.ok) {
    return await showAll(tools, visit, place, { state: { typed, problems: written.problem }, refusal: null });
  }
  const done = await once(server, tools, visit, place, (grant, appealTools) =>
    writeReplyTemplate(grant, written.value, appealTools),
  );
  return done.ok
    ? backToAll(visit, place, "write")
    : await showAll(tools, visit, place, { state: { typed, problems: [] }, refusal: done.problem });
}

async function change(server: Server, tools: PortalTools, visit: Visit, place: Place): Promise<Answer> {
  const id = parseTemplateId(visit.params.template ?? "");
  if (!id.ok) return errorAnswer(404);
  const typed = typedIn(deskTemplateForm, visit.body);
  const written = readTemplate(visit.body);
  const seen = firstValue(visit.body, templateSeenField);
  const again = async (problems: readonly FieldProblem[], refusal: DeskRefusal | null) => {
    const shownWith: ShownWith = { state: { typed, problems }, refusal };
    const kept = await findTemplate(tools.desk, place.body.number, id.value);
    // One that is gone can be kept as a new one: nothing that was typed is lost.
    if (kept === null) {
      return await showAll(tools, visit, place, { ...shownWith, refusal: refusal ?? "template-gone" });
    }
    // After a wrong field the page still stands on what its writer has seen; after a clash, on what there is now.
    const version = problems.length > 0 && isVersion(seen) ? Number(seen) : kept.changedAt;
    return showOne(tools, visit, place, { ...kept, changedAt: version }, shownWith);
  };
  if (!written.ok) return await again(written.problem, null);
  const done = await once(server, tools, visit, place, (grant, appealTools) =>
    changeReplyTemplate(
      grant,
      id.value,
      { written: written.value, seen: isVersion(seen) ? Number(seen) : 0 },
      appealTools,
    ),
  );
  return done.ok ? backToAll(visit, place, "write") : await again([], done.problem);
}

function isVersion(text: string): boolean {
  return /^[0-9]{1,15}$/.test(text);
}

async function remove(server: Server, tools: PortalTools, visit: Visit, place: Place): Promise<Answer> {
  const id = parseTemplateId(visit.params.template ?? "");
  if (!id.ok) return errorAnswer(404);
  const done = await once(server, tools, visit, place, async (grant, appealTools) => {
    await removeReplyTemplate(grant, id.value, appealTools);
    return ok(null);
  });
  return done.ok
    ? backToAll(visit, place, "remove")
    : await showAll(tools, visit, place, { ...asKept, refusal: done.problem });
}

function backToAll(visit: Visit, { desk, body }: Place, done: TemplateDone): Answer {
  const list = templatesHref(visit.t, linkBodyOf(desk, body));
  return redirected(`${list}${list.includes("?") ? "&" : "?"}done=${done}`);
}

async function once(
  server: Server,
  tools: PortalTools,
  visit: Visit,
  { desk, body }: Place,
  run: (grant: Grant<"template.write">, appealTools: AppealTools) => Promise<Result<JsonValue, DeskRefusal>>,
) {
  const sent = { visit, formKeys: server.formKeys, scope: desk.session.id, side: "desk" } as const;
  return await carryOutOnce<JsonValue, DeskRefusal>(tools, sent, async (appealTools) => {
    const grant = ask(desk.self, "template.write", bodyObject(desk.tree, body.number));
    return grant.ok ? await run(grant.value, appealTools) : grant;
  });
}

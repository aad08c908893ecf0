/** Whom a complaint is about, and the proposal of others when it is about the head of the chosen one. */
import { type Body, findBodies, foundBodiesMax } from "#government/bodies/index.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import type { FormState } from "#platform/html/form-fields.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { appealAboutForm, complainedOfMax } from "../appeal-forms.ts";
import { nextField, nextSave, nextSearch } from "../citizen/citizen-pages.ts";
import { nameablesNear, wholeBodyValue } from "../nameable.ts";
import type { PortalTools } from "../portal-tools.ts";
import { aboutFields, bodySearchIn, namedIn } from "./about-draft.ts";
import {
  aboutPage,
  type BodySearch,
  higherPage,
  nextMoveTo,
  nextStay,
  officialsField,
} from "./about-pages.ts";
import { saveUnderCode } from "./draft-code-routes.ts";
import { chosenBody, higherBodies, kindIn, withStep } from "./filing-draft.ts";
import { ensureFiling, keepSteps, type OpenFiling } from "./filing-session.ts";
import { frameOf, goOn, withFiling } from "./filing-steps.ts";

const wrongStatus = 422;

/** Registers both pages. */
export function aboutRoutes(server: Server, tools: PortalTools): void {
  server.get("/appeal/about", (visit) =>
    withFiling(tools, visit, (filing) => showAbout(tools, visit, filing, null)),
  );
  server.post("/appeal/about", (visit) => postAbout(tools, visit));
  server.get("/appeal/higher", (visit) =>
    withFiling(tools, visit, (filing) => showHigher(tools, visit, filing)),
  );
  server.post("/appeal/higher", (visit) => postHigher(tools, visit));
}

async function showAbout(
  tools: PortalTools,
  visit: Visit,
  filing: OpenFiling,
  wrong: { readonly problems: FormState["problems"]; readonly tooMany: boolean } | null,
): Promise<Answer> {
  const tree = await tools.bodyTree();
  const body = chosenBody(filing.draft, tree);
  if (body === null) return redirected(`/${visit.language}/appeal/body`, filing.headers);
  // Only a complaint is about somebody: whoever comes here with another kind has changed it meanwhile.
  if (kindIn(filing.draft) !== "filed-complaint") return goOn(tools, visit, filing, "about");
  const named = namedIn(filing.draft);
  const who = filing.draft.steps.about?.who;
  const words = bodySearchIn(filing.draft);
  const found = findBodies(tree, words);
  const typed = { who: typeof who === "string" ? [who] : [], search: [words] };
  const page = aboutPage(await frameOf(tools, visit, filing, "about"), {
    offered: nameablesNear(tree, body, { found, named }),
    named,
    state: { typed, problems: wrong?.problems ?? [] },
    tooMany: wrong?.tooMany ?? false,
    search: searchWent(words, found),
  });
  return shown(page, { status: wrong === null ? 200 : wrongStatus, headers: filing.headers });
}

function searchWent(words: string, found: readonly Body[]): BodySearch {
  if (words === "") return null;
  if (found.length === 0) return "found-none";
  return found.length === foundBodiesMax ? "found-many" : "found";
}

async function postAbout(tools: PortalTools, visit: Visit): Promise<Answer> {
  const begun = await ensureFiling(tools, visit);
  tools.sessions.stayOnPage(visit.request);
  const tree = await tools.bodyTree();
  const given = visit.body[officialsField] ?? [];
  const values = typeof given === "string" ? [given] : given;
  const typed = typedIn(appealAboutForm, visit.body);
  const [[who = ""], [search = ""]] = [typed.who ?? [], typed.search ?? []];
  const draft = withStep(begun.draft, "about", aboutFields(tree, { values, who, search }));
  await keepSteps(tools, begun.key, draft);
  const filing = { ...begun, draft };
  if (firstValue(visit.body, nextField) === nextSave) return saveUnderCode(tools, visit, filing);
  const parsed = parseForm(appealAboutForm, visit.body);
  const tooMany = values.length > complainedOfMax;
  if (!parsed.ok || tooMany) {
    return showAbout(tools, visit, filing, { problems: parsed.ok ? [] : parsed.problem, tooMany });
  }
  // Whoever types a name and presses Enter has not seen yet what it finds.
  const looks = firstValue(visit.body, nextField) === nextSearch;
  const hasNew = search.trim() !== "" && search !== bodySearchIn(begun.draft);
  if (looks || hasNew) return redirected(`/${visit.language}/appeal/about`, filing.headers);
  return goOn(tools, visit, filing, "about");
}

async function showHigher(tools: PortalTools, visit: Visit, filing: OpenFiling): Promise<Answer> {
  const tree = await tools.bodyTree();
  const body = chosenBody(filing.draft, tree);
  const proposals = higherBodies(filing.draft, tree);
  if (body === null || proposals.length === 0) return goOn(tools, visit, filing, "higher");
  const isWhole = namedIn(filing.draft).includes(wholeBodyValue(body.slug));
  return shown(higherPage(await frameOf(tools, visit, filing, "higher"), { body, isWhole, proposals }));
}

async function postHigher(tools: PortalTools, visit: Visit): Promise<Answer> {
  const begun = await ensureFiling(tools, visit);
  const tree = await tools.bodyTree();
  const body = chosenBody(begun.draft, tree);
  const proposals = higherBodies(begun.draft, tree);
  const next = firstValue(visit.body, nextField);
  const chosen = proposals.find(({ forum }) => next === nextMoveTo(forum));
  const stays = body !== null && proposals.length > 0 && next === nextStay;
  const draft =
    chosen !== undefined
      ? withStep(begun.draft, "body", { body: chosen.body.slug })
      : stays
        ? withStep(begun.draft, "higher", { stays: body.slug })
        : begun.draft;
  await keepSteps(tools, begun.key, draft);
  // Neither was chosen: the page comes again, since the step has no answer.
  return goOn(tools, visit, { ...begun, draft }, "about");
}

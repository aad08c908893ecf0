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
import { holderNames, meantBy, type NameableHolder } from "../nameable-holders.ts";
import type { PortalTools } from "../portal-tools.ts";
import { aboutFields, askedIn, bodySearchIn, namedIn, whoIn } from "./about-draft.ts";
import {
  aboutPage,
  type BodySearch,
  higherPage,
  meantField,
  nextMoveTo,
  nextStay,
  officialsField,
} from "./about-pages.ts";
import type { Draft } from "./draft.ts";
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
  const { draft } = filing;
  const tree = await tools.bodyTree();
  const body = chosenBody(draft, tree);
  if (body === null) return redirected(`/${visit.language}/appeal/body`, filing.headers);
  // Only a complaint is about somebody: whoever comes here with another kind has changed it meanwhile.
  if (kindIn(draft) !== "filed-complaint") return goOn(tools, visit, filing, "about");
  const named = namedIn(draft);
  const search = bodySearchIn(draft);
  const found = findBodies(tree, search);
  const meant = await meantIn(tools, draft);
  const offered = nameablesNear(tree, body, { found, named }).filter(
    ({ value }) => !meant.some((each) => each.value === value),
  );
  const bodies = [...new Set(offered.map((each) => each.body))];
  const page = aboutPage(await frameOf(tools, visit, filing, "about"), {
    ...{ offered, meant, named, search: searchWent(search, found) },
    holders: await holderNames(tools.portal, bodies, tools.now()),
    state: { typed: { who: [whoIn(draft)], search: [search] }, problems: wrong?.problems ?? [] },
    tooMany: wrong?.tooMany ?? false,
  });
  return shown(page, { status: wrong === null ? 200 : wrongStatus, headers: filing.headers });
}

function searchWent(words: string, found: readonly Body[]): BodySearch {
  if (words === "") return null;
  if (found.length === 0) return "found-none";
  return found.length === foundBodiesMax ? "found-many" : "found";
}

/** Whom the words of a draft may mean; nobody until the form was sent once. */
async function meantIn(tools: PortalTools, draft: Draft): Promise<readonly NameableHolder[]> {
  const tree = await tools.bodyTree();
  const found = findBodies(tree, bodySearchIn(draft));
  const asked = { body: chosenBody(draft, tree), found, words: whoIn(draft), now: tools.now() };
  return await meantBy(tools.portal, tree, asked);
}

async function postAbout(tools: PortalTools, visit: Visit): Promise<Answer> {
  const begun = await ensureFiling(tools, visit);
  tools.sessions.stayOnPage(visit.request);
  const tree = await tools.bodyTree();
  const values = [...new Set([officialsField, meantField].flatMap((field) => valuesOf(visit, field)))];
  const typed = typedIn(appealAboutForm, visit.body);
  const [[who = ""], [search = ""]] = [typed.who ?? [], typed.search ?? []];
  const sent = withStep(begun.draft, "about", aboutFields(tree, { values, who, search, asked: [] }));
  const asked = (await meantIn(tools, sent)).map(({ value }) => value);
  const draft = withStep(sent, "about", aboutFields(tree, { values, who, search, asked }));
  await keepSteps(tools, begun.key, draft);
  const filing = { ...begun, draft };
  if (firstValue(visit.body, nextField) === nextSave) return saveUnderCode(tools, visit, filing);
  const parsed = parseForm(appealAboutForm, visit.body);
  const tooMany = values.length > complainedOfMax;
  if (!parsed.ok || tooMany) {
    return showAbout(tools, visit, filing, { problems: parsed.ok ? [] : parsed.problem, tooMany });
  }
  return staysHere(visit, begun.draft, draft)
    ? redirected(`/${visit.language}/appeal/about`, filing.headers)
    : goOn(tools, visit, filing, "about");
}

/**
 * Whether the page comes again: something was looked for, also by whoever typed a name of a body and pressed Enter; or
 * the words name somebody in office, since words alone keep nobody out. Whether they mean that post is asked once.
 */
function staysHere(visit: Visit, before: Draft, draft: Draft): boolean {
  const search = bodySearchIn(draft);
  const looks = firstValue(visit.body, nextField) === nextSearch;
  const hasNewSearch = search.trim() !== "" && search !== bodySearchIn(before);
  const known = new Set([...askedIn(before), ...namedIn(draft)]);
  return looks || hasNewSearch || askedIn(draft).some((value) => !known.has(value));
}

function valuesOf(visit: Visit, field: string): readonly string[] {
  const given = visit.body[field] ?? [];
  return typeof given === "string" ? [given] : given;
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

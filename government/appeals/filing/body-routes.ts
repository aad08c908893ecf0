/** Which body, by words and place or out of the whole list. */
import { chooseBodies, type Proposal } from "#government/bodies/index.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import type { FormState } from "#platform/html/form-fields.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { appealBodyForm, appealBodySearchForm } from "../appeal-forms.ts";
import { allBodiesPage, bodyPage, nextField, nextSave, nextSearch } from "../citizen/citizen-pages.ts";
import type { PortalTools } from "../portal-tools.ts";
import { saveUnderCode } from "./draft-code-routes.ts";
import { chosenBody, typedOf } from "./filing-draft.ts";
import type { OpenFiling } from "./filing-session.ts";
import { frameOf, goOn, keepTyped, withFiling } from "./filing-steps.ts";

const wrongStatus = 422;

/** Registers the pages on which the body is chosen. */
export function bodyRoutes(server: Server, tools: PortalTools): void {
  server.get("/appeal/body", (visit) =>
    withFiling(tools, visit, (filing) => showBody(tools, visit, filing, { kind: "fresh" })),
  );
  server.get("/appeal/body/all", (visit) =>
    withFiling(tools, visit, (filing) => showAllBodies(tools, visit, filing)),
  );
  server.post("/appeal/body", (visit) => postBody(tools, visit));
}

type BodyShowing =
  | { readonly kind: "fresh" }
  | { readonly kind: "wrong-search" | "wrong-choice"; readonly problems: FormState["problems"] };

async function showBody(
  tools: PortalTools,
  visit: Visit,
  filing: OpenFiling,
  showing: BodyShowing,
): Promise<Answer> {
  const tree = await tools.bodyTree();
  const search = typedOf(filing.draft, "search");
  const asked = parseForm(appealBodySearchForm, { ...search });
  const isAsked = asked.ok && (asked.value.matter !== "" || asked.value.place !== "");
  const proposals: readonly Proposal[] | null = isAsked ? chooseBodies(tree, asked.value) : null;
  const problemsOf = (kind: BodyShowing["kind"]) =>
    showing.kind !== "fresh" && showing.kind === kind ? showing.problems : [];
  const page = bodyPage(await frameOf(tools, visit, filing, "body"), {
    search: { typed: search, problems: problemsOf("wrong-search") },
    choice: { typed: {}, problems: problemsOf("wrong-choice") },
    proposals,
    chosen: chosenBody(filing.draft, tree),
  });
  return shown(page, { status: showing.kind === "fresh" ? 200 : wrongStatus, headers: filing.headers });
}

async function showAllBodies(tools: PortalTools, visit: Visit, filing: OpenFiling): Promise<Answer> {
  const tree = await tools.bodyTree();
  const frame = await frameOf(tools, visit, filing, "body");
  const choice = { state: { typed: {}, problems: [] }, chosen: chosenBody(filing.draft, tree) };
  return shown(allBodiesPage(frame, tree, choice));
}

async function postBody(tools: PortalTools, visit: Visit): Promise<Answer> {
  const next = firstValue(visit.body, nextField);
  if (next === nextSearch) {
    const filing = await keepTyped(tools, visit, "search");
    const parsed = parseForm(appealBodySearchForm, visit.body);
    if (parsed.ok) return redirected(`/${visit.language}/appeal/body`, filing.headers);
    return showBody(tools, visit, filing, { kind: "wrong-search", problems: parsed.problem });
  }
  const filing = await keepTyped(tools, visit, "body");
  if (next === nextSave) return saveUnderCode(tools, visit, filing);
  if (chosenBody(filing.draft, await tools.bodyTree()) !== null) return goOn(tools, visit, filing, "body");
  const [slug = ""] = typedIn(appealBodyForm, visit.body).body ?? [];
  const problems = [{ field: "body", code: slug === "" ? "missing" : "not-an-option" } as const];
  return showBody(tools, visit, filing, { kind: "wrong-choice", problems });
}

/** The pages of a filing: each post keeps what was typed and leads to the next page. */
import { unreachable } from "#core/result.ts";
import { parseBodySlug, takesAppeals } from "#government/bodies/index.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import type { FormState } from "#platform/html/form-fields.ts";
import { type Answer, redirected, shown } from "#platform/http/answer.ts";
import { policyWithScript } from "#platform/http/security-headers.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { appealBodyForm } from "../appeal-forms.ts";
import { attachedFiles, type FileRefusal } from "../attaching/attached-pages.ts";
import { readDraftFiles } from "../attaching/draft-files.ts";
import { takeSentFiles } from "../attaching/sent-files.ts";
import { isUndecided } from "../attaching/settle-file.ts";
import { filePartRoute, uploadScriptRoute, visitOver } from "../attaching/upload.ts";
import { kindPage, nextField, nextSave, startPage, textPage } from "../citizen/citizen-pages.ts";
import type { PortalTools } from "../portal-tools.ts";
import { aboutRoutes } from "./about-routes.ts";
import { bodyRoutes } from "./body-routes.ts";
import { saveUnderCode } from "./draft-code-routes.ts";
import { filePage } from "./file-pages.ts";
import { formOf, identityIn, isBegun, keptFields, kindIn, typedOf, withStep } from "./filing-draft.ts";
import { beginFiling, ensureFiling, keepSteps, type OpenFiling, openFiling } from "./filing-session.ts";
import { frameOf, goOn, keepTyped, stepInTheWay, withFiling } from "./filing-steps.ts";
import { whomPage, youPage } from "./identity-pages.ts";
import { identityRoutes } from "./identity-routes.ts";
import { readWhom } from "./who-files.ts";

const wrongStatus = 422;
type PlainStep = "kind" | "text" | "whom" | "you";

/** Registers the first page and the pages of the steps. */
export function filingRoutes(server: Server, tools: PortalTools): void {
  server.get("/appeal", (visit) => showStart(tools, visit));
  server.post("/appeal", (visit) => begin(tools, visit));
  for (const step of ["kind", "text", "whom", "you"] as const) {
    server.get(`/appeal/${step}`, (visit) =>
      withFiling(tools, visit, (filing) => showStep(tools, visit, filing, step)),
    );
    server.post(`/appeal/${step}`, (visit) => postStep(tools, visit, step));
  }
  bodyRoutes(server, tools);
  aboutRoutes(server, tools);
  identityRoutes(server, tools);
  server.get("/appeal/file", (visit) =>
    withFiling(tools, visit, (filing) => showFiles(tools, visit, filing, null)),
  );
  server.post("/appeal/file", (visit) => postFiles(tools, visit));
  filePartRoute(server, tools, "/appeal/file", async (visit, take) => {
    const filing = await openFiling(tools, visit);
    return filing === null ? visitOver(visit) : await take(filing.key);
  });
  uploadScriptRoute(server);
}

async function showStart(tools: PortalTools, visit: Visit): Promise<Answer> {
  const slug = parseBodySlug(firstValue(visit.query, "body"));
  const body = slug === null ? undefined : (await tools.bodyTree()).bySlug.get(slug);
  const filing = await openFiling(tools, visit);
  const session = await tools.sessions.current(visit.request);
  const { emergencyNumbers } = await tools.parametersReader.read(tools.portal);
  return shown(
    startPage(visit.t, {
      emergencyNumbers,
      body: body !== undefined && takesAppeals(body) ? body : null,
      isBegun: filing !== null && isBegun(filing.draft),
      isSignedIn: session?.account != null,
    }),
  );
}

async function begin(tools: PortalTools, visit: Visit): Promise<Answer> {
  const body = keptFields(appealBodyForm, visit.body);
  const draft = { steps: body.body === "" ? {} : { body } };
  const { headers } = await beginFiling(tools, visit, draft);
  return redirected(`/${visit.language}/appeal/kind`, headers);
}

async function showStep(
  tools: PortalTools,
  visit: Visit,
  filing: OpenFiling,
  step: PlainStep,
  problems: FormState["problems"] = [],
): Promise<Answer> {
  const frame = await frameOf(tools, visit, filing, step);
  const state = { typed: typedOf(filing.draft, step), problems };
  const options = { status: problems.length > 0 ? wrongStatus : 200, headers: filing.headers };
  switch (step) {
    case "kind":
      return shown(kindPage(frame, state), options);
    case "text":
      return shown(textPage(frame, state, kindIn(filing.draft)), options);
    case "whom":
      return shown(whomPage(frame, state), options);
    case "you": {
      const first = stepInTheWay(filing);
      if (first !== null) return redirected(`/${visit.language}/appeal/${first}`, filing.headers);
      const asked = { identity: identityIn(filing.draft), isSignedIn: filing.session.account !== null };
      return shown(youPage(frame, state, asked), options);
    }
    default:
      return unreachable(step);
  }
}

async function postStep(tools: PortalTools, visit: Visit, step: PlainStep): Promise<Answer> {
  if (step === "you") {
    const begun = await ensureFiling(tools, visit);
    const first = stepInTheWay(begun);
    // Not even kept: a name that comes before the warning, or for a filing without one, has no place here.
    if (first !== null) return redirected(`/${visit.language}/appeal/${first}`, begun.headers);
  }
  const filing = await keepTyped(tools, visit, step);
  if (firstValue(visit.body, nextField) === nextSave) return saveUnderCode(tools, visit, filing);
  const parsed = step === "whom" ? readWhom(visit.body) : parseForm(formOf(filing.draft, step), visit.body);
  if (!parsed.ok) return showStep(tools, visit, filing, step, parsed.problem);
  return goOn(tools, visit, filing, step);
}

async function showFiles(
  tools: PortalTools,
  visit: Visit,
  filing: OpenFiling,
  refusal: FileRefusal | null,
): Promise<Answer> {
  const files = await readDraftFiles(tools.portal, filing.key, tools.now());
  const page = filePage(await frameOf(tools, visit, filing, "file"), attachedFiles(files), refusal);
  const headers = { ...filing.headers, "content-security-policy": policyWithScript };
  return shown(page, { status: refusal === null ? 200 : wrongStatus, headers });
}

async function postFiles(tools: PortalTools, visit: Visit): Promise<Answer> {
  const filing = await ensureFiling(tools, visit);
  const isSaving = firstValue(visit.body, nextField) === nextSave;
  const sent = await takeSentFiles(tools, visit, filing.key);
  if (sent.outcome === "changed") return redirected(`/${visit.language}/appeal/file`, filing.headers);
  if (sent.outcome === "refused") {
    const files = await readDraftFiles(tools.portal, filing.key, tools.now());
    // Whoever saves for later may choose later: the page does not count as passed.
    if (isSaving && isUndecided(files)) return saveUnderCode(tools, visit, filing);
    return showFiles(tools, visit, filing, sent.refusal);
  }
  const draft = withStep(filing.draft, "file", { passed: "yes" });
  await keepSteps(tools, filing.key, draft);
  const passed = { ...filing, draft };
  return isSaving ? saveUnderCode(tools, visit, passed) : goOn(tools, visit, passed, "file");
}

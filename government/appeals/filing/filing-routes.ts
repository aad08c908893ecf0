/** The pages of a filing: each post keeps what was typed and leads to the next page. */
import { unreachable } from "#core/result.ts";
import { chooseBodies, type Proposal, parseBodySlug, takesAppeals } from "#government/bodies/index.ts";
import type { Fields, Form } from "#platform/form/form.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { errorSummary } from "#platform/html/form-elements.ts";
import type { FormState } from "#platform/html/form-fields.ts";
import { type Answer, errorAnswer, redirected, shown } from "#platform/http/answer.ts";
import type { UploadedFile } from "#platform/http/form-bodies.ts";
import type { Server } from "#platform/http/server.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import { appealBodyForm, appealBodySearchForm, webFilingKinds } from "../appeal-forms.ts";
import { type AttachmentProblem, attachmentsMax, readAttachment } from "../attachment-type.ts";
import {
  allBodiesPage,
  attachmentField,
  bodyPage,
  filePage,
  kindPage,
  nextAdd,
  nextField,
  nextSave,
  nextSearch,
  removeField,
  startPage,
  textPage,
  youPage,
} from "../citizen/citizen-pages.ts";
import type { PortalTools } from "../portal-tools.ts";
import { similarList } from "../published/published-pages.ts";
import { similarPublished } from "../published/similar.ts";
import { type DraftFile, keepDraftFile, readDraftFiles, removeDraftFile } from "./draft.ts";
import { saveUnderCode } from "./draft-code-routes.ts";
import {
  chosenBody,
  type DraftPlace,
  type FilingStep,
  isBegun,
  keptFields,
  stepAfter,
  stepForms,
  typedOf,
  withStep,
} from "./filing-draft.ts";
import {
  beginFiling,
  ensureFiling,
  keepSteps,
  type OpenFiling,
  openFiling,
  takeSaid,
} from "./filing-session.ts";
import { fileProblem, saidNotice } from "./filing-words-pages.ts";

const wrongStatus = 422;
type PlainStep = "kind" | "text" | "you";

/** Registers the first page and the pages of the steps. */
export function filingRoutes(server: Server, tools: PortalTools): void {
  server.get("/appeal", (visit) => showStart(tools, visit));
  server.post("/appeal", (visit) => begin(tools, visit));
  for (const step of ["kind", "text", "you"] as const) {
    server.get(`/appeal/${step}`, (visit) =>
      withFiling(tools, visit, (filing) => showStep(tools, visit, filing, step)),
    );
    server.post(`/appeal/${step}`, (visit) => postStep(tools, visit, step));
  }
  server.get("/appeal/body", (visit) =>
    withFiling(tools, visit, (filing) => showBody(tools, visit, filing, { kind: "fresh" })),
  );
  server.get("/appeal/body/all", (visit) =>
    withFiling(tools, visit, (filing) => showAllBodies(tools, visit, filing)),
  );
  server.post("/appeal/body", (visit) => postBody(tools, visit));
  server.get("/appeal/file", (visit) =>
    withFiling(tools, visit, (filing) => showFiles(tools, visit, filing, null)),
  );
  server.post("/appeal/file", (visit) => postFiles(tools, visit));
}

/** Runs for a filing that is under way; without one the first page is shown. */
export async function withFiling(
  tools: PortalTools,
  visit: Visit,
  run: (filing: OpenFiling) => Promise<Answer>,
): Promise<Answer> {
  const filing = await openFiling(tools, visit);
  if (filing === null) return redirected(`/${visit.language}/appeal`);
  // People write here for longer than a session is idle; the page must not be taken from under their hands.
  tools.sessions.stayOnPage(visit.request);
  return await run(filing);
}

async function showStart(tools: PortalTools, visit: Visit): Promise<Answer> {
  const slug = parseBodySlug(firstValue(visit.query, "body"));
  const body = slug === null ? undefined : (await tools.bodyTree()).bySlug.get(slug);
  const filing = await openFiling(tools, visit);
  const session = await tools.sessions.current(visit.request);
  return shown(
    startPage(visit.t, {
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

async function frameOf(tools: PortalTools, visit: Visit, filing: OpenFiling, step: FilingStep) {
  const said = await takeSaid(tools, filing.session);
  return {
    ...{ t: visit.t, step, proof: filing.proof },
    said: [saidNotice(visit.t, said), await similarHint(tools, visit, filing, step)],
  };
}

/** What others have written about the same: a hint on the page of the text and the one after it, in nobody's way. */
async function similarHint(tools: PortalTools, { t }: Visit, { draft }: OpenFiling, step: FilingStep) {
  if (step !== "text" && step !== "file") return null;
  const { subject = [], text = [] } = typedOf(draft, "text");
  const { matter = [] } = typedOf(draft, "search");
  const words = [...subject, ...matter, ...text].join(" ");
  return similarList(t, await similarPublished(tools.portal, tools.log, words));
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
    case "text": {
      const [kind = ""] = typedOf(filing.draft, "kind").kind ?? [];
      return shown(textPage(frame, state, webFilingKinds.find((each) => each === kind) ?? null), options);
    }
    case "you": {
      const isSignedIn = filing.session.account !== null;
      return shown(youPage(frame, withDefaultProof(state), { isSignedIn }), options);
    }
    default:
      return unreachable(step);
  }
}

/** The safer of the two moments stands chosen until somebody chooses. */
function withDefaultProof(state: FormState): FormState {
  const [proof = ""] = state.typed.proof ?? [];
  return proof === "" ? { ...state, typed: { ...state.typed, proof: ["later"] } } : state;
}

/** Keeps what was typed, whole or not. */
async function keepTyped(
  tools: PortalTools,
  visit: Visit,
  place: Exclude<DraftPlace, "file" | "saved">,
): Promise<OpenFiling> {
  const filing = await ensureFiling(tools, visit);
  tools.sessions.stayOnPage(visit.request);
  const draft = withStep(filing.draft, place, keptFields(stepForms[place], visit.body));
  // What no draft holds is shown again all the same, with its problem beside it.
  await keepSteps(tools, filing.key, draft);
  return { ...filing, draft };
}

async function postStep(tools: PortalTools, visit: Visit, step: PlainStep): Promise<Answer> {
  const filing = await keepTyped(tools, visit, step);
  if (firstValue(visit.body, nextField) === nextSave) return saveUnderCode(tools, visit, filing);
  const form: Form<Fields> = stepForms[step];
  const parsed = parseForm(form, visit.body);
  if (!parsed.ok) return showStep(tools, visit, filing, step, parsed.problem);
  return goOn(tools, visit, filing, step);
}

/** To the next page that has no answer yet. */
async function goOn(tools: PortalTools, visit: Visit, filing: OpenFiling, step: FilingStep): Promise<Answer> {
  const next = stepAfter(filing.draft, step, await tools.bodyTree());
  return redirected(`/${visit.language}/appeal/${next}`, filing.headers);
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

async function showFiles(
  tools: PortalTools,
  visit: Visit,
  filing: OpenFiling,
  problem: Parameters<typeof fileProblem>[1] | null,
): Promise<Answer> {
  const files = await readDraftFiles(tools.portal, filing.key, tools.now());
  const message = problem === null ? null : fileProblem(visit.t, problem);
  const summary =
    message === null ? null : errorSummary(visit.t, [{ text: message, href: `#${attachmentField}` }]);
  const page = filePage(
    await frameOf(tools, visit, filing, "file"),
    files.map(({ position, fileName, bytes }) => ({ position, fileName, byteLength: bytes.length })),
    message === null || summary === null ? null : { message, summary },
  );
  return shown(page, { status: problem === null ? 200 : wrongStatus, headers: filing.headers });
}

async function postFiles(tools: PortalTools, visit: Visit): Promise<Answer> {
  const filing = await ensureFiling(tools, visit);
  const here = `/${visit.language}/appeal/file`;
  const remove = firstValue(visit.body, removeField);
  if (remove !== "") {
    if (!/^[1-9]$/.test(remove)) return errorAnswer(wrongStatus);
    await removeDraftFile(tools.portal, filing.key, Number(remove));
    return redirected(here, filing.headers);
  }
  const next = firstValue(visit.body, nextField);
  const file = visit.files.find(({ field }) => field === attachmentField);
  if (file === undefined && next === nextAdd) return showFiles(tools, visit, filing, "none-chosen");
  const problem = file === undefined ? null : await addFile(tools, filing, file);
  if (problem !== null) return showFiles(tools, visit, filing, problem);
  if (next === nextAdd) return redirected(here, filing.headers);
  const draft = withStep(filing.draft, "file", { passed: "yes" });
  await keepSteps(tools, filing.key, draft);
  const passed = { ...filing, draft };
  return next === nextSave ? saveUnderCode(tools, visit, passed) : goOn(tools, visit, passed, "file");
}

/** Adds a file to the draft; `null` when it was taken. */
async function addFile(
  tools: PortalTools,
  filing: OpenFiling,
  sent: UploadedFile,
): Promise<AttachmentProblem | "too-many" | null> {
  const position = freePosition(await readDraftFiles(tools.portal, filing.key, tools.now()));
  if (position === null) return "too-many";
  const read = readAttachment(sent.fileName, sent.bytes);
  if (!read.ok) return read.problem;
  const moment = { now: tools.now(), randomBytes: tools.randomBytes };
  await keepDraftFile(tools.portal, filing.key, { position, ...read.value }, moment);
  return null;
}

function freePosition(files: readonly DraftFile[]): number | null {
  const taken = new Set(files.map(({ position }) => position));
  for (let position = 1; position <= attachmentsMax; position += 1) if (!taken.has(position)) return position;
  return null;
}

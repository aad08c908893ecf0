/** What all steps of a filing do alike: open the draft, keep what was typed, lead to the next question. */
import { bodiesAround } from "#government/bodies/index.ts";
import type { Html, HtmlValue } from "#platform/html/html.ts";
import { type Answer, redirected } from "#platform/http/answer.ts";
import type { Visit } from "#platform/http/visit.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { StepFrame } from "../citizen/citizen-pages.ts";
import type { PortalTools } from "../portal-tools.ts";
import { similarList } from "../published/published-pages.ts";
import { similarPublished } from "../published/similar.ts";
import type { Draft } from "./draft.ts";
import {
  type FilingStep,
  type FormStep,
  formOf,
  identityIn,
  isWarned,
  keptFields,
  placeOf,
  stepAfter,
  stepBefore,
  typedOf,
  withStep,
} from "./filing-draft.ts";
import { ensureFiling, keepSteps, type OpenFiling, openFiling, takeSaid } from "./filing-session.ts";
import { hintNotices, saidNotice } from "./filing-words-pages.ts";
import { hintsFor } from "./hints.ts";

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

/**
 * What others have written about the same, in nobody's way: as soon as it was said what it is about and where, so that
 * nobody writes a page before they learn of it; then by the text itself.
 */
const similarSteps: ReadonlySet<FilingStep> = new Set(["body", "text", "file"]);

async function similarHint(tools: PortalTools, { t }: Visit, draft: Draft): Promise<HtmlValue> {
  const { subject = [], text = [] } = typedOf(draft, "text");
  const { matter = [], place = [] } = typedOf(draft, "search");
  const words = [...subject, ...matter, ...text].join(" ");
  const around = bodiesAround(await tools.bodyTree(), { matter: matter.join(" "), place: place.join(" ") });
  const places = around.map(({ slug }) => slug);
  return similarList(t, await similarPublished(tools.portal, tools.log, { words, places }));
}

/** Questions under which hints stand: after the search for a body and after the text. The last page shows them too. */
const hintSteps: ReadonlySet<FilingStep> = new Set(["body", "file"]);

/** What the pages of a step know besides their question. */
export async function frameOf(
  tools: PortalTools,
  visit: Visit,
  filing: OpenFiling,
  step: FilingStep,
): Promise<StepFrame> {
  const { draft } = filing;
  return {
    t: visit.t,
    step,
    place: placeOf(draft, step),
    before: stepBefore(draft, step),
    proof: filing.proof,
    said: saidNotice(visit.t, await takeSaid(tools, filing.session)),
    hints: [
      hintSteps.has(step) && (await hintsOf(tools, visit.t, draft)),
      similarSteps.has(step) && (await similarHint(tools, visit, draft)),
    ],
  };
}

/** What the words of a draft call for. */
export async function hintsOf(tools: PortalTools, t: Translate, draft: Draft): Promise<readonly Html[]> {
  const { matter = [] } = typedOf(draft, "search");
  const { subject = [], text = [] } = typedOf(draft, "text");
  const { emergencyNumbers } = await tools.parametersReader.read(tools.portal);
  return hintNotices(t, hintsFor([...matter, ...subject, ...text]), emergencyNumbers);
}

/** Keeps what was typed, whole or not. */
export async function keepTyped(tools: PortalTools, visit: Visit, place: FormStep): Promise<OpenFiling> {
  const filing = await ensureFiling(tools, visit);
  tools.sessions.stayOnPage(visit.request);
  const form = formOf(filing.draft, place);
  const draft = withStep(filing.draft, place, keptFields(form, visit.body));
  // What no draft holds is shown again all the same, with its problem beside it.
  await keepSteps(tools, filing.key, draft);
  return { ...filing, draft };
}

/** To the next page that has no answer yet. */
export async function goOn(
  tools: PortalTools,
  visit: Visit,
  filing: OpenFiling,
  step: FilingStep,
): Promise<Answer> {
  const next = stepAfter(filing.draft, step, await tools.bodyTree());
  return redirected(`/${visit.language}/appeal/${next}`, filing.headers);
}

/**
 * The step that stands in the way of saying who one is, or of sending: the choice of identity, or the page that says
 * what the line and the story give away. A nameless filing is never sent from a browser that is signed in.
 */
export function stepInTheWay({ draft, session }: OpenFiling): "identity" | "warning" | null {
  const identity = identityIn(draft);
  if (identity === null) return "identity";
  if (!isWarned(draft)) return "warning";
  return identity === "nameless" && session.account !== null ? "warning" : null;
}

/** A draft read as the steps of a filing: which apply, what is answered, what is missing, what can be filed. */
import type { FilingKind } from "#core/clock/rules.ts";
import type { JsonObject } from "#core/record/canonical-json.ts";
import { assert, unreachable } from "#core/result.ts";
import { type Body, type BodyTree, parseBodySlug, takesAppeals } from "#government/bodies/index.ts";
import type { Fields, Form, FormBody, FormValues } from "#platform/form/form.ts";
import { parseForm, type Typed, typedIn } from "#platform/form/parse-form.ts";
import {
  appealBodyForm,
  appealBodySearchForm,
  appealIdentityForm,
  appealKindForm,
  appealTextForm,
  appealWhomForm,
  type IdentityChoice,
} from "../appeal-forms.ts";
import type { ForumBody } from "../forum.ts";
import { type About, aboutIn, headProposals } from "./about-draft.ts";
import type { Draft } from "./draft.ts";
import {
  mayBeNamelessFor,
  readIdentity,
  readWhom,
  readWriter,
  type Whom,
  type Writer,
  youForm,
} from "./who-files.ts";

/**
 * The pages of a filing, in their order. `about` is for complaints; `higher` proposes other bodies when the head of
 * the chosen one is complained of; `warning` stands before a sealed or nameless filing.
 */
const filingSteps = [
  "kind",
  "body",
  "about",
  "higher",
  "text",
  "file",
  "whom",
  "identity",
  "warning",
  "you",
] as const;
export type FilingStep = (typeof filingSteps)[number];

/** What a draft keeps besides the steps: the search for a body, and the codes under which copies of it lie. */
export type DraftPlace = FilingStep | "search" | "saved";

/** The steps that are a declared form; who writes (`you`) depends on the choice of identity. */
export type FormStep = "kind" | "body" | "search" | "text" | "whom" | "identity" | "you";

/** The form of a step. */
export function formOf(draft: Draft, step: FormStep): Form<Fields> {
  switch (step) {
    case "kind":
      return appealKindForm;
    case "body":
      return appealBodyForm;
    case "search":
      return appealBodySearchForm;
    case "text":
      return appealTextForm;
    case "whom":
      return appealWhomForm;
    case "identity":
      return appealIdentityForm;
    case "you":
      return youForm(identityIn(draft));
    default:
      return unreachable(step);
  }
}

/** A step's fields as a form sends them. */
export function typedOf(draft: Draft, step: FormStep): Typed {
  return typedIn(formOf(draft, step), fieldsOf(draft, step));
}

/** What was typed, as the draft keeps it: the first value of each field that the form declares. */
export function keptFields(form: Form<Fields>, body: FormBody): JsonObject {
  const typed = typedIn(form, body);
  return Object.fromEntries(Object.entries(typed).map(([name, [first = ""]]) => [name, first]));
}

/** The draft with one place written anew. */
export function withStep(draft: Draft, place: DraftPlace, fields: JsonObject): Draft {
  return { steps: { ...draft.steps, [place]: fields } };
}

/** The draft without what was written at a place. */
export function withoutStep(draft: Draft, place: DraftPlace): Draft {
  const { [place]: _, ...steps } = draft.steps;
  return { steps };
}

/** The kind that was chosen; `null` when none was. */
export function kindIn(draft: Draft): FilingKind | null {
  return valuesOf(draft, appealKindForm, "kind")?.kind ?? null;
}

/** The choice of identity; `null` when none was made. */
export function identityIn(draft: Draft): IdentityChoice | null {
  const identity = readIdentity(fieldsOf(draft, "identity"), whomIn(draft));
  return identity.ok ? identity.value : null;
}

/** Whether this draft may be filed without a name. */
export function mayBeNameless(draft: Draft): boolean {
  return mayBeNamelessFor(whomIn(draft));
}

/** For whom it is written; `null` until that is said. */
export function whomIn(draft: Draft): Whom["whom"] | null {
  return valuesOf(draft, appealWhomForm, "whom")?.whom ?? null;
}

/** Whether what the line and the story can give away was read and confirmed in this draft, for this choice. */
export function isWarned(draft: Draft): boolean {
  const identity = identityIn(draft);
  return identity === "shown" || (identity !== null && draft.steps.warning?.confirmed === identity);
}

/** The body that was chosen; `null` when none was, or when it does not take appeals (any more). */
export function chosenBody(draft: Draft, tree: BodyTree): Body | null {
  const values = valuesOf(draft, appealBodyForm, "body");
  const slug = values === null ? null : parseBodySlug(values.body);
  const body = slug === null ? undefined : tree.bySlug.get(slug);
  return body !== undefined && takesAppeals(body) ? body : null;
}

/** The bodies to propose, since the head of the chosen one is complained of; none without a reason to. */
export function higherBodies(draft: Draft, tree: BodyTree): readonly ForumBody[] {
  const body = chosenBody(draft, tree);
  if (body === null || kindIn(draft) !== "filed-complaint") return [];
  return headProposals(tree, body, aboutIn(draft, tree)?.officials ?? []);
}

/** Everything that filing needs from the draft, its files aside. */
export interface CompleteDraft extends Writer {
  readonly kind: FilingKind;
  readonly body: Body;
  /** Whom a complaint is about; nobody for every other kind. */
  readonly about: About;
  readonly text: FormValues<(typeof appealTextForm)["fields"]>;
  readonly whom: Whom;
  readonly identity: IdentityChoice;
}

/** The draft if every step that applies has passed; otherwise the first step that has not. */
export function completeDraft(
  draft: Draft,
  tree: BodyTree,
):
  | { readonly complete: true; readonly value: CompleteDraft }
  | { readonly complete: false; readonly missing: FilingStep } {
  const missing = filingSteps.find((step) => !isAnswered(draft, step, tree));
  if (missing !== undefined) return { complete: false, missing };
  const kind = kindIn(draft);
  const body = chosenBody(draft, tree);
  const text = valuesOf(draft, appealTextForm, "text");
  const whom = readWhom(fieldsOf(draft, "whom"));
  const identity = identityIn(draft);
  assert(
    kind !== null && body !== null && text !== null && whom.ok && identity !== null,
    "every step is answered",
  );
  const writer = readWriter(identity, fieldsOf(draft, "you"));
  assert(writer.ok, "whoever is not nameless has said a name");
  const about = kind === "filed-complaint" ? aboutIn(draft, tree) : null;
  return {
    complete: true,
    value: {
      ...{ kind, body, text, whom: whom.value, identity, ...writer.value },
      about: about ?? { officials: [], who: "" },
    },
  };
}

/** Where to go after a step: the next one that applies and has no answer, or the page on which all are checked. */
export function stepAfter(draft: Draft, step: FilingStep, tree: BodyTree): FilingStep | "check" {
  const later = filingSteps.slice(filingSteps.indexOf(step) + 1);
  return later.find((each) => !isAnswered(draft, each, tree)) ?? "check";
}

/** The page before a step that asks something in this draft. */
export function stepBefore(draft: Draft, step: FilingStep): FilingStep | null {
  const earlier = filingSteps.slice(0, filingSteps.indexOf(step));
  return earlier.findLast((each) => isNumbered(draft, each)) ?? null;
}

/** Which question of how many a step is; the pages between that only say something carry the number before them. */
export function placeOf(draft: Draft, step: FilingStep): { readonly number: number; readonly count: number } {
  const numbered = filingSteps.filter((each) => isNumbered(draft, each));
  const passed = filingSteps.slice(0, filingSteps.indexOf(step) + 1);
  return { number: passed.filter((each) => isNumbered(draft, each)).length, count: numbered.length };
}

function isNumbered(draft: Draft, step: FilingStep): boolean {
  if (step === "about") return kindIn(draft) === "filed-complaint";
  return step !== "higher" && step !== "warning";
}

/** Whether anything has been written or chosen. */
export function isBegun(draft: Draft): boolean {
  return Object.keys(draft.steps).length > 0;
}

/** The names of the drafts under codes that are copies of this one, in hexadecimal: to be deleted when it is filed. */
export function savedUnder(draft: Draft): readonly string[] {
  const ids = draft.steps.saved?.ids;
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
}

/** Whether a step has its answer, or does not apply. */
function isAnswered(draft: Draft, step: FilingStep, tree: BodyTree): boolean {
  switch (step) {
    case "kind":
      return kindIn(draft) !== null;
    case "body":
      return chosenBody(draft, tree) !== null;
    case "about":
      return kindIn(draft) !== "filed-complaint" || aboutIn(draft, tree) !== null;
    case "higher":
      return isHigherSettled(draft, tree);
    case "text":
      return valuesOf(draft, appealTextForm, step) !== null;
    case "file":
      // Files are optional: the page counts as answered once it was left by its button.
      return draft.steps.file !== undefined;
    case "whom":
      return readWhom(fieldsOf(draft, "whom")).ok;
    case "identity":
      return identityIn(draft) !== null;
    case "warning":
      return isWarned(draft);
    case "you":
      // The nameless form asks for nothing that must be given: its page counts once it was left by its button.
      return isWarned(draft) && draft.steps.you !== undefined && isWriterSaid(draft);
    default:
      return unreachable(step);
  }
}

function isWriterSaid(draft: Draft): boolean {
  const identity = identityIn(draft);
  return identity !== null && readWriter(identity, fieldsOf(draft, "you")).ok;
}

/** To move is to choose another body; to stay is said for the body at which it was said. */
function isHigherSettled(draft: Draft, tree: BodyTree): boolean {
  if (higherBodies(draft, tree).length === 0) return true;
  return draft.steps.higher?.stays === chosenBody(draft, tree)?.slug;
}

function valuesOf<Declared extends Fields>(
  draft: Draft,
  form: Form<Declared>,
  step: FormStep,
): FormValues<Declared> | null {
  const parsed = parseForm(form, fieldsOf(draft, step));
  return parsed.ok ? parsed.value : null;
}

function fieldsOf(draft: Draft, step: FormStep): FormBody {
  const kept = draft.steps[step] ?? {};
  const fields: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(kept)) if (typeof value === "string") fields[name] = value;
  return fields;
}

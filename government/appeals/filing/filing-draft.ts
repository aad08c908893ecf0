/** A draft read as the steps of a filing: what is answered, what is missing, what can be filed. */
import type { FilingKind } from "#core/clock/rules.ts";
import type { JsonObject } from "#core/record/canonical-json.ts";
import { unreachable } from "#core/result.ts";
import { type Body, type BodyTree, parseBodySlug, takesAppeals } from "#government/bodies/index.ts";
import type { Fields, Form, FormBody, FormValues } from "#platform/form/form.ts";
import { parseForm, type Typed, typedIn } from "#platform/form/parse-form.ts";
import {
  appealBodyForm,
  appealBodySearchForm,
  appealKindForm,
  appealTextForm,
  appealYouForm,
} from "../appeal-forms.ts";
import type { Draft } from "./draft.ts";

/** The pages of a filing that ask something, in their order. */
export const filingSteps = ["kind", "body", "text", "file", "you"] as const;
export type FilingStep = (typeof filingSteps)[number];

/** What a draft keeps besides the steps: the search for a body, and the codes under which copies of it lie. */
export type DraftPlace = FilingStep | "search" | "saved";

/** The form of a step; the files of a draft are no fields. */
export const stepForms = {
  kind: appealKindForm,
  body: appealBodyForm,
  search: appealBodySearchForm,
  text: appealTextForm,
  you: appealYouForm,
} as const satisfies Partial<Record<DraftPlace, Form<Fields>>>;

type FormStep = keyof typeof stepForms;

/** A step's fields as a form sends them. */
export function typedOf(draft: Draft, step: FormStep): Typed {
  return typedIn(stepForms[step], fieldsOf(draft, step));
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

/** The body that was chosen; `null` when none was, or when it does not take appeals (any more). */
export function chosenBody(draft: Draft, tree: BodyTree): Body | null {
  const values = valuesOf(draft, appealBodyForm, "body");
  const slug = values === null ? null : parseBodySlug(values.body);
  const body = slug === null ? undefined : tree.bySlug.get(slug);
  return body !== undefined && takesAppeals(body) ? body : null;
}

/** Everything that filing needs from the draft, its files aside. */
export interface CompleteDraft {
  readonly kind: FilingKind;
  readonly body: Body;
  readonly text: FormValues<(typeof appealTextForm)["fields"]>;
  readonly you: FormValues<(typeof appealYouForm)["fields"]>;
}

/** The draft if every step has passed; otherwise the first step that has not. */
export function completeDraft(
  draft: Draft,
  tree: BodyTree,
):
  | { readonly complete: true; readonly value: CompleteDraft }
  | { readonly complete: false; readonly missing: FilingStep } {
  const kind = valuesOf(draft, appealKindForm, "kind");
  if (kind === null) return { complete: false, missing: "kind" };
  const body = chosenBody(draft, tree);
  if (body === null) return { complete: false, missing: "body" };
  const text = valuesOf(draft, appealTextForm, "text");
  if (text === null) return { complete: false, missing: "text" };
  if (!passedFiles(draft)) return { complete: false, missing: "file" };
  const you = valuesOf(draft, appealYouForm, "you");
  if (you === null) return { complete: false, missing: "you" };
  return { complete: true, value: { kind: kind.kind, body, text, you } };
}

/** Where to go after a step: the next one that has no answer, or the page on which all are checked. */
export function stepAfter(draft: Draft, step: FilingStep, tree: BodyTree): FilingStep | "check" {
  const later = filingSteps.slice(filingSteps.indexOf(step) + 1);
  return later.find((each) => !isAnswered(draft, each, tree)) ?? "check";
}

/** The page before a step. */
export function stepBefore(step: FilingStep): FilingStep | null {
  return filingSteps[filingSteps.indexOf(step) - 1] ?? null;
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

function isAnswered(draft: Draft, step: FilingStep, tree: BodyTree): boolean {
  switch (step) {
    case "kind":
      return valuesOf(draft, appealKindForm, step) !== null;
    case "body":
      return chosenBody(draft, tree) !== null;
    case "text":
      return valuesOf(draft, appealTextForm, step) !== null;
    case "file":
      return passedFiles(draft);
    case "you":
      return valuesOf(draft, appealYouForm, step) !== null;
    default:
      return unreachable(step);
  }
}

/** Files are optional: the page counts as answered once it was left by its button. */
function passedFiles(draft: Draft): boolean {
  return draft.steps.file !== undefined;
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

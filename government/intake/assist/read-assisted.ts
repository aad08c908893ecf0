/**
 * What a helper has typed in, page by page. Nothing is kept between the pages but in the form itself: until it is sent,
 * no server knows of it.
 */
import { ok, type Result, refused, unreachable } from "#core/result.ts";
import {
  appealAboutForm,
  appealIdentityForm,
  appealSealedForm,
  appealWhomForm,
  type Complaint,
  type IdentityChoice,
  readIdentity,
  readWhom,
  type Whom,
} from "#government/appeals/index.ts";
import type { Body, BodyTree } from "#government/bodies/index.ts";
import type { FieldProblem, FormBody, FormValues } from "#platform/form/form.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import {
  type AboutProblem,
  askedField,
  complainedOfField,
  complaintIn,
  meantField,
  staysField,
} from "../complaint-about.ts";
import { addresseeIn } from "../intake-access.ts";
import { assistForm } from "../intake-forms.ts";
import { addresseeField } from "../intake-pages.ts";
import type { IntakeTools } from "../intake-tools.ts";

/** Name of the field that says from which page a form comes, and its values. The first page says nothing. */
export const pageField = "page";
export type LaterPage = "warning" | "you";
/** Name of the button that leads back to the first page. */
export const backField = "back";
/** Name of the field that says for which choice of identity the warning was confirmed. */
export const warnedField = "warned";

/** What the first page asks. */
export interface AssistedWords extends FormValues<(typeof assistForm)["fields"]> {
  readonly addressee: Body;
  readonly complaint: Complaint;
  readonly whom: Whom;
  readonly identity: IdentityChoice;
}

export interface WordsProblems {
  readonly words: readonly FieldProblem[];
  readonly whom: readonly FieldProblem[];
  readonly identity: readonly FieldProblem[];
  readonly addresseeMissing: boolean;
  readonly about: AboutProblem | null;
}

export const noProblems: WordsProblems = {
  ...{ words: [], whom: [], identity: [] },
  ...{ addresseeMissing: false, about: null },
};

/** Reads what the first page asks, from its own form or from a later page that carries it. */
export async function readWords(
  tools: IntakeTools,
  visit: Visit,
  tree: BodyTree,
): Promise<Result<AssistedWords, WordsProblems>> {
  const addressee = addresseeIn(visit, tree);
  const words = parseForm(assistForm, visit.body);
  const whom = readWhom(visit.body);
  // While it is not said for whom, the choice of identity is not held against it.
  const chosen = parseForm(appealWhomForm, visit.body);
  const identity = readIdentity(visit.body, chosen.ok ? chosen.value.whom : "self");
  if (addressee === null || !words.ok || !whom.ok || !identity.ok) {
    return refused({
      ...noProblems,
      words: words.ok ? [] : words.problem,
      whom: whom.ok ? [] : whom.problem,
      identity: identity.ok ? [] : identity.problem,
      addresseeMissing: addressee === null,
    });
  }
  const complaint = await complaintIn(tools, visit, tree, addressee);
  if (!complaint.ok) return refused({ ...noProblems, about: complaint.problem });
  return ok({
    ...words.value,
    ...{ addressee, complaint: complaint.value, whom: whom.value, identity: identity.value },
  });
}

/** Whether what can give somebody away was confirmed for this choice, and not for the other. */
export function isWarnedOf(visit: Visit, identity: IdentityChoice): boolean {
  return identity === "shown" || firstValue(visit.body, warnedField) === identity;
}

export type Carried = readonly { readonly name: string; readonly value: string }[];

const wordNames = [
  ...[addresseeField, complainedOfField, meantField, askedField, staysField],
  ...[assistForm, appealAboutForm, appealWhomForm, appealIdentityForm].flatMap(({ fields }) =>
    Object.keys(fields),
  ),
];
const writerNames = Object.keys(appealSealedForm.fields);

/** The fields that a page carries along unseen. A name that was typed before the choice fell on none is carried nowhere. */
export function carriedTo(page: LaterPage | "words", body: FormBody): Carried {
  const isNameless = firstValue(body, "identity") === "nameless";
  switch (page) {
    case "words":
      return carry(body, [warnedField, ...(isNameless ? [] : writerNames)]);
    case "warning":
      return carry(body, [...wordNames, ...(isNameless ? [] : writerNames)]);
    case "you":
      return carry(body, [...wordNames, warnedField]);
    default:
      return unreachable(page);
  }
}

function carry(body: FormBody, names: readonly string[]): Carried {
  return names.flatMap((name) => [body[name] ?? []].flat().map((value) => ({ name, value })));
}

/** Whom a complaint is about, as a draft keeps it: posts and bodies, and a line of the writer's own words. */
import type { JsonObject, JsonValue } from "#core/record/canonical-json.ts";
import { type Body, type BodyTree, headPostSlug } from "#government/bodies/index.ts";
import type { ComplainedOf } from "#platform/authority/actor.ts";
import { isOfComplainedOf } from "#platform/authority/conditions.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import { appealAboutForm, complainedOfMax } from "../appeal-forms.ts";
import { type ForumBody, forumsFrom } from "../forum.ts";
import { complainedOfIn, nameableOfValue } from "../nameable.ts";
import type { Draft } from "./draft.ts";

export interface About {
  /** Never public: what assignment, forwarding and opening are refused by. */
  readonly officials: readonly ComplainedOf[];
  /** The writer's own words, such as a name; goes into the text part alone. */
  readonly who: string;
}

/** What the form sent, as the draft keeps it. Values of posts and bodies that do not exist are left out. */
export function aboutFields(
  tree: BodyTree,
  sent: {
    readonly values: readonly string[];
    readonly who: string;
    readonly search: string;
    /** Whom the words may mean, as the writer has been asked already. */
    readonly asked: readonly string[];
  },
): JsonObject {
  const officials = [...new Set(sent.values)].filter((value) => nameableOfValue(tree, value) !== null);
  const { who, search, asked } = sent;
  return { officials: officials.slice(0, complainedOfMax), who, search, asked };
}

/** By which words a draft looks for further bodies; "" for none. */
export function bodySearchIn(draft: Draft): string {
  const search = draft.steps.about?.search;
  return typeof search === "string" ? search : "";
}

/** What a draft says in the writer's own words; "" for nothing. */
export function whoIn(draft: Draft): string {
  const who = draft.steps.about?.who;
  return typeof who === "string" ? who : "";
}

/** The posts and bodies that a draft names, as values of the form. */
export function namedIn(draft: Draft): readonly string[] {
  return valuesIn(draft.steps.about?.officials);
}

/** Of which posts the writer has been asked whether their words mean them. */
export function askedIn(draft: Draft): readonly string[] {
  return valuesIn(draft.steps.about?.asked);
}

function valuesIn(kept: JsonValue | undefined): readonly string[] {
  return Array.isArray(kept) ? kept.filter((value) => typeof value === "string") : [];
}

/** What a draft says; `null` while the question has not been passed. */
export function aboutIn(draft: Draft, tree: BodyTree): About | null {
  const kept = draft.steps.about;
  if (kept === undefined) return null;
  const line = parseForm(appealAboutForm, { who: whoIn(draft) });
  if (!line.ok) return null;
  const officials = namedIn(draft).flatMap((value) => {
    const found = nameableOfValue(tree, value);
    return found === null ? [] : [complainedOfIn(found)];
  });
  return { officials, who: line.value.who };
}

/**
 * The bodies to propose when the chosen one or its head is named, since nobody would be left there to give the case to
 * anyone: the nearest above, the prosecutor and the ombudsman, as far as none of the named is of them. None without
 * reason.
 */
export function headProposals(
  tree: BodyTree,
  body: Body,
  named: readonly ComplainedOf[],
): readonly ForumBody[] {
  const head = { body: body.number, post: headPostSlug };
  return named.some((each) => isOfComplainedOf(head, each)) ? forumsFrom(tree, body.number, named) : [];
}

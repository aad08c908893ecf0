/** Whom a complaint is about that somebody else types in: the same choice as on the web, on the page of the paper. */

import { ok, type Result, refused } from "#core/result.ts";
import {
  appealAboutForm,
  type Complaint,
  complainedOfIn,
  complainedOfMax,
  type ForumBody,
  headProposals,
  holderNames,
  meantBy,
  type Nameable,
  type NameableHolder,
  nameableOfValue,
  nameablesNear,
} from "#government/appeals/index.ts";
import { type Body, type BodyTree, findBodies, foundBodiesMax } from "#government/bodies/index.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";
import type { IntakeTools } from "./intake-tools.ts";

/** Names of the boxes, of the button that looks for others, and of the tick of whoever insists. */
export const complainedOfField = "complained-of";
export const lookField = "look";
export const staysField = "stays";
/** Of the boxes of those whom the words may mean. */
export const meantField = "meant";
/** Hidden: of which posts it was asked already whether the words mean them. */
export const askedField = "asked-about";

/** The question as a page shows it. */
export interface AboutShown {
  readonly offered: readonly Nameable[];
  /** Values that are ticked. */
  readonly named: readonly string[];
  readonly state: FormState;
  /** Who holds the posts, by their values. */
  readonly holders: ReadonlyMap<string, string>;
  readonly asked: readonly string[];
  readonly search: "found" | "found-many" | "found-none" | null;
  readonly problem: AboutProblem | null;
}

export type AboutProblem =
  | { readonly code: "too-many" }
  /** The words name somebody in office; whether they are meant is asked once. */
  | { readonly code: "names-somebody"; readonly meant: readonly NameableHolder[] }
  /** The addressee or its head is named: nobody there could handle it. Who could, and a tick for whoever insists. */
  | {
      readonly code: "names-the-addressee";
      readonly addressee: Body;
      readonly proposals: readonly ForumBody[];
    };

/** Whether the form was sent to see more of whom one can name, and not to be entered. */
export function looksForMore(visit: Visit): boolean {
  return firstValue(visit.body, lookField) !== "";
}

/** What is offered to name: officials of the addressee and above it, and what was looked for by name. */
export async function aboutShown(
  tools: IntakeTools,
  visit: Visit,
  tree: BodyTree,
  shown: { readonly addressee: Body | null; readonly problem: AboutProblem | null },
): Promise<AboutShown> {
  const typed = visit.request.method === "POST" ? typedIn(appealAboutForm, visit.body) : untouched.typed;
  const named = valuesIn(visit, complainedOfField, meantField);
  const words = typed.search?.[0] ?? "";
  const found = findBodies(tree, words);
  const { addressee, problem } = shown;
  const meant = problem?.code === "names-somebody" ? problem.meant : [];
  const offered = nameablesNear(tree, addressee, { found, named }).filter(
    ({ value }) => !meant.some((each) => each.value === value),
  );
  const bodies = [...new Set(offered.map(({ body }) => body))];
  return {
    ...{ offered, named, problem, search: searchWent(words, found) },
    holders: await holderNames(tools.portal, bodies, tools.now()),
    asked: valuesIn(visit, askedField),
    state: { typed, problems: [] },
  };
}

function searchWent(words: string, found: readonly Body[]): AboutShown["search"] {
  if (words === "") return null;
  if (found.length === 0) return "found-none";
  return found.length === foundBodiesMax ? "found-many" : "found";
}

/** Whom the complaint names. Values of nobody are left out: what is handed in is registered in any case. */
export async function complaintIn(
  tools: IntakeTools,
  visit: Visit,
  tree: BodyTree,
  addressee: Body,
): Promise<Result<Complaint, AboutProblem>> {
  const values = valuesIn(visit, complainedOfField, meantField);
  const officials = values.flatMap((value) => {
    const found = nameableOfValue(tree, value);
    return found === null ? [] : [complainedOfIn(found)];
  });
  if (officials.length > complainedOfMax) return refused({ code: "too-many" });
  const read = parseForm(appealAboutForm, visit.body);
  const who = read.ok ? read.value.who : "";
  const search = findBodies(tree, read.ok ? read.value.search : "");
  const known = new Set([...values, ...valuesIn(visit, askedField)]);
  const asked = { body: addressee, found: search, words: who, now: tools.now() };
  const meant = (await meantBy(tools.portal, tree, asked)).filter(({ value }) => !known.has(value));
  if (meant.length > 0) return refused({ code: "names-somebody", meant });
  const proposals = headProposals(tree, addressee, officials);
  if (proposals.length > 0 && firstValue(visit.body, staysField) === "") {
    return refused({ code: "names-the-addressee", addressee, proposals });
  }
  return ok({ officials, who });
}

function valuesIn(visit: Visit, ...fields: readonly string[]): readonly string[] {
  const values = fields.flatMap((field) => visit.body[field] ?? []);
  return [...new Set(values)].filter((value) => value !== "");
}

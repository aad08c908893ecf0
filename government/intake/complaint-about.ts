/** Whom a complaint is about that somebody else types in: the same choice as on the web, on the page of the paper. */

import { ok, type Result, refused } from "#core/result.ts";
import {
  appealAboutForm,
  type Complaint,
  complainedOfIn,
  complainedOfMax,
  type ForumBody,
  headProposals,
  type Nameable,
  nameableOfValue,
  nameablesNear,
} from "#government/appeals/index.ts";
import { type Body, type BodyTree, findBodies, foundBodiesMax } from "#government/bodies/index.ts";
import { parseForm, typedIn } from "#platform/form/parse-form.ts";
import { type FormState, untouched } from "#platform/html/form-fields.ts";
import { firstValue, type Visit } from "#platform/http/visit.ts";

/** Names of the boxes, of the button that looks for others, and of the tick of whoever insists. */
export const complainedOfField = "complained-of";
export const lookField = "look";
export const staysField = "stays";

/** The question as a page shows it. */
export interface AboutShown {
  readonly offered: readonly Nameable[];
  /** Values that are ticked. */
  readonly named: readonly string[];
  readonly state: FormState;
  readonly search: "found" | "found-many" | "found-none" | null;
  readonly problem: AboutProblem | null;
}

export type AboutProblem =
  | { readonly code: "too-many" }
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
export function aboutShown(
  visit: Visit,
  tree: BodyTree,
  addressee: Body | null,
  problem: AboutProblem | null = null,
): AboutShown {
  const typed = visit.request.method === "POST" ? typedIn(appealAboutForm, visit.body) : untouched.typed;
  const named = valuesIn(visit);
  const words = typed.search?.[0] ?? "";
  const found = findBodies(tree, words);
  const search =
    words === ""
      ? null
      : found.length === 0
        ? "found-none"
        : found.length === foundBodiesMax
          ? "found-many"
          : "found";
  return {
    offered: nameablesNear(tree, addressee, { found, named }),
    named,
    state: { typed, problems: [] },
    search,
    problem,
  };
}

/** Whom the complaint names. Values of nobody are left out: what is handed in is registered in any case. */
export function complaintIn(visit: Visit, tree: BodyTree, addressee: Body): Result<Complaint, AboutProblem> {
  const values = valuesIn(visit);
  const officials = values.flatMap((value) => {
    const found = nameableOfValue(tree, value);
    return found === null ? [] : [complainedOfIn(found)];
  });
  if (officials.length > complainedOfMax) return refused({ code: "too-many" });
  const proposals = headProposals(tree, addressee, officials);
  if (proposals.length > 0 && firstValue(visit.body, staysField) === "") {
    return refused({ code: "names-the-addressee", addressee, proposals });
  }
  const words = parseForm(appealAboutForm, visit.body);
  return ok({ officials, who: words.ok ? words.value.who : "" });
}

function valuesIn(visit: Visit): readonly string[] {
  const given = visit.body[complainedOfField] ?? [];
  const values = typeof given === "string" ? [given] : given;
  return [...new Set(values)].filter((value) => value !== "");
}

/** What an applicant may do next with a case: asked of the order of acts, of the clock and of the policy alike. */
import { kindsAfter, mayAct } from "#core/acts/case.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import type { ActKind } from "#core/record/kinds.ts";
import type { Parameters } from "#core/record/parameters.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import { type CaseView, registerOfState, viewCase } from "#government/cases/index.ts";
import { accountOf } from "#platform/authority/actor.ts";
import { mayBeGranted } from "#platform/authority/grant.ts";
import { hasSealedPart } from "#platform/record/sealed-part-store.ts";
import { erasureAskedIn } from "../ask-erasure.ts";
import { type HigherRemedy, higherRemedies } from "../higher-remedy.ts";
import type { PortalTools } from "../portal-tools.ts";
import { isRatingDeclined } from "../rating-store.ts";
import type { CaseAccess } from "./case-access.ts";

/** Each has a page of its own below the case's address, named as here. In the order in which they are offered. */
const nextActNames = [
  "clarify",
  "dispute",
  "higher",
  "rate",
  "follow",
  "revoke",
  "add",
  "withdraw",
  "erase",
  "keep",
] as const;
export type NextAct = (typeof nextActNames)[number];

/** A case as it stands, for whoever may do something with it. */
export interface CaseNow {
  readonly access: CaseAccess;
  readonly view: CaseView;
  readonly parameters: Parameters;
  readonly tree: BodyTree;
  readonly now: number;
}

/** Reads the case as the request may see it. */
export async function caseNow(tools: PortalTools, access: CaseAccess): Promise<CaseNow> {
  const parameters = await tools.parametersReader.read(tools.portal);
  const now = tools.now();
  const view = await viewCase(tools.portal, access.viewer, access.row, parameters, now);
  return { access, view, parameters, tree: await tools.bodyTree(), now };
}

/** What the applicant may do next. Every page that does one of them asks here before it shows its form. */
export async function nextActs(tools: PortalTools, at: CaseNow): Promise<readonly NextAct[]> {
  const { tag } = at.access.row;
  const isOpen = async (act: NextAct): Promise<boolean> => {
    if (!mayDo(at, act)) return false;
    if (act === "rate") return !(await isRatingDeclined(tools.portal, tag));
    // A nameless case is followed by no account.
    return act !== "follow" || (await hasSealedPart(tools.portal, tag, "identity"));
  };
  const answers = await Promise.all(nextActNames.map(isOpen));
  return nextActNames.filter((_, at) => answers[at]);
}

/** The ways to a higher place that are open in the case as it stands. */
export function remediesOf({ access, view, parameters, tree, now }: CaseNow): readonly HigherRemedy[] {
  return higherRemedies(view, { parameters, tree, complainedOf: access.object.complainedOf, now });
}

function mayDo(at: CaseNow, act: NextAct): boolean {
  const { access, view, parameters, now } = at;
  const { actor, object, row } = access;
  const following = kindsAfter(view.state.status);
  const may = (kind: ActKind) => following.includes(kind) && standsUp(kind);
  // The order of acts and the clock both have a say: a withdrawal is final once its days are over.
  const standsUp = (kind: ActKind) =>
    mayAct(
      view.state,
      {
        kind,
        body: registerOfState(view.state),
        day: civilDateAt(now, parameters.timeZone),
        at: now,
        claimedDue: null,
        details: null,
      },
      parameters,
    ).ok;
  switch (act) {
    case "clarify":
      return (
        row.phase === "awaiting-applicant" &&
        may("clarification-given") &&
        mayBeGranted(actor, "appeal.give-clarification", object)
      );
    case "dispute":
      return may("disputed") && mayBeGranted(actor, "appeal.dispute", object);
    case "higher":
      return (
        may("appealed") && mayBeGranted(actor, "appeal.appeal-higher", object) && remediesOf(at).length > 0
      );
    case "rate":
      return isReplied(view) && may("rated") && mayBeGranted(actor, "appeal.rate", object);
    case "follow":
      return (
        accountOf(actor) !== null &&
        object.applicant === null &&
        mayBeGranted(actor, "appeal.follow-by-account", object)
      );
    case "revoke":
      return may("withdrawal-revoked") && mayBeGranted(actor, "appeal.revoke-withdrawal", object);
    case "add":
      return may("added") && mayBeGranted(actor, "appeal.add", object);
    case "withdraw":
      return may("withdrawn") && mayBeGranted(actor, "appeal.withdraw", object);
    case "erase":
    case "keep": {
      const isAsked = erasureAskedIn(view, parameters) !== null;
      return (
        isAsked === (act === "keep") && may("added") && mayBeGranted(actor, "appeal.ask-erasure", object)
      );
    }
  }
}

/** Whether the body has said something that can have been done. */
function isReplied({ state }: CaseView): boolean {
  return (
    state.status === "closed" && (state.closing.kind === "answered" || state.closing.kind === "explained")
  );
}

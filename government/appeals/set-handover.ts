import { type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { officeInPayload } from "#platform/authority/acting-office.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import type { AppealTools } from "./appeal-tools.ts";
import { endHandover, handoversFrom, insertHandover } from "./handover-store.ts";

export type HandoverProblem =
  | "handover-in-the-past"
  | "handover-too-long"
  | "handover-to-itself"
  | "handover-exists"
  /** The deputy is away in the same time: the cases would lie with nobody. */
  | "handover-deputy-away";

/** Longer absences need another holder of the post, not a deputy. */
const handoverDaysMax = 120;
const uuidBytes = 16;

/**
 * Hands a post over to another of the same body while its holder is away. The deputy handles its cases in their own
 * name: acts name the deputy's post, and whoever a complaint names, or who filed it, stays out as always.
 */
export async function setHandover(
  grant: Grant<"handover.set">,
  handover: { readonly deputyPost: string; readonly from: CivilDate; readonly through: CivilDate },
  tools: AppealTools,
): Promise<Result<null, HandoverProblem>> {
  requireGrant(grant, "handover.set");
  const { body, post } = grant.object;
  const { deputyPost, from, through } = handover;
  const today = civilDateAt(tools.now(), tools.parameters.timeZone);
  if (deputyPost === post) return refused("handover-to-itself");
  if (from < today || through < from) return refused("handover-in-the-past");
  if (through - from >= handoverDaysMax) return refused("handover-too-long");
  const meanwhile = (await handoversFrom(tools.transaction, body, from)).filter((one) => one.from <= through);
  if (meanwhile.some((one) => one.post === post)) return refused("handover-exists");
  if (meanwhile.some((one) => one.post === deputyPost)) return refused("handover-deputy-away");
  await insertHandover(tools.transaction, {
    id: uuidFrom(tools.randomBytes(uuidBytes)),
    body,
    post,
    deputyPost,
    from,
    through,
    setPost: setBy(grant),
    at: tools.now(),
  });
  return ok(null);
}

/** The office by which it was set: for a post that nobody holds, that of the head above. */
function setBy({ actor, object }: Grant<"handover.set">): string {
  const above = object.vacancyBefore ?? null;
  return above !== null && officeInPayload(actor, object.body) === "applicant"
    ? `above:${above}`
    : officeInPayload(actor, object.body);
}

/** The holder is back earlier, or never went: from today on nobody stands in for the post. */
export async function takeHandoverBack(grant: Grant<"handover.set">, tools: AppealTools): Promise<void> {
  requireGrant(grant, "handover.set");
  const today = civilDateAt(tools.now(), tools.parameters.timeZone);
  await endHandover(tools.transaction, grant.object, today);
}

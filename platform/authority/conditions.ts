import { unreachable } from "#core/result.ts";
import { type Actor, type Appointment, accountOf, type ComplainedOf, type PostReference } from "./actor.ts";
import { type AuthorityObject, type CaseObject, caseOf } from "./objects.ts";
import type { RefusalReason } from "./policy.ts";

/** What must hold besides the office. */
export type Condition =
  | "assigned"
  | "unsealed"
  | "stays-in-this-body"
  | "spares-person-complained-of"
  | "spares-body-appealed-against"
  | "not-the-writer"
  | "own-post";

const reasons: Readonly<Record<Condition, RefusalReason>> = {
  assigned: "not-assigned-to-you",
  unsealed: "sealed",
  "stays-in-this-body": "foreign-body",
  "not-the-writer": "writer-cannot-approve",
  "own-post": "office-lacking",
  "spares-person-complained-of": "would-reach-person-complained-of",
  "spares-body-appealed-against": "would-return-to-body-appealed-against",
};

interface Holder {
  readonly actor: Actor;
  readonly appointment: Appointment;
}

/** What a condition has against somebody who holds the office; `null` when it holds. */
export function refusalByCondition(
  holder: Holder,
  condition: Condition,
  object: AuthorityObject,
): RefusalReason | null {
  return holds(condition, holder, object) ? null : reasons[condition];
}

function holds(condition: Condition, { actor, appointment }: Holder, object: AuthorityObject): boolean {
  const subject = caseOf(object);
  switch (condition) {
    case "assigned":
      return isAssignedTo(appointment, subject);
    case "unsealed":
      return subject !== null && !subject.sealed;
    case "stays-in-this-body":
      return object.kind === "assignment" && object.to.body === object.case.body;
    case "not-the-writer":
      return isByAnother(actor, object);
    case "own-post":
      return isOwnPost(appointment, object);
    case "spares-person-complained-of":
      return !reachesPersonComplainedOf(object);
    case "spares-body-appealed-against":
      return !returnsToBodyAppealedAgainst(object);
    default:
      return unreachable(condition);
  }
}

function isAssignedTo(appointment: Appointment, subject: CaseObject | null): boolean {
  const assigned = subject?.assigned ?? null;
  return assigned?.body === appointment.body && assigned.post === appointment.post;
}

function isByAnother(actor: Actor, object: AuthorityObject): boolean {
  return object.kind === "approval" && object.writer !== accountOf(actor);
}

function isOwnPost(appointment: Appointment, object: AuthorityObject): boolean {
  return object.kind === "handover" && object.post === appointment.post;
}

/** Whether a post is one that a complaint names, or one of the body that it names as a whole. */
export function isOfComplainedOf(post: PostReference, named: ComplainedOf): boolean {
  return named.body === post.body && (named.post === null || named.post === post.post);
}

function reachesPersonComplainedOf(object: AuthorityObject): boolean {
  if (object.kind === "assignment") {
    const { to } = object;
    return object.case.complainedOf.some((named) => isOfComplainedOf(to, named));
  }
  // To send it to the named official's own body is to send it to the official.
  if (object.kind === "forwarding") {
    return object.case.complainedOf.some((named) => named.body === object.to);
  }
  return false;
}

/** Whoever decided, or let it lie, does not judge the appeal against that. */
function returnsToBodyAppealedAgainst(object: AuthorityObject): boolean {
  return object.kind === "forwarding" && object.case.appealedAgainst.includes(object.to);
}

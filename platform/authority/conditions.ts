import { unreachable } from "#core/result.ts";
import { type Actor, type Appointment, accountOf } from "./actor.ts";
import { type AuthorityObject, type CaseObject, caseOf } from "./objects.ts";
import type { RefusalReason } from "./policy.ts";

/** What must hold besides the office. */
export type Condition =
  | "assigned"
  | "unsealed"
  | "stays-in-this-body"
  | "spares-person-complained-of"
  | "not-the-writer"
  | "own-post";

/** What a condition has against somebody who holds the office; `null` when it holds. */
export function refusalByCondition(
  { actor, appointment }: { readonly actor: Actor; readonly appointment: Appointment },
  condition: Condition,
  object: AuthorityObject,
): RefusalReason | null {
  const subject = caseOf(object);
  switch (condition) {
    case "assigned":
      return isAssignedTo(appointment, subject) ? null : "not-assigned-to-you";
    case "unsealed":
      return subject !== null && !subject.sealed ? null : "sealed";
    case "stays-in-this-body":
      return object.kind === "assignment" && object.to.body === object.case.body ? null : "foreign-body";
    case "not-the-writer":
      return isByAnother(actor, object) ? null : "writer-cannot-approve";
    case "own-post":
      return isOwnPost(appointment, object) ? null : "office-lacking";
    case "spares-person-complained-of":
      return reachesPersonComplainedOf(object) ? "would-reach-person-complained-of" : null;
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

function reachesPersonComplainedOf(object: AuthorityObject): boolean {
  if (object.kind === "assignment") {
    const { to } = object;
    return object.case.complainedOf.some((named) => named.body === to.body && named.post === to.post);
  }
  // To send it to the named official's own body is to send it to the official.
  if (object.kind === "forwarding") {
    return object.case.complainedOf.some((named) => named.body === object.to);
  }
  return false;
}

import { unreachable } from "#core/result.ts";
import type { Appointment } from "./actor.ts";
import { type AuthorityObject, bodyOf } from "./objects.ts";

/**
 * Where the office must be held. `decides-a-vacancy`: at the body above a post that nobody holds. `oversees-this-body`: at
 * the prosecutor's or the ombudsman's, as the record marks them.
 */
export type OfficePlace =
  | "this-body"
  | "this-body-or-above"
  | "oversees-this-body"
  | "decides-a-vacancy"
  | "any-body";

/** Whether an office is held where a rule asks for it. */
export function holdsAt(appointment: Appointment, place: OfficePlace, object: AuthorityObject): boolean {
  switch (place) {
    case "any-body":
      return true;
    case "this-body":
      return appointment.body === bodyOf(object);
    case "this-body-or-above":
      return (
        appointment.body === bodyOf(object) ||
        (object.kind === "body" && object.above.includes(appointment.body))
      );
    case "decides-a-vacancy":
      return object.kind === "handover" && object.vacancyBefore === appointment.body;
    case "oversees-this-body":
      return object.kind === "body" && object.overseers?.includes(appointment.body) === true;
    default:
      return unreachable(place);
  }
}

import type { BodyNumber } from "#core/record/leaf.ts";
import { assert, unreachable } from "#core/result.ts";
import { type Actor, appointmentsOf, type OfficeRole } from "./actor.ts";
import { type AuthorityAct, type AuthorityObject, bodyOf } from "./objects.ts";
import { refusalFor } from "./policy.ts";

/**
 * Offices in the order in which a payload names them, for somebody who holds several at one body. A helper is none of
 * them: what a helper types in, the person beside files.
 */
const tellingOrder: readonly OfficeRole[] = ["head", "official", "operator", "controller", "auditor"];

/**
 * Who acted, as a payload says it (record decision 2): an office or a post at the body, never a person. Whoever holds
 * no office there acted as an applicant; a job of ours or an installation as the system.
 */
export function officeInPayload(actor: Actor, body: BodyNumber): string {
  switch (actor.kind) {
    case "system":
    case "installer-of-an-empty-record":
      return "system";
    case "visitor":
      return "applicant";
    case "person": {
      const here = appointmentsOf(actor).filter((held) => held.body === body);
      const acting = tellingOrder.flatMap((role) => here.find((held) => held.role === role) ?? [])[0];
      if (acting === undefined) return "applicant";
      if (acting.role === "official") return `post:${acting.post}`;
      // Who stands in for a head is named beside the head: two posts, of which one acted in the other's place.
      return acting.role === "head" && acting.standsIn !== undefined
        ? `head:${acting.standsIn}`
        : acting.role;
    }
    default:
      return unreachable(actor);
  }
}

/**
 * Who acted by a grant, at the body of its object. What their own offices allow they did in them; only the rest was done
 * in the place of somebody who is away.
 */
export function officeOfGrant(grant: {
  readonly actor: Actor;
  readonly act: AuthorityAct;
  readonly object: AuthorityObject;
}): string {
  const { actor, act, object } = grant;
  const body = bodyOf(object);
  assert(body !== null, `${act} is done at a body`);
  const own = inOwnOffices(actor);
  return officeInPayload(refusalFor(own, act, object) === null ? own : actor, body);
}

function inOwnOffices(actor: Actor): Actor {
  if (actor.kind !== "person") return actor;
  return { ...actor, appointments: actor.appointments.filter(({ standsIn }) => standsIn === undefined) };
}

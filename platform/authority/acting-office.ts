import type { BodyNumber } from "#core/record/leaf.ts";
import { unreachable } from "#core/result.ts";
import { type Actor, appointmentsOf, type OfficeRole } from "./actor.ts";

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
      return acting.role === "official" ? `post:${acting.post}` : acting.role;
    }
    default:
      return unreachable(actor);
  }
}

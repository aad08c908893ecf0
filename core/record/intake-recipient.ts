import type { Parameters } from "./parameters.ts";

/**
 * To whom the offline page encrypts what is meant for a body: the body's own key, else that of the nearest body above it
 * that has one, else the country's. `null` while the record names none of them.
 */
export function intakeRecipientOf(
  { bodies, intakeRecipient }: Pick<Parameters, "bodies" | "intakeRecipient">,
  number: number,
): string | null {
  const seen = new Set<number>();
  let body = bodies.find((each) => each.number === number);
  // A re-registered body may name a parent that once stood below it: a ring of them has no key but the country's.
  while (body !== undefined && !seen.has(body.number)) {
    if (body.intakeRecipient !== undefined) return body.intakeRecipient;
    seen.add(body.number);
    const { parent } = body;
    body = bodies.find((each) => each.number === parent);
  }
  return intakeRecipient ?? null;
}

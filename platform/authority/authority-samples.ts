import type { BodyNumber } from "#core/record/leaf.ts";
import { type AccountId, type Actor, type Appointment, type OfficeRole, parseAccountId } from "./actor.ts";
import type { CaseObject } from "./objects.ts";

/** Actors and objects for tests of the policy and of the slices that ask it. */

/** A body's number without a check: samples only. */
export function bodyNumber(number: number): BodyNumber {
  return number as BodyNumber;
}

/** The account that ends in the given number. */
export function accountNumbered(number: number): AccountId {
  const account = parseAccountId(`00000000-0000-4000-8000-${String(number).padStart(12, "0")}`);
  if (account === null) throw new Error(`no account can be numbered ${number}`);
  return account;
}

/** A signed-in person, with the offices given. */
export function personAt(
  ...offices: readonly { body: number; role: OfficeRole; post: string }[]
): Extract<Actor, { kind: "person" }> {
  return person(1, ...offices);
}

/** The signed-in person with the account of that number. */
export function person(
  number: number,
  ...offices: readonly { body: number; role: OfficeRole; post: string }[]
): Extract<Actor, { kind: "person" }> {
  const appointments: Appointment[] = offices.map(({ body, role, post }) => ({
    body: bodyNumber(body),
    role,
    post,
  }));
  return { kind: "person", account: accountNumbered(number), appointments, opened: new Map() };
}

/** A case held by a body: nobody assigned, not sealed, nobody complained of, no appeal against another body, unless said. */
export function caseFor(facts: Omit<Partial<CaseObject>, "kind" | "body"> & { body: number }): CaseObject {
  return {
    tag: "ab".repeat(16),
    applicant: null,
    assigned: null,
    sealed: false,
    complainedOf: [],
    appealedAgainst: [],
    ...facts,
    kind: "case",
    body: bodyNumber(facts.body),
  };
}

import type { BodyNumber } from "#core/record/leaf.ts";

/**
 * Who asks. An actor is put together for one request from the session and from the appointments that hold at that
 * moment; it is never stored and never taken from a form.
 */

/** A person's account, as the database knows it. Not the number that the person types, and never shown. */
export type AccountId = string & { readonly __brand: "AccountId" };

const accountIdPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads a lower-case UUID; `null` for anything else. */
export function parseAccountId(text: string): AccountId | null {
  return accountIdPattern.test(text) ? (text as AccountId) : null;
}

/** Offices a person can hold at a body. Every signed-in person is a citizen besides; that needs no appointment. */
export const officeRoles = ["operator", "official", "head", "auditor", "helper", "controller"] as const;
export type OfficeRole = (typeof officeRoles)[number];

/** A post at a body: what the public sees of an official. The post's name is unique within the body. */
export interface PostReference {
  readonly body: BodyNumber;
  readonly post: string;
}

/** A body as a whole, whoever works there. */
export interface WholeBody {
  readonly body: BodyNumber;
  readonly post: null;
}

/** Whom a complaint is about. */
export type ComplainedOf = PostReference | WholeBody;

/** An office that holds now (expired ones never reach the policy). */
export interface Appointment extends PostReference {
  readonly role: OfficeRole;
  /** The post of whoever stands in for the holder of this one; absent where the holder acts. */
  readonly standsIn?: string;
}

/**
 * What this browser has opened without an account: `status` by number and status code, `full` by number and secret.
 * Keyed by the case's tag in hexadecimal.
 */
export type OpenedCases = ReadonlyMap<string, OpenedRight>;
export type OpenedRight = "status" | "full";

export type Actor =
  | { readonly kind: "visitor"; readonly opened: OpenedCases }
  | {
      readonly kind: "person";
      readonly account: AccountId;
      readonly appointments: readonly Appointment[];
      readonly opened: OpenedCases;
    }
  /** A job of the worker: moves deadlines, closes what has lapsed. */
  | { readonly kind: "system" }
  /** Lays the first bodies, calendar and rules into an empty record; no head exists yet who could. */
  | { readonly kind: "installer-of-an-empty-record" };

/** Somebody of whom nothing is known. */
export const stranger: Actor = Object.freeze({ kind: "visitor", opened: new Map<string, OpenedRight>() });

/** The account behind an actor, if there is one. */
export function accountOf(actor: Actor): AccountId | null {
  return actor.kind === "person" ? actor.account : null;
}

/** The offices an actor holds now. */
export function appointmentsOf(actor: Actor): readonly Appointment[] {
  return actor.kind === "person" ? actor.appointments : [];
}

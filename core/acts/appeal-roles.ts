import type { AppealKind } from "./appeal.ts";

/** Who acts, as a payload's `actor` says it: a role, never a person. A `post:NAME` is an official. */
export type AppealRole = "applicant" | "operator" | "official" | "head" | "system" | "controller";

const citizen = ["applicant", "operator"] as const;
const desk = ["official", "head"] as const;

/**
 * Who may do what. An operator acts for a citizen who came, called or wrote. Only a head assigns and prolongs; only
 * the system moves a deadline, and only after a public act on the calendar or the rules.
 */
export const appealRoles: Readonly<Record<AppealKind, readonly AppealRole[]>> = {
  "filed-application": citizen,
  "filed-complaint": citizen,
  "filed-suggestion": citizen,
  "filed-request": citizen,
  "filed-message": citizen,
  "filed-elsewhere": citizen,
  forwarded: desk,
  received: desk,
  assigned: ["head"],
  "clarification-asked": desk,
  "clarification-given": citizen,
  extended: ["head"],
  "deadline-moved": ["system"],
  "hearing-announced": desk,
  answered: desk,
  explained: desk,
  refused: desk,
  terminated: desk,
  merged: desk,
  disputed: citizen,
  withdrawn: citizen,
  "withdrawal-revoked": citizen,
  appealed: citizen,
  added: [...citizen, ...desk],
  // What a head leaves lying the system releases when its day is over.
  published: [...desk, "system"],
  // Whoever let a text stand in public takes it back.
  erased: [...citizen, "head", "controller", "system"],
  rated: citizen,
  escalated: ["system"],
};

const roles = ["applicant", "operator", "head", "system", "controller"] as const;

/** The role that a payload's `actor` stands for; `null` for a text that names none. */
export function roleOfActor(actor: string): AppealRole | null {
  if (actor.startsWith("post:") && actor.length > "post:".length) return "official";
  // Somebody who stands in for the head acts as one.
  if (actor.startsWith("head:") && actor.length > "head:".length) return "head";
  return roles.find((role) => role === actor) ?? null;
}

/** Whether a role may enter an act of a kind. */
export function mayEnter(role: AppealRole, kind: AppealKind): boolean {
  return appealRoles[kind].includes(role);
}

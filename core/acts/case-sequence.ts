import { filingKinds } from "../clock/rules.ts";
import type { ActKind } from "../record/kinds.ts";

/** The kinds of act that end what a body owes in a case. */
const closingKinds = [
  "answered",
  "explained",
  "refused",
  "withdrawn",
  "merged",
  "terminated",
] as const satisfies readonly ActKind[];

export type ClosingKind = (typeof closingKinds)[number];

/** Whether a kind closes a case. */
export function isClosingKind(kind: ActKind): kind is ClosingKind {
  return closingKinds.some((one) => one === kind);
}

/** Closings that an applicant may dispute: those by which the body says that it has replied, or that it need not. */
export const disputableKinds = [
  "answered",
  "explained",
  "refused",
  "terminated",
] as const satisfies readonly ClosingKind[];

/** A case that was joined with another still gets its answer (invariant I9): one reply, in its own record. */
export function repliesToMerged(closing: ActKind, reply: ActKind): boolean {
  return closing === "merged" && disputableKinds.some((one) => one === reply);
}

/** Where a case stands, in one word; `unfiled` before its first act. */
export type CaseStatus =
  | "unfiled"
  | "open"
  | "awaiting-applicant"
  | "disputed"
  | "in-transit"
  | "closed"
  | "withdrawn";

const beginnings: readonly ActKind[] = [...filingKinds, "received"];
/** Acts that change no duty and may follow whenever there is a case. */
const asides = ["appealed", "added", "read", "published", "erased"] as const satisfies readonly ActKind[];
const atWork = [
  ...asides,
  ...closingKinds,
  "forwarded",
  "assigned",
  "clarification-given",
  "deadline-moved",
  "hearing-announced",
  "escalated",
] as const satisfies readonly ActKind[];

/**
 * Which act may follow where. A second closing needs a dispute between; a body that forwards a case is out of it
 * until another has received it; a merged case gets its one reply; a withdrawn case can only be taken up again by its applicant.
 */
const following: Readonly<Record<CaseStatus, ReadonlySet<ActKind>>> = {
  unfiled: new Set(beginnings),
  open: new Set<ActKind>([...atWork, "clarification-asked", "extended"]),
  disputed: new Set<ActKind>([...atWork, "clarification-asked", "extended"]),
  "awaiting-applicant": new Set<ActKind>(atWork),
  "in-transit": new Set<ActKind>(["received", "read", "published", "erased"]),
  // After a closing, a reply follows only where the closing was none of the body's words: see `repliesToMerged`.
  closed: new Set<ActKind>([...asides, "disputed", "rated", ...disputableKinds]),
  withdrawn: new Set<ActKind>([...asides, "withdrawal-revoked"]),
};

/** Whether a kind may follow in a status, by the table alone. */
export function followsInStatus(status: CaseStatus, kind: ActKind): boolean {
  return following[status].has(kind);
}

/** Every kind that may follow in a status, for a desk that shows what can be done. */
export function kindsAfter(status: CaseStatus): readonly ActKind[] {
  return [...following[status]];
}

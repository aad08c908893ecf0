import type { CivilDate, Instant } from "../clock/civil-date.ts";
import type { CaseAct } from "./case-state.ts";

/**
 * Erasing what a person wrote: asked for by the applicant, revocable for some days, decided by a head on a ground from
 * a closed list. The acts stay, with their days and codes; what goes are texts, files and names.
 */

/** What of a case may be erased. */
export const erasureScopes = ["texts", "attachments", "identity"] as const;
export type ErasureScope = (typeof erasureScopes)[number];

/** Why something is erased. Only the first needs an applicant who asked. */
export const erasureGrounds = ["applicant-asked", "court-order", "retention-ended", "third-person"] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

/**
 * Why a head may refuse what the applicant asked. A default list after the exceptions that laws on personal data have
 * in common (duty in law, claims, others' rights), to be confirmed by a lawyer.
 */
export const erasureRefusalGrounds = [
  "case-is-open",
  "court-proceedings-pending",
  "law-requires-keeping",
  "needed-for-legal-claim",
  "another-applicant-needs-it",
] as const;
export type ErasureRefusalGround = (typeof erasureRefusalGrounds)[number];

/** Words of an act `added` by which an erasure is asked for, taken back, refused. */
const erasureWords = ["erasure-asked", "erasure-taken-back", "erasure-refused"] as const;
type ErasureWord = (typeof erasureWords)[number];

/**
 * What a part of an act is erased with; `null` for what stays. What this version does not know goes with the texts:
 * better one part too many than a name that was forgotten. A signature goes too, since over a short text it would
 * confirm a guess.
 */
export function erasureScopeOf(partName: string): ErasureScope | null {
  if (partName === "public" || partName === "official" || partName === "approval") return null;
  if (partName.startsWith("attachment-")) return "attachments";
  return partName.startsWith("identity") ? "identity" : "texts";
}

/** An erasure that was asked for and neither decided nor taken back. */
export interface AskedErasure {
  readonly scope: readonly ErasureScope[];
  readonly askedOn: CivilDate;
  /** When it was entered, and in whose register: by these the clock knows by when it is to be decided. */
  readonly at: Instant;
  readonly body: number;
}

/** What is asked for at the end of a case's acts; `null` when nothing is. */
export function askedErasure(
  acts: readonly Pick<CaseAct<unknown>, "kind" | "day" | "at" | "body" | "details">[],
): AskedErasure | null {
  let asked: AskedErasure | null = null;
  for (const { kind, day, at, body, details } of acts) {
    const word = kind === "added" ? wordOf(details) : null;
    if (word === "erasure-asked") asked = { scope: scopeIn(details), askedOn: day, at, body };
    else if (word !== null || (kind === "erased" && endsRequest(details))) asked = null;
  }
  return asked;
}

/** A part that is erased on another ground does not decide what the applicant asked. */
function endsRequest(details: unknown): boolean {
  return fieldOf(details, "ground") === "applicant-asked";
}

function wordOf(details: unknown): ErasureWord | null {
  const what = fieldOf(details, "what");
  return erasureWords.find((word) => word === what) ?? null;
}

function scopeIn(details: unknown): readonly ErasureScope[] {
  const scope = fieldOf(details, "scope");
  return Array.isArray(scope) ? erasureScopes.filter((one) => scope.includes(one)) : [];
}

function fieldOf(details: unknown, name: string): unknown {
  return typeof details === "object" && details !== null ? Reflect.get(details, name) : undefined;
}

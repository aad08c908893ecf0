import { unreachable } from "#core/result.ts";

/**
 * Who is looking at a case. Made from a grant or from an opened session at the door, never from what a page was asked.
 */
export type Viewer =
  | { readonly kind: "public" }
  | { readonly kind: "status-holder" }
  | { readonly kind: "applicant" }
  /** Holds the co-signing code; is shown the filing alone, see government/appeals/co-sign. */
  | { readonly kind: "co-signer" }
  | { readonly kind: "desk"; readonly body: number }
  /** A desk to which the applicant has taken the case further; the act `read` has been entered. */
  | { readonly kind: "desk-above" }
  | { readonly kind: "auditor" };

/** The facts of a case on which visibility depends. */
export interface CaseVisibility {
  /** The body whose desk holds the case. */
  readonly holderBody: number;
  /** False when the applicant sealed the identity from those who handle the case. */
  readonly identityShown: boolean;
  /**
   * Whether something of it stands in public: its author agreed, the head released it, nobody has taken it back. Left
   * out: it does not.
   */
  readonly isPublished?: boolean;
  /** Of one file: a picture that stands in public with the text. Left out: it does not. */
  readonly isShownPicture?: boolean;
}

const namedParts = [
  "public",
  "parties",
  "official",
  "identity",
  "signature",
  "publication",
  "approval",
] as const;

/** Names that a part of an act may have. `attachment-1` and so on are one kind. */
export type PartKind = (typeof namedParts)[number] | "attachment";

/** The kind of a part by its name; `null` for a name that this version does not know, which nobody is shown. */
export function partKind(name: string): PartKind | null {
  if (/^attachment-[1-9]$/.test(name)) return "attachment";
  return namedParts.find((part) => part === name) ?? null;
}

/**
 * THE visibility function of cases: whether `viewer` may see the content of a part. Page, list, count, search, API,
 * export and mirror ask this and nothing else. Seeing an identity at a desk additionally needs the act `read`.
 */
export function maySeePart(viewer: Viewer, facts: CaseVisibility, part: PartKind): boolean {
  // What was released to everyone is open to each one.
  if (part === "publication") return facts.isPublished === true;
  if (part === "attachment" && facts.isPublished === true && facts.isShownPicture === true) return true;
  switch (viewer.kind) {
    case "public":
      // With the text of a published appeal stand the codes of its acts: how it was decided, where it was sent.
      return facts.isPublished === true && part === "public";
    case "status-holder":
    case "auditor":
      return false;
    case "co-signer":
      // Nobody signs what they have not read; who filed it and what came of it is not theirs to see.
      return part === "parties";
    case "applicant":
      return true;
    case "desk-above":
      return part !== "identity";
    case "desk":
      return viewer.body === facts.holderBody && (part !== "identity" || facts.identityShown);
    default:
      return unreachable(viewer);
  }
}

/**
 * Whether `viewer`, who may see a file, may also fetch it. Until it was looked at, it goes to nobody but whoever sent it:
 * neither a citizen's to a desk nor a body's to the applicant. What a scanner knows as harmful never does.
 */
export function mayFetchFile(
  viewer: Viewer,
  file: {
    readonly state: "waiting" | "passed" | "active" | "harmful";
    readonly isApplicants: boolean;
    /** See `CaseVisibility`. */
    readonly isShownPicture?: boolean;
  },
): boolean {
  if (file.isShownPicture === true && file.state === "passed") return true;
  switch (viewer.kind) {
    case "applicant":
      return file.isApplicants || file.state === "passed" || file.state === "active";
    case "desk":
    case "desk-above":
      return file.state === "passed" || file.state === "active";
    case "public":
    case "status-holder":
    case "co-signer":
    case "auditor":
      return false;
    default:
      return unreachable(viewer);
  }
}

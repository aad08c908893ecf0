import type { BodyNumber } from "#core/record/leaf.ts";
import { unreachable } from "#core/result.ts";
import type { AccountId, ComplainedOf, PostReference } from "./actor.ts";

/**
 * What is asked about: only those facts of an object that the policy looks at. The slice that owns the object fills
 * them in from its own tables, inside the transaction that will act.
 */

/** A case as the policy sees it. */
export interface CaseObject {
  readonly kind: "case";
  /** The case's tag, 32 hexadecimal digits. */
  readonly tag: string;
  /** The body that holds the case now. */
  readonly body: BodyNumber;
  /** The applicant's account; `null` when filed without one. */
  readonly applicant: AccountId | null;
  /** The post that handles the case; `null` while nobody does. */
  readonly assigned: PostReference | null;
  /** Whether the applicant's identity is withheld from those who handle the case. */
  readonly sealed: boolean;
  /** The posts and the bodies that the complaint names. */
  readonly complainedOf: readonly ComplainedOf[];
  /** The bodies that decided or held a case which this one carries on, the whole chain back. */
  readonly appealedAgainst: readonly BodyNumber[];
}

/** A filing that does not exist yet, at the body it is meant for. */
export interface FilingObject {
  readonly kind: "filing";
  readonly body: BodyNumber;
}

/** What a person hands in or has typed in at one body, meant for another or the same. */
export interface PaperFilingObject {
  readonly kind: "paper-filing";
  readonly takenAt: BodyNumber;
  readonly body: BodyNumber;
}

/** A case to be given to a post of the body that holds it. */
export interface AssignmentObject {
  readonly kind: "assignment";
  readonly case: CaseObject;
  readonly to: PostReference;
}

/** A case to be sent on to another body. */
export interface ForwardingObject {
  readonly kind: "forwarding";
  readonly case: CaseObject;
  readonly to: BodyNumber;
}

/** A case of an outside register, about a body that takes no part, with the body that keeps the register. */
export interface OutsideCaseObject {
  readonly kind: "outside-case";
  readonly case: CaseObject;
  readonly keeper: BodyNumber;
}

/** A refusal that somebody has written and another person is to stand behind. */
export interface ApprovalObject {
  readonly kind: "approval";
  readonly case: CaseObject;
  readonly writer: AccountId;
}

/** A time in which one post of a body stands in for another. */
export interface HandoverObject {
  readonly kind: "handover";
  readonly body: BodyNumber;
  /** The post that is away. */
  readonly post: string;
  /** While nobody holds the post: the nearest body above that has a head, who then decides who acts. */
  readonly vacancyBefore?: BodyNumber | null;
}

/** A signature under somebody else's appeal: one to be given, or one to be taken back. */
export interface CoSignatureObject {
  readonly kind: "co-signature";
  /** The case's tag, 32 hexadecimal digits. */
  readonly tag: string;
  readonly body: BodyNumber;
  /** Which code was shown that fits: the one that the applicant passes on, or that of one signature. */
  readonly byCode: "co-signing-code" | "signature-code" | null;
}

/** A body as a whole: its desk, its figures. */
export interface BodyObject {
  readonly kind: "body";
  readonly body: BodyNumber;
  /** The bodies above it, nearest first. */
  readonly above: readonly BodyNumber[];
  /** The bodies that oversee every body, whatever stands above it; left out where nobody asks for oversight. */
  readonly overseers?: readonly BodyNumber[];
}

/** What is common to the whole country: the list of bodies, the rules, the calendar. */
export interface CountryObject {
  readonly kind: "country";
  /** The body whose head may change it. */
  readonly cabinet: BodyNumber;
}

/** A person's own account. */
export interface AccountObject {
  readonly kind: "account";
  readonly account: AccountId;
}

export type AuthorityObject =
  | CaseObject
  | FilingObject
  | PaperFilingObject
  | AssignmentObject
  | ForwardingObject
  | OutsideCaseObject
  | ApprovalObject
  | HandoverObject
  | CoSignatureObject
  | BodyObject
  | CountryObject
  | AccountObject;

/** Every act that needs leave, with the object it is about. */
export interface ObjectOfAct {
  "appeal.file": FilingObject;
  "appeal.register-paper": PaperFilingObject;
  "appeal.assist": PaperFilingObject;
  "pad.issue": BodyObject;
  "stub.void": BodyObject;
  "intake-key.change": BodyObject;
  "appeal.record-sending": FilingObject;
  "appeal.record-answer": OutsideCaseObject;
  "appeal.read-status": CaseObject;
  "appeal.read": CaseObject;
  "appeal.add": CaseObject;
  "appeal.give-clarification": CaseObject;
  "appeal.dispute": CaseObject;
  "appeal.withdraw": CaseObject;
  "appeal.withdraw-in-person": CaseObject;
  "appeal.revoke-withdrawal": CaseObject;
  "appeal.appeal-higher": CaseObject;
  "appeal.rate": CaseObject;
  "appeal.follow-by-account": CaseObject;
  "appeal.ask-erasure": CaseObject;
  "notice.follow": CaseObject;
  "notice.follow-signature": CoSignatureObject;
  "appeal.agree-to-publish": CaseObject;
  "appeal.gather-signatures": CaseObject;
  "appeal.co-sign": CoSignatureObject;
  "appeal.withdraw-signature": CoSignatureObject;
  "appeal.take-back": CaseObject;
  "appeal.open-at-desk": CaseObject;
  "appeal.assign": AssignmentObject;
  "appeal.answer": CaseObject;
  "appeal.forward": ForwardingObject;
  "appeal.ask-clarification": CaseObject;
  "appeal.extend": CaseObject;
  "appeal.announce-hearing": CaseObject;
  "appeal.merge": CaseObject;
  "appeal.approve": ApprovalObject;
  "appeal.note": CaseObject;
  "appeal.escalate": CaseObject;
  "appeal.terminate": CaseObject;
  "appeal.publish": CaseObject;
  "appeal.erase": CaseObject;
  "appeal.move-deadline": CaseObject;
  "identity.open": CaseObject;
  "account.see": AccountObject;
  "desk.see": BodyObject;
  "statistics.see": BodyObject;
  "oversight.see": BodyObject;
  "template.write": BodyObject;
  "handover.set": HandoverObject;
  "body.register": CountryObject;
  "body.move-register": CountryObject;
  "rules.change": CountryObject;
  "calendar.change": CountryObject;
}

export type AuthorityAct = keyof ObjectOfAct;

/** The case that an object is about; `null` when it is about none. */
export function caseOf(object: AuthorityObject): CaseObject | null {
  switch (object.kind) {
    case "case":
      return object;
    case "assignment":
    case "forwarding":
    case "outside-case":
    case "approval":
      return object.case;
    case "handover":
    case "filing":
    case "paper-filing":
    case "co-signature":
    case "body":
    case "country":
    case "account":
      return null;
    default:
      return unreachable(object);
  }
}

/** The body at which an office must be held to act on the object; `null` when no office gives leave. */
export function bodyOf(object: AuthorityObject): BodyNumber | null {
  switch (object.kind) {
    case "case":
    case "filing":
    case "co-signature":
    case "body":
    case "handover":
      return object.body;
    case "paper-filing":
      return object.takenAt;
    case "assignment":
    case "forwarding":
    case "approval":
      return object.case.body;
    case "country":
      return object.cabinet;
    case "outside-case":
      return object.keeper;
    case "account":
      return null;
    default:
      return unreachable(object);
  }
}

/** A text that two objects share only when they are the same thing: one case, one assignment to one post, one body. */
export function keyOfObject(object: AuthorityObject): string {
  switch (object.kind) {
    case "case":
      return `case ${object.tag}`;
    case "filing":
      return `filing ${object.body}`;
    case "paper-filing":
      return `paper-filing ${object.takenAt} ${object.body}`;
    case "assignment":
      return `assignment ${object.case.tag} ${object.to.body} ${object.to.post}`;
    case "forwarding":
      return `forwarding ${object.case.tag} ${object.to}`;
    case "outside-case":
      return `outside-case ${object.case.tag} ${object.keeper}`;
    case "approval":
      return `approval ${object.case.tag} ${object.writer}`;
    case "handover":
      return `handover ${object.body} ${object.post}`;
    case "co-signature":
      return `co-signature ${object.tag} ${object.byCode ?? "none"}`;
    case "body":
      return `body ${object.body}`;
    case "country":
      return "country";
    case "account":
      return `account ${object.account}`;
    default:
      return unreachable(object);
  }
}

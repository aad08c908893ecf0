import { unreachable } from "#core/result.ts";
import {
  type AccountId,
  type Actor,
  type Appointment,
  accountOf,
  appointmentsOf,
  type OfficeRole,
} from "./actor.ts";
import { type Condition, isOfComplainedOf, refusalByCondition } from "./conditions.ts";
import { type AuthorityAct, type AuthorityObject, caseOf } from "./objects.ts";
import { holdsAt, type OfficePlace } from "./office-place.ts";

/**
 * The whole policy: which act is open to whom. The table is read from top to bottom by people, the few lines of code
 * under it only look up. What the table does not open is closed.
 */

/** Why leave was not given. Pages turn it into a sentence; the least telling reason that still helps. */
export type RefusalReason =
  | "sign-in-needed"
  | "not-yours"
  | "status-only"
  | "office-lacking"
  | "foreign-body"
  | "not-assigned-to-you"
  | "sealed"
  | "own-case"
  | "person-complained-of"
  | "writer-cannot-approve"
  | "would-reach-person-complained-of"
  | "would-return-to-body-appealed-against";

/** How much a reason tells: the most telling of several refusals is the one that is returned. */
const tellingOrder: readonly RefusalReason[] = [
  "sign-in-needed",
  "not-yours",
  "status-only",
  "office-lacking",
  "foreign-body",
  "not-assigned-to-you",
  "sealed",
  "would-reach-person-complained-of",
  "would-return-to-body-appealed-against",
  "writer-cannot-approve",
  "own-case",
  "person-complained-of",
];

type Rule =
  | { readonly who: "anyone" }
  | { readonly who: "applicant" }
  | { readonly who: "bearer-of-secret" }
  | { readonly who: "bearer-of-status-code" }
  | { readonly who: "bearer-of-co-signing-code" }
  | { readonly who: "bearer-of-signature-code" }
  | { readonly who: "account-holder" }
  | { readonly who: "system" }
  | { readonly who: "installer" }
  | {
      readonly who: "office";
      readonly role: OfficeRole;
      readonly at: OfficePlace;
      readonly when: readonly Condition[];
    };

function office(role: OfficeRole, ...when: readonly Condition[]): Rule {
  return { who: "office", role, at: "this-body", when };
}

const applicantSide: readonly Rule[] = [{ who: "applicant" }, { who: "bearer-of-secret" }];
const handlers: readonly Rule[] = [office("official", "assigned"), office("head")];
const forwardingSpares = ["spares-person-complained-of", "spares-body-appealed-against"] as const;
const installers: readonly Rule[] = [{ who: "installer" }];
const countryChanges: readonly Rule[] = [office("head"), ...installers];

export const policy: Readonly<Record<AuthorityAct, readonly Rule[]>> = {
  // Refusing to register is impossible, so filing is open to all, officials included.
  "appeal.file": [{ who: "anyone" }],
  "appeal.register-paper": [office("operator"), office("head")],
  // Types in for whoever sits beside. The table has no further row for a helper: they see nothing afterwards.
  "appeal.assist": [office("helper")],
  "pad.issue": [office("head")],
  "stub.void": [office("operator"), office("head")],
  // Who holds the key reads what is carried to the body: its head answers for that, or whoever stands above.
  "intake-key.change": [{ who: "office", role: "head", at: "this-body-or-above", when: [] }, ...installers],
  // What was sent past a body that takes no part: whoever sent it says so, and shows what they have.
  "appeal.record-sending": [{ who: "anyone" }],
  "appeal.record-answer": [...applicantSide, office("operator"), office("head")],

  "appeal.read-status": [...applicantSide, { who: "bearer-of-status-code" }],
  "appeal.read": applicantSide,
  "appeal.add": applicantSide,
  "appeal.give-clarification": applicantSide,
  "appeal.dispute": applicantSide,
  "appeal.withdraw": applicantSide,
  // For whoever has no code: the registry sees who it is. Nobody who handles the case may.
  "appeal.withdraw-in-person": [office("operator")],
  "appeal.revoke-withdrawal": applicantSide,
  "appeal.appeal-higher": applicantSide,
  "appeal.rate": applicantSide,
  "appeal.ask-erasure": applicantSide,
  // Who follows it already need not ask; whoever holds the secret could do all that an account may do with it.
  "appeal.follow-by-account": [{ who: "bearer-of-secret" }],
  // Where news of a case goes is the applicant's to say: a status code that somebody found names no address.
  "notice.follow": applicantSide,
  "notice.follow-signature": [{ who: "bearer-of-signature-code" }],
  // Whether it stands in public is the author's word first, and taking it back needs nobody else's.
  "appeal.agree-to-publish": applicantSide,
  "appeal.gather-signatures": applicantSide,
  "appeal.co-sign": [{ who: "bearer-of-co-signing-code" }],
  "appeal.withdraw-signature": [{ who: "bearer-of-signature-code" }],
  "appeal.take-back": applicantSide,

  "appeal.open-at-desk": handlers,
  "appeal.assign": [office("head", "stays-in-this-body", "spares-person-complained-of")],
  "appeal.answer": handlers,
  // The registry forwards what has come to the wrong body before anyone is assigned.
  "appeal.forward": [
    office("operator", ...forwardingSpares),
    office("official", "assigned", ...forwardingSpares),
    office("head", ...forwardingSpares),
  ],
  "appeal.ask-clarification": handlers,
  "appeal.extend": [office("head")],
  "appeal.announce-hearing": handlers,
  "appeal.merge": [office("head")],
  // Four eyes: any official of the body is the second person, whoever wrote the refusal never.
  "appeal.approve": [office("official", "not-the-writer"), office("head", "not-the-writer")],
  "appeal.note": handlers,
  "appeal.escalate": [{ who: "system" }],
  "appeal.terminate": [office("head"), { who: "system" }],
  // The head, or nobody within the time for it: then the worker does.
  "appeal.publish": [office("head"), { who: "system" }],
  "appeal.erase": [office("head"), { who: "system" }],
  "appeal.move-deadline": [{ who: "system" }],

  // Nobody at the desk opens a sealed identity, not the head either; that way out comes with four eyes.
  "identity.open": [...applicantSide, office("official", "assigned", "unsealed"), office("head", "unsealed")],
  "account.see": [{ who: "account-holder" }],

  "desk.see": [office("operator"), office("official"), office("head")],
  "statistics.see": [
    office("official"),
    { who: "office", role: "head", at: "this-body-or-above", when: [] },
    { who: "office", role: "auditor", at: "any-body", when: [] },
  ],
  // Figures, clocks and what was raised, no texts: the head of the body, whoever controls the bodies under theirs, and
  // those who handle cases where the law of all bodies is looked after.
  "oversight.see": [
    office("head"),
    { who: "office", role: "controller", at: "this-body-or-above", when: [] },
    { who: "office", role: "head", at: "oversees-this-body", when: [] },
    { who: "office", role: "official", at: "oversees-this-body", when: [] },
    { who: "office", role: "controller", at: "oversees-this-body", when: [] },
    { who: "office", role: "auditor", at: "oversees-this-body", when: [] },
  ],
  "template.write": [office("head")],
  // A post that nobody holds hands over nothing: the head above says who acts until somebody holds it.
  "handover.set": [
    office("official", "own-post"),
    office("head"),
    { who: "office", role: "head", at: "decides-a-vacancy", when: [] },
  ],

  "body.register": countryChanges,
  // A rule of arithmetic, which nobody has to want: the worker judges it each month.
  "body.move-register": [{ who: "system" }],
  "rules.change": countryChanges,
  "calendar.change": countryChanges,
};

/** `null` when the policy gives leave, otherwise the most telling reason why not. */
export function refusalFor(actor: Actor, act: AuthorityAct, object: AuthorityObject): RefusalReason | null {
  // A stranger to the table (old data, a foreign caller without types) is refused as everything unlisted is.
  const rules = Object.hasOwn(policy, act) ? policy[act] : [];
  let reason: RefusalReason = accountOf(actor) === null ? "sign-in-needed" : "not-yours";
  for (const rule of rules) {
    const refusal = refusalByRule(actor, rule, object);
    if (refusal === null) return null;
    if (tellingOrder.indexOf(refusal) > tellingOrder.indexOf(reason)) reason = refusal;
  }
  return reason;
}

function refusalByRule(actor: Actor, rule: Rule, object: AuthorityObject): RefusalReason | null {
  switch (rule.who) {
    case "anyone":
      return null;
    case "applicant":
      return refusalForOwner(actor, caseOf(object)?.applicant ?? null);
    case "account-holder":
      return refusalForOwner(actor, object.kind === "account" ? object.account : null);
    case "bearer-of-secret":
      return refusalForBearer(actor, object, "full");
    case "bearer-of-status-code":
      return refusalForBearer(actor, object, "status");
    case "bearer-of-co-signing-code":
      return refusalByCode(actor, object, "co-signing-code");
    case "bearer-of-signature-code":
      return refusalByCode(actor, object, "signature-code");
    case "system":
      return actor.kind === "system" ? null : "sign-in-needed";
    case "installer":
      return actor.kind === "installer-of-an-empty-record" ? null : "sign-in-needed";
    case "office":
      return refusalForOffice(actor, rule, object);
    default:
      return unreachable(rule);
  }
}

function refusalForOwner(actor: Actor, owner: AccountId | null): RefusalReason | null {
  const account = accountOf(actor);
  if (account === null) return "sign-in-needed";
  return account === owner ? null : "not-yours";
}

function refusalForBearer(
  actor: Actor,
  object: AuthorityObject,
  right: "status" | "full",
): RefusalReason | null {
  const subject = caseOf(object);
  const opened = subject !== null && "opened" in actor ? actor.opened.get(subject.tag) : undefined;
  if (opened === undefined) return accountOf(actor) === null ? "sign-in-needed" : "not-yours";
  return right === "status" || opened === "full" ? null : "status-only";
}

/** A code that was shown with this very request; nothing is remembered of it. */
function refusalByCode(
  actor: Actor,
  object: AuthorityObject,
  code: "co-signing-code" | "signature-code",
): RefusalReason | null {
  if (object.kind === "co-signature" && object.byCode === code) return null;
  return accountOf(actor) === null ? "sign-in-needed" : "not-yours";
}

function refusalForOffice(
  actor: Actor,
  rule: Extract<Rule, { who: "office" }>,
  object: AuthorityObject,
): RefusalReason | null {
  if (accountOf(actor) === null) return "sign-in-needed";
  const holding = appointmentsOf(actor).filter((appointment) => appointment.role === rule.role);
  if (holding.length === 0) return "office-lacking";
  const here = holding.filter((appointment) => holdsAt(appointment, rule.at, object));
  if (here.length === 0) return "foreign-body";
  if (isComplainedOf(actor, object)) return "person-complained-of";
  if (isOwnCase(actor, object)) return "own-case";
  let reason: RefusalReason | null = null;
  for (const appointment of here) {
    reason = refusalByConditions(actor, appointment, rule.when, object);
    if (reason === null) return null;
  }
  return reason;
}

/**
 * Whoever is named in a complaint is out of it in every office they hold, not only in the one that is named. Where the
 * body is named as a whole everyone there is, but for one thing: they pass on unread what does not belong with them.
 */
function isComplainedOf(actor: Actor, object: AuthorityObject): boolean {
  const named = caseOf(object)?.complainedOf ?? [];
  const barring = object.kind === "forwarding" ? named.filter(({ post }) => post !== null) : named;
  return appointmentsOf(actor).some((held) => barring.some((each) => isOfComplainedOf(held, each)));
}

/** An official does not handle what they have filed themselves. */
function isOwnCase(actor: Actor, object: AuthorityObject): boolean {
  const applicant = caseOf(object)?.applicant ?? null;
  return applicant !== null && applicant === accountOf(actor);
}

function refusalByConditions(
  actor: Actor,
  appointment: Appointment,
  conditions: readonly Condition[],
  object: AuthorityObject,
): RefusalReason | null {
  for (const condition of conditions) {
    const refusal = refusalByCondition({ actor, appointment }, condition, object);
    if (refusal !== null) return refusal;
  }
  return null;
}

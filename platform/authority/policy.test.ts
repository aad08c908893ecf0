import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { officeInPayload } from "./acting-office.ts";
import type { Actor, OpenedRight } from "./actor.ts";
import { stranger } from "./actor.ts";
import { accountNumbered, bodyNumber, caseFor, person, personAt } from "./authority-samples.ts";
import type { AuthorityAct, AuthorityObject, CaseObject, CoSignatureObject } from "./objects.ts";
import { policy, type RefusalReason, refusalFor } from "./policy.ts";

const district = 31;
const neighbour = 32;
const tag = "ab".repeat(16);
const gasPost = { body: bodyNumber(district), post: "gas" };
const roadPost = { body: bodyNumber(district), post: "roads" };
const headPost = { body: bodyNumber(district), post: "head" };

const citizen = person(1);
const otherCitizen = person(2);
const gasOfficial = person(3, { body: district, role: "official", post: "gas" });
const roadOfficial = person(4, { body: district, role: "official", post: "roads" });
const head = person(5, { body: district, role: "head", post: "head" });
const librarian = person(9, { body: district, role: "helper", post: "library" });
const operator = person(6, { body: district, role: "operator", post: "registry" });
const foreignHead = person(7, { body: neighbour, role: "head", post: "head" });
const foreignOfficial = person(8, { body: neighbour, role: "official", post: "gas" });
const auditor = person(9, { body: 60, role: "auditor", post: "auditor" });
const controller = person(11, { body: 1, role: "controller", post: "control" });
const cabinetHead = person(10, { body: 1, role: "head", post: "head" });

function visitorWith(right: OpenedRight): Actor {
  return { kind: "visitor", opened: new Map([[tag, right]]) };
}

const open = caseFor({ body: district, tag, applicant: accountNumbered(1), assigned: gasPost });
const unassigned: CaseObject = { ...open, assigned: null };
const sealed: CaseObject = { ...open, sealed: true };
const aboutGas: CaseObject = { ...open, complainedOf: [gasPost] };
const aboutHead: CaseObject = { ...open, complainedOf: [headPost] };
const officialsOwn: CaseObject = { ...open, applicant: accountNumbered(3) };

function assignTo(about: CaseObject, to: { body: number; post: string }): AuthorityObject {
  return { kind: "assignment", case: about, to: { body: bodyNumber(to.body), post: to.post } };
}
function forwardTo(about: CaseObject, to: number): AuthorityObject {
  return { kind: "forwarding", case: about, to: bodyNumber(to) };
}
function signing(byCode: CoSignatureObject["byCode"]): AuthorityObject {
  return { kind: "co-signature", tag, body: bodyNumber(district), byCode };
}
const desk: AuthorityObject = {
  kind: "body",
  body: bodyNumber(district),
  above: [bodyNumber(30), bodyNumber(1)],
};
const prosecutors = 62;
const prosecutorsHead = person(13, { body: prosecutors, role: "head", post: "head" });
const prosecutorsOfficial = person(14, { body: prosecutors, role: "official", post: "law" });
const prosecutorsRegistry = person(15, { body: prosecutors, role: "operator", post: "registry" });
const overseersAuditor = person(15, { body: prosecutors, role: "auditor", post: "auditor" });
const overseen: AuthorityObject = {
  kind: "body",
  body: bodyNumber(district),
  above: [],
  overseers: [bodyNumber(prosecutors)],
};
const country: AuthorityObject = { kind: "country", cabinet: bodyNumber(1) };
const filing: AuthorityObject = { kind: "filing", body: bodyNumber(district) };
const paper: AuthorityObject = { kind: "paper-filing", takenAt: bodyNumber(district), body: bodyNumber(5) };
const keeper = 90;
const keepersOperator = person(12, { body: keeper, role: "operator", post: "registry" });
const outside: AuthorityObject = { kind: "outside-case", case: open, keeper: bodyNumber(keeper) };
const ownAccount: AuthorityObject = { kind: "account", account: accountNumbered(1) };

function refusalBy(writer: number, about: CaseObject = open): AuthorityObject {
  return { kind: "approval", case: about, writer: accountNumbered(writer) };
}
function away(post: string): AuthorityObject {
  return { kind: "handover", body: bodyNumber(district), post };
}

function vacantBefore(above: number): AuthorityObject {
  return { kind: "handover", body: bodyNumber(district), post: "head", vacancyBefore: bodyNumber(above) };
}

type Row = readonly [
  who: string,
  actor: Actor,
  act: AuthorityAct,
  object: AuthorityObject,
  RefusalReason | "given",
];

const table: readonly Row[] = [
  ["a stranger files", stranger, "appeal.file", filing, "given"],
  ["an official files as anyone may", gasOfficial, "appeal.file", filing, "given"],
  ["the body's operator takes a paper for another body", operator, "appeal.register-paper", paper, "given"],
  ["a citizen takes no papers in", citizen, "appeal.register-paper", paper, "office-lacking"],
  ["a foreign head takes no papers in here", foreignHead, "appeal.register-paper", paper, "foreign-body"],

  ["a helper types in for a person and any body", librarian, "appeal.assist", paper, "given"],
  ["a helper enters no paper of their own", librarian, "appeal.register-paper", paper, "office-lacking"],
  ["an operator is no helper", operator, "appeal.assist", paper, "office-lacking"],
  ["the head issues pads", head, "pad.issue", desk, "given"],
  ["the operator issues none", operator, "pad.issue", desk, "office-lacking"],
  ["the operator declares sheets void", operator, "stub.void", desk, "given"],
  ["the head names the body's key of intake", head, "intake-key.change", desk, "given"],
  ["the operator names none", operator, "intake-key.change", desk, "office-lacking"],
  ["a foreign head names none here", foreignHead, "intake-key.change", desk, "foreign-body"],
  ["a helper declares none void", librarian, "stub.void", desk, "office-lacking"],
  ["a helper sees no desk", librarian, "desk.see", desk, "office-lacking"],

  ["the applicant reads", citizen, "appeal.read", open, "given"],
  ["another citizen does not", otherCitizen, "appeal.read", open, "not-yours"],
  ["a stranger does not", stranger, "appeal.read", open, "sign-in-needed"],
  ["the secret's bearer reads", visitorWith("full"), "appeal.read", open, "given"],
  [
    "the secret's bearer takes it into an account",
    visitorWith("full"),
    "appeal.follow-by-account",
    open,
    "given",
  ],
  [
    "the status code's bearer does not",
    visitorWith("status"),
    "appeal.follow-by-account",
    open,
    "status-only",
  ],
  ["the status code's bearer does not read", visitorWith("status"), "appeal.read", open, "status-only"],
  ["the status code's bearer sees the status", visitorWith("status"), "appeal.read-status", open, "given"],
  ["the status code's bearer disputes nothing", visitorWith("status"), "appeal.dispute", open, "status-only"],
  [
    "the status code's bearer withdraws nothing",
    visitorWith("status"),
    "appeal.withdraw",
    open,
    "status-only",
  ],
  [
    "the secret of one case opens no other",
    visitorWith("full"),
    "appeal.read",
    { ...open, tag: "00" },
    "sign-in-needed",
  ],
  ["the applicant disputes", citizen, "appeal.dispute", open, "given"],
  ["the applicant gathers signatures", citizen, "appeal.gather-signatures", open, "given"],
  ["the head gathers none", head, "appeal.gather-signatures", open, "not-yours"],
  ["whoever has the code signs", stranger, "appeal.co-sign", signing("co-signing-code"), "given"],
  ["nobody signs with another code", stranger, "appeal.co-sign", signing("signature-code"), "sign-in-needed"],
  ["nobody signs without one", citizen, "appeal.co-sign", signing(null), "not-yours"],
  [
    "a signature is taken back with its code",
    stranger,
    "appeal.withdraw-signature",
    signing("signature-code"),
    "given",
  ],
  [
    "and not with the one to sign",
    citizen,
    "appeal.withdraw-signature",
    signing("co-signing-code"),
    "not-yours",
  ],
  [
    "a signature is followed with its code",
    stranger,
    "notice.follow-signature",
    signing("signature-code"),
    "given",
  ],
  [
    "and not with the one to sign",
    stranger,
    "notice.follow-signature",
    signing("co-signing-code"),
    "sign-in-needed",
  ],
  ["the applicant withdraws", citizen, "appeal.withdraw", open, "given"],
  ["the registry enters a withdrawal in person", operator, "appeal.withdraw-in-person", open, "given"],
  ["the head enters none", head, "appeal.withdraw-in-person", open, "office-lacking"],
  ["nor does who handles it", gasOfficial, "appeal.withdraw-in-person", open, "office-lacking"],
  ["the head withdraws nothing for the applicant", head, "appeal.withdraw", open, "not-yours"],
  ["the head disputes nothing", head, "appeal.dispute", open, "not-yours"],

  ["the assigned official answers", gasOfficial, "appeal.answer", open, "given"],
  ["a colleague does not", roadOfficial, "appeal.answer", open, "not-assigned-to-you"],
  [
    "nobody but the head answers while nobody is assigned",
    gasOfficial,
    "appeal.answer",
    unassigned,
    "not-assigned-to-you",
  ],
  ["the head answers", head, "appeal.answer", open, "given"],
  [
    "an official of another body with the same post does not",
    foreignOfficial,
    "appeal.answer",
    open,
    "foreign-body",
  ],
  ["the head of another body does not", foreignHead, "appeal.answer", open, "foreign-body"],
  ["the cabinet's head does not answer for a district", cabinetHead, "appeal.answer", open, "foreign-body"],
  ["the operator does not answer", operator, "appeal.answer", open, "office-lacking"],
  ["the auditor does not answer", auditor, "appeal.answer", open, "office-lacking"],
  ["the applicant does not answer", citizen, "appeal.answer", open, "office-lacking"],
  ["the secret's bearer does not answer", visitorWith("full"), "appeal.answer", open, "sign-in-needed"],

  [
    "the person complained of does not answer",
    gasOfficial,
    "appeal.answer",
    aboutGas,
    "person-complained-of",
  ],
  ["nor open the text", gasOfficial, "appeal.open-at-desk", aboutGas, "person-complained-of"],
  ["nor the identity", gasOfficial, "identity.open", aboutGas, "person-complained-of"],
  [
    "a head complained of does not assign",
    head,
    "appeal.assign",
    assignTo(aboutHead, gasPost),
    "person-complained-of",
  ],
  ["nor extend", head, "appeal.extend", aboutHead, "person-complained-of"],
  ["an official does not answer their own filing", gasOfficial, "appeal.answer", officialsOwn, "own-case"],
  ["but reads it as the applicant", gasOfficial, "appeal.read", officialsOwn, "given"],

  ["the head assigns", head, "appeal.assign", assignTo(open, roadPost), "given"],
  [
    "the head does not assign to the person complained of",
    head,
    "appeal.assign",
    assignTo(aboutGas, gasPost),
    "would-reach-person-complained-of",
  ],
  [
    "the head does not assign to another body's post",
    head,
    "appeal.assign",
    assignTo(open, { body: neighbour, post: "gas" }),
    "foreign-body",
  ],
  ["an official does not assign", gasOfficial, "appeal.assign", assignTo(open, roadPost), "office-lacking"],
  ["the operator forwards", operator, "appeal.forward", forwardTo(unassigned, neighbour), "given"],
  ["the assigned official forwards", gasOfficial, "appeal.forward", forwardTo(open, neighbour), "given"],
  [
    "a colleague does not forward",
    roadOfficial,
    "appeal.forward",
    forwardTo(open, neighbour),
    "not-assigned-to-you",
  ],
  [
    "nobody forwards to the body of the person complained of",
    head,
    "appeal.forward",
    forwardTo({ ...open, complainedOf: [{ body: bodyNumber(neighbour), post: "gas" }] }, neighbour),
    "would-reach-person-complained-of",
  ],
  [
    "nobody sends an appeal back to a body that it goes against, though no post was named",
    head,
    "appeal.forward",
    forwardTo({ ...open, appealedAgainst: [bodyNumber(neighbour)] }, neighbour),
    "would-return-to-body-appealed-against",
  ],
  ["the head extends", head, "appeal.extend", open, "given"],
  ["an official does not extend", gasOfficial, "appeal.extend", open, "office-lacking"],
  ["the system moves deadlines", { kind: "system" }, "appeal.move-deadline", open, "given"],
  ["the head moves none", head, "appeal.move-deadline", open, "not-yours"],
  ["the system answers nothing", { kind: "system" }, "appeal.answer", open, "sign-in-needed"],

  ["the applicant opens their identity", citizen, "identity.open", sealed, "given"],
  ["the assigned official opens an identity that is not sealed", gasOfficial, "identity.open", open, "given"],
  ["the assigned official opens no sealed identity", gasOfficial, "identity.open", sealed, "sealed"],
  ["the head opens no sealed identity", head, "identity.open", sealed, "sealed"],
  ["the operator opens no identity", operator, "identity.open", open, "office-lacking"],
  ["the auditor opens no identity", auditor, "identity.open", open, "office-lacking"],
  ["a sealed case is still answered", gasOfficial, "appeal.answer", sealed, "given"],

  ["an official sees their body's desk", gasOfficial, "desk.see", desk, "given"],
  ["a foreign official does not", foreignOfficial, "desk.see", desk, "foreign-body"],
  ["the auditor does not", auditor, "desk.see", desk, "office-lacking"],
  ["the cabinet's head does not", cabinetHead, "desk.see", desk, "foreign-body"],
  ["the auditor sees every body's figures", auditor, "statistics.see", desk, "given"],
  ["a higher body's head sees them", cabinetHead, "statistics.see", desk, "given"],
  ["a neighbour's head does not", foreignHead, "statistics.see", desk, "foreign-body"],
  ["the cabinet's head registers bodies", cabinetHead, "body.register", country, "given"],
  ["a district's head does not", head, "body.register", country, "foreign-body"],
  [
    "the installer registers bodies",
    { kind: "installer-of-an-empty-record" },
    "body.register",
    country,
    "given",
  ],
  [
    "the installer answers nothing",
    { kind: "installer-of-an-empty-record" },
    "appeal.answer",
    open,
    "sign-in-needed",
  ],
  ["another official approves a refusal", roadOfficial, "appeal.approve", refusalBy(3), "given"],
  ["the head approves it too", head, "appeal.approve", refusalBy(3), "given"],
  ["its writer does not", gasOfficial, "appeal.approve", refusalBy(3), "writer-cannot-approve"],
  ["nor the head their own", head, "appeal.approve", refusalBy(5), "writer-cannot-approve"],
  ["nor another body's official", foreignOfficial, "appeal.approve", refusalBy(3), "foreign-body"],
  ["nor the operator", operator, "appeal.approve", refusalBy(3), "office-lacking"],
  ["nor who is complained of", gasOfficial, "appeal.approve", refusalBy(5, aboutGas), "person-complained-of"],
  ["nor who filed it", gasOfficial, "appeal.approve", refusalBy(5, officialsOwn), "own-case"],
  ["the handler writes a note", gasOfficial, "appeal.note", open, "given"],
  ["a colleague does not", roadOfficial, "appeal.note", open, "not-assigned-to-you"],
  ["the system raises a case", { kind: "system" }, "appeal.escalate", open, "given"],
  ["the head raises none", head, "appeal.escalate", open, "not-yours"],
  ["the controller above sees what was raised", controller, "oversight.see", desk, "given"],
  ["the head sees their own body's", head, "oversight.see", desk, "given"],
  ["not another body's", foreignHead, "oversight.see", desk, "foreign-body"],
  ["the prosecutor's head sees every body's", prosecutorsHead, "oversight.see", overseen, "given"],
  ["so do those who handle cases there", prosecutorsOfficial, "oversight.see", overseen, "given"],
  ["not where the record does not mark their body", prosecutorsHead, "oversight.see", desk, "foreign-body"],
  ["an auditor of a body that oversees", overseersAuditor, "oversight.see", overseen, "given"],
  ["the prosecutor's registry sees none", prosecutorsRegistry, "oversight.see", overseen, "office-lacking"],
  ["a neighbour's head sees none the more", foreignHead, "oversight.see", overseen, "foreign-body"],
  ["the prosecutor sits at no other desk", prosecutorsHead, "desk.see", overseen, "foreign-body"],
  ["nor opens its texts", prosecutorsHead, "appeal.open-at-desk", open, "foreign-body"],
  ["the controller opens no text", controller, "appeal.open-at-desk", open, "office-lacking"],
  ["nor sits at a desk", controller, "desk.see", desk, "office-lacking"],
  ["nor approves", controller, "appeal.approve", refusalBy(3), "office-lacking"],
  ["the head writes templates", head, "template.write", desk, "given"],
  ["an official only uses them", gasOfficial, "template.write", desk, "office-lacking"],
  ["an official hands over their own post", gasOfficial, "handover.set", away("gas"), "given"],
  ["not a colleague's", roadOfficial, "handover.set", away("gas"), "office-lacking"],
  ["the head does it for them", head, "handover.set", away("gas"), "given"],
  ["another body's head does not", foreignHead, "handover.set", away("gas"), "foreign-body"],
  ["nor where nobody is head", foreignHead, "handover.set", vacantBefore(1), "foreign-body"],
  ["the head above a vacancy says who acts", cabinetHead, "handover.set", vacantBefore(1), "given"],
  ["but not while somebody holds the post", cabinetHead, "handover.set", away("head"), "foreign-body"],
  ["the worker moves registers", { kind: "system" }, "body.move-register", country, "given"],
  ["and no head does", cabinetHead, "body.move-register", country, "not-yours"],
  ["nor does the worker register bodies", { kind: "system" }, "body.register", country, "sign-in-needed"],
  ["the cabinet's head changes the calendar", cabinetHead, "calendar.change", country, "given"],
  ["a stranger changes no rules", stranger, "rules.change", country, "sign-in-needed"],
  ["anybody records what they sent", stranger, "appeal.record-sending", filing, "given"],
  ["the applicant enters the answer that came", citizen, "appeal.record-answer", outside, "given"],
  ["so does the keeper's operator", keepersOperator, "appeal.record-answer", outside, "given"],
  ["the body itself does not, while it is outside", head, "appeal.record-answer", outside, "foreign-body"],
  ["nobody else does", otherCitizen, "appeal.record-answer", outside, "office-lacking"],
  ["a person sees their own account", citizen, "account.see", ownAccount, "given"],
  ["and nobody else's", otherCitizen, "account.see", ownAccount, "not-yours"],
];

for (const [who, actor, act, object, expected] of table) {
  test(`policy: ${who} (${act})`, () => {
    assert.equal(refusalFor(actor, act, object) ?? "given", expected);
  });
}

test("the table of tests touches every act of the policy", () => {
  const touched = new Set<string>(table.map(([, , act]) => act));
  const applicants: AuthorityAct[] = [
    "appeal.add",
    "appeal.give-clarification",
    "appeal.revoke-withdrawal",
    "appeal.appeal-higher",
    "appeal.rate",
    "appeal.ask-erasure",
    "notice.follow",
    "appeal.agree-to-publish",
    "appeal.take-back",
  ];
  for (const act of applicants) {
    touched.add(act);
    assert.equal(refusalFor(citizen, act, open), null, act);
    assert.notEqual(refusalFor(otherCitizen, act, open), null, act);
    assert.equal(refusalFor(visitorWith("status"), act, open), "status-only", act);
  }
  for (const act of ["appeal.ask-clarification", "appeal.announce-hearing"] as const) {
    touched.add(act);
    assert.equal(refusalFor(gasOfficial, act, open), null, act);
    assert.equal(refusalFor(roadOfficial, act, open), "not-assigned-to-you", act);
  }
  for (const act of Object.keys(policy) as AuthorityAct[]) {
    // Whatever an office may do with a case, a helper may not: nothing of it is seen again.
    if (!["appeal.file", "appeal.assist", "appeal.record-sending"].includes(act))
      assert.notEqual(refusalFor(librarian, act, open), null, act);
  }
  for (const act of ["appeal.merge", "appeal.terminate", "appeal.publish", "appeal.erase"] as const) {
    touched.add(act);
    assert.equal(refusalFor(head, act, open), null, act);
    assert.equal(refusalFor(gasOfficial, act, open), "office-lacking", act);
  }
  assert.deepEqual(
    Object.keys(policy).filter((act) => !touched.has(act)),
    [],
  );
});

test("a payload names an office or a post, never a person", () => {
  const here = bodyNumber(district);
  assert.equal(officeInPayload(head, here), "head");
  assert.equal(officeInPayload(gasOfficial, here), "post:gas");
  assert.equal(officeInPayload(operator, here), "operator");
  assert.equal(officeInPayload(foreignHead, here), "applicant");
  assert.equal(officeInPayload(citizen, here), "applicant");
  assert.equal(officeInPayload(stranger, here), "applicant");
  assert.equal(officeInPayload({ kind: "system" }, here), "system");
  const both = person(
    11,
    { body: district, role: "official", post: "gas" },
    { body: district, role: "head", post: "head" },
  );
  assert.equal(officeInPayload(both, here), "head");
});

test("an act that the table does not know is refused", () => {
  // @ts-expect-error the act does not exist
  assert.equal(refusalFor(head, "appeal.burn", open), "not-yours");
  // @ts-expect-error nor does an inherited property count as one
  assert.equal(refusalFor(stranger, "constructor", open), "sign-in-needed");
});

const officeActs = (Object.keys(policy) as AuthorityAct[]).filter(
  (act) => act.startsWith("appeal.") && act !== "appeal.file" && act !== "appeal.record-sending",
);

test("whoever is complained of gets no office's leave on the case, whatever offices they add", () => {
  const roles = fc.constantFrom("operator", "official", "head", "auditor" as const);
  const offices = fc.array(
    fc.record({ body: fc.constant(district), role: roles, post: fc.constantFrom("gas", "roads", "head") }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(offices, fc.constantFrom(...officeActs), (more, act) => {
      const named = personAt({ body: district, role: "official", post: "gas" }, ...more);
      const about = { ...aboutGas, applicant: accountNumbered(77) };
      for (const object of [about, assignTo(about, roadPost), forwardTo(about, neighbour)]) {
        assert.notEqual(refusalFor(named, act, object), null);
      }
    }),
  );
});

test("an office at another body never gives leave on a case", () => {
  const roles = fc.constantFrom("operator", "official", "head", "auditor" as const);
  const offices = fc.array(
    fc.record({ body: fc.integer({ min: 32, max: 99 }), role: roles, post: fc.constantFrom("gas", "head") }),
  );
  fc.assert(
    fc.property(offices, fc.constantFrom(...officeActs), (held, act) => {
      assert.notEqual(refusalFor(person(55, ...held), act, open), null);
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalJson } from "../record/canonical-json.ts";
import { isActor } from "../record/payload.ts";
import {
  type AppealDetailsOf,
  type AppealKind,
  appealDetails,
  appealKinds,
  isAppealKind,
  outcomeOf,
  parseAppealDetails,
  refusalGrounds,
} from "./appeal.ts";
import { appealRoles, mayEnter, roleOfActor } from "./appeal-roles.ts";

const legalBasis = ["Administrative code, art. 76"];
const remedies = [{ to: "higher-body", withinMonths: 3 }] as const;
const filing = { channel: "web", language: "tk" } as const;

const samples: { readonly [Kind in AppealKind]: AppealDetailsOf<Kind> } = {
  "filed-application": filing,
  "filed-complaint": filing,
  "filed-suggestion": filing,
  "filed-request": filing,
  "filed-message": filing,
  "filed-elsewhere": { channel: "relayed", language: "ru" },
  forwarded: { reason: "another-body-is-competent", toBody: 8 },
  received: { fromBody: 7 },
  assigned: { post: "Head of the gas department" },
  "clarification-asked": { reason: "place-unclear" },
  "clarification-given": {},
  extended: { reason: "inspection-on-site", until: "2026-12-22" },
  "deadline-moved": { reason: "calendar", version: 3 },
  "hearing-announced": { on: "2026-12-01", place: "Room 4" },
  answered: { outcome: "satisfied", legalBasis: [], remedies: [] },
  explained: { outcome: "explained", grounds: ["asks-for-the-law"], legalBasis, remedies },
  refused: { outcome: "refused", grounds: ["in-court"], legalBasis, remedies },
  terminated: { outcome: "terminated", grounds: ["subject-has-ceased"], legalBasis, remedies },
  merged: { into: "2-4711/26" },
  disputed: { reason: "not-done" },
  withdrawn: {},
  "withdrawal-revoked": {},
  appealed: { to: "court" },
  added: { what: "document" },
  published: { what: "reply" },
  erased: { ground: "court-order", scope: ["texts", "identity"] },
  rated: { answer: "not-done" },
  escalated: { step: "first", workingDays: 3 },
};

test("every kind's details survive the way through canonical JSON", () => {
  for (const kind of appealKinds) {
    const text = canonicalJson(JSON.parse(JSON.stringify(samples[kind])));
    assert.deepEqual(parseAppealDetails(kind, JSON.parse(text)), { ok: true, value: samples[kind] }, kind);
    assert.deepEqual(appealDetails(kind, samples[kind]), samples[kind]);
  }
});

test("a field too many, one missing, or the details of another kind are refused", () => {
  for (const kind of appealKinds) {
    assert.equal(parseAppealDetails(kind, { ...samples[kind], name: "somebody" }).ok, false, kind);
    assert.equal(parseAppealDetails(kind, null).ok, false, kind);
    const [field] = Object.keys(samples[kind]);
    if (field === undefined) continue;
    const poorer: Record<string, unknown> = { ...samples[kind] };
    delete poorer[field];
    assert.equal(parseAppealDetails(kind, poorer).ok, false, `${kind} without ${field}`);
  }
  assert.equal(parseAppealDetails("answered", samples.refused).ok, false);
});

test("a refusal needs grounds from the list, an article and a remedy; so does half an answer", () => {
  const bad = [
    { ...samples.refused, grounds: [] },
    { ...samples.refused, grounds: ["because we say so"] },
    { ...samples.refused, legalBasis: [] },
    { ...samples.refused, remedies: [] },
    { ...samples.refused, remedies: [{ to: "nobody", withinMonths: 3 }] },
    { ...samples.refused, outcome: "satisfied" },
    { ...samples.refused, grounds: [...refusalGrounds, ...refusalGrounds] },
  ];
  for (const details of bad) assert.equal(parseAppealDetails("refused", details).ok, false);
  const partly = { outcome: "partly-satisfied", grounds: ["done-in-stages"], legalBasis, remedies };
  assert.equal(parseAppealDetails("answered", partly).ok, true);
  assert.equal(parseAppealDetails("answered", { ...partly, legalBasis: [] }).ok, false);
});

test("a case is raised so many days before, as the act says; acts of old named their step by the days", () => {
  const read = (details: unknown) => parseAppealDetails("escalated", details).ok;
  for (const step of ["three-working-days", "one-working-day", "expired"]) {
    assert.ok(read({ step }));
    assert.ok(!read({ step, workingDays: 3 }));
  }
  for (const workingDays of [0, 251, null]) assert.ok(!read({ step: "second", workingDays }));
});

test("days are days of the calendar", () => {
  assert.equal(parseAppealDetails("extended", { ...samples.extended, until: "2026-02-30" }).ok, false);
  assert.equal(parseAppealDetails("extended", { ...samples.extended, until: 20_791 }).ok, false);
});

test("details that the reader would refuse are never written", () => {
  assert.throws(() => appealDetails("assigned", { post: "" }));
});

test("outcomes", () => {
  assert.equal(outcomeOf(samples.answered), "satisfied");
  assert.equal(outcomeOf(samples.explained), "explained");
  assert.equal(outcomeOf(samples.withdrawn), null);
  assert.equal(outcomeOf(null), null);
});

test("only a head assigns and prolongs, only citizens dispute and withdraw, nobody but the system moves deadlines", () => {
  assert.deepEqual(appealRoles.assigned, ["head"]);
  assert.deepEqual(appealRoles.extended, ["head"]);
  assert.deepEqual(appealRoles["deadline-moved"], ["system"]);
  for (const kind of ["disputed", "withdrawn", "withdrawal-revoked", "rated"] as const) {
    for (const role of ["official", "head", "system", "controller"] as const) {
      assert.equal(mayEnter(role, kind), false);
    }
    assert.equal(mayEnter("applicant", kind), true);
  }
});

test("every actor that a payload may name has a role, and nothing else has", () => {
  for (const actor of ["applicant", "operator", "head", "system", "controller"]) {
    assert.ok(isActor(actor));
    assert.equal(roleOfActor(actor), actor);
  }
  assert.equal(roleOfActor("post:gas department"), "official");
  assert.equal(roleOfActor("head:clerk"), "head", "who stands in for the head");
  for (const text of ["", "post:", "head:", "minister", "Applicant", "official"])
    assert.equal(roleOfActor(text), null);
});

test("kinds that are no part of an appeal", () => {
  assert.equal(isAppealKind("calendar-changed"), false);
  assert.equal(isAppealKind("read"), false);
  assert.equal(isAppealKind("answered"), true);
});

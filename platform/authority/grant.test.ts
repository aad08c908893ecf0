import assert from "node:assert/strict";
import { test } from "node:test";
import { stranger } from "./actor.ts";
import { bodyNumber, caseFor, personAt } from "./authority-samples.ts";
import { ask, type Grant, mayBeGranted, requireGrant } from "./grant.ts";
import type { CaseObject } from "./objects.ts";

/** A use case as every slice writes them: the grant comes first and is checked first. */
function answer(grant: Grant<"appeal.answer">, about: CaseObject): string {
  requireGrant(grant, "appeal.answer", about);
  return grant.object.tag;
}

const head = personAt({ body: 31, role: "head", post: "head" });

function headsGrant(about: CaseObject): Grant<"appeal.answer"> {
  const asked = ask(head, "appeal.answer", about);
  assert.ok(asked.ok);
  return asked.value;
}

test("a grant that was asked for carries act, object and actor", () => {
  const about = caseFor({ body: 31 });
  const grant = headsGrant(about);
  assert.equal(answer(grant, about), about.tag);
  assert.equal(grant.act, "appeal.answer");
  assert.equal(grant.actor, head);
  assert.ok(Object.isFrozen(grant));
});

test("omitting a grant neither compiles nor runs", () => {
  const about = caseFor({ body: 31 });
  // @ts-expect-error the first argument is missing
  assert.throws(() => answer(about), /no genuine grant/);
  // @ts-expect-error nothing is not a grant
  assert.throws(() => answer(undefined, about), /no genuine grant/);
});

test("forging a grant neither compiles nor runs", () => {
  const about = caseFor({ body: 31 });
  const forged = { act: "appeal.answer" as const, object: about, actor: head };
  // @ts-expect-error a look-alike lacks the private field
  assert.throws(() => answer(forged, about), /no genuine grant/);
  const copied = { ...headsGrant(about) };
  // @ts-expect-error so does a copy of a genuine one
  assert.throws(() => answer(copied, about), /no genuine grant/);
});

test("constructing a grant neither compiles nor runs", () => {
  // @ts-expect-error the type has no value that could be called
  assert.throws(() => new Grant("appeal.answer"), ReferenceError);
});

test("confusing the act neither compiles nor runs", () => {
  const about = caseFor({ body: 31 });
  const asked = ask(head, "appeal.extend", about);
  assert.ok(asked.ok);
  const extending = asked.value;
  // @ts-expect-error leave to extend is no leave to answer
  assert.throws(() => answer(extending, about), /does not allow appeal.answer/);
});

test("confusing the object is refused at run time, and at build time where its kind differs", () => {
  const about = caseFor({ body: 31 });
  const other = caseFor({ body: 31, tag: "ff".repeat(16) });
  assert.throws(() => answer(headsGrant(about), other), /on another object/);
  // @ts-expect-error a body is not a case
  ask(head, "appeal.answer", { kind: "body", body: bodyNumber(31), above: [] });
});

test("an object altered after the grant no longer fits it", () => {
  const about = { ...caseFor({ body: 31 }) };
  const grant = headsGrant(about);
  about.tag = "ee".repeat(16);
  assert.throws(() => answer(grant, about), /on another object/);
});

test("refusals come back as a reason and a hint agrees with the grant", () => {
  const about = caseFor({ body: 31 });
  assert.deepEqual(ask(stranger, "appeal.answer", about), { ok: false, problem: "sign-in-needed" });
  assert.equal(mayBeGranted(stranger, "appeal.answer", about), false);
  assert.equal(mayBeGranted(head, "appeal.answer", about), true);
});

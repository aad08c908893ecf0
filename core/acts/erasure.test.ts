import assert from "node:assert/strict";
import { test } from "node:test";
import { civilDate } from "../clock/civil-date.ts";
import type { ActKind } from "../record/kinds.ts";
import { askedErasure, erasureScopeOf } from "./erasure.ts";

const body = 7;
const dayMs = 86_400_000;
const act = (kind: ActKind, day: number, details: unknown) => ({
  kind,
  day: civilDate(2026, 11, day),
  at: day * dayMs,
  body,
  details,
});
const asked = act("added", 3, { what: "erasure-asked", scope: ["texts", "identity"] });

test("what was asked stands until it is taken back, refused or done", () => {
  assert.equal(askedErasure([]), null);
  assert.equal(askedErasure([act("added", 2, { what: "statement" })]), null);
  const standing = { scope: ["texts", "identity"], askedOn: civilDate(2026, 11, 3), at: 3 * dayMs, body };
  assert.deepEqual(askedErasure([asked]), standing);
  assert.deepEqual(askedErasure([asked, act("added", 4, { what: "statement" })]), standing);
  for (const end of [
    act("added", 5, { what: "erasure-taken-back" }),
    act("added", 5, { what: "erasure-refused", ground: "case-is-open" }),
    act("erased", 5, { ground: "applicant-asked", scope: ["texts", "identity"] }),
  ]) {
    assert.equal(askedErasure([asked, end]), null);
    assert.deepEqual(
      askedErasure([asked, end, act("added", 6, asked.details)])?.askedOn,
      civilDate(2026, 11, 6),
    );
  }
  const ordered = act("erased", 5, { ground: "court-order", scope: ["attachments"] });
  assert.deepEqual(askedErasure([asked, ordered]), standing, "an order decides nothing that was asked");
});

test("details that were erased or are of another make ask for nothing", () => {
  for (const details of [
    null,
    "erasure-asked",
    { what: ["erasure-asked"] },
    { what: "statement", scope: ["texts"] },
  ]) {
    assert.equal(askedErasure([act("added", 3, details)]), null);
  }
});

test("codes stay; files, names and texts go each with their own word, and what is unknown goes with the texts", () => {
  assert.deepEqual(
    [
      "public",
      "official",
      "parties",
      "signature",
      "attachment-1",
      "identity",
      "publication",
      "of-a-later-version",
    ].map(erasureScopeOf),
    [null, null, "texts", "texts", "attachments", "identity", "texts", "texts"],
  );
});

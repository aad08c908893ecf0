import assert from "node:assert/strict";
import { test } from "node:test";
import { day, ministry, morningOf, testParameters, townHall } from "../../clock/test-clock.ts";
import { foldLeaf, mayFollow } from "../case.ts";
import { bookOf, live } from "../test-book.ts";

const filed = live("filed-complaint", "2026-11-13");

test("nothing comes before a filing", () => {
  const { findings, figures } = bookOf([[live("answered", "2026-11-13"), filed]]);
  assert.deepEqual(findings, [{ finding: "illegal-sequence", kind: "answered", status: "unfiled" }]);
  assert.deepEqual([figures("2026-11-30").filed, figures("2026-11-30").open], [1, 1]);
});

test("a second closing needs a dispute between", () => {
  const twice = [filed, live("explained", "2026-11-16"), live("answered", "2026-11-17", { due: null })];
  const { findings, figures } = bookOf([twice]);
  assert.deepEqual(findings, [{ finding: "illegal-sequence", kind: "answered", status: "closed" }]);
  assert.deepEqual([figures("2026-11-30").answered, figures("2026-11-30").explained], [0, 1]);
});

test("a merged or withdrawn case cannot be disputed, an answer only once", () => {
  const sequences = [
    [filed, live("merged", "2026-11-16"), live("disputed", "2026-11-17")],
    [filed, live("withdrawn", "2026-11-16"), live("disputed", "2026-11-17")],
    [
      filed,
      live("answered", "2026-11-16"),
      live("disputed", "2026-11-17"),
      live("disputed", "2026-11-18", { due: "2026-12-04" }),
    ],
  ];
  for (const life of sequences) {
    const illegal = bookOf([life]).findings.filter(({ finding }) => finding === "illegal-sequence");
    assert.equal(illegal.length, 1);
  }
});

test("a body cannot close what another holds, nor receive what nobody sent", () => {
  const foreign = bookOf([[filed, live("answered", "2026-11-16", { body: townHall, due: null })]]);
  assert.deepEqual(foreign.findings, [{ finding: "wrong-body", body: townHall, holder: ministry }]);
  assert.equal(foreign.figures("2026-12-31").openOverdue, 1);
  const taken = bookOf([[filed, live("received", "2026-11-16", { body: townHall })]]);
  assert.deepEqual(taken.findings, [{ finding: "illegal-sequence", kind: "received", status: "open" }]);
  const toItself = [filed, live("forwarded", "2026-11-16"), live("received", "2026-11-16")];
  assert.deepEqual(bookOf([toItself]).findings, [
    { finding: "wrong-body", body: ministry, holder: ministry },
  ]);
});

test("a kind that this version does not know is shown as such, not skipped", () => {
  const parameters = testParameters();
  const time = morningOf(day("2026-11-13"));
  const filing = foldLeaf(null, { kind: 2, body: ministry, time, due: day("2026-12-04") }, parameters);
  const strange = foldLeaf(filing.state, { kind: 999, body: ministry, time, due: 0 }, parameters);
  assert.deepEqual(strange.findings, [{ finding: "unknown-kind", number: 999 }]);
  assert.equal(strange.state, filing.state);
});

test("a case is rated once per closing", () => {
  const rated = [filed, live("answered", "2026-11-16"), live("rated", "2026-11-17")];
  assert.deepEqual(bookOf([rated]).findings, []);
  const again = bookOf([[...rated, live("rated", "2026-11-18")]]).findings;
  assert.deepEqual(again, [{ finding: "illegal-sequence", kind: "rated", status: "closed" }]);
});

test("the table answers without a clock, for a desk that shows what can be done", () => {
  const { book } = bookOf([[filed, live("answered", "2026-11-16")]]);
  const state = book.caseOf(new Uint8Array(16).fill(1))?.state ?? null;
  assert.deepEqual(mayFollow(state, "disputed"), { ok: true, value: null });
  assert.deepEqual(mayFollow(state, "extended"), {
    ok: false,
    problem: { finding: "illegal-sequence", kind: "extended", status: "closed" },
  });
  assert.equal(mayFollow(null, "filed-request").ok, true);
  assert.equal(mayFollow(null, "assigned").ok, false);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { advanceDeadline, dueToWrite, explainDeadline, foldDeadline } from "../deadline.ts";
import { act, day, ministry, morningOf, testParameters, townHall } from "../test-clock.ts";

const parameters = testParameters();
const filed = act("filed-complaint", "2026-11-13");
const forwarded = act("forwarded", "2026-11-17");
const received = act("received", "2026-11-17", { body: townHall });

test("the receiving body has the due that the first one had", () => {
  const before = foldDeadline([filed], parameters);
  const after = foldDeadline([filed, forwarded, received], parameters);
  assert.equal(after?.due, before?.due);
  assert.equal(after?.holder, townHall);
});

test("the leaf of the sending body carries no due, that of the receiving body carries it", () => {
  const before = foldDeadline([filed], parameters);
  assert.equal(dueToWrite(before, forwarded, parameters), null);
  const between = foldDeadline([filed, forwarded], parameters);
  assert.equal(dueToWrite(between, received, parameters), day("2026-12-04"));
});

test("a receiving body that claims a new term is not believed", () => {
  const between = foldDeadline([filed, forwarded], parameters);
  const greedy = act("received", "2026-11-17", { body: townHall, due: "2026-12-08" });
  const { state, problems } = advanceDeadline(between, greedy, parameters);
  assert.deepEqual(problems, [
    { finding: "due-disputed", claimed: day("2026-12-08"), lawful: day("2026-12-04") },
  ]);
  assert.equal(state.due, day("2026-12-04"));
});

test("three working days to forward, from registration and again from receipt; one day more is late", () => {
  const late = (acts: Parameters<typeof foldDeadline>[0], on: string, body = ministry) =>
    advanceDeadline(foldDeadline(acts, parameters), act("forwarded", on, { body }), parameters).problems;
  assert.deepEqual(late([filed], "2026-11-18"), []);
  assert.deepEqual(late([filed], "2026-11-19"), [
    { finding: "late-forward", until: day("2026-11-18"), day: day("2026-11-19") },
  ]);
  assert.deepEqual(late([filed, forwarded, received], "2026-11-20", townHall), []);
  assert.deepEqual(late([filed, forwarded, received], "2026-11-21", townHall), [
    { finding: "late-forward", until: day("2026-11-20"), day: day("2026-11-21") },
  ]);
});

test("the explanation says that the due was kept", () => {
  const { explanation } = explainDeadline(
    [filed, forwarded, received],
    parameters,
    morningOf(day("2026-11-18")),
  );
  assert.deepEqual(explanation.at(-1), {
    step: "forwarded-kept",
    day: day("2026-11-17"),
    fromBody: ministry,
    toBody: townHall,
    due: day("2026-12-04"),
  });
});

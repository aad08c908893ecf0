/**
 * The clock of a paper runs from the day on its stub, however late it is entered. Nobody gains by entering late: the
 * days that it lay are gone. Nobody loses by saying so: no reader of leaves finds a fault, and what could not be done
 * before the entry (forwarding) has its whole time from there.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { foldLeaf, type LeafCaseState } from "#core/acts/leaf-case.ts";
import { civilDate, civilDateOfDays } from "#core/clock/civil-date.ts";
import { decodeLeaf } from "#core/record/leaf.ts";
import { parsePayload } from "#core/record/payload.ts";
import { changeCalendar, viewCase } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { actsOfCase } from "#platform/record/act-store.ts";
import { cabinet, ministry, morning, otherMinistry } from "#tests/country/small-country.ts";
import { enterPaper, type IntakeCountry, withIntake } from "#tests/intake/intake-country.ts";

/** Handed in on Monday 2 November 2026: 15 working days later is Monday 23 November. */
const handedIn = morning(2026, 11, 2);
const dueOfPaper = civilDate(2026, 11, 23);

/** The leaves of a case as an auditor folds them, with all that an auditor would find. */
async function foldedLeaves({ tools, country }: IntakeCountry, tag: Uint8Array) {
  const entries = await country.database.owner<{ leaf: Uint8Array }[]>`
    select leaf from ledger.entry where subject = ${tag} order by index`;
  const parameters = await tools.parametersReader.read(tools.portal);
  const findings: unknown[] = [];
  let state: LeafCaseState | null = null;
  for (const { leaf: bytes } of entries) {
    const leaf = decodeLeaf(Uint8Array.from(bytes));
    assert.ok(leaf.ok);
    const step = foldLeaf(state, leaf.value, parameters);
    findings.push(...step.findings);
    state = step.state;
  }
  assert.ok(state !== null);
  return { state, findings, leaves: entries.length };
}

test("entered two days late, the paper is due as if it had been entered at once", async () => {
  await withIntake(async (country) => {
    country.country.clock.now = morning(2026, 11, 4);
    const taken = await enterPaper(country, { takenAt: ministry, body: ministry, receivedAt: handedIn });
    assert.ok(taken.ok);
    const { row } = taken.value.taken;
    assert.equal(row.due, dueOfPaper);
    assert.equal(row.filedAt, handedIn);
    await country.sequence();
    const { state, findings } = await foldedLeaves(country, row.tag);
    assert.deepEqual(findings, []);
    assert.equal(state.deadline.due, dueOfPaper, "whoever sees leaves alone counts to the same day");
    const [act] = await actsOfCase(country.tools.portal, row.tag);
    const payload = parsePayload(act?.payload ?? "");
    assert.ok(payload.ok);
    assert.equal(payload.value.at, handedIn, "the payload says when it was handed in");
    assert.equal(payload.value.actor, "operator");
    assert.equal(act?.enteredAt, morning(2026, 11, 4), "and the row when it was entered");
  });
});

test("a body that lets a paper lie gains no day: entered after its term, it is overdue at once", async () => {
  await withIntake(async (country) => {
    country.country.clock.now = morning(2026, 12, 10);
    const taken = await enterPaper(country, { takenAt: ministry, body: ministry, receivedAt: handedIn });
    assert.ok(taken.ok);
    await country.sequence();
    const { state, findings } = await foldedLeaves(country, taken.value.taken.row.tag);
    assert.equal(state.deadline.due, dueOfPaper);
    assert.deepEqual(findings, []);
  });
});

test("a paper for another body is filed where it was taken and forwarded at once: that body answers for its days", async () => {
  await withIntake(async (country) => {
    country.country.clock.now = morning(2026, 11, 10);
    const taken = await enterPaper(country, { takenAt: otherMinistry, body: ministry, receivedAt: handedIn });
    assert.ok(taken.ok);
    const { row } = taken.value.taken;
    assert.equal(row.holderBody, ministry);
    assert.equal(row.due, dueOfPaper, "forwarding does not restart the clock");
    await country.sequence();
    const { state, findings, leaves } = await foldedLeaves(country, row.tag);
    assert.equal(leaves, 3);
    assert.deepEqual(
      findings,
      [],
      "six working days after it was handed in, and one hour after it was entered",
    );
    assert.deepEqual([state.deadline.holder, state.deadline.due], [ministry, dueOfPaper]);
    assert.equal(state.filing.body, otherMinistry);
  });
});

test("a holiday that is announced after the entry moves a paper's day as everybody's", async () => {
  await withIntake(async (country) => {
    country.country.clock.now = morning(2026, 11, 4);
    const taken = await enterPaper(country, { takenAt: ministry, body: ministry, receivedAt: handedIn });
    assert.ok(taken.ok);
    country.country.clock.now = morning(2026, 11, 5);
    const grant = ask({ kind: "installer-of-an-empty-record" }, "calendar.change", {
      kind: "country",
      cabinet,
    });
    assert.ok(grant.ok);
    const name = { tk: "Baýram", ru: "Праздник", en: "Feast" };
    const days = [civilDate(2026, 11, 3), civilDate(2026, 11, 9)];
    const holidays = days.map((date) => ({ date, name }));
    await country.country.inTransaction(country.tools.portal, (tools) =>
      changeCalendar(
        grant.value,
        { timeZone: "Asia/Ashgabat", calendar: { version: 2, holidays, workingDays: [], daysOff: [] } },
        { ...tools, log: country.country.log, issuer: cabinet },
      ),
    );
    await country.sequence();
    const { findings } = await foldedLeaves(country, taken.value.taken.row.tag);
    assert.deepEqual(findings, []);
    const parameters = await country.tools.parametersReader.read(country.tools.portal);
    const now = country.tools.now();
    const view = await viewCase(
      country.tools.portal,
      { kind: "status-holder" },
      taken.value.taken.row,
      parameters,
      now,
    );
    // The 3rd was over when the paper was entered: a decree gives no day back before that, to either reader.
    assert.equal(view.due, civilDateOfDays(dueOfPaper + 1));
  });
});

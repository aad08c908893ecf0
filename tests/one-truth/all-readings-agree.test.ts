/**
 * One truth: whatever happens to a case, page, API, figures, receipts and the auditor's own fold say the same after each
 * act. Lives are drawn by chance over all acts, with decrees, days off and long silences between them.
 */
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, type CivilDate, civilDateAt } from "#core/clock/civil-date.ts";
import { filingKinds } from "#core/clock/rules.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { unreachable } from "#core/result.ts";
import { demoBodyNumber } from "#demo/country/demo-bodies.ts";
import { type FiledAppeal, fileAppeal } from "#government/appeals/index.ts";
import { appendCaseActs, type CaseRow, findCase } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { answer, goHigher, join, raise } from "./acts-by-verbs.ts";
import { announceDaysOff } from "./decree.ts";
import { type Life, lifeOf } from "./invariants.ts";
import { type LivingCountry, withLivingCountry } from "./living-country.ts";
import { type Attempt, type Choices, nextAttempt } from "./random-acts.ts";
import { checkReadings } from "./readings.ts";
import { refuseTogether } from "./refuse-together.ts";

const livesCount = 4;
const actsMax = 9;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const bodies: readonly BodyNumber[] = [31, 10, 20].map(demoBodyNumber);
const cabinet = demoBodyNumber(1);
/** So long must nothing have happened in a case before an outage is declared. */
const outageAfterMs = 4 * dayMs;
const applicantName = "Nar Küýzeçi";

/** What a life is made of: waiting, then an act or a decree, each choice a number. */
const lives = fc.record({
  kind: fc.nat(filingKinds.length - 1),
  body: fc.nat(bodies.length - 1),
  isSealed: fc.boolean(),
  steps: fc.array(
    fc.record({
      waitMs: fc.oneof(
        fc.integer({ min: minuteMs, max: hourMs }),
        fc.integer({ min: minuteMs, max: 20 * dayMs }),
      ),
      /** A decree of days to come, an outage declared afterwards, or none of them. */
      decree: fc.constantFrom("days-off", "outage", ...Array<null>(6).fill(null)),
      choices: fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 }),
    }),
    { minLength: 2, maxLength: actsMax },
  ),
});
type DrawnLife = typeof lives extends fc.Arbitrary<infer One> ? One : never;

test("after each act of a random life, every reading of the record says the same", async (context) => {
  const seed = randomInt(2 ** 31);
  context.diagnostic(`seed ${seed}`);
  await withLivingCountry(async (country) => {
    const lived = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(lives, (life) => live(country, life, lived)),
      // The country goes on living: a failing life is not shrunk, since the same steps later are another life.
      { seed, numRuns: livesCount, endOnFailure: true },
    );
    context.diagnostic([...lived].map(([kind, times]) => `${kind} ${times}`).join(", "));
  });
});

async function live(country: LivingCountry, drawn: DrawnLife, lived: Map<string, number>): Promise<void> {
  const filed = await file(country, drawn);
  const life = lifeOf(filed, applicantName);
  await country.sequence();
  await checkReadings(country, life);
  for (const { waitMs, decree, choices } of drawn.steps) {
    country.clock.now += waitMs;
    await raise(country);
    if (decree === null) await tryNext(country, drawn, life, drawing(choices), lived);
    else {
      // Of an act on a day that an outage takes, leaves do not tell on which side of it it lies (docs/statistics.md).
      const kind = waitMs < outageAfterMs ? "days-off" : decree;
      await announceDaysOff(country, daysOf(kind, country, drawing(choices)));
      count(lived, kind);
    }
    await country.sequence();
    await checkReadings(country, life);
  }
}

function count(lived: Map<string, number>, name: string): void {
  lived.set(name, (lived.get(name) ?? 0) + 1);
}

/** Numbers below a bound, one after the other out of those that were drawn. */
function drawing(numbers: readonly number[]): Choices {
  let at = 0;
  return (below) => {
    const number = numbers[at % numbers.length] ?? 0;
    at += 1;
    return number % below;
  };
}

async function file({ portal, transact }: LivingCountry, life: DrawnLife): Promise<FiledAppeal> {
  const body = bodies[life.body] ?? cabinet;
  const grant = ask({ kind: "visitor", opened: new Map() }, "appeal.file", { kind: "filing", body });
  assert.ok(grant.ok);
  const { tools } = portal;
  return await transact((acting) =>
    fileAppeal(
      grant.value,
      {
        kind: filingKinds[life.kind] ?? "filed-complaint",
        language: "tk",
        channel: "web",
        subject: "Gaz ýok",
        text: "Obamyzda gaz ýok.",
        attachments: [],
        identity: { name: applicantName, address: "Çeşme obasy", contact: "" },
        identityShown: !life.isSealed,
        proofAtOnce: true,
        account: null,
        statusCodeKey: tools.randomBytes(32),
        secretKey: tools.randomBytes(32),
      },
      { ...acting, log: tools.log, signer: tools.signer },
    ),
  );
}

/** Tries what may follow. What is refused must change nothing, which the readings then show. */
async function tryNext(
  country: LivingCountry,
  drawn: DrawnLife,
  life: Life,
  choices: Choices,
  lived: Map<string, number>,
): Promise<void> {
  const { portal, clock } = country;
  const row = await findCase(portal.tools.portal, life.filed.row.tag);
  assert.ok(row);
  const today = civilDateAt(clock.now, portal.timeZone);
  const attempt = nextAttempt(row, { choices, today, bodies });
  if (attempt === null) return;
  const entered = await carryOut(country, drawn, life, row, attempt);
  for (const name of namesOf(attempt)) count(lived, entered ? name : `${name} refused`);
}

async function carryOut(
  country: LivingCountry,
  drawn: DrawnLife,
  life: Life,
  row: CaseRow,
  attempt: Attempt,
): Promise<boolean> {
  switch (attempt.kind) {
    case "acts":
      return (await country.transact((tools) => appendCaseActs(tools, row.tag, attempt.acts))).ok;
    case "answer":
      return await answer(country, row, attempt.decision);
    case "refusal":
      return await refuseTogether(country, row, attempt.decision);
    case "higher":
      return await goHigher(country, row);
    case "join": {
      const at = bodies.indexOf(row.holderBody);
      const duplicate = await file(country, { ...drawn, body: at });
      const joined = await join(country, duplicate, row);
      if (joined) life.duplicates.push(duplicate);
      return joined;
    }
    default:
      return unreachable(attempt);
  }
}

function namesOf(attempt: Attempt): readonly string[] {
  switch (attempt.kind) {
    case "acts":
      return attempt.acts.map(({ kind }) => kind);
    case "answer":
    case "refusal":
      return [attempt.decision.outcome];
    case "join":
    case "higher":
      return [attempt.kind];
    default:
      return unreachable(attempt);
  }
}

/** Of a decree days to come, of an outage one or two of the last days. */
function daysOf(
  decree: "days-off" | "outage",
  { clock, portal }: LivingCountry,
  choices: Choices,
): readonly CivilDate[] {
  const today = civilDateAt(clock.now, portal.timeZone);
  return decree === "outage"
    ? [addDays(today, -1 - choices(2)), addDays(today, -1)]
    : [addDays(today, 1 + choices(10)), addDays(today, 2 + choices(20))];
}

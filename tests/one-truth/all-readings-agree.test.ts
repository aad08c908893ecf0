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
import { demoBodyNumber } from "#demo/country/demo-bodies.ts";
import { type FiledAppeal, fileAppeal } from "#government/appeals/index.ts";
import { appendCaseActs, findCase } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { announceDaysOff } from "./decree.ts";
import { type LivingCountry, withLivingCountry } from "./living-country.ts";
import { type Choices, nextAttempt } from "./random-acts.ts";
import { checkReadings } from "./readings.ts";
import { refuseTogether } from "./refuse-together.ts";

const livesCount = 6;
const actsMax = 9;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const bodies: readonly BodyNumber[] = [31, 10, 20].map(demoBodyNumber);
const cabinet = demoBodyNumber(1);

/** What a life is made of: waiting, then an act or a decree, each choice a number. */
const lives = fc.record({
  kind: fc.nat(filingKinds.length - 1),
  body: fc.nat(bodies.length - 1),
  steps: fc.array(
    fc.record({
      waitMs: fc.oneof(
        fc.integer({ min: minuteMs, max: hourMs }),
        fc.integer({ min: minuteMs, max: 20 * dayMs }),
      ),
      decree: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
      choices: fc.array(fc.nat(1_000_000), { minLength: 6, maxLength: 6 }),
    }),
    { minLength: 2, maxLength: actsMax },
  ),
});
type Life = typeof lives extends fc.Arbitrary<infer One> ? One : never;

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

async function live(country: LivingCountry, life: Life, lived: Map<string, number>): Promise<void> {
  const filed = await file(country, life);
  await country.sequence();
  await checkReadings(country, filed);
  for (const { waitMs, decree, choices } of life.steps) {
    country.clock.now += waitMs;
    if (decree) await announceDaysOff(country, comingDays(country, drawing(choices)));
    else await tryNext(country, filed, drawing(choices), lived);
    await country.sequence();
    await checkReadings(country, filed);
  }
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

async function file({ portal, transact }: LivingCountry, life: Life): Promise<FiledAppeal> {
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
        identity: { name: "Nar Küýzeçi", address: "Çeşme obasy", contact: "" },
        identityShown: true,
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
  { row: { tag } }: FiledAppeal,
  choices: Choices,
  lived: Map<string, number>,
): Promise<void> {
  const { portal, clock } = country;
  const row = await findCase(portal.tools.portal, tag);
  assert.ok(row);
  const today = civilDateAt(clock.now, portal.timeZone);
  const attempt = nextAttempt(row, { choices, today, bodies });
  if (attempt === null) return;
  const kinds = attempt.kind === "acts" ? attempt.acts.map(({ kind }) => kind) : [attempt.decision.outcome];
  const entered =
    attempt.kind === "acts"
      ? (await country.transact((tools) => appendCaseActs(tools, tag, attempt.acts))).ok
      : await refuseTogether(country, row, attempt.decision);
  for (const kind of kinds) {
    const name = entered ? kind : `${kind} refused`;
    lived.set(name, (lived.get(name) ?? 0) + 1);
  }
}

function comingDays({ clock, portal }: LivingCountry, choices: Choices): readonly CivilDate[] {
  const today = civilDateAt(clock.now, portal.timeZone);
  return [addDays(today, 1 + choices(10)), addDays(today, 2 + choices(20))];
}

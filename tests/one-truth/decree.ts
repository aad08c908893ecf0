/** A decree of the cabinet, announced and carried out. */
import assert from "node:assert/strict";
import type { CivilDate } from "#core/clock/civil-date.ts";
import { demoBodyNumber } from "#demo/country/demo-bodies.ts";
import { changeCalendar, moveDeadlines } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import type { LivingCountry } from "./living-country.ts";

const cabinet = demoBodyNumber(1);
const zeroTag = new Uint8Array(16);
const apartMs = 2 * 60_000;

/** Makes days free; open deadlines move with them, each by an act of its own. */
export async function announceDaysOff(
  { portal, clock, sequence, transact }: LivingCountry,
  days: readonly CivilDate[],
): Promise<void> {
  // Before and after a decree are told apart by the minute of a batch.
  await sequence();
  clock.now += apartMs;
  const { tools, timeZone } = portal;
  const installer = { kind: "installer-of-an-empty-record" } as const;
  const grant = ask(installer, "calendar.change", { kind: "country", cabinet });
  assert.ok(grant.ok);
  await transact(async (acting) => {
    const last = acting.parameters.calendars.at(-1);
    assert.ok(last);
    const { announced: _, ...before } = last;
    const daysOff = [...new Set([...last.daysOff, ...days])]
      .filter((day) => !last.workingDays.includes(day))
      .sort((one, other) => one - other);
    await changeCalendar(
      grant.value,
      { timeZone, calendar: { ...before, version: last.version + 1, daysOff } },
      { ...acting, log: tools.log, issuer: cabinet },
    );
  });
  await sequence();
  clock.now += apartMs;
  for (let after: Uint8Array | null = zeroTag; after !== null; ) {
    const from: Uint8Array = after;
    after = (await transact((acting) => moveDeadlines(acting, from))).next;
  }
}

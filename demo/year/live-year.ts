/** Lets the demo country live its year: many lives on one simulated clock, and the log sequenced every evening. */
import type { CalendarVersion } from "#core/clock/calendar.ts";
import {
  addDays,
  type CivilDate,
  civilDateAt,
  type Instant,
  startOfCivilDate,
} from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import { bodiesToLookAt, changeCalendar, escalateCases, moveDeadlines } from "#government/cases/index.ts";
import { ask } from "#platform/authority/grant.ts";
import type { Sequencer } from "#platform/record/sequencer.ts";
import type { Life } from "./appeal-life.ts";
import { headOf, transact, type World } from "./world.ts";

export interface Year {
  readonly from: CivilDate;
  readonly now: Instant;
  /** Decrees after the first day, in order; each is announced at its moment. */
  readonly decrees: readonly CalendarVersion[];
  readonly cabinet: BodyNumber;
  readonly lives: readonly Life[];
}

export interface YearTools {
  readonly world: World;
  readonly sequencer: Sequencer;
  /** The clock of sequencer and witnesses. */
  readonly clock: { now: Instant };
  /** A number from 0 to 1, several times. */
  readonly report: (done: number) => void;
}

/** Lives that go on at the same time; more would only wait for the database. */
const livesAtOnce = 4;
/** The log is sequenced once a simulated day, in the evening: everyone's last act of the day is before it. */
const batchHours: readonly number[] = [20];
const hourMs = 3_600_000;
const minuteMs = 60_000;
const zeroTag = new Uint8Array(16);

interface Waiting {
  at: Instant;
  readonly life: Life;
}

/** Runs all lives until `year.now`; what would come later does not happen. */
export async function liveYear(tools: YearTools, year: Year): Promise<void> {
  const waiting = await begun(year.lives);
  const decrees = [...year.decrees];
  const last = civilDateAt(year.now, tools.world.timeZone);
  // The log of an evening is sequenced while the next day is lived: its acts are of later moments, and wait.
  let sequencing: Promise<void> = Promise.resolve();
  for (let day = year.from; day <= last; day = addDays(day, 1)) {
    for (const end of windowsOf(tools.world, day, year.now)) {
      while (decrees[0] !== undefined && decrees[0].announced <= end) {
        const decree = decrees.shift();
        assert(decree !== undefined, "it was just looked at");
        const [ran] = await Promise.all([runUntil(waiting, decree.announced), sequencing]);
        if (ran) await sequence(tools, decree.announced);
        await announce(tools, decree, year.cabinet);
      }
      const [ran] = await Promise.all([runUntil(waiting, end), sequencing]);
      const raised = await raiseInTheEvening(tools.world, end);
      if (ran || raised) sequencing = sequence(tools, end);
    }
    tools.report((day - year.from + 1) / (last - year.from + 1));
  }
  await sequencing;
}

async function begun(lives: readonly Life[]): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  for (const life of lives) {
    const first = await life.next();
    if (first.done !== true) waiting.push({ at: first.value, life });
  }
  return waiting;
}

function windowsOf(world: World, day: CivilDate, now: Instant): readonly Instant[] {
  const start = startOfCivilDate(day, world.timeZone);
  const ends = batchHours.map((hour) => start + hour * hourMs).filter((end) => end < now);
  return ends.length < batchHours.length ? [...ends, now] : ends;
}

/** The log, with everything that happened until a moment. */
async function sequence({ clock, sequencer }: YearTools, end: Instant): Promise<void> {
  clock.now = end;
  await sequencer.drain();
}

/** Everything that happens until a moment. Whether anything did: delayed filings enter with the next act. */
async function runUntil(waiting: Waiting[], end: Instant): Promise<boolean> {
  const ready = waiting.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
  if (ready.length === 0) return false;
  const runners = Array.from({ length: livesAtOnce }, async () => {
    for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
      await runLife(next, end);
      if (next.at === Number.POSITIVE_INFINITY) waiting.splice(waiting.indexOf(next), 1);
    }
  });
  await Promise.all(runners);
  return true;
}

/**
 * What the worker does all day, once each evening: the head of each body is told of what is near its day or over it. A
 * history that began on the day of the first start would be one that nobody believes. Whether anything was raised.
 */
async function raiseInTheEvening(world: World, end: Instant): Promise<boolean> {
  const given = { now: () => end, parameters: await world.parameters() };
  const bodies = await bodiesToLookAt(world.worker, given);
  if (bodies.length === 0) return false;
  // One transaction for all bodies: in the evening nobody else waits for these cases.
  return await transact(world, world.worker, end, async (acting) => {
    let raised = 0;
    for (let more = true; more; ) {
      const batches = await Promise.all(bodies.map((body) => escalateCases(acting, body)));
      raised += batches.reduce((sum, batch) => sum + batch.raised, 0);
      more = batches.some((batch) => batch.more);
    }
    return raised > 0;
  });
}

/** One life, as far as it gets until the end of the window. */
async function runLife(waiting: Waiting, end: Instant): Promise<void> {
  while (waiting.at <= end) {
    const next = await waiting.life.next();
    waiting.at = next.done === true ? Number.POSITIVE_INFINITY : next.value;
  }
}

/** The cabinet announces a calendar, and the open deadlines move: in the record before and after are told apart. */
async function announce(tools: YearTools, calendar: CalendarVersion, cabinet: BodyNumber): Promise<void> {
  const { world, clock, sequencer } = tools;
  const head = headOf(world, cabinet).actor;
  const grant = ask(head, "calendar.change", { kind: "country", cabinet });
  assert(grant.ok, "the head of the cabinet decrees");
  const { announced, ...change } = calendar;
  await transact(world, world.portal, announced, (acting) =>
    changeCalendar(
      grant.value,
      { timeZone: world.timeZone, calendar: change },
      { ...acting, issuer: cabinet },
    ),
  );
  world.forgetParameters();
  await sequencer.drain();
  clock.now = announced + minuteMs;
  for (let after: Uint8Array | null = zeroTag; after !== null; ) {
    const from: Uint8Array = after;
    const moved = await transact(world, world.portal, clock.now, (acting) => moveDeadlines(acting, from));
    await sequencer.drain();
    after = moved.next;
  }
}

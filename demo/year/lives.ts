/** All lives of the demo year: ordinary appeals, joined ones, pads of stubs, and the planted sins. */
import { addDays, type CivilDate, type Instant, weekdayOf } from "#core/clock/civil-date.ts";
import type { BodyNumber } from "#core/record/leaf.ts";
import { demoBodyNumber } from "../country/demo-bodies.ts";
import { appealLife, type Life } from "./appeal-life.ts";
import { padLife } from "./counter-life.ts";
import { joinedLife } from "./joined-life.ts";
import { filingDays, planAppeal } from "./plan-appeal.ts";
import { type PlantedSin, type SinDays, sinLives } from "./sins.ts";
import { addressees, atHour, citizensOf, operatorAt, type World } from "./world.ts";

/** One pair of joined appeals for so many others. */
const appealsPerPair = 60;

export interface YearOfAppeals {
  readonly from: CivilDate;
  readonly now: Instant;
  /** Appeals, besides those of pairs and sins. */
  readonly count: number;
  /** Filled as the year is lived. */
  readonly planted: PlantedSin[];
}

/** Draws what will happen in the year, from the day after its first. */
export function livesOfYear(world: World, { from, now, count, planted }: YearOfAppeals): readonly Life[] {
  const first = addDays(from, 1);
  return [
    ...bodiesWithPads(world).map((body) => padLife(world, body, atHour(world, workday(first), 10, 12))),
    ...filingDays(world, first, now, count).map((day) => appealLife(world, planAppeal(world, day))),
    ...filingDays(world, first, now, Math.floor(count / appealsPerPair)).map((day) => pairOn(world, day)),
    ...sinLives(world, sinDays(from), planted),
  ];
}

function bodiesWithPads(world: World): readonly BodyNumber[] {
  return addressees.map(({ body }) => body).filter((body) => operatorAt(world, body) !== null);
}

function pairOn(world: World, day: CivilDate): Life {
  const drawn = planAppeal(world, day);
  const plain = { ...drawn, onPaper: false, coSigners: 0, sealed: false } as const;
  return joinedLife(world, plain, world.chance.pick(citizensOf(world)).person.name);
}

function sinDays(from: CivilDate): SinDays {
  const at = (number: number, days: number) => ({
    body: demoBodyNumber(number),
    day: workday(addDays(from, days)),
  });
  return {
    district: at(31, 120),
    energy: at(10, 160),
    city: at(20, 200),
    province: at(30, 240),
    construction: at(14, 280),
  };
}

function workday(day: CivilDate): CivilDate {
  return weekdayOf(day) > 5 ? addDays(day, 3) : day;
}

import { type Oversight, oversights } from "../record/oversight.ts";
import { readTrilingual, type Trilingual } from "../record/trilingual.ts";
import { anyText, exactly, integer, list, object, oneOf, orNull, type Reader } from "../strict-json.ts";
import {
  type CalendarVersion,
  calendarVersionJson,
  readCalendarVersion,
  readWorkingWeek,
} from "./calendar.ts";
import { type CivilDate, civilDateText, readCivilDate } from "./civil-date.ts";
import type { ClockParameters } from "./clock-parameters.ts";
import type { RuleVersion } from "./rules.ts";
import { readRuleVersion, ruleVersionJson } from "./rules-json.ts";

/** What the calculator carries of a country: calendar and rules as the public acts stated them on a day. */
export interface CalculatorCountry {
  /** The day on which it was read out of the record. */
  readonly asOf: CivilDate;
  readonly origin: string;
  readonly timeZone: string;
  readonly calendars: readonly CalendarVersion[];
  readonly rules: readonly RuleVersion[];
  readonly bodies: readonly CalculatorBody[];
}

export interface CalculatorBody {
  readonly number: number;
  readonly name: Trilingual;
  readonly address: Trilingual;
  readonly workingDays: readonly number[];
  /** The body above it; `null` for one at the root. */
  readonly parent: number | null;
  /** Of what oversees every body. */
  readonly oversight?: Oversight;
}

const bodiesMax = 5_000;
const versionsMax = 1_000;
const nameLengthMax = 300;
const numberMax = 0xffff_ffff;

const readBody: Reader<CalculatorBody> = object(
  {
    number: integer(1, numberMax),
    name: readTrilingual,
    address: readTrilingual,
    workingDays: readWorkingWeek,
    parent: orNull(integer(1, numberMax)),
  },
  { oversight: oneOf(oversights) },
);

/** Reads what `calculatorCountryJson` wrote. */
export const readCalculatorCountry: Reader<CalculatorCountry & { readonly v: 1 }> = object({
  v: exactly(1),
  asOf: readCivilDate,
  origin: anyText(nameLengthMax),
  timeZone: anyText(nameLengthMax),
  calendars: list(readCalendarVersion, 0, versionsMax),
  rules: list(readRuleVersion, 1, versionsMax),
  bodies: list(readBody, 1, bodiesMax),
});

/** The country as the page carries it. */
export function calculatorCountryJson(country: CalculatorCountry): unknown {
  return {
    v: 1,
    asOf: civilDateText(country.asOf),
    origin: country.origin,
    timeZone: country.timeZone,
    calendars: country.calendars.map(calendarVersionJson),
    rules: country.rules.map(ruleVersionJson),
    bodies: country.bodies.map(({ number, name, address, workingDays, parent, oversight }) => ({
      ...{ number, name, address, workingDays, parent },
      ...(oversight === undefined ? {} : { oversight }),
    })),
  };
}

/** The parameters for core/clock. */
export function clockOf({ timeZone, bodies, calendars, rules }: CalculatorCountry): ClockParameters {
  return { timeZone, bodies, calendars, rules };
}

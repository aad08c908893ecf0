/** Names, keys and first public acts of the simulated country. */
import { type CalendarVersion, emptyCalendar, readWorkingWeek } from "#core/clock/calendar.ts";
import type { ClockParameters } from "#core/clock/clock-parameters.ts";
import { defaultRules } from "#core/clock/rules.ts";
import { type VerifierKey, verifierKey } from "#core/log/note.ts";
import type { ParameterPart } from "#core/record/parameter-acts.ts";
import { assert } from "#core/result.ts";
import { nativeEngine, nativeSigner } from "#engines/native-engine.ts";

export const origin = "ledger.simulated.example/executive";
export const timeZone = "Asia/Ashgabat";
export const cabinet = 1;
/** Works Monday to Friday. */
export const ministry = 7;
/** Works Monday to Saturday. */
export const townHall = 8;

export const logSigner = nativeSigner(new Uint8Array(32).fill(1));
export const logKey = verifierKey(nativeEngine, origin, "ed25519", logSigner.publicKey);
export const bodySigner = nativeSigner(new Uint8Array(32).fill(9));
export const bodyKey = verifierKey(nativeEngine, "simulated.example", "ed25519", bodySigner.publicKey);

const name = { tk: "Oýdurma", ru: "Вымысел", en: "Invented" };
const week = [1, 2, 3, 4, 5];
const longWeek = [1, 2, 3, 4, 5, 6];

/** The first calendar is in force from the beginning of time, as the rules are. */
const firstCalendar: CalendarVersion = { ...emptyCalendar, version: 1 };

/** The acts by which the state begins. */
export function firstParameters(witnesses: readonly VerifierKey[]): readonly ParameterPart[] {
  const body = (number: number, slug: string, workingDays: readonly number[]): ParameterPart => ({
    kind: "body-registered",
    part: {
      number,
      slug,
      name,
      parent: number === cabinet ? null : cabinet,
      register: number,
      workingDays,
      verifierKey: bodyKey.text,
    },
  });
  return [
    body(cabinet, "kabinet", week),
    body(ministry, "ministrlik", week),
    body(townHall, "hakimlik", longWeek),
    { kind: "calendar-changed", part: { timeZone, calendar: firstCalendar } },
    { kind: "rules-changed", part: { rules: defaultRules } },
    ...witnesses.map(
      (key): ParameterPart => ({
        kind: "key-changed",
        part: { holder: "witness", name: key.name, verifierKey: key.text, url: null, operator: name },
      }),
    ),
  ];
}

/** What the clock must know after so many decrees. */
export function clockParametersOf(decrees: readonly CalendarVersion[]): ClockParameters {
  return {
    timeZone,
    bodies: [
      { number: cabinet, workingDays: weekOf(week) },
      { number: ministry, workingDays: weekOf(week) },
      { number: townHall, workingDays: weekOf(longWeek) },
    ],
    calendars: [firstCalendar, ...decrees],
    rules: [defaultRules],
  };
}

function weekOf(days: readonly number[]) {
  const read = readWorkingWeek(days);
  assert(read !== undefined, "a week");
  return read;
}

import { type CalendarVersion, emptyCalendar } from "#core/clock/calendar.ts";
import { civilDate, parseCivilDate, startOfCivilDate } from "#core/clock/civil-date.ts";
import { defaultRules } from "#core/clock/rules.ts";
import { verifierKey } from "#core/log/note.ts";
import type { ParameterPart } from "#core/record/parameter-acts.ts";
import { assert } from "#core/result.ts";
import { nativeEngine, nativeSigner } from "#engines/native-engine.ts";

/** Keys, days and first parameters of the log that tests build. */

const timeZone = "Asia/Ashgabat";
export const testOrigin = "ledger.oguzabat.example/executive";
const engine = nativeEngine;
const minuteMs = 60_000;

/** The instant of a civil day and clock time in the log's zone: `at("2026-03-02", "09:30")`. */
export function at(date: string, clock = "09:00"): number {
  const day = parseCivilDate(date);
  assert(day.ok, `a date: ${date}`);
  const [hours, minutes] = clock.split(":").map(Number);
  return startOfCivilDate(day.value, timeZone) + ((hours ?? 0) * 60 + (minutes ?? 0)) * minuteMs;
}

/** Days since 1970 of a date, as leaves carry dues. */
export function day(date: string): number {
  const parsed = parseCivilDate(date);
  assert(parsed.ok, `a date: ${date}`);
  return parsed.value;
}

const signerOf = (byte: number) => nativeSigner(new Uint8Array(32).fill(byte));
export const logSigner = signerOf(1);
const witnessSigners = new Map([
  ["ngo.example", signerOf(2)],
  ["university.example", signerOf(3)],
]);
export const witnessNames: readonly string[] = [...witnessSigners.keys()];
export const bodySigner = signerOf(9);
export const logKey = verifierKey(engine, testOrigin, "ed25519", logSigner.publicKey);
export const bodyKey = verifierKey(engine, "gaz.example", "ed25519", bodySigner.publicKey);

const name = { tk: "Gaz ministrligi", ru: "Министерство газа", en: "Ministry of Gas" };

function witnessKey(witness: string) {
  return verifierKey(engine, witness, "cosignature-v1", signerNamed(witness).publicKey);
}

export function signerNamed(witness: string) {
  const signer = witnessSigners.get(witness);
  assert(signer !== undefined, `a witness: ${witness}`);
  return signer;
}

/** A policy that asks for both witnesses of the test log. */
export const policyText = [
  `log ${logKey.text}`,
  ...witnessNames.map((witness) => `witness ${witness} ${witnessKey(witness).text}`),
  `group both all ${witnessNames.join(" ")}`,
  "quorum both",
  "",
].join("\n");

function bodyPart(number: number, slug: string, parent: number | null): ParameterPart {
  const workingDays = [1, 2, 3, 4, 5];
  const part = { number, slug, name, parent, register: number, workingDays, verifierKey: bodyKey.text };
  return { kind: "body-registered", part };
}

const firstCalendar: CalendarVersion = {
  ...emptyCalendar,
  version: 1,
  announced: at("2026-01-01"),
  holidays: [{ date: civilDate(2026, 3, 9), name }],
};

export const firstParameters: readonly ParameterPart[] = [
  bodyPart(1, "kabinet", null),
  bodyPart(2, "gaz", 1),
  bodyPart(3, "etrap", 1),
  { kind: "calendar-changed", part: { timeZone, calendar: firstCalendar } },
  { kind: "rules-changed", part: { rules: { ...defaultRules, announced: at("2026-01-01") } } },
  ...witnessNames.map(
    (witness): ParameterPart => ({
      kind: "key-changed",
      part: {
        holder: "witness",
        name: witness,
        verifierKey: witnessKey(witness).text,
        url: null,
        operator: name,
      },
    }),
  ),
];

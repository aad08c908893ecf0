import { utf8Bytes, utf8Text } from "../bytes.ts";
import { type CalendarVersion, calendarVersionJson, parseCalendarVersion } from "../clock/calendar.ts";
import { isTimeZone } from "../clock/civil-date.ts";
import { parseRuleVersion, type RuleVersion, ruleVersionJson } from "../clock/rules.ts";
import { type KeyAlgorithm, parseVerifierKey } from "../log/note.ts";
import { assert, ok, type Result, refused, unreachable } from "../result.ts";
import { canonicalJson, type JsonObject, type JsonValue, parseCanonicalJson } from "./canonical-json.ts";
import { asListOf, asText, asWholeNumber, objectWithKeys } from "./json-shape.ts";
import type { ActKind } from "./kinds.ts";
import { parseTrilingual, type Trilingual } from "./trilingual.ts";

/**
 * The acts by which the state publishes its own parameters, as the part named `public` of each states them. The
 * builders write what the parsers read: the portal and the auditor share this one shape.
 */
export type ParameterKind = "body-registered" | "key-changed" | "calendar-changed" | "rules-changed";

/** A body is entered, or its entry changes (same number): name, parent, register, working week. */
export interface BodyRegistered {
  readonly number: number;
  /** The body's word in addresses: lower-case letters, digits, hyphens. */
  readonly slug: string;
  readonly name: Trilingual;
  readonly parent: number | null;
  /** The body under whose number its acts are entered: itself, or its parent when it is small (record decision 1). */
  readonly register: number;
  /** 1 = Monday to 7 = Sunday, ascending. */
  readonly workingDays: readonly number[];
  /** The body's key in the form of signed-note: `name+id+key`. */
  readonly verifierKey: string;
}

/** A body's key is replaced, a witness is named or, with `verifierKey` null, no longer named. */
export type KeyChanged =
  | { readonly holder: "body"; readonly body: number; readonly verifierKey: string }
  | {
      readonly holder: "witness";
      readonly name: string;
      readonly verifierKey: string | null;
      /** Where it is pushed to; `null` for a witness that pulls. */
      readonly url: string | null;
      readonly operator: Trilingual;
    };

/** A calendar is announced. The civil time zone is part of it and never changes within a log. */
export interface CalendarChanged {
  /** IANA name, such as `Asia/Ashgabat`. */
  readonly timeZone: string;
  readonly calendar: CalendarVersion;
}

/** Rules are announced. */
export interface RulesChanged {
  readonly rules: RuleVersion;
}

export type ParameterPart =
  | { readonly kind: "body-registered"; readonly part: BodyRegistered }
  | { readonly kind: "key-changed"; readonly part: KeyChanged }
  | { readonly kind: "calendar-changed"; readonly part: CalendarChanged }
  | { readonly kind: "rules-changed"; readonly part: RulesChanged };

/** The part of a payload that carries a parameter. */
export const publicPartName = "public";

const numberMax = 0xffff_ffff;
const textLengthMax = 300;
const slugPattern = /^[a-z][a-z0-9-]{1,59}$/;
const timeZonePattern = /^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/;
const urlPattern = /^https?:\/\/[^\s]+$/;

/** Whether acts of a kind change the parameters: an auditor demands every such leaf to be in parameters.json. */
export function isParameterKind(kind: ActKind): kind is ParameterKind {
  return (
    kind === "body-registered" ||
    kind === "key-changed" ||
    kind === "calendar-changed" ||
    kind === "rules-changed"
  );
}

/** The bytes of the part `public` of such an act. Throws when the reader would refuse them. */
export function parameterPartBytes(parameter: ParameterPart): Uint8Array {
  const bytes = utf8Bytes(canonicalJson({ v: 1, ...parameterJson(parameter) }));
  assert(parseParameterPart(parameter.kind, bytes).ok, `the reader refuses this ${parameter.kind}`);
  return bytes;
}

function parameterJson(parameter: ParameterPart): JsonObject {
  switch (parameter.kind) {
    case "body-registered": {
      const { number, slug, name, parent, register, workingDays, verifierKey } = parameter.part;
      return { number, slug, name, parent, register, workingDays, verifierKey };
    }
    case "key-changed": {
      const { part } = parameter;
      if (part.holder === "body") return { holder: "body", body: part.body, verifierKey: part.verifierKey };
      const { name, verifierKey, url, operator } = part;
      return { holder: "witness", name, verifierKey, url, operator };
    }
    case "calendar-changed":
      return { timeZone: parameter.part.timeZone, calendar: calendarVersionJson(parameter.part.calendar) };
    case "rules-changed":
      return { rules: ruleVersionJson(parameter.part.rules) };
    default:
      return unreachable(parameter);
  }
}

/** The part `public` of `body-registered`. */
export function bodyRegisteredPart(part: BodyRegistered): Uint8Array {
  return parameterPartBytes({ kind: "body-registered", part });
}

/** The part `public` of `key-changed`. */
export function keyChangedPart(part: KeyChanged): Uint8Array {
  return parameterPartBytes({ kind: "key-changed", part });
}

/** The part `public` of `calendar-changed`. */
export function calendarChangedPart(part: CalendarChanged): Uint8Array {
  return parameterPartBytes({ kind: "calendar-changed", part });
}

/** The part `public` of `rules-changed`. */
export function rulesChangedPart(part: RulesChanged): Uint8Array {
  return parameterPartBytes({ kind: "rules-changed", part });
}

/** Reads the part `public` of an act of a parameter kind: canonical JSON of exactly the keys above and `v` = 1. */
export function parseParameterPart(
  kind: ParameterKind,
  bytes: Uint8Array,
): Result<ParameterPart, "malformed-public-part"> {
  const text = utf8Text(bytes);
  const json = text === null ? null : parseCanonicalJson(text);
  const parameter = json?.ok ? readParameter(kind, json.value) : null;
  return parameter === null ? refused("malformed-public-part") : ok(parameter);
}

function readParameter(kind: ParameterKind, value: JsonValue): ParameterPart | null {
  switch (kind) {
    case "body-registered": {
      const part = readBody(value);
      return part && { kind, part };
    }
    case "key-changed": {
      const part = readKey(value);
      return part && { kind, part };
    }
    case "calendar-changed": {
      const part = readCalendar(value);
      return part && { kind, part };
    }
    case "rules-changed": {
      const part = readRules(value);
      return part && { kind, part };
    }
    default:
      return unreachable(kind);
  }
}

function versionOne(value: JsonValue, keys: readonly string[]): JsonObject | null {
  const shape = objectWithKeys(value, ["v", ...keys]);
  return shape?.v === 1 ? shape : null;
}

function readBody(value: JsonValue): BodyRegistered | null {
  const shape = versionOne(value, [
    "number",
    "slug",
    "name",
    "parent",
    "register",
    "workingDays",
    "verifierKey",
  ]);
  if (shape === null) return null;
  const number = asBodyNumber(shape.number);
  const slug = asText(shape.slug, textLengthMax);
  const name = parseTrilingual(shape.name);
  const parent = asBodyNumber(shape.parent);
  const register = asBodyNumber(shape.register);
  const workingDays = asListOf(shape.workingDays, 7, (day) => asWholeNumber(day, 1, 7));
  const verifierKey = asVerifierKey(shape.verifierKey, "ed25519");
  if (number === null || name === null || register === null || verifierKey === null) return null;
  if (slug === null || !slugPattern.test(slug)) return null;
  if (shape.parent !== null && (parent === null || parent === number)) return null;
  if (workingDays === null || !isWorkingWeek(workingDays)) return null;
  return { number, slug, name, parent, register, workingDays, verifierKey };
}

function isWorkingWeek(days: readonly number[]): boolean {
  return days.length > 0 && days.every((day, at) => at === 0 || day > (days[at - 1] ?? day));
}

function readKey(value: JsonValue): KeyChanged | null {
  const ofBody = versionOne(value, ["holder", "body", "verifierKey"]);
  if (ofBody !== null) {
    const body = asBodyNumber(ofBody.body);
    const verifierKey = asVerifierKey(ofBody.verifierKey, "ed25519");
    return ofBody.holder === "body" && body !== null && verifierKey !== null
      ? { holder: "body", body, verifierKey }
      : null;
  }
  const ofWitness = versionOne(value, ["holder", "name", "verifierKey", "url", "operator"]);
  return ofWitness?.holder === "witness" ? readWitnessKey(ofWitness) : null;
}

function readWitnessKey(shape: JsonObject): KeyChanged | null {
  const name = asText(shape.name, textLengthMax);
  const verifierKey = asVerifierKey(shape.verifierKey, "cosignature-v1");
  const url = asText(shape.url, textLengthMax);
  const operator = parseTrilingual(shape.operator);
  if (!name || operator === null) return null;
  if (shape.verifierKey !== null && (verifierKey === null || !verifierKey.startsWith(`${name}+`)))
    return null;
  if (shape.url !== null && (url === null || !urlPattern.test(url))) return null;
  return { holder: "witness", name, verifierKey, url, operator };
}

function readCalendar(value: JsonValue): CalendarChanged | null {
  const shape = versionOne(value, ["timeZone", "calendar"]);
  const timeZone = asText(shape?.timeZone, textLengthMax);
  if (shape === null || timeZone === null || !timeZonePattern.test(timeZone)) return null;
  if (!isTimeZone(timeZone)) return null;
  const calendar = parseCalendarVersion(shape.calendar);
  return calendar.ok ? { timeZone, calendar: calendar.value } : null;
}

function readRules(value: JsonValue): RulesChanged | null {
  const shape = versionOne(value, ["rules"]);
  if (shape === null) return null;
  const rules = parseRuleVersion(shape.rules);
  return rules.ok ? { rules: rules.value } : null;
}

function asBodyNumber(value: JsonValue | undefined): number | null {
  return asWholeNumber(value, 1, numberMax);
}

function asVerifierKey(value: JsonValue | undefined, algorithm: KeyAlgorithm): string | null {
  const text = asText(value, textLengthMax);
  const key = text === null ? null : parseVerifierKey(text);
  return key?.ok && key.value.algorithm === algorithm ? text : null;
}

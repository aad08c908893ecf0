import { utf8Bytes, utf8Text } from "../bytes.ts";
import {
  type CalendarVersion,
  calendarVersionJson,
  readCalendarVersion,
  readWorkingWeek,
} from "../clock/calendar.ts";
import { isTimeZone } from "../clock/civil-date.ts";
import type { RuleVersion } from "../clock/rules.ts";
import { readRuleVersion, ruleVersionJson } from "../clock/rules-json.ts";
import { type KeyAlgorithm, parseVerifierKey } from "../log/note.ts";
import { assert, ok, type Result, refused, unreachable } from "../result.ts";
import {
  anyText,
  either,
  exactly,
  integer,
  made,
  matching,
  object,
  oneOf,
  orNull,
  type Reader,
} from "../strict-json.ts";
import { canonicalJson, type JsonObject, type JsonValue, parseCanonicalJson } from "./canonical-json.ts";
import { type CountryChanged, countryChangedJson, readCountryChanged } from "./emergency-numbers.ts";
import type { ActKind } from "./kinds.ts";
import { type Oversight, oversights } from "./oversight.ts";
import { readTrilingual, type Trilingual } from "./trilingual.ts";

/**
 * The acts by which the state publishes its own parameters, as the part named `public` of each states them. The
 * builders write what the parsers read: the portal and the auditor share this one shape.
 */
export const parameterKinds = [
  "body-registered",
  "key-changed",
  "calendar-changed",
  "rules-changed",
  "country-changed",
] as const satisfies readonly ActKind[];
export type ParameterKind = (typeof parameterKinds)[number];

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
  /**
   * `false` stands only in an outside register: the body does not take part, and what is entered under its number is
   * what was sent to it and whether an answer came back. Absent for a body that takes part.
   */
  readonly takesPart?: false;
  /**
   * To what a citizen may go with a body that is silent or wrong, besides the body above it. Absent for a body that
   * oversees nobody but those below it, and in every act written before there was this mark.
   */
  readonly oversight?: Oversight;
}

/** A body's key is replaced, a witness is named or, with `verifierKey` null, no longer named. */
export type KeyChanged =
  | { readonly holder: "body"; readonly body: number; readonly verifierKey: string }
  /**
   * To whom the offline page encrypts what is meant for a body: a recipient in the form of age (X25519). Without a body
   * it is the country's, for every body that has none of its own and none above it has.
   */
  | { readonly holder: "intake"; readonly recipient: string; readonly body?: number }
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
  | { readonly kind: "rules-changed"; readonly part: RulesChanged }
  | { readonly kind: "country-changed"; readonly part: CountryChanged };

/** The part of a payload that carries a parameter. */
export const publicPartName = "public";

const numberMax = 0xffff_ffff;
const textLengthMax = 300;
const slugPattern = /^[a-z][a-z0-9-]{1,59}$/;
const timeZonePattern = /^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/;
/** Bech32 with the prefix `age` over 32 bytes. */
const recipientLength = 62;
const recipientPattern = /^age1[02-9ac-hj-np-z]{58}$/;
const urlPattern = /^https?:\/\/[^\s]+$/;

/** Whether acts of a kind change the parameters: an auditor demands every such leaf to be in parameters.json. */
export function isParameterKind(kind: ActKind): kind is ParameterKind {
  return parameterKinds.some((each) => each === kind);
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
      const { number, slug, name, parent, register, workingDays, verifierKey, takesPart, oversight } =
        parameter.part;
      return {
        ...{ number, slug, name, parent, register, workingDays, verifierKey },
        ...(takesPart === undefined ? {} : { takesPart }),
        ...(oversight === undefined ? {} : { oversight }),
      };
    }
    case "key-changed": {
      const { part } = parameter;
      if (part.holder === "body") return { holder: "body", body: part.body, verifierKey: part.verifierKey };
      if (part.holder === "intake") {
        const { holder, recipient, body } = part;
        return { holder, recipient, ...(body === undefined ? {} : { body }) };
      }
      const { name, verifierKey, url, operator } = part;
      return { holder: "witness", name, verifierKey, url, operator };
    }
    case "calendar-changed":
      return { timeZone: parameter.part.timeZone, calendar: calendarVersionJson(parameter.part.calendar) };
    case "rules-changed":
      return { rules: ruleVersionJson(parameter.part.rules) };
    case "country-changed":
      return countryChangedJson(parameter.part);
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
      return part ? { kind, part } : null;
    }
    case "key-changed": {
      const part = readKey(value);
      return part ? { kind, part } : null;
    }
    case "calendar-changed": {
      const part = readCalendarPart(value);
      return part ? { kind, part } : null;
    }
    case "rules-changed": {
      const part = readRulesPart(value);
      return part ? { kind, part } : null;
    }
    case "country-changed": {
      const part = readCountryChanged(value);
      return part ? { kind, part } : null;
    }
    default:
      return unreachable(kind);
  }
}

const readNumber = integer(1, numberMax);
const version = exactly(1);

function keyOf(algorithm: KeyAlgorithm): Reader<string> {
  return made(anyText(textLengthMax), `a verifier key of ${algorithm}`, (text) => {
    const key = parseVerifierKey(text);
    return key.ok && key.value.algorithm === algorithm ? text : undefined;
  });
}

const readBody: Reader<BodyRegistered> = made(
  object(
    {
      v: version,
      number: readNumber,
      slug: matching(textLengthMax, slugPattern, "lower-case letters, digits and hyphens"),
      name: readTrilingual,
      parent: orNull(readNumber),
      register: readNumber,
      workingDays: readWorkingWeek,
      verifierKey: keyOf("ed25519"),
    },
    { takesPart: exactly(false), oversight: oneOf(oversights) },
  ),
  "a parent that is another body",
  ({ v: _, ...body }) => (body.parent === body.number ? undefined : body),
);

const readBodyKey = made(
  object({ v: version, holder: exactly("body"), body: readNumber, verifierKey: keyOf("ed25519") }),
  "a key",
  ({ v: _, ...key }): KeyChanged => key,
);

/** Reads a witness as it is named in the record: a name, the key that bears it, an address, and who runs it. */
export const witnessFields = {
  name: made(anyText(textLengthMax), "a name", (name) => name || undefined),
  verifierKey: orNull(keyOf("cosignature-v1")),
  url: orNull(matching(textLengthMax, urlPattern, "an address that begins with http:// or https://")),
  operator: readTrilingual,
};

const readWitnessKey = made(
  object({ v: version, holder: exactly("witness"), ...witnessFields }),
  "a key that bears the witness' name",
  ({ v: _, ...key }): KeyChanged | undefined =>
    key.verifierKey === null || key.verifierKey.startsWith(`${key.name}+`) ? key : undefined,
);

/** Reads a recipient of intake. */
export const readIntakeRecipient: Reader<string> = matching(
  recipientLength,
  recipientPattern,
  "a recipient of age that begins with age1",
);

const readIntakeKey = made(
  object({ v: version, holder: exactly("intake"), recipient: readIntakeRecipient }, { body: readNumber }),
  "a key",
  ({ v: _, ...key }): KeyChanged => key,
);

const readKey: Reader<KeyChanged> = either(readBodyKey, either(readWitnessKey, readIntakeKey));

/** Reads a civil time zone. */
export const readTimeZone = made(
  matching(textLengthMax, timeZonePattern, "a time zone such as Asia/Ashgabat"),
  "a time zone such as Asia/Ashgabat",
  (name) => (isTimeZone(name) ? name : undefined),
);

const readCalendarPart = made(
  object({ v: version, timeZone: readTimeZone, calendar: readCalendarVersion }),
  "a calendar",
  ({ timeZone, calendar }): CalendarChanged => ({ timeZone, calendar }),
);

const readRulesPart = made(
  object({ v: version, rules: readRuleVersion }),
  "rules",
  ({ rules }): RulesChanged => ({ rules }),
);

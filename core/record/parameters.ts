import type { CalendarVersion } from "../clock/calendar.ts";
import type { RuleVersion } from "../clock/rules.ts";
import { ok, type Result, refused, unreachable } from "../result.ts";
import { anyText, exactly, integer, list, object } from "../strict-json.ts";
import { canonicalJson, parseJson } from "./canonical-json.ts";
import type { EmergencyNumber } from "./emergency-numbers.ts";
import { openingJson, readOpening } from "./opening-json.ts";
import {
  type BodyRegistered,
  isParameterKind,
  type KeyChanged,
  type ParameterPart,
  parseParameterPart,
  publicPartName,
} from "./parameter-acts.ts";
import { type Opening, parsePayload, verifyParts } from "./payload.ts";
import type { Trilingual } from "./trilingual.ts";

export type { Trilingual } from "./trilingual.ts";

/**
 * The parameters of a log: a reading of its public acts, never a file that somebody edits (record decision 3).
 * `parameters.json` carries those acts with their openings; this module folds them.
 */
export interface Parameters {
  readonly origin: string;
  /** IANA name of the civil time zone in which due days are counted. */
  readonly timeZone: string;
  /** In the order of their first registration, each as it stands now. */
  readonly bodies: readonly BodyParameters[];
  /** In the order of announcement; versions ascend. */
  readonly calendars: readonly CalendarVersion[];
  /** In the order of announcement; versions ascend. */
  readonly rules: readonly RuleVersion[];
  readonly witnesses: readonly WitnessParameters[];
  /** Whom to call in danger; empty for a country that has said nothing of it. */
  readonly emergencyNumbers: readonly EmergencyNumber[];
  /** The country's key of intake, see `intake-recipient.ts`; left out while none was named. */
  readonly intakeRecipient?: string;
}

export interface BodyParameters extends BodyRegistered {
  /** Index of the act that first registered the body. */
  readonly fromIndex: number;
  /** The body's own key of intake; left out while it has none. */
  readonly intakeRecipient?: string;
}

export interface WitnessParameters {
  readonly name: string;
  readonly verifierKey: string;
  /** `null` for a witness that pulls. */
  readonly url: string | null;
  readonly operator: Trilingual;
}

/** A public act: where it stands in the log, and the opening of its payload and of its part `public`. */
export interface PublicAct {
  readonly index: number;
  readonly opening: Opening;
}

/** A key with which a body signed from an act on: an older receipt names an older key. */
export interface BodyKey {
  readonly body: number;
  readonly verifierKey: string;
  readonly fromIndex: number;
}

export type ParametersProblem = {
  readonly reason:
    | "indexes-not-ascending"
    | "malformed-payload"
    | "not-a-parameter"
    | "part-does-not-open"
    | "malformed-public-part"
    | "unknown-parent"
    | "unknown-register"
    | "unknown-body"
    | "slug-taken"
    | "unknown-witness"
    | "time-zone-changed"
    | "version-not-ascending"
    | "no-calendar"
    | "no-rules";
  /** The act at fault; `null` when an act is missing. */
  readonly index: number | null;
};

export interface ParametersFile {
  readonly origin: string;
  readonly acts: readonly PublicAct[];
}

type Reason = ParametersProblem["reason"];
interface PlacedPart {
  readonly index: number;
  readonly parameter: ParameterPart;
}
interface Folding {
  timeZone: string | null;
  readonly bodies: Map<number, BodyParameters>;
  readonly calendars: CalendarVersion[];
  readonly rules: RuleVersion[];
  readonly witnesses: Map<string, WitnessParameters>;
  emergencyNumbers: readonly EmergencyNumber[];
  intakeRecipient: string | null;
}

const actsMax = 100_000;
const originLengthMax = 300;

/** The text of `parameters.json`. */
export function parametersText(file: ParametersFile): string {
  const acts = file.acts.map((act) => ({ index: act.index, opening: openingJson(act.opening) }));
  return canonicalJson({ v: 1, origin: file.origin, acts });
}

const readParametersFile = object({
  v: exactly(1),
  origin: anyText(originLengthMax),
  acts: list(object({ index: integer(0, Number.MAX_SAFE_INTEGER), opening: readOpening }), 0, actsMax),
});

/** Reads `parameters.json`; folding the acts is the next step. */
export function parseParametersFile(text: string): Result<ParametersFile, "malformed-parameters-file"> {
  const json = parseJson(text);
  const file = json.ok ? readParametersFile(json.value) : undefined;
  return file === undefined
    ? refused("malformed-parameters-file")
    : ok({ origin: file.origin, acts: file.acts });
}

/**
 * Folds public acts, in the order of the log, into the parameters. Each part must open its commitment in its
 * payload; that the payload opens the leaf at its index, and that no such leaf is missing, is for whoever holds the
 * leaves (`verifyOpening`, `isParameterKind`).
 */
export function parametersFrom(
  origin: string,
  acts: readonly PublicAct[],
): Result<Parameters, ParametersProblem> {
  const placed = placedParts(acts);
  if (!placed.ok) return placed;
  const folding: Folding = {
    timeZone: null,
    bodies: new Map(),
    calendars: [],
    rules: [],
    witnesses: new Map(),
    emergencyNumbers: [],
    intakeRecipient: null,
  };
  for (const { index, parameter } of placed.value) {
    const reason = fold(folding, index, parameter);
    if (reason !== null) return refused({ reason, index });
  }
  if (folding.timeZone === null) return refused({ reason: "no-calendar", index: null });
  if (folding.rules.length === 0) return refused({ reason: "no-rules", index: null });
  return ok({
    origin,
    timeZone: folding.timeZone,
    bodies: [...folding.bodies.values()],
    calendars: folding.calendars,
    rules: folding.rules,
    witnesses: [...folding.witnesses.values()],
    emergencyNumbers: folding.emergencyNumbers,
    ...(folding.intakeRecipient === null ? {} : { intakeRecipient: folding.intakeRecipient }),
  });
}

/** Every key that a body ever had, in the order of the log. */
export function bodyKeysFrom(acts: readonly PublicAct[]): Result<readonly BodyKey[], ParametersProblem> {
  const placed = placedParts(acts);
  if (!placed.ok) return placed;
  return ok(
    placed.value.flatMap(({ index, parameter }): BodyKey[] => {
      if (parameter.kind === "body-registered") {
        return [{ body: parameter.part.number, verifierKey: parameter.part.verifierKey, fromIndex: index }];
      }
      if (parameter.kind === "key-changed" && parameter.part.holder === "body") {
        return [{ body: parameter.part.body, verifierKey: parameter.part.verifierKey, fromIndex: index }];
      }
      return [];
    }),
  );
}

function placedParts(acts: readonly PublicAct[]): Result<readonly PlacedPart[], ParametersProblem> {
  const placed: PlacedPart[] = [];
  let last = -1;
  for (const { index, opening } of acts) {
    if (index <= last) return refused({ reason: "indexes-not-ascending", index });
    last = index;
    const parameter = openParameter(opening);
    if (!parameter.ok) return refused({ reason: parameter.problem, index });
    placed.push({ index, parameter: parameter.value });
  }
  return ok(placed);
}

function openParameter(opening: Opening): Result<ParameterPart, Reason> {
  const payload = parsePayload(opening.payload);
  if (!payload.ok) return refused("malformed-payload");
  const kind = payload.value.kind;
  if (!isParameterKind(kind)) return refused("not-a-parameter");
  const part = opening.parts.find((candidate) => candidate.name === publicPartName);
  if (part === undefined || !verifyParts(payload.value, opening.parts).ok)
    return refused("part-does-not-open");
  return parseParameterPart(kind, part.bytes);
}

function fold(folding: Folding, index: number, parameter: ParameterPart): Reason | null {
  switch (parameter.kind) {
    case "body-registered":
      return foldBody(folding, index, parameter.part);
    case "key-changed":
      return foldKey(folding, parameter.part);
    case "calendar-changed":
      if (folding.timeZone !== null && folding.timeZone !== parameter.part.timeZone)
        return "time-zone-changed";
      folding.timeZone = parameter.part.timeZone;
      return pushVersion(folding.calendars, parameter.part.calendar);
    case "rules-changed":
      return pushVersion(folding.rules, parameter.part.rules);
    case "country-changed":
      folding.emergencyNumbers = parameter.part.emergencyNumbers;
      return null;
    default:
      return unreachable(parameter);
  }
}

function foldBody(folding: Folding, index: number, body: BodyRegistered): Reason | null {
  const { bodies } = folding;
  if (body.parent !== null && !bodies.has(body.parent)) return "unknown-parent";
  if (body.register !== body.number && !bodies.has(body.register)) return "unknown-register";
  for (const other of bodies.values()) {
    if (other.slug === body.slug && other.number !== body.number) return "slug-taken";
  }
  const before = bodies.get(body.number);
  const intakeRecipient = before?.intakeRecipient;
  bodies.set(body.number, {
    ...body,
    fromIndex: before?.fromIndex ?? index,
    ...(intakeRecipient === undefined ? {} : { intakeRecipient }),
  });
  return null;
}

function foldKey(folding: Folding, key: KeyChanged): Reason | null {
  if (key.holder === "body") {
    const body = folding.bodies.get(key.body);
    if (body === undefined) return "unknown-body";
    folding.bodies.set(key.body, { ...body, verifierKey: key.verifierKey });
    return null;
  }
  if (key.holder === "intake") return foldIntakeKey(folding, key.recipient, key.body);
  const { name, verifierKey, url, operator } = key;
  if (verifierKey === null) return folding.witnesses.delete(name) ? null : "unknown-witness";
  folding.witnesses.set(name, { name, verifierKey, url, operator });
  return null;
}

function foldIntakeKey(folding: Folding, recipient: string, number: number | undefined): Reason | null {
  if (number === undefined) {
    folding.intakeRecipient = recipient;
    return null;
  }
  const body = folding.bodies.get(number);
  if (body === undefined) return "unknown-body";
  folding.bodies.set(number, { ...body, intakeRecipient: recipient });
  return null;
}

function pushVersion<Version extends { readonly version: number }>(
  list: Version[],
  next: Version,
): Reason | null {
  const last = list.at(-1);
  if (last !== undefined && next.version <= last.version) return "version-not-ascending";
  list.push(next);
  return null;
}

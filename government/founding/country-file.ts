/**
 * The file in which an operator describes a country before its record begins. Read strictly: what is not expected is a
 * fault, and every fault is named by its path, all of them at once.
 */
import { utf8Text } from "#core/bytes.ts";
import { readCalendarToAnnounce, readWorkingWeek } from "#core/clock/calendar.ts";
import { readRulesToAnnounce } from "#core/clock/rules-json.ts";
import { parseJson } from "#core/record/canonical-json.ts";
import { readEmergencyNumbers } from "#core/record/emergency-numbers.ts";
import { parseBodyNumber } from "#core/record/leaf.ts";
import { oversights } from "#core/record/oversight.ts";
import { readTimeZone, witnessFields } from "#core/record/parameter-acts.ts";
import { readTrilingual } from "#core/record/trilingual.ts";
import { type Result, refused } from "#core/result.ts";
import {
  exactly,
  type Fault,
  integer,
  list,
  made,
  matching,
  object,
  oneOf,
  orNull,
  type ReadBy,
  readStrictly,
  text,
} from "#core/strict-json.ts";
import { aboutFields, parseBodySlug } from "#government/bodies/index.ts";
import { officeRoles } from "#platform/authority/actor.ts";
import { repeatedKeys } from "./repeated-keys.ts";

const bodiesMax = 5_000;
const peopleMax = 1_000;
const officesMax = 20;
const witnessesMax = 32;
const filingsMax = 1_000_000;
const bodyNumberMax = 0xffff_ffff;
const nameLengthMax = 100;
const slugLengthMax = 60;

const slug = "lower-case letters, digits and hyphens, beginning with a letter";
const readSlug = matching(slugLengthMax, /^[a-z][a-z0-9-]*$/, slug);
const readNumber = made(
  integer(1, bodyNumberMax),
  "a body's number",
  (number) => parseBodyNumber(number) ?? undefined,
);
/** As tlog-policy writes names of witnesses and groups: without space. */
const readPolicyName = matching(nameLengthMax, /^[^\s#+]+$/u, "a name without spaces");

const bodyFields = {
  number: readNumber,
  slug: made(readSlug, slug, (word) => parseBodySlug(word) ?? undefined),
  name: readTrilingual,
  parent: orNull(readNumber),
  filingsPerMonth: integer(0, filingsMax),
  workingDays: readWorkingWeek,
  ...aboutFields,
};
/** `takesPart` stands, as `false`, at bodies of an outside register (docs/outside-register.md). */
const readBody = object(bodyFields, { takesPart: exactly(false), oversight: oneOf(oversights) });

const readWitness = made(
  object({ ...witnessFields, name: readPolicyName }),
  "a verifierKey that begins with the witness' name and +",
  ({ verifierKey, ...witness }) =>
    verifierKey?.startsWith(`${witness.name}+`) ? { ...witness, verifierKey } : undefined,
);

const readGroup = object({
  name: readPolicyName,
  atLeast: integer(1, witnessesMax),
  of: list(readPolicyName, 1, witnessesMax),
});

const readOffice = object({
  body: readNumber,
  role: oneOf(officeRoles),
  post: readSlug,
  grantedBy: readSlug,
  approvedBy: readSlug,
});

const readPerson = object({
  key: readSlug,
  name: text(nameLengthMax),
  offices: list(readOffice, 1, officesMax),
});

const readCountry = object(
  {
    v: exactly(1),
    name: readTrilingual,
    logOrigin: matching(nameLengthMax, /^[0-9a-z.-]+$/, "a name as in a domain"),
    cabinet: readNumber,
    bodies: list(readBody, 1, bodiesMax),
    timeZone: readTimeZone,
    calendar: readCalendarToAnnounce,
    rules: readRulesToAnnounce,
    witnesses: list(readWitness, 1, witnessesMax),
    quorum: readPolicyName,
    people: list(readPerson, 1, peopleMax),
  },
  { groups: list(readGroup, 0, witnessesMax), emergencyNumbers: readEmergencyNumbers },
);

/** A country as its file describes it. That its pieces fit together is `faultsOf`'s to say. */
export type Country = ReadBy<typeof readCountry>;

/** Reads the bytes of a file. */
export function readCountryFile(bytes: Uint8Array): Result<Country, readonly Fault[]> {
  const fileText = utf8Text(bytes);
  const json = fileText === null ? null : parseJson(fileText);
  if (fileText === null || json === null || !json.ok)
    return refused([{ path: "", expected: "JSON in UTF-8" }]);
  const repeated = repeatedKeys(fileText);
  const country = readStrictly(readCountry, json.value);
  if (repeated.length > 0) return refused([...repeated, ...(country.ok ? [] : country.problem)]);
  return country;
}

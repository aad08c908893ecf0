/** Whom to call in danger, as the state names it: pages show it to whoever writes where nobody reads at once. */
import { exactly, list, made, matching, object, oneOf, type Reader } from "../strict-json.ts";
import type { JsonObject } from "./canonical-json.ts";
import { readTrilingual, type Trilingual } from "./trilingual.ts";

/** What people may be in danger of. Their own words tell which it is (government/appeals/filing/hints.ts). */
export const emergencies = ["gas", "fire", "violence", "health"] as const;
export type Emergency = (typeof emergencies)[number];

export interface EmergencyNumber {
  /** As people dial it: digits, with a plus before and single spaces or hyphens between where they are written so. */
  readonly number: string;
  /** Who answers, such as "Fire brigade". */
  readonly text: Trilingual;
  /** In which dangers; one number may serve them all. */
  readonly for: readonly Emergency[];
}

/** What the state says of itself to everybody who comes to its pages. */
export interface CountryChanged {
  /** Empty: nobody is named. */
  readonly emergencyNumbers: readonly EmergencyNumber[];
}

const numbersMax = 16;
const numberLengthMax = 24;

const readNumber: Reader<EmergencyNumber> = object({
  number: matching(numberLengthMax, /^\+?[0-9]+(?:[ -][0-9]+)*$/, "a telephone number"),
  text: readTrilingual,
  for: made(list(oneOf(emergencies), 1, emergencies.length), "each danger once", (named) =>
    new Set(named).size === named.length ? named : undefined,
  ),
});

/** Reads the numbers of a country; a country may have none. */
export const readEmergencyNumbers: Reader<readonly EmergencyNumber[]> = list(readNumber, 0, numbersMax);

/** The part of an address that dials a number: RFC 3966 without the separators. */
export function dialled({ number }: EmergencyNumber): string {
  return number.replace(/[ -]/g, "");
}

/** What stands in the part `public` of `country-changed`, besides its version. */
export function countryChangedJson({ emergencyNumbers }: CountryChanged): JsonObject {
  return {
    emergencyNumbers: emergencyNumbers.map(({ number, text, for: dangers }) => ({
      ...{ number, text: { ...text }, for: [...dangers] },
    })),
  };
}

/** Reads that part. */
export const readCountryChanged: Reader<CountryChanged> = made(
  object({ v: exactly(1), emergencyNumbers: readEmergencyNumbers }),
  "what a country says of itself",
  ({ emergencyNumbers }) => ({ emergencyNumbers }),
);

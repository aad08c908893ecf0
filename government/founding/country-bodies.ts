import type { BodyNumber } from "#core/record/leaf.ts";
import { type Body, registersFor } from "#government/bodies/index.ts";
import type { Country } from "./country-file.ts";

/** The bodies of a file as they are registered, in its order: with their keys, and small ones in their parent's register. */
export function bodiesOf(country: Country, verifierKeyOf: (body: BodyNumber) => string): readonly Body[] {
  const expected = new Map(country.bodies.map(({ number, filingsPerMonth }) => [number, filingsPerMonth]));
  const registers = registersFor(country.bodies, (body) => expected.get(body) ?? 0);
  return country.bodies.map(
    ({ number, slug, name, parent, filingsPerMonth: _, workingDays, takesPart, oversight, ...about }) => ({
      number,
      slug,
      name,
      parent,
      register: registers.get(number) ?? number,
      workingDays,
      verifierKey: verifierKeyOf(number),
      ...(takesPart === undefined ? {} : { takesPart }),
      ...(oversight === undefined ? {} : { oversight }),
      about,
    }),
  );
}

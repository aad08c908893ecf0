import { type BodyNumber, parseBodyNumber } from "#core/record/leaf.ts";
import { assert } from "#core/result.ts";
import { type Body, parseBodySlug } from "#government/bodies/index.ts";
import { demoBodies } from "./bodies.ts";
import type { BodyData } from "./body-data.ts";

/** The demo country's bodies as the slice of bodies takes them; each body's key is asked for by its number. */
export function bodiesOfDemoCountry(verifierKeyOf: (body: BodyNumber) => string): readonly Body[] {
  return demoBodies.map((data) => bodyFrom(data, verifierKeyOf));
}

function bodyFrom(data: BodyData, verifierKeyOf: (body: BodyNumber) => string): Body {
  const number = demoBodyNumber(data.number);
  const slug = parseBodySlug(data.slug);
  assert(slug !== null, `${data.slug} is a slug`);
  const { name, workingDays, branch, competences, places, address, posts, reception } = data;
  return {
    number,
    slug,
    name,
    parent: data.parent === null ? null : demoBodyNumber(data.parent),
    register: demoBodyNumber(data.register),
    workingDays,
    verifierKey: verifierKeyOf(number),
    ...(data.oversight === undefined ? {} : { oversight: data.oversight }),
    about: { branch, competences, places, address, posts, reception },
  };
}

/** The branded number of a body that the demo's data names. Throws for what is no number of a body. */
export function demoBodyNumber(number: number): BodyNumber {
  const parsed = parseBodyNumber(number);
  assert(parsed !== null, `${number} is a body's number`);
  return parsed;
}

/** What oversees every body, for a small country: a prosecutor and an ombudsman, marked in their acts of registration. */

import type { BodyNumber } from "#core/record/leaf.ts";
import type { Oversight } from "#core/record/oversight.ts";
import { assert } from "#core/result.ts";
import { parseBodySlug, registerBodyIn } from "#government/bodies/index.ts";
import { ask } from "#platform/authority/grant.ts";
import { bodyKeyOf, cabinet, type SmallCountry } from "./small-country.ts";

export const prosecutor = 61 as BodyNumber;
export const ombudsman = 62 as BodyNumber;

/** Registers both, as an installer does. */
export async function registerOverseers(country: SmallCountry): Promise<void> {
  await registerOverseer(country, prosecutor, "prosecutor");
  await registerOverseer(country, ombudsman, "ombudsman");
}

async function registerOverseer(
  country: SmallCountry,
  number: BodyNumber,
  oversight: Oversight,
): Promise<void> {
  const grant = ask({ kind: "installer-of-an-empty-record" }, "body.register", { kind: "country", cabinet });
  const slug = parseBodySlug(`${oversight}-office`);
  assert(grant.ok && slug !== null, "an installer registers a body with a slug");
  const words = (text: string) => ({ tk: text, ru: text, en: text });
  const { database, log, clock, randomBytes, personKeys } = country;
  const tools = { log, now: () => clock.now, randomBytes, personKeys };
  const body = {
    number,
    slug,
    name: words(slug),
    parent: null,
    register: number,
    workingDays: [1, 2, 3, 4, 5],
    verifierKey: bodyKeyOf(`body-${number}`).verifierKey.text,
    oversight,
    about: {
      branch: "independent" as const,
      competences: [],
      places: [],
      address: words("Çynar"),
      posts: [{ slug: "head", name: words("Head") }],
      reception: [],
    },
  };
  await database.portal.begin(async (transaction) => {
    assert((await registerBodyIn(transaction, grant.value, body, tools)).ok, `${slug} registers`);
  });
}

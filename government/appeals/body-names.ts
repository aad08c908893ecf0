import type { Parameters } from "#core/record/parameters.ts";
import type { Translate } from "#platform/language/texts.ts";

/** Names of bodies in the language of `t`; of one that is not registered, its number. */
export function bodyNames(t: Translate, parameters: Pick<Parameters, "bodies">): (body: number) => string {
  return (body) => parameters.bodies.find((each) => each.number === body)?.name[t.language] ?? String(body);
}

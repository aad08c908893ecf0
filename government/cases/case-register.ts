/** In whose register acts are entered. */
import { type BodyNumber, parseBodyNumber } from "#core/record/leaf.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { assert } from "#core/result.ts";
import type { Transaction } from "#platform/database/database.ts";
import { lastActOfCase } from "#platform/record/act-store.ts";

/**
 * The register of a case: where its holder's acts stood when the holder got it. A body whose register moves later ends its
 * cases where they are, or a reader of leaves would see a case change hands that did not.
 */
export function registerOfState(state: { readonly deadline: { readonly holder: number } }): BodyNumber {
  const register = parseBodyNumber(state.deadline.holder);
  assert(register !== null, "a case stands in a register");
  return register;
}

/** The same for whoever has not folded the case; `tag` is that of a case with acts. */
export async function registerOfCase(transaction: Transaction, tag: Uint8Array): Promise<BodyNumber> {
  const last = await lastActOfCase(transaction, tag);
  const register = parseBodyNumber(last?.body ?? Number.NaN);
  assert(register !== null, "a case stands in a register");
  return register;
}

/**
 * The body under which a body's new acts are entered: a small register's is its parent's (record decision 1). Acts of a
 * case that is there stay in the register of the case.
 */
export function registerOf(parameters: Parameters, body: BodyNumber): BodyNumber {
  const found = parameters.bodies.find((candidate) => candidate.number === body);
  const register = parseBodyNumber(found?.register ?? Number.NaN);
  assert(register !== null, `body ${body} is not registered`);
  return register;
}

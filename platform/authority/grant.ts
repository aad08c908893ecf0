import { assert, ok, type Result, refused } from "#core/result.ts";
import type { Actor } from "./actor.ts";
import { type AuthorityAct, keyOfObject, type ObjectOfAct } from "./objects.ts";
import { type RefusalReason, refusalFor } from "./policy.ts";

/** Never exists at run time. A closed field makes the type nominal: neither a look-alike nor a spread copy has it. */
declare class Granted<Act> {
  protected readonly leaveFor: Act;
  private constructor();
}

/**
 * Leave for one act on one object. A use case demands it as its first argument, so that a forgotten question is a
 * compile error. It is made by `ask` alone: by type through a field that no other file can write, at run time
 * through the map of grants below.
 */
export type Grant<Act extends AuthorityAct, AboutObject = ObjectOfAct[Act]> = Granted<Act> & {
  readonly act: Act;
  readonly object: AboutObject;
  readonly actor: Actor;
};

/** Every grant given in this process and not yet forgotten, with the key of its object at that moment. */
const given = new WeakMap<object, string>();

/**
 * Asks leave. Refusals are foreseen and come back as a reason. Ask inside the transaction that will act, with the
 * object as it stands there: a grant is not renewed when the object changes.
 */
export function ask<Act extends AuthorityAct>(
  actor: Actor,
  act: Act,
  object: ObjectOfAct[Act],
): Result<Grant<Act>, RefusalReason> {
  const refusal = refusalFor(actor, act, object);
  if (refusal !== null) return refused(refusal);
  const grant: Asked<Act> = Object.freeze({ act, object, actor });
  given.set(grant, keyOfObject(object));
  assert(isGiven(grant), "a grant that was just given");
  return ok(grant);
}

/** What a grant looks like from outside. */
interface Asked<Act extends AuthorityAct> {
  readonly act: Act;
  readonly object: ObjectOfAct[Act];
  readonly actor: Actor;
}

/** The one way to the type: being in the map. */
function isGiven<Act extends AuthorityAct>(candidate: Asked<Act>): candidate is Grant<Act> {
  return given.has(candidate);
}

/** Whether leave would be given: for showing or hiding a button, never in place of a grant. */
export function mayBeGranted<Act extends AuthorityAct>(
  actor: Actor,
  act: Act,
  object: ObjectOfAct[Act],
): boolean {
  return refusalFor(actor, act, object) === null;
}

/**
 * Checks at run time what the types promise: that the grant is genuine, is for this act and, when an object is given,
 * for this very object. Every use case calls it first. Throws: a grant that does not hold is a bug or an attack.
 */
export function requireGrant<Act extends AuthorityAct>(
  grant: Grant<Act>,
  act: Act,
  object?: ObjectOfAct[Act],
): void {
  const key = typeof grant === "object" && grant !== null ? given.get(grant) : undefined;
  if (key === undefined) throw new Error(`no genuine grant for ${act}`);
  if (grant.act !== act) throw new Error(`a grant for ${grant.act} does not allow ${act}`);
  // The object may have been altered under the grant, or the caller may hold the grant of another case.
  if (keyOfObject(grant.object) !== key || (object !== undefined && keyOfObject(object) !== key)) {
    throw new Error(`a grant for ${act} on another object`);
  }
}

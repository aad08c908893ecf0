/** Leave to change what holds for the whole country, for commands by which its cabinet's head does so on the server. */
import type { BodyNumber } from "#core/record/leaf.ts";
import type { BodyTree } from "#government/bodies/index.ts";
import type { Actor } from "#platform/authority/actor.ts";
import { ask, type Grant } from "#platform/authority/grant.ts";

/** The grant, with the body in whose register such an act is entered; `null` for whoever heads no body above all others. */
export function leaveForCountry(
  actor: Actor,
  tree: BodyTree,
): { readonly grant: Grant<"rules.change">; readonly issuer: BodyNumber } | null {
  for (const { number } of tree.children.get(null) ?? []) {
    const grant = ask(actor, "rules.change", { kind: "country", cabinet: number });
    if (grant.ok) return { grant: grant.value, issuer: number };
  }
  return null;
}

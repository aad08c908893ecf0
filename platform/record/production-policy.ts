/** Whether a witness policy is one by which a real country may publish. */
import { quorumMetByKeys, type WitnessPolicy } from "#core/log/policy.ts";
import type { VerifierKey } from "#core/log/verifier-key.ts";
import { ok, type Result, refused } from "#core/result.ts";

export type ProductionPolicyProblem =
  /** The quorum is "none", or is met by nobody. */
  | "no-witness-needed"
  | "cannot-be-met"
  /** The witnesses that run on the log's own computer suffice: nobody else need have seen anything. */
  | "own-witnesses-suffice";

/**
 * Judges a policy. `isOwn` knows the witnesses that come with the installation: those of the demo, by name or key. They
 * may be named, and count for nothing here: what they sign says only that we signed.
 */
export function judgeProductionPolicy(
  policy: WitnessPolicy,
  isOwn: (witness: { readonly name: string; readonly key: VerifierKey }) => boolean,
): Result<null, ProductionPolicyProblem> {
  if (policy.quorum === "none" || quorumMetByKeys(policy, new Set())) return refused("no-witness-needed");
  const own = new Set(policy.witnesses.filter(isOwn).map(({ key }) => key.text));
  if (quorumMetByKeys(policy, own)) return refused("own-witnesses-suffice");
  const all = new Set(policy.witnesses.map(({ key }) => key.text));
  return quorumMetByKeys(policy, all) ? ok(null) : refused("cannot-be-met");
}

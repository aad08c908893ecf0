import type { Engine } from "#core/log/engine.ts";
import { parseVerifierKey, type VerifierKey } from "#core/log/note.ts";
import { type PolicyProblem, parsePolicy, policyDigest, type WitnessPolicy } from "#core/log/policy.ts";
import { ok, type Result, refused } from "#core/result.ts";

/** Whom the auditor believes, and where that comes from. Nothing in it comes from the server, except as `fromLog` says. */
export interface Trust {
  /** Keys of the logs that may be audited; empty when the user named none, and then the log's signature is not judged. */
  readonly logKeys: readonly VerifierKey[];
  readonly policy: WitnessPolicy | null;
  /** Hexadecimal SHA-256 of the policy file. */
  readonly policyDigest: string | null;
  readonly witnessKeys: readonly VerifierKey[];
  /** Whether the witnesses are those that the log itself names: good enough to date acts, not to trust the log. */
  readonly witnessesFromLog: boolean;
}

/** Believes nobody: only whether the bytes agree with each other can be said. */
export const trustNobody: Trust = {
  logKeys: [],
  policy: null,
  policyDigest: null,
  witnessKeys: [],
  witnessesFromLog: false,
};

/** Trust in what a policy file says. */
export function trustPolicy(engine: Engine, text: string): Result<Trust, PolicyProblem> {
  const policy = parsePolicy(text);
  if (!policy.ok) return policy;
  return ok({
    logKeys: policy.value.logs.map((log) => log.key).filter((key) => key.algorithm === "ed25519"),
    policy: policy.value,
    policyDigest: policyDigest(engine, text),
    witnessKeys: policy.value.witnesses.map((witness) => witness.key),
    witnessesFromLog: false,
  });
}

/** Trust in one log key, its vkey text given. */
export function trustLogKey(text: string): Result<Trust, "bad-log-key"> {
  const key = parseVerifierKey(text.trim());
  if (!key.ok || key.value.algorithm !== "ed25519") return refused("bad-log-key");
  return ok({ ...trustNobody, logKeys: [key.value] });
}

/** Adds the witnesses that the log itself names, unless a policy names its own. */
export function withWitnessesOfLog(trust: Trust, keys: readonly VerifierKey[]): Trust {
  return trust.policy === null ? { ...trust, witnessKeys: keys, witnessesFromLog: true } : trust;
}

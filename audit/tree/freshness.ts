import { quorumMetByKeys } from "#core/log/policy.ts";
import type { JudgedCheckpoint } from "./checkpoints.ts";
import type { Trust } from "./trust.ts";

/**
 * The latest moment, in Unix seconds, by which enough witnesses had signed: under a policy the time from which on its
 * quorum stands, counted from the newest cosignature backwards; without one simply the newest. 0 when there is none.
 */
export function newestQuorumSeconds(head: JudgedCheckpoint, trust: Trust): number {
  const newestFirst = head.cosignatures.toSorted((left, right) => right.timeSeconds - left.timeSeconds);
  if (trust.policy === null) return newestFirst[0]?.timeSeconds ?? 0;
  const signed = new Set<string>();
  for (const { name, timeSeconds } of newestFirst) {
    for (const key of trust.witnessKeys) if (key.name === name) signed.add(key.text);
    if (quorumMetByKeys(trust.policy, signed)) return timeSeconds;
  }
  return 0;
}

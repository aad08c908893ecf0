/**
 * How often one address may ask. The bucket refills evenly; an address that has been silent for a minute has its
 * whole allowance again.
 */
export interface RateLimit {
  /** Counts a request of an address: `null` when it may pass, else the whole seconds after which to ask again. */
  secondsToWait(address: string): number | null;
}

/** Beyond this many addresses the one longest unheard of is forgotten: memory is bounded before fairness is. */
const addressesMax = 10_000;
const msPerMinute = 60_000;

interface Bucket {
  tokens: number;
  filledAt: number;
}

/** A limit of `requestsPerMinuteMax` for each address; `now` in milliseconds. */
export function rateLimit(requestsPerMinuteMax: number, now: () => number): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    secondsToWait: (address) => {
      const at = now();
      const bucket = buckets.get(address) ?? { tokens: requestsPerMinuteMax, filledAt: at };
      // A clock that was set back refills nothing.
      const elapsed = Math.max(0, at - bucket.filledAt);
      const tokens = Math.min(
        requestsPerMinuteMax,
        bucket.tokens + (elapsed * requestsPerMinuteMax) / msPerMinute,
      );
      const passes = tokens >= 1;
      buckets.delete(address);
      buckets.set(address, { tokens: passes ? tokens - 1 : tokens, filledAt: at });
      const oldest = buckets.keys().next();
      if (buckets.size > addressesMax && !oldest.done) buckets.delete(oldest.value);
      return passes ? null : Math.ceil(((1 - tokens) * msPerMinute) / requestsPerMinuteMax / 1_000);
    },
  };
}

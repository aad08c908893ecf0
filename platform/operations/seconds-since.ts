import type { Instant } from "#core/clock/civil-date.ts";

/** Whole seconds from `since` on; 0 for `null`, and for a clock that was set back. */
export function secondsSince(since: Instant | null, now: Instant): number {
  return since === null ? 0 : Math.max(0, Math.floor((now - since) / 1_000));
}

/** Everything that a witness may write into its log. It knows logs by name and nothing of any person. */
import type { DescribedError, EventLevel } from "#engines/operations/event-log.ts";

export type WitnessEvent =
  | { readonly event: "listening"; readonly url: string }
  /** It cannot begin as it is set up. */
  | { readonly event: "not-started"; readonly advice: string }
  /** Its memory could not be kept, so nothing was signed. */
  | { readonly event: "memory-not-kept"; readonly error: DescribedError }
  /** The log has signed two trees of one size. The proof lies in the folder of evidence: publish it. */
  | { readonly event: "contradiction"; readonly origin: string; readonly size: number };

export const witnessEventLevels: Readonly<Record<WitnessEvent["event"], EventLevel>> = {
  listening: "info",
  "not-started": "error",
  "memory-not-kept": "error",
  contradiction: "error",
};

import { parseCivilDate } from "../clock/civil-date.ts";
import { oneOf, type Reader } from "../strict-json.ts";

/** What the acts of an outside register say in public: how an appeal went past a body, and how its answer came back. */

/** How an appeal went to a body that takes no part, or was handed in past the portal. */
export const waysElsewhere = ["posted", "handed-in"] as const;
/** What the applicant showed for it: only this much is claimed later. */
export const sendingProofs = ["posting-receipt", "delivery-notice", "stamped-copy", "stub"] as const;

/** A day of the civil calendar as its text. */
export const dateText: Reader<string> = (value) =>
  typeof value === "string" && parseCivilDate(value).ok ? value : undefined;

/** Beside channel and language: the way, the kind of paper that was shown, and the day on it. */
export const sendingFields = {
  way: oneOf(waysElsewhere),
  proof: oneOf(sendingProofs),
  sentOn: dateText,
} as const;

/** A reply that came back past the register, entered by whom it reached. Nobody says there what it is worth. */
export const answerFields = { way: oneOf(waysElsewhere), dated: dateText, receivedOn: dateText } as const;

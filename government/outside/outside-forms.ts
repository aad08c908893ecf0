import { sendingProofs, waysElsewhere } from "#core/acts/elsewhere.ts";
import { defineForm } from "#platform/form/form.ts";

/** What was sent to a body that takes no part, and what shows it. The body is chosen from data, beside this form. */
export const sendingForm = defineForm("outside-sending", {
  way: { kind: "choice", required: true, options: waysElsewhere },
  proof: { kind: "choice", required: true, options: sendingProofs },
  sentOn: { kind: "text", required: true, charactersMax: 20, width: "half", inputMode: "numeric" },
  tracking: { kind: "text", required: false, charactersMax: 60, width: "half" },
  subject: { kind: "text", required: true, charactersMax: 120 },
  text: { kind: "long-text", required: false, charactersMax: 6_000, rows: 6 },
  name: { kind: "text", required: false, charactersMax: 120 },
  consent: { kind: "tick", required: true },
});

/** An answer that came past the register: by post or by hand. */
export const answerForm = defineForm("outside-answer", {
  way: { kind: "choice", required: true, options: waysElsewhere },
  dated: { kind: "text", required: true, charactersMax: 20, width: "half", inputMode: "numeric" },
  receivedOn: { kind: "text", required: true, charactersMax: 20, width: "half", inputMode: "numeric" },
  text: { kind: "long-text", required: false, charactersMax: 6_000, rows: 6 },
});

/** To draw what a body signs: its word in the state's record, where that is another one than here. */
export const challengeForm = defineForm("outside-challenge", {
  listedAs: { kind: "text", required: false, charactersMax: 60, width: "half" },
});

/** A body joins without a key: the keeper's head says how it was made sure that it is the body. It is chosen from data. */
export const joiningForm = defineForm("outside-joining", {
  assured: { kind: "choices", required: true, options: ["sealed-letter", "called-back"] },
});

/** Names of the fields that are made from data. */
export const bodyField = "body";
export const scanField = "scan";
/** The `parameters.json` of a mirror of the state's record. */
export const recordField = "record";
/** What the body's key has signed. */
export const answerField = "answer";

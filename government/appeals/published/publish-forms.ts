import { publicationRefusalReasons, publicMatters, redactionReasons } from "#core/acts/published-appeal.ts";
import { defineForm } from "#platform/form/form.ts";

/** The declared forms of what stands in public. Places and bodies are data, and their fields stand beside these. */

/** Names of the parts of a filing's files, which pictures are among: as many as `attachmentsMax`. */
export const pictureParts = ["attachment-1", "attachment-2", "attachment-3"] as const;

/** The author's copy. */
export const agreeForm = defineForm("publish", {
  subject: { kind: "text", required: true, charactersMax: 120 },
  text: { kind: "long-text", required: true, charactersMax: 6_000, rows: 12 },
  matter: { kind: "choice", required: true, options: publicMatters, as: "select" },
  place: { kind: "text", required: false, charactersMax: 60, pattern: /[a-z][a-z0-9-]{1,59}/ },
  reply: { kind: "tick", required: false },
  replyCuts: { kind: "long-text", required: false, charactersMax: 1_000, rows: 3 },
  pictures: { kind: "choices", required: false, options: pictureParts },
});

/** The word itself, beside the text that has just been read. */
export const agreedForm = defineForm("publish-agreed", {
  agreed: { kind: "tick", required: true },
});

const passage = { kind: "text", required: false, charactersMax: 300 } as const;
const reason = { kind: "choice", required: false, options: redactionReasons, as: "select" } as const;

/** How many passages a head cuts at one go. */
export const redactionRows = [1, 2, 3, 4] as const;

/** What the head cuts: each passage exactly as it stands in the text, with its reason. */
export const redactForm = defineForm("redact", {
  passage1: passage,
  reason1: reason,
  passage2: passage,
  reason2: reason,
  passage3: passage,
  reason3: reason,
  passage4: passage,
  reason4: reason,
  held: { kind: "choices", required: false, options: pictureParts },
  heldReason: reason,
});

/** The head's word against the whole text. */
export const refusePublicForm = defineForm("refuse-public", {
  refusal: { kind: "choice", required: true, options: publicationRefusalReasons },
});

/** The words that public appeals are searched by; what the list is narrowed to besides is chosen from data. */
export const publishedSearchForm = defineForm("published-search", {
  words: { kind: "text", required: false, charactersMax: 120 },
});

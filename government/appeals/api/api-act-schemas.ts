/** What the API takes for acts of the applicant, as JSON Schema: validates, describes and types. */
import { addedKinds, disputeReasons, ratingAnswers } from "#core/acts/appeal.ts";
import { erasureScopes } from "#core/acts/erasure.ts";
import { languages } from "#platform/language/language.ts";
import { forums } from "../forum.ts";
import { filesSent } from "./api-file-schemas.ts";
import { number, secret } from "./api-schemas.ts";

/** A text that is many times too long is refused before it is looked at; its true limit is the form's. */
const textCharactersMax = 30_000;
const text = { type: "string", maxLength: textCharactersMax } as const;
const holder = { number, secret } as const;

export const actRequests = {
  dispute: {
    type: "object",
    required: ["number", "secret", "reason"],
    additionalProperties: false,
    properties: { ...holder, reason: { enum: disputeReasons }, text },
  },
  add: {
    type: "object",
    required: ["number", "secret", "what", "text"],
    additionalProperties: false,
    properties: { ...holder, what: { enum: addedKinds }, text, files: filesSent },
  },
  clarify: {
    type: "object",
    required: ["number", "secret", "text"],
    additionalProperties: false,
    properties: { ...holder, text, files: filesSent },
  },
  withdraw: {
    type: "object",
    required: ["number", "secret", "withdrawalCode"],
    additionalProperties: false,
    properties: {
      ...holder,
      withdrawalCode: {
        type: "string",
        maxLength: 60,
        description: "The code that was asked for with the filing, 12 letters and digits.",
      },
    },
  },
  bare: {
    type: "object",
    required: ["number", "secret"],
    additionalProperties: false,
    properties: holder,
  },
  higher: {
    type: "object",
    required: ["number", "secret", "to", "subject", "text"],
    additionalProperties: false,
    properties: {
      ...holder,
      to: { enum: forums, description: "One of the `remedies` that the case, read whole, names as open." },
      subject: text,
      text,
      language: { enum: languages, description: "Of the text; Turkmen when left out." },
    },
  },
  rate: {
    type: "object",
    required: ["number", "secret", "answer"],
    additionalProperties: false,
    properties: { ...holder, answer: { enum: ratingAnswers } },
  },
  erase: {
    type: "object",
    required: ["number", "secret", "scope"],
    additionalProperties: false,
    properties: {
      ...holder,
      scope: {
        type: "array",
        minItems: 1,
        maxItems: erasureScopes.length,
        uniqueItems: true,
        items: { enum: erasureScopes },
      },
    },
  },
  readings: {
    type: "object",
    required: ["number", "secret"],
    additionalProperties: false,
    properties: {
      ...holder,
      page: {
        type: "integer",
        minimum: 1,
        maximum: 9999,
        description: "Of 25 each; the first when left out.",
      },
    },
  },
  attachment: {
    type: "object",
    required: ["number", "secret", "act", "name"],
    additionalProperties: false,
    properties: {
      ...holder,
      act: { type: "integer", minimum: 1, maximum: 9999, description: "Its place in the case." },
      name: { type: "string", pattern: "^attachment-[1-9]$", description: "As the whole case names it." },
    },
  },
} as const;

/** Pieces of which the descriptions of answers are made. */
import { text } from "./api-schemas.ts";

export const count = { type: "integer", minimum: 0 } as const;
export const countOrNull = { type: ["integer", "null"], minimum: 0 } as const;
export const dateText = { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" } as const;
export const dateOrNull = { ...dateText, type: ["string", "null"] } as const;
export const textOrNull = { type: ["string", "null"] } as const;
export const pieces = {
  type: "array",
  items: { anyOf: [text, open({ cut: text })] },
  description: "Texts in order, and where words are missing the reason why.",
} as const;
export const trilingual = open({ tk: text, ru: text, en: text });

export const receipt = {
  type: "object",
  required: ["v", "type", "origin", "logKey", "leaf", "index", "policyDigest", "fingerprint"],
  properties: { v: { const: 1 }, type: { const: "aydyn-receipt" }, origin: text, logKey: text },
  additionalProperties: true,
  description: "A receipt for `aydyn verify receipt`.",
} as const;

/** An object of these fields, all of them there. */
export function open<const Properties extends object>(properties: Properties) {
  return { type: "object", required: Object.keys(properties), properties } as const;
}

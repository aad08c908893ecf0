/** What the API takes of those who sign somebody else's appeal, as JSON Schema. */
import { number } from "./api-schemas.ts";

const codeCharactersMax = 60;
/** A line that is many times too long is refused before it is looked at; its true limit is the form's. */
const lineCharactersMax = 1_000;
const line = { type: "string", maxLength: lineCharactersMax } as const;

const invited = {
  number,
  coSigningCode: {
    type: "string",
    maxLength: codeCharactersMax,
    description: "The code that the applicant has passed on last, 12 letters and digits.",
  },
} as const;

export const coSignRequests = {
  read: {
    type: "object",
    required: ["number", "coSigningCode"],
    additionalProperties: false,
    properties: invited,
  },
  sign: {
    type: "object",
    required: ["number", "coSigningCode", "name", "address", "agreed"],
    additionalProperties: false,
    properties: {
      ...invited,
      name: line,
      address: line,
      agreed: { type: "boolean", description: "True: they have read the text and sign it." },
    },
  },
  signature: {
    type: "object",
    required: ["number", "signatureCode"],
    additionalProperties: false,
    properties: {
      number,
      signatureCode: {
        type: "string",
        maxLength: codeCharactersMax,
        description: "The code of one's own signature, which the answer to signing gave.",
      },
    },
  },
} as const;

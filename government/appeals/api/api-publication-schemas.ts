/** What the API takes of an author who lets an appeal stand in public, as JSON Schema. */
import { publicMatters } from "#core/acts/published-appeal.ts";
import { pictureParts } from "../published/publish-forms.ts";
import { number, secret, slug } from "./api-schemas.ts";

/** Texts that are many times too long are refused before they are looked at; their true limits are the form's. */
const textCharactersMax = 30_000;
const lineCharactersMax = 1_000;
const cutsMax = 50;

const copy = {
  number,
  secret,
  subject: { type: "string", maxLength: lineCharactersMax },
  text: { type: "string", maxLength: textCharactersMax },
  matter: { enum: publicMatters },
  place: { ...slug, description: "The body that answers for the place; the whole country when left out." },
  reply: {
    type: "boolean",
    description: "True: the reply that stands may be read too, without the passages that are cut.",
  },
  replyCuts: {
    type: "array",
    maxItems: cutsMax,
    items: { type: "string", maxLength: lineCharactersMax },
    description: "Passages to cut out of the reply, each exactly as it stands there.",
  },
  pictures: {
    type: "array",
    maxItems: pictureParts.length,
    items: { enum: pictureParts },
    description:
      "Which pictures of the filing everyone may see, by the names of its attachments; none when left out.",
  },
} as const;
const required = ["number", "secret", "subject", "text", "matter"] as const;

export const publicationRequests = {
  preview: { type: "object", required, additionalProperties: false, properties: copy },
  agree: {
    type: "object",
    required: [...required, "digest", "agreed"],
    additionalProperties: false,
    properties: {
      ...copy,
      digest: {
        type: "string",
        pattern: "^[0-9a-f]{64}$",
        description: "As the preview of this very copy gave it: what is agreed to is what was read.",
      },
      agreed: {
        type: "boolean",
        description: "True: they have read the preview, and know that copies cannot be recalled.",
      },
    },
  },
} as const;

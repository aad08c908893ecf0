/** What the API takes, as JSON Schema: the same objects validate, describe (OpenAPI) and type. */
import { outcomes } from "#core/acts/appeal.ts";
import { publicMatters } from "#core/acts/published-appeal.ts";
import { languages } from "#platform/language/language.ts";
import { complainedOfMax, relations, webFilingKinds } from "../appeal-forms.ts";
import { attachmentBytesMax, attachmentsMax } from "../attachment-type.ts";
import { filesSent } from "./api-file-schemas.ts";

/** What a schema lets through, as far as the schemas of requests here go. */
export type FromSchema<S> = S extends { readonly enum: readonly (infer Value)[] }
  ? Value
  : S extends { readonly type: "string" }
    ? string
    : S extends { readonly type: "boolean" }
      ? boolean
      : S extends { readonly type: "integer" }
        ? number
        : S extends { readonly type: "array"; readonly items: infer Items }
          ? readonly FromSchema<Items>[]
          : S extends {
                readonly properties: infer Properties;
                readonly required: readonly (infer Required)[];
              }
            ? { readonly [Name in keyof Properties & Required]: FromSchema<Properties[Name]> } & {
                readonly [Name in Exclude<keyof Properties, Required>]?: FromSchema<Properties[Name]>;
              }
            : never;

export const text = { type: "string" } as const;
export const slug = { type: "string", pattern: "^[a-z][a-z0-9-]{1,59}$" } as const;
export const number = {
  type: "string",
  maxLength: 40,
  description: "Number of the case, such as 26-4711-8302-5.",
} as const;
export const secret = {
  type: "string",
  maxLength: 60,
  description: "The secret of the case, 16 letters and digits.",
} as const;
export const statusCode = {
  type: "string",
  maxLength: 60,
  description: "The status code, 8 letters and digits.",
} as const;
/** Four characters of base64 carry three bytes. */
const attachmentCharactersMax = 4 * Math.ceil(attachmentBytesMax / 3);
/** A text that is many times too long is refused before it is looked at; its true limit is the form's. */
const textCharactersMax = 30_000;
const lineCharactersMax = 1_000;

/** Largest body of a filing: attachments in base64, and the texts. */
export const apiFilingBytesMax = attachmentsMax * attachmentCharactersMax + 262_144;

export const requests = {
  filing: {
    type: "object",
    required: ["kind", "body", "language", "subject", "text", "identityShown"],
    additionalProperties: false,
    properties: {
      kind: { enum: webFilingKinds },
      body: slug,
      language: { enum: languages },
      subject: { type: "string", maxLength: lineCharactersMax },
      text: { type: "string", maxLength: textCharactersMax },
      identity: {
        type: "object",
        description: "Who files; left out of a nameless filing.",
        required: ["name", "address"],
        additionalProperties: false,
        properties: {
          name: { type: "string", maxLength: lineCharactersMax },
          address: { type: "string", maxLength: lineCharactersMax },
          contact: { type: "string", maxLength: lineCharactersMax },
        },
      },
      identityShown: {
        type: "boolean",
        description: "False: those who handle it do not learn who filed it.",
      },
      nameless: {
        type: "boolean",
        description: "True: nothing is stored that names anybody. Needs no identity and takes none.",
      },
      warningRead: {
        type: "boolean",
        description:
          "Must be true where identityShown is false: the applicant was told that the line, the place and the story can give them away all the same.",
      },
      complainedOf: {
        type: "object",
        description:
          "Of a complaint: the posts that it is about, and the bodies that it is about as a whole. The case is never given to them nor sent to their body; nobody at a body named as a whole opens or answers it. Not public. At most six in all.",
        required: [],
        additionalProperties: false,
        properties: {
          posts: {
            type: "array",
            maxItems: complainedOfMax,
            items: {
              type: "object",
              required: ["body", "post"],
              additionalProperties: false,
              properties: { body: slug, post: slug },
            },
          },
          bodies: { type: "array", maxItems: complainedOfMax, items: slug },
          words: {
            type: "string",
            maxLength: lineCharactersMax,
            description:
              "Whom it is about, in the writer's own words. Words alone keep nobody out: whoever gives or sends the case to somebody whose name stands in them must give a reason, which the applicant reads.",
          },
        },
      },
      staysWithBody: {
        type: "boolean",
        description:
          "True: the complaint goes to the chosen body although it is about its head and a higher body could take it.",
      },
      together: {
        type: "boolean",
        description: "True: others may sign it too; the applicant draws the code to pass on at the portal.",
      },
      relation: {
        enum: relations,
        description: "When filed for somebody else: what gives the one who files the word.",
      },
      withdrawalCode: {
        type: "boolean",
        description:
          "True: the answer carries the withdrawal code too. Ask only for whoever will keep it apart.",
      },
      proofAtOnce: {
        type: "boolean",
        description:
          "Of a sealed or nameless filing: true enters it at once, false at a random moment in the night after, within 24 hours.",
      },
      files: filesSent,
      attachments: {
        type: "array",
        maxItems: attachmentsMax,
        items: {
          type: "object",
          required: ["fileName", "base64"],
          additionalProperties: false,
          properties: {
            fileName: { type: "string", maxLength: lineCharactersMax },
            base64: { type: "string", maxLength: attachmentCharactersMax },
            metadata: {
              enum: ["as-it-is", "without"],
              description:
                "What becomes of names, dates and places that a document carries beside its text. To be said for a document that carries any when the identity is not shown.",
            },
          },
        },
      },
    },
  },
  idempotency: {
    type: "object",
    required: ["idempotency-key"],
    properties: {
      "idempotency-key": {
        type: "string",
        pattern: "^[A-Za-z0-9._~-]{16,128}$",
        description:
          "Drawn anew for each filing and each act, such as a UUID. The same key and body give the same answer.",
      },
    },
  },
  status: {
    type: "object",
    required: ["number", "statusCode"],
    additionalProperties: false,
    properties: { number, statusCode },
  },
  read: {
    type: "object",
    required: ["number", "secret"],
    additionalProperties: false,
    properties: { number, secret },
  },
  receipt: {
    type: "object",
    required: ["number", "secret"],
    additionalProperties: false,
    properties: {
      number,
      secret,
      act: {
        type: "integer",
        minimum: 1,
        maximum: 9999,
        description: "Its place in the case; 1 when left out.",
      },
      opening: {
        type: "boolean",
        description: "True: with texts and nonces. Whoever finds such a receipt can read it.",
      },
    },
  },
  bodyParams: { type: "object", required: ["slug"], additionalProperties: false, properties: { slug } },
  figuresQuery: {
    type: "object",
    required: [],
    additionalProperties: false,
    properties: {
      period: {
        enum: ["year", "all"],
        description: "The twelve months that pages show (as when left out), or the whole record.",
      },
    },
  },
  publishedQuery: {
    type: "object",
    required: [],
    additionalProperties: false,
    properties: {
      words: {
        ...text,
        maxLength: 120,
        description: "Words in any of the three languages; 30 best matches.",
      },
      body: { ...slug, description: "The body that holds the case." },
      kind: { enum: webFilingKinds },
      matter: { enum: publicMatters },
      place: { ...slug, description: "The body that answers for the place." },
      outcome: { enum: ["none", ...outcomes], description: "none: no answer yet." },
      overdue: { enum: ["yes"], description: "Only open cases beyond their due day." },
      order: { enum: ["newest", "longest-waiting"] },
      after: { ...text, maxLength: 40, description: "`next` of the page before." },
    },
  },
  overdueQuery: {
    type: "object",
    required: [],
    additionalProperties: false,
    properties: { body: { ...slug, description: "Only cases with whose delay this body is charged." } },
  },
} as const;

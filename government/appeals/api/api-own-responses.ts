/** What the API gives to those whose case it is, and to those who sign it, as JSON Schema. */
import { publicMatters } from "#core/acts/published-appeal.ts";
import { languages } from "#platform/language/language.ts";
import { number, slug, text } from "./api-schemas.ts";
import { count, countOrNull, dateOrNull, open, pieces, receipt, textOrNull } from "./response-parts.ts";

const files = {
  type: "array",
  description: "What lies under the key.",
  items: open({
    position: count,
    fileName: text,
    mediaType: text,
    byteLength: count,
    names: {
      type: "array",
      items: open({ what: text, value: text }),
      description: "What the file names beside its text.",
    },
    isUndecided: {
      type: "boolean",
      description:
        "True: it goes with no act of somebody who does not show their name before a choice is made.",
    },
  }),
} as const;

const looksPersonal = {
  type: "array",
  items: open({ passage: text, kind: text }),
  description: "Passages that may lead to a person: a help, and no promise that nothing else does.",
} as const;

export const ownResponses = {
  piece: open({ received: count, done: { type: "boolean" }, files }),
  files: open({ files }),
  coSigningCode: open({
    number,
    coSigningCode: { ...text, description: "12 letters and digits. Whoever has it can read the text." },
    signatures: countOrNull,
  }),
  toSign: open({
    ...{ number, kind: text, language: { enum: languages }, body: slug },
    ...{ subject: textOrNull, text: { ...textOrNull, description: "null: erased; nobody signs it then." } },
  }),
  signed: open({
    number,
    signatureCode: { ...text, description: "Takes this one signature back until the answer." },
    receipt,
  }),
  signatureTakenBack: open({ number }),
  publicationPreview: open({
    number,
    language: { enum: languages },
    matter: { enum: publicMatters },
    place: { ...slug, type: ["string", "null"] },
    ...{ subject: pieces, text: pieces, reply: { ...pieces, type: ["array", "null"] }, looksPersonal },
    pictures: { type: "array", items: text, description: "Those of the filing that everyone would see." },
    until: { ...dateOrNull, description: "By when it stands in public if it is agreed to now." },
    digest: { ...text, description: "Of this very copy, for agreeToPublish." },
  }),
  readings: open({
    count,
    page: count,
    pages: count,
    readings: {
      type: "array",
      items: open({
        at: { type: "string", format: "date-time" },
        actor: { ...text, description: "The post, or head." },
        body: { ...slug, description: "In whose register it stands." },
        what: { ...textOrNull, description: "texts, identity; null once that was erased." },
        entry: { ...countOrNull, description: "Its number in the public record; null while it waits." },
      }),
    },
  }),
} as const;

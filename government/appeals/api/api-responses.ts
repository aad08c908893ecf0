/** What the API gives, as JSON Schema for OpenAPI; the same schemas write the answers. */
import type { Outcome } from "#core/acts/appeal.ts";
import { oversights } from "#core/record/oversight.ts";
import type { Branch } from "#government/bodies/index.ts";
import { problemSchema } from "#platform/http/problem-json.ts";
import { languages } from "#platform/language/language.ts";
import { forums } from "../forum.ts";
import { ownResponses } from "./api-own-responses.ts";
import { number, secret, slug, statusCode, text } from "./api-schemas.ts";
import {
  count,
  countOrNull,
  dateOrNull,
  dateText,
  open,
  pieces,
  receipt,
  textOrNull,
  trilingual,
} from "./response-parts.ts";

const branches = ["executive", "judicial", "electoral", "independent"] as const satisfies readonly Branch[];
const bodySummary = {
  number: count,
  slug,
  name: trilingual,
  parent: { ...slug, type: ["string", "null"] },
  register: { ...slug, description: "The body under whose number its acts are entered." },
  branch: { enum: branches },
  takesAppeals: { type: "boolean" },
  oversight: {
    enum: [...oversights, null],
    description: "Of what oversees every body: as what. A case of any body can be taken there.",
  },
} as const;

const month = open({ month: text, inTime: count, late: count, openOverdue: count });
const figures = {
  description: "Each is defined in docs/statistics.md, section 4.",
  ...open({
    filed: count,
    receivedByForwarding: count,
    received: count,
    forwarded: count,
    forwardedAgain: count,
    extended: count,
    clarificationsAsked: count,
    disputed: count,
    answered: count,
    refused: count,
    inTime: count,
    explained: count,
    terminated: count,
    merged: count,
    withdrawn: count,
    otherwiseInTime: count,
    late: count,
    openOverdue: count,
    judged: count,
    headlinePermille: { ...countOrNull, maximum: 1000 },
    open: count,
    oldestOverdueWorkingDays: countOrNull,
    oldestOverdueCalendarDays: countOrNull,
    holdingsEnded: count,
    daysHeldMedian: countOrNull,
    daysHeldPercentile90: countOrNull,
    months: { type: "array", items: month },
  }),
} as const;
const statedOutcomes = {
  satisfied: countOrNull,
  "partly-satisfied": countOrNull,
  refused: countOrNull,
  explained: countOrNull,
  terminated: countOrNull,
} as const satisfies Record<Outcome, unknown>;
/** Beside the headline, and never in it. */
const stated = {
  ...open({
    source: { const: "stated-by-the-state" },
    from: dateText,
    until: dateText,
    inTimeOverturned: countOrNull,
    headlineLessOverturnedPermille: { ...countOrNull, maximum: 1000 },
    outcomes: {
      ...open(statedOutcomes),
      description:
        "Standing closings by the outcome that the body stated: the sum of what `/grounds` shows of these quarters.",
    },
  }),
  type: ["object", "null"],
  description:
    "What leaves do not show, of the closed quarters from `from` until `until`: docs/statistics.md, section 9. Numbers are null where one of the quarters withholds them; null with period=all while no quarter of the record is over.",
} as const;
const span = { asOf: dateText, from: dateOrNull } as const;

const place = {
  entry: { ...countOrNull, description: "Its number in the public record; null while it waits." },
  witnessed: { type: "boolean" },
} as const;
const act = {
  kind: text,
  body: slug,
  at: { type: "string", format: "date-time" },
  actor: text,
  ...place,
} as const;
const standing = {
  number,
  kind: text,
  body: slug,
  phase: text,
  filed: dateText,
  due: dateOrNull,
  explanation: {
    type: "array",
    items: text,
    description: "How the due day came about, in the language asked for.",
  },
} as const;
const anything = {
  description: "As the act's kind has it; null when there is none or it was erased.",
} as const;
export const responses = {
  ...ownResponses,
  bodies: open({ bodies: { type: "array", items: open(bodySummary) } }),
  body: open({
    ...bodySummary,
    verifierKey: text,
    workingDays: { type: "array", items: { type: "integer", minimum: 1, maximum: 7 } },
    address: trilingual,
    places: { type: "array", items: trilingual },
    competences: { type: "array", items: trilingual },
    posts: { type: "array", items: open({ slug: text, name: trilingual }) },
    reception: { type: "array", items: open({ weekday: count, from: text, until: text }) },
  }),
  bodyFigures: open({ ...span, body: slug, register: slug, figures, stated }),
  figures: open({
    ...span,
    origin: text,
    all: figures,
    stated,
    bodies: { type: "array", items: open({ body: slug, number: count, figures, stated }) },
  }),
  overdue: open({
    asOf: dateText,
    cases: {
      type: "array",
      items: open({
        charged: slug,
        holder: slug,
        kind: text,
        filed: dateText,
        due: dateText,
        workingDaysOverdue: count,
        calendarDaysOverdue: count,
        disputed: { type: "boolean" },
        entry: count,
      }),
    },
  }),
  published: open({
    found: { enum: ["by-filter", "by-words", "by-spelling"] },
    next: textOrNull,
    appeals: {
      type: "array",
      items: open({
        id: text,
        kind: text,
        language: text,
        matter: text,
        place: { ...slug, type: ["string", "null"] },
        outcome: textOrNull,
        body: slug,
        filed: dateText,
        due: dateOrNull,
        publishedAt: { type: "string", format: "date-time" },
        subject: pieces,
        text: pieces,
        reply: { ...pieces, type: ["array", "null"] },
        pictures: {
          type: "array",
          description:
            "Pictures that the author lets everyone see; of one that the head holds back, the reason alone.",
          items: {
            type: "object",
            required: ["path", "held"],
            properties: {
              path: { ...textOrNull, description: "Where it can be fetched; null: it is held back." },
              ...{ held: textOrNull, mediaType: text, byteLength: count, sha256: text },
            },
          },
        },
      }),
    },
  }),
  filed: {
    type: "object",
    required: ["number", "statusCode", "secret", "due", "receipt"],
    properties: {
      ...{ number, statusCode, secret, due: dateOrNull, receipt },
      withdrawalCode: { ...text, description: "Only when it was asked for. 12 letters and digits." },
    },
  },
  status: open({ ...standing, acts: { type: "array", items: open(act) } }),
  read: open({
    ...standing,
    language: { enum: languages, description: "Of the appeal, and of what is written in its case." },
    signatures: {
      ...countOrNull,
      description: "How many others have signed; null for an appeal that was not filed together.",
    },
    publication: open({
      id: { ...textOrNull, description: "Under which it stands in public; null: it does not." },
      waits: { type: "boolean", description: "The author has agreed, and the head has not said a word yet." },
      until: {
        ...dateOrNull,
        description: "By when it stands in public at the latest; null: it does not wait.",
      },
      refused: { ...textOrNull, description: "Why the head refused what was agreed to last." },
    }),
    remedies: {
      type: "array",
      description:
        "The higher places that the case can be taken to now, each until its day; null: no term runs.",
      items: open({
        to: { enum: forums },
        body: slug,
        against: { enum: ["decision", "silence"] },
        until: dateOrNull,
      }),
    },
    acts: {
      type: "array",
      items: open({
        ...act,
        erased: { type: "boolean" },
        erasedParts: {
          type: "array",
          items: text,
          description: "Names of the parts that were erased; the act itself stands.",
        },
        details: anything,
        texts: anything,
        official: anything,
        attachments: { type: "array", items: open({ name: text, mediaType: text, byteLength: count }) },
      }),
    },
  }),
  entered: open({ number, phase: text, due: dateOrNull }),
  attachment: {
    description: "The file as it was sent, to be saved: its media type is the answer's.",
    content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
  },
  receipt,
  problem: {
    ...problemSchema,
    required: [...problemSchema.required, "code", "detail"],
    properties: {
      ...problemSchema.properties,
      code: { type: "string", description: "Stable; for programs." },
      detail: { type: "string", description: "A sentence in the language that Accept-Language asks for." },
    },
  },
} as const;

/** What every route says of its refusals. */
export const problemResponses = {
  "4xx": {
    description: "Why not: a stable code and a sentence (RFC 9457).",
    content: { "application/problem+json": { schema: responses.problem } },
  },
} as const;

/** A good answer for OpenAPI. */
export function answered<const Schema extends object>(description: string, schema: Schema) {
  return { description, content: { "application/json": { schema } } } as const;
}

import {
  clarificationReasons,
  explanationGrounds,
  extensionReasons,
  forwardReasons,
  type Outcome,
  outcomes,
  partialGrounds,
  refusalGrounds,
  terminationGrounds,
} from "#core/acts/appeal.ts";
import { erasureRefusalGrounds, erasureScopes } from "#core/acts/erasure.ts";
import { type UnheardReason, unheardReasons } from "#core/acts/unheard.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { defineForm, type Fields, type Form } from "#platform/form/form.ts";
import { despiteReasons } from "../named-in-words.ts";
import { queueKinds } from "./desk-links.ts";

/** The declared forms of the desk. Options that are data (posts, bodies) travel as texts and are checked by their routes. */

export const deskAssignForm = defineForm("desk-assign", {
  post: { kind: "text", required: true, charactersMax: 80 },
  // Asked when the holder's name stands in the applicant's own words on whom the complaint is about.
  despite: { kind: "choice", required: false, options: despiteReasons },
});

export const deskForwardForm = defineForm("desk-forward", {
  body: { kind: "text", required: true, charactersMax: 60 },
  reason: { kind: "choice", required: true, options: forwardReasons },
  note: { kind: "long-text", required: false, charactersMax: 2_000, rows: 4 },
  despite: { kind: "choice", required: false, options: despiteReasons },
});

export const deskClarifyForm = defineForm("desk-clarify", {
  reason: { kind: "choice", required: true, options: clarificationReasons },
  text: { kind: "long-text", required: true, charactersMax: 4_000 },
});

export const deskExtendForm = defineForm("desk-extend", {
  until: { kind: "text", required: true, charactersMax: 10, width: "short" },
  reason: { kind: "choice", required: true, options: extensionReasons },
  text: { kind: "long-text", required: true, charactersMax: 2_000, rows: 4 },
});

export const deskHearingForm = defineForm("desk-hearing", {
  on: { kind: "text", required: true, charactersMax: 10, width: "short" },
  text: { kind: "long-text", required: true, charactersMax: 6_000, rows: 10 },
});

/** Why a refusal goes back to its writer. */
export const deskReturnForm = defineForm("desk-return", {
  reason: { kind: "long-text", required: true, charactersMax: 2_000, rows: 4 },
});

/** A case by its number. */
export const deskFindForm = defineForm("desk-find", {
  number: { kind: "text", required: true, charactersMax: 20, width: "half", inputMode: "numeric" },
});

export const deskNoteForm = defineForm("desk-note", {
  text: { kind: "long-text", required: true, charactersMax: 2_000, rows: 3 },
});

export const deskHandoverForm = defineForm("desk-handover", {
  post: { kind: "text", required: true, charactersMax: 80 },
  deputy: { kind: "text", required: true, charactersMax: 80 },
  from: { kind: "text", required: true, charactersMax: 10, width: "short" },
  through: { kind: "text", required: true, charactersMax: 10, width: "short" },
});

/** Who acts in the post of a head that nobody holds: the post as `BODY.POST`, chosen from a list. */
export const deskVacancyForm = defineForm("desk-vacancy", {
  vacantDeputy: { kind: "text", required: true, charactersMax: 160 },
  vacantFrom: { kind: "text", required: true, charactersMax: 10, width: "short" },
  vacantThrough: { kind: "text", required: true, charactersMax: 10, width: "short" },
});

/** A page of boilerplate: two of them, and words of the writer's own, still go into one reply. */
const templateText = { kind: "long-text", required: false, charactersMax: 2_000, rows: 6 } as const;

/** A text kept ready for replies, in as many languages as its body writes it; for some of them, or for all. */
export const deskTemplateForm = defineForm("desk-template", {
  name: { kind: "text", required: true, charactersMax: 80 },
  outcome: { kind: "choice", required: false, options: outcomes },
  kind: { kind: "choice", required: false, options: queueKinds },
  textTk: templateText,
  textRu: templateText,
  textEn: templateText,
});

/** What came out: the first page of an answer. */
export const deskOutcomeForm = defineForm("desk-outcome", {
  outcome: { kind: "choice", required: true, options: outcomes },
});

const text = { kind: "long-text", required: true, charactersMax: 6_000, rows: 12 } as const;
const law = { kind: "long-text", required: true, charactersMax: 2_000, rows: 3 } as const;

/** The reply itself, by its outcome: each has grounds of its own, and who gets what they asked for needs none. */
export const deskReplyForms = {
  satisfied: defineForm("desk-reply", { text, law: { ...law, required: false } }),
  "partly-satisfied": defineForm("desk-reply", {
    text,
    grounds: { kind: "choices", required: true, options: partialGrounds },
    law,
  }),
  refused: defineForm("desk-reply", {
    text,
    grounds: { kind: "choices", required: true, options: refusalGrounds },
    law,
  }),
  explained: defineForm("desk-reply", {
    text,
    grounds: { kind: "choices", required: true, options: explanationGrounds },
    law,
  }),
  terminated: defineForm("desk-reply", {
    text,
    grounds: { kind: "choices", required: true, options: terminationGrounds },
    law,
  }),
} as const satisfies Record<Outcome, unknown>;

/**
 * The reply where nobody was heard before: then the reason is said, from a list that the case narrows
 * (`unheardReasonsNow`).
 */
export const deskUnheardForms = {
  "partly-satisfied": defineForm("desk-reply", {
    unheard: { kind: "choice", required: true, options: unheardReasons },
    ...deskReplyForms["partly-satisfied"].fields,
  }),
  refused: defineForm("desk-reply", {
    unheard: { kind: "choice", required: true, options: unheardReasons },
    ...deskReplyForms.refused.fields,
  }),
} as const;

/** What a reply asks for: by its outcome, and by the reasons of which one is to be stated; `null` for none. */
export interface ReplyShape {
  readonly outcome: Outcome;
  readonly unheard: readonly UnheardReason[] | null;
}

/** The form of a reply. */
export function deskReplyForm({ outcome, unheard }: ReplyShape): Form<Fields> {
  if (unheard === null || (outcome !== "refused" && outcome !== "partly-satisfied"))
    return deskReplyForms[outcome];
  const { name, fields } = deskUnheardForms[outcome];
  return { name, fields: { ...fields, unheard: { ...fields.unheard, options: unheard } } };
}

/** The limits of core/acts/appeal.ts, which refuses details beyond them. */
export const groundsMax = 6;
const articlesMax = 20;
const articleCharactersMax = 200;

/** Articles of law, one on each line. */
export function readArticles(lines: string): Result<readonly string[], "too-many-or-too-long"> {
  const articles = lines
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
  const fits =
    articles.length <= articlesMax && articles.every((article) => article.length <= articleCharactersMax);
  return fits ? ok(articles) : refused("too-many-or-too-long");
}

/** Erasing what the applicant asked to have erased: nothing is left to choose. */
export const deskEraseForm = defineForm("desk-erase", {});

/** Refusing to erase it: a ground from the list, and words for the applicant. */
export const deskKeepForm = defineForm("desk-keep", {
  ground: { kind: "choice", required: true, options: erasureRefusalGrounds },
  text: { kind: "long-text", required: true, charactersMax: 2_000, rows: 4 },
});

/** Erasing what the applicant has not asked for: by whose order, what, and which order. */
export const deskOrderForm = defineForm("desk-order", {
  orderGround: {
    kind: "choice",
    required: true,
    options: ["court-order", "third-person", "retention-ended"],
  },
  orderScope: { kind: "choices", required: true, options: erasureScopes },
  orderReference: { kind: "text", required: true, charactersMax: 200 },
});

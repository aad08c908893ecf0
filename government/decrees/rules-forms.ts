import { announcedExpiries, filingKinds, termUnits } from "#core/clock/rules.ts";
import { defineForm } from "#platform/form/form.ts";
import type { RulesEditKind } from "./rules-edit.ts";

/** The declared forms of new rules. One name for all: a field means the same in each. */

const number = { kind: "text", charactersMax: 3, width: "short", inputMode: "numeric" } as const;
const count = { ...number, required: true } as const;
const term = { length: count, unit: { kind: "choice", required: true, options: termUnits } } as const;
const article = { kind: "text", required: true, charactersMax: 300 } as const;
const reason = { kind: "text", required: true, charactersMax: 200 } as const;
const from = {
  kind: "text",
  required: true,
  charactersMax: 10,
  width: "half",
  inputMode: "numeric",
} as const;
const words = {
  confirmed: { kind: "tick", required: false },
  reasonTk: reason,
  reasonRu: reason,
  reasonEn: reason,
} as const;
const announcement = { from, ...words } as const;

/** Of provisions by which the day of a single case is counted: an announcement says whether it reaches open ones. */
const forCases = { from, moves: { kind: "tick", required: false }, ...words } as const;

export const rulesForms = {
  answer: defineForm("rules-change", {
    kinds: { kind: "choices", required: true, options: filingKinds },
    ...term,
    expiry: { kind: "choice", required: true, options: announcedExpiries },
    article,
    ...forCases,
  }),
  forward: defineForm("rules-change", { ...term, ...forCases }),
  pause: defineForm("rules-change", { pauseDays: count, pauses: count, ...forCases }),
  extension: defineForm("rules-change", { ...term, extensions: count, ...forCases }),
  dispute: defineForm("rules-change", { ...term, ...forCases }),
  withdrawal: defineForm("rules-change", { revocableDays: count, ...forCases }),
  hearing: defineForm("rules-change", {
    ...term,
    beforePartly: { kind: "tick", required: false },
    article,
    ...announcement,
  }),
  remedy: defineForm("rules-change", {
    higherMonths: count,
    courtMonths: count,
    // Left empty: no term runs.
    prosecutorMonths: { ...number, required: false },
    ombudsmanMonths: { ...number, required: false },
    article,
    ...announcement,
  }),
  escalation: defineForm("rules-change", { firstDays: count, secondDays: count, ...announcement }),
  post: defineForm("rules-change", { ...term, ...announcement }),
  erasure: defineForm("rules-change", { ...term, article, ...announcement }),
  publication: defineForm("rules-change", { ...term, article, ...announcement }),
  law: defineForm("rules-change", { article, ...announcement }),
} as const satisfies Record<RulesEditKind, unknown>;

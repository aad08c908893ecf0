import { defineForm } from "#platform/form/form.ts";
import type { CalendarEditKind } from "./calendar-edit.ts";

/** The declared forms of decrees: days are written as people write them and read by their route. */

const day = { kind: "text", required: true, charactersMax: 10, width: "half", inputMode: "numeric" } as const;
const lastDay = { ...day, required: false } as const;
const name = { kind: "text", required: true, charactersMax: 80 } as const;

export const decreeForms = {
  holiday: defineForm("decree-holiday", {
    from: day,
    through: lastDay,
    nameTk: name,
    nameRu: name,
    nameEn: name,
  }),
  outage: defineForm("decree-outage", { from: day, through: lastDay }),
  transfer: defineForm("decree-transfer", { off: day, worked: day }),
  "take-back": defineForm("decree-take-back", { from: day, through: lastDay }),
} as const satisfies Record<CalendarEditKind, unknown>;

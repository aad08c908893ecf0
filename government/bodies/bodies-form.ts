import { defineForm } from "#platform/form/form.ts";

/** The question for a body: what it is about, and where. Its fields travel in the address, so it asks for no names. */
export const bodiesSearchForm = defineForm("bodies-search", {
  matter: { kind: "text", required: false, charactersMax: 200 },
  place: { kind: "text", required: false, charactersMax: 60, width: "half" },
});

import { defineForm } from "#platform/form/form.ts";

/** Looks up an entry of the record by its number. */
export const publicEntryForm = defineForm("public-entry", {
  number: {
    kind: "text",
    required: true,
    charactersMax: 16,
    inputMode: "numeric",
    width: "half",
    pattern: /0|[1-9][0-9]{0,14}/,
  },
});

import { defineForm } from "#platform/form/form.ts";

/** Every kind of field, for the gallery. */
export const galleryForm = defineForm("gallery", {
  title: { kind: "text", required: true, charactersMax: 60 },
  phone: { kind: "text", required: false, charactersMax: 20, inputMode: "tel", width: "half" },
  password: { kind: "text", required: true, charactersMax: 60, secret: true, width: "half" },
  whatHappened: { kind: "long-text", required: true, charactersMax: 4000, rows: 6 },
  kind: { kind: "choice", required: true, options: ["complaint", "suggestion"] },
  region: { kind: "choice", required: false, options: ["north", "south"], as: "select" },
  channels: { kind: "choices", required: true, options: ["post", "phone"] },
  agreed: { kind: "tick", required: true },
});

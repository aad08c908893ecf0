import { defineForm } from "#platform/form/form.ts";
import { passwordCharactersMax } from "./hashing.ts";

/** The first step of signing in. Nothing is remembered by the browser: it may be everyone's. */
export const signInForm = defineForm("sign-in", {
  number: { kind: "text", required: true, charactersMax: 20, inputMode: "numeric", width: "short" },
  password: {
    kind: "text",
    required: true,
    charactersMax: passwordCharactersMax,
    secret: true,
    width: "half",
  },
});

/** The second step. */
export const signInCodeForm = defineForm("sign-in-code", {
  code: { kind: "text", required: true, charactersMax: 30, width: "half" },
});

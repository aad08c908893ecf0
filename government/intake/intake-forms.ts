import { stubsPerPadMax, voidReasons } from "#core/record/stub-acts.ts";
import {
  appealAboutForm,
  appealNamedIdentityForm,
  appealShownForm,
  appealTextForm,
  documentsSeen,
  webFilingKinds,
} from "#government/appeals/index.ts";
import type { Channel } from "#government/cases/index.ts";
import { defineForm } from "#platform/form/form.ts";
import { languages } from "#platform/language/language.ts";

/** The declared forms of intake. What a person writes has the limits of the form on the web, by the same declarations. */

/** How what an operator enters reached the office. */
const takenChannels = ["desk", "reception", "telephone", "post"] as const satisfies readonly Channel[];

const { subject, text } = appealTextForm.fields;
const { name, address, contact } = appealShownForm.fields;
const { identity } = appealNamedIdentityForm.fields;

export const paperForm = defineForm("intake-paper", {
  channel: { kind: "choice", required: true, options: takenChannels },
  stub: { kind: "text", required: false, charactersMax: 20, width: "half" },
  day: { kind: "text", required: true, charactersMax: 10, width: "short" },
  hour: { kind: "text", required: true, charactersMax: 5, width: "short" },
  kind: { kind: "choice", required: true, options: webFilingKinds, as: "select" },
  language: { kind: "choice", required: true, options: languages, as: "select" },
  subject,
  // A scan may say it all.
  text: { ...text, required: false },
  // A nameless paper is registered too.
  name: { ...name, required: false },
  address: { ...address, required: false },
  contact,
  identity,
  another: { kind: "tick", required: false },
  old: { kind: "tick", required: false },
});

/**
 * What a helper types in for the person beside: no day, no stub, no scan. For whom it is, who may know the name and who
 * files, the citizen's own forms ask.
 */
export const assistForm = defineForm("intake-assist", {
  kind: { kind: "choice", required: true, options: webFilingKinds, as: "select" },
  language: { kind: "choice", required: true, options: languages, as: "select" },
  subject,
  text,
});

export const padForm = defineForm("intake-pad", {
  stubs: {
    kind: "text",
    required: true,
    charactersMax: String(stubsPerPadMax).length,
    pattern: /[1-9]\d*/,
    inputMode: "numeric",
    width: "short",
  },
});

const stubNumber = {
  kind: "text",
  required: true,
  charactersMax: 4,
  pattern: /0*[1-9]\d*/,
  inputMode: "numeric",
  width: "short",
} as const;

export const voidForm = defineForm("intake-void", {
  pad: { ...stubNumber, charactersMax: 5 },
  from: stubNumber,
  to: stubNumber,
  reason: { kind: "choice", required: true, options: voidReasons, as: "select" },
});

/** Somebody came to withdraw, or to take a withdrawal back. */
export const inPersonForm = defineForm("intake-in-person", {
  number: { kind: "text", required: true, charactersMax: 20, width: "half" },
  what: { kind: "choice", required: true, options: ["withdrawn", "withdrawal-revoked"] },
  seen: { kind: "choice", required: true, options: documentsSeen },
});

export const stubForm = defineForm("intake-stub", {
  stub: { kind: "text", required: true, charactersMax: 60 },
});

/** What stands in a carried file, by the limits of the form on the web. */
export const carriedForm = defineForm("intake-carried-file", {
  kind: { kind: "choice", required: true, options: webFilingKinds },
  language: { kind: "choice", required: true, options: languages },
  subject,
  text,
  name,
  address,
  contact,
  about: appealAboutForm.fields.who,
});

/** Whose day counts for the files that are opened: the office's, or today for what somebody brings. */
export const openFilesForm = defineForm("intake-files", {
  whose: { kind: "choice", required: true, options: ["office", "bringer"] },
});

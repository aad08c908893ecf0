import { addedKinds, disputeReasons, ratingAnswers } from "#core/acts/appeal.ts";
import { erasureScopes } from "#core/acts/erasure.ts";
import { defineForm } from "#platform/form/form.ts";
import { forums } from "./forum.ts";

/** The declared forms of the citizen's side: one for each page on which something is written or chosen. */

/** What a citizen may file here. Filings elsewhere are entered by the outside register alone. */
export const webFilingKinds = [
  "filed-complaint",
  "filed-application",
  "filed-suggestion",
  "filed-request",
  "filed-message",
] as const;

export const appealKindForm = defineForm("appeal-kind", {
  kind: { kind: "choice", required: true, options: webFilingKinds },
});

/** The search for the body. It is posted: what somebody looks for is nobody else's business. */
export const appealBodySearchForm = defineForm("appeal-body-search", {
  matter: { kind: "text", required: false, charactersMax: 200 },
  place: { kind: "text", required: false, charactersMax: 60, width: "half" },
});

/** The body itself, whose options are data: its slug. */
export const appealBodyForm = defineForm("appeal-body", {
  body: { kind: "text", required: true, charactersMax: 60, pattern: /[a-z][a-z0-9-]{1,59}/ },
});

export const appealTextForm = defineForm("appeal-text", {
  subject: { kind: "text", required: true, charactersMax: 120 },
  text: { kind: "long-text", required: true, charactersMax: 6_000, rows: 12 },
});

/** How many posts and bodies one complaint names at most: who names more posts means the body. */
export const complainedOfMax = 6;

/** Whom a complaint is about, in the writer's own words, and by which words another body is looked for; what can be ticked is data. */
export const appealAboutForm = defineForm("appeal-about", {
  who: { kind: "text", required: false, charactersMax: 200 },
  search: { kind: "text", required: false, charactersMax: 60 },
});

/** For whom somebody writes: themselves, a person who cannot or fears to, or many together. */
const whomChoices = ["self", "another", "together"] as const;
/** What gives a representative the word. A mandate in the record will stand beside it. */
export const relations = ["relative", "lawyer", "other"] as const;

export const appealWhomForm = defineForm("appeal-whom", {
  whom: { kind: "choice", required: true, options: whomChoices },
  relation: { kind: "choice", required: false, options: relations },
});

/** Whether those who handle the appeal may see who filed it, or whether nobody can. */
const identityChoices = ["shown", "sealed", "nameless"] as const;
export type IdentityChoice = (typeof identityChoices)[number];
/** When the leaf of a sealed or nameless filing enters the record (record decision 1). */
const proofChoices = ["later", "at-once"] as const;

export const appealIdentityForm = defineForm("appeal-identity", {
  identity: { kind: "choice", required: true, options: identityChoices },
});

/** The same for whoever acts for others: they answer for it with their name. */
export const appealNamedIdentityForm = defineForm("appeal-identity", {
  identity: { kind: "choice", required: true, options: ["shown", "sealed"] },
});

/** Stands before a sealed or nameless filing: it was read what the line and the story give away. */
export const appealWarningForm = defineForm("appeal-warning", {
  understood: { kind: "tick", required: true },
});

const personFields = {
  name: { kind: "text", required: true, charactersMax: 120, autocomplete: "off" },
  address: { kind: "text", required: true, charactersMax: 200, autocomplete: "off" },
  contact: { kind: "text", required: false, charactersMax: 120, autocomplete: "off" },
} as const;
const proofFields = {
  proof: { kind: "choice", required: false, options: proofChoices },
} as const;

/** Who writes, by the choice of identity. The form of a nameless filing has no field that could name anybody. */
export const appealShownForm = defineForm("appeal-you", personFields);
export const appealSealedForm = defineForm("appeal-you", { ...personFields, ...proofFields });
export const appealNamelessForm = defineForm("appeal-you", proofFields);

/** Opens a collective appeal to a co-signer. */
export const coSignOpenForm = defineForm("co-sign-open", {
  number: { kind: "text", required: true, charactersMax: 30, inputMode: "numeric", width: "half" },
  code: { kind: "text", required: true, charactersMax: 30, width: "half" },
});

export const coSignForm = defineForm("co-sign", {
  name: personFields.name,
  address: personFields.address,
  agreed: { kind: "tick", required: true },
});

/** Takes one signature back. */
export const coSignWithdrawForm = defineForm("co-sign-withdraw", {
  number: { kind: "text", required: true, charactersMax: 30, inputMode: "numeric", width: "half" },
  signatureCode: { kind: "text", required: true, charactersMax: 30, width: "half" },
});

/** Continues a draft elsewhere. */
export const appealContinueForm = defineForm("appeal-continue", {
  code: { kind: "text", required: true, charactersMax: 30, width: "half" },
});

/** Opens a case: the status code shows where it stands, the secret makes its holder the applicant. */
export const caseOpenForm = defineForm("case-open", {
  number: { kind: "text", required: true, charactersMax: 30, inputMode: "numeric", width: "half" },
  code: { kind: "text", required: true, charactersMax: 40, width: "half" },
});

export const caseDisputeForm = defineForm("case-dispute", {
  reason: { kind: "choice", required: true, options: disputeReasons },
  text: { kind: "long-text", required: false, charactersMax: 4_000 },
});

export const caseAddForm = defineForm("case-add", {
  what: { kind: "choice", required: true, options: addedKinds },
  text: { kind: "long-text", required: true, charactersMax: 4_000 },
});

export const caseClarifyForm = defineForm("case-clarify", {
  text: { kind: "long-text", required: true, charactersMax: 4_000 },
});

/** Withdrawing needs a code of its own (record decision 5). Its shape is judged with the case. */
export const caseWithdrawForm = defineForm("case-withdraw", {
  code: { kind: "text", required: true, charactersMax: 40, width: "half" },
});

/** Taking a withdrawal back asks nothing. */
export const caseRevokeForm = defineForm("case-revoke", {});

/** Whether what was promised was done; the last one is for whoever does not want to be asked. */
export const caseRateForm = defineForm("case-rate", {
  answer: { kind: "choice", required: true, options: [...ratingAnswers, "do-not-ask"] },
});

/** Taking a case into one's own list: nothing is asked. */
export const caseFollowForm = defineForm("case-follow", {});

/** What is to be erased. */
export const caseEraseForm = defineForm("case-erase", {
  scope: { kind: "choices", required: true, options: erasureScopes },
});

/** Keeping what was to be erased asks nothing. */
export const caseKeepForm = defineForm("case-keep", {});

/** What the body above is told. The earlier texts go along by themselves. */
export const caseHigherForm = defineForm("case-higher", {
  to: { kind: "choice", required: true, options: forums },
  subject: { kind: "text", required: true, charactersMax: 120 },
  text: { kind: "long-text", required: true, charactersMax: 6_000, rows: 10 },
});

/** The door of the slice of appeals: its verbs, for routes, seeds and journeys. */

export { countedWitnesses, witnessSignedAt } from "./act-seal.ts";
export { addToAppeal } from "./add-to-appeal.ts";
export { announceHearing } from "./announce-hearing.ts";
export { answerAppeal, type Decision, type Reply } from "./answer-appeal.ts";
export {
  appealAboutForm,
  appealIdentityForm,
  appealNamedIdentityForm,
  appealSealedForm,
  appealShownForm,
  appealTextForm,
  appealWarningForm,
  appealWhomForm,
  complainedOfMax,
  type IdentityChoice,
  webFilingKinds,
} from "./appeal-forms.ts";
export { appealHigher } from "./appeal-higher.ts";
export {
  type AppealTools,
  type Attachment,
  attachmentParts,
  fileNames,
  jsonPart,
  partiesPart,
  tagOf,
} from "./appeal-tools.ts";
export { grantedFor } from "./applicant-grant.ts";
export { approveRefusal, returnRefusal } from "./approve-refusal.ts";
export { assignAppeal } from "./assign-appeal.ts";
export {
  type AttachmentProblem,
  acceptedFiles,
  attachmentBytesMax,
  attachmentMebibytesMax,
  attachmentsMax,
  readAttachment,
} from "./attachment-type.ts";
export { bodyNames } from "./body-names.ts";
export { clockBandOf } from "./case-clock.ts";
export { caseCodeKeys, coSigningKey } from "./case-codes.ts";
export { type FiledReceipt, keepReceipt } from "./citizen/receipt-session.ts";
export { askClarification, giveClarification } from "./clarify-appeal.ts";
export { coSignAppeal } from "./co-sign/co-sign-appeal.ts";
export { countCoSigners } from "./co-sign/co-sign-store.ts";
export { signerDigest } from "./co-sign/co-signature.ts";
export { openSignature } from "./co-sign/open-signature.ts";
export { bodyObject, signInFirst } from "./desk/desk-access.ts";
export { disputeAppeal } from "./dispute-appeal.ts";
export { extendAppeal } from "./extend-appeal.ts";
export {
  type AppealFiling,
  type ApplicantIdentity,
  type Complaint,
  type FiledAppeal,
  fileAppeal,
} from "./file-appeal.ts";
export { headProposals } from "./filing/about-draft.ts";
export { whomItNames } from "./filing/check-pages.ts";
export { sayNext, takeSaid } from "./filing/filing-session.ts";
export { fileProblem, hintNotices, saidNotice } from "./filing/filing-words-pages.ts";
export { hintsFor } from "./filing/hints.ts";
export { type HiddenIdentity, warningWords, youQuestion } from "./filing/identity-pages.ts";
export {
  onWhoseBehalf,
  readIdentity,
  readWhom,
  readWriter,
  type Whom,
  youForm,
} from "./filing/who-files.ts";
export type { Forum, ForumBody } from "./forum.ts";
export { type ForwardProblem, forwardAppeal } from "./forward-appeal.ts";
export { mergeAppeals } from "./merge-appeals.ts";
export { complainedOfIn, type Nameable, nameableOfValue, nameablesNear } from "./nameable.ts";
export { holderNames, meantBy, type NameableHolder } from "./nameable-holders.ts";
export { namedByWords } from "./named-by-words.ts";
export { recordIdentityOpening, recordReading } from "./open-at-desk.ts";
export {
  actorOfRequest,
  carryOutOnce,
  inTransaction,
  type OnceProblem,
  type PortalTools,
  type Side,
} from "./portal-tools.ts";
export { proposeRefusal } from "./propose-refusal.ts";
export { entryLink } from "./public/public-pages.ts";
export { agreeToPublish } from "./published/agree-to-publish.ts";
export { releasePublication } from "./published/release-publication.ts";
export { rateAnswer } from "./rate-answer.ts";
export { revokeWithdrawal } from "./revoke-withdrawal.ts";
export { fileAssisted, registerPaper, type TakenAppeal, type TakenFiling } from "./take-appeal.ts";
export { unheardReasonsNow } from "./unheard.ts";
export { withdrawAppeal } from "./withdraw-appeal.ts";
export { documentsSeen, withdrawInPerson } from "./withdraw-in-person.ts";
export { findWithdrawalCode, insertWithdrawalCode } from "./withdrawal-code-store.ts";
export { channelsAtCounter, drawSlipCode } from "./withdrawal-slip.ts";

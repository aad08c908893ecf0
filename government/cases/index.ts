/** The door of the case kernel: numbers, the way acts are written, what is seen of a case, calendars and rules. */

export {
  type ActToEnter,
  appendCaseActs,
  type CaseTools,
  type EnteredActs,
  type EnterProblem,
  sealedRelease,
} from "./append-case-acts.ts";
export { readFilingDetails } from "./case-history.ts";
export {
  type CaseNumber,
  type CaseSecret,
  type CoSigningCode,
  caseSecretFrom,
  codeHash,
  coSigningCodeFrom,
  parseCaseNumber,
  parseCaseSecret,
  parseCoSigningCode,
  parseStatusCode,
  parseWithdrawalCode,
  type StatusCode,
  statusCodeFrom,
  type WithdrawalCode,
  withdrawalCodeFrom,
} from "./case-number.ts";
export { caseObjectFor, findCaseObject } from "./case-object.ts";
export { registerOf, registerOfCase, registerOfState } from "./case-register.ts";
export {
  type CaseRow,
  type Channel,
  countOpen,
  countOpenCasesDueFrom,
  findCase,
  findCaseByNumber,
  insertApplicant,
  lockCase,
  type Queryable,
  readRecentlyClosed,
} from "./case-store.ts";
export { type ActView, type AttachmentView, type CaseView, viewCase } from "./case-view.ts";
export {
  changeCalendar,
  changeEmergencyNumbers,
  changeRules,
  type DecreeTools,
  nameBodyIntakeKey,
  nameIntakeKey,
  nameWitness,
} from "./change-parameters.ts";
export { checkFiles, type FileCheckTools } from "./check-files.ts";
export { bodiesToLookAt, escalateCases } from "./escalate-cases.ts";
export { type RaisedCase, type RaisedShow, raisedCases } from "./escalation-store.ts";
export { explainQueue } from "./explain-queue.ts";
export {
  checkKey,
  countWaitingFiles,
  type FileCheck,
  queueFileChecks,
  readFileChecks,
} from "./file-check-store.ts";
export { countFilings } from "./filing-counts-store.ts";
export { announcedHearing, type StandingHearing, standingHearing } from "./hearing-day.ts";
export { mayEnterNow } from "./may-enter.ts";
export { type MovedDeadlines, moveDeadlines } from "./move-deadlines.ts";
export { type Filing, openCase } from "./open-case.ts";
export {
  createParametersReader,
  decreeEntries,
  lockDecrees,
  type ParametersReader,
} from "./parameters-store.ts";
export { placeIn, placeText } from "./queue-place.ts";
export {
  countQueue,
  type QueueCounts,
  type QueueFilter,
  type QueuePlace,
  readQueue,
} from "./queue-store.ts";
export { mayFetchFile, maySeePart, type PartKind, type Viewer } from "./visibility.ts";

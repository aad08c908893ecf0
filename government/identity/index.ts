/** The door of the slice of identity. */
export { type AccountNumber, accountNumberText, drawAccountNumber } from "./account-number.ts";
export { actorOf } from "./actor.ts";
export { appoint, type NewAppointment } from "./appoint.ts";
export {
  appointmentsAt,
  bodiesWithHead,
  holderOfPost,
  type Officeholder,
  officeholdersAt,
  officeholdersOf,
} from "./appointment-store.ts";
export { beginSignIn, type FirstStepProblem, type SignInTools } from "./begin-sign-in.ts";
export { finishSignIn, type SecondStepProblem, type SignedIn } from "./finish-sign-in.ts";
export { demoHashCost, type HashCost, personHashCost } from "./hashing.ts";
export { issueCodeSheet } from "./issue-code-sheet.ts";
export { type AccountTools, type NewAccount, nameOf, openAccount } from "./open-account.ts";
export { type Questions, signInByQuestions } from "./sign-in-by-questions.ts";
export { drawCodes, type SignInCode, signInCodeText } from "./sign-in-code.ts";

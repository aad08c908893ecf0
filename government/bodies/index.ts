/** The door of the slice of state bodies. */

export { type BodyPageSlots, bodyPath, inLanguage } from "./bodies-pages.ts";
export { bodyTreeReader, readBodyTree } from "./bodies-store.ts";
export {
  aboutFields,
  type Body,
  type BodyAbout,
  type BodySlug,
  type Branch,
  type Competence,
  headPostSlug,
  type Post,
  parseBodySlug,
  postOf,
  type ReceptionHours,
  takesAppeals,
} from "./body.ts";
export { type BodyTree, bodiesAbove, bodiesBelow, bodyAboveAll, bodyTree, depthOf } from "./body-tree.ts";
export { bodiesAround, type ChoiceQuestion, chooseBodies, type Proposal } from "./choose-body.ts";
export { findBodies, foundBodiesMax } from "./find-body.ts";
export { type MovedRegister, moveRegisters } from "./move-registers.ts";
export {
  type RegisterBodyProblem,
  type RegisterBodyTools,
  registerBody,
  registerBodyIn,
} from "./register-body.ts";
export { filingsPerMonthMin, monthToJudge, registersFor } from "./register-rule.ts";

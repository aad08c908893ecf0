/** The kernel of every case: which act may follow which, where a case stands, what speaks against an act. */
export {
  type CaseProblem,
  type CaseStep,
  caseAt,
  foldAct,
  mayAct,
  mayFollow,
  statusOf,
  stepCase,
} from "./case-fold.ts";
export {
  type CaseStatus,
  type ClosingKind,
  isClosingKind,
  kindsAfter,
} from "./case-sequence.ts";
export {
  type CaseAct,
  type CaseClosing,
  type CaseEntry,
  type CaseState,
  projectOnLeafState,
} from "./case-state.ts";
export {
  dutyActOfLeaf,
  foldLeaf,
  type LeafAct,
  type LeafCaseState,
  type LeafFinding,
  type LeafStep,
} from "./leaf-case.ts";

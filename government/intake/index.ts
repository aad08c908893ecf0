/** The door of the slice of intake: what comes in where there is no line. */

export { type IntakeTools, stubKeysOf } from "./intake-tools.ts";
export { issuePad, type StubKeys, stubsIn } from "./issue-pad.ts";
export { changeIntakeKey, type IntakeKeyGrant } from "./keys/change-intake-key.ts";
export { intakeRecipient, secretInText } from "./keys/intake-key.ts";
export { type IntakeRing, intakeKeyName, intakeKeyPurpose, intakeRing } from "./keys/intake-ring.ts";
export { keyPaper } from "./keys/key-paper.ts";
export { type Paper, takePaper } from "./take-paper.ts";

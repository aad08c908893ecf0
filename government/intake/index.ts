/** The door of the slice of intake: what comes in where there is no line. */

export { intakeRecipient } from "./carried/intake-key.ts";
export { intakeLinks, registerIntakeRoutes } from "./intake-routes.ts";
export { type IntakeTools, stubKeysOf } from "./intake-tools.ts";
export { issuePad, type StubKeys, stubsIn } from "./issue-pad.ts";
export { type Paper, takePaper } from "./take-paper.ts";

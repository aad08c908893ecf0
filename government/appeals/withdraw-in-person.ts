import { assert, type Result } from "#core/result.ts";
import { appendCaseActs, type EnteredActs, type EnterProblem } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import {
  type AppealTools,
  type Attachment,
  attachmentParts,
  fileNames,
  partiesPart,
  tagOf,
} from "./appeal-tools.ts";

/** What an operator saw of somebody who came to withdraw, or to take a withdrawal back. */
export const documentsSeen = ["passport", "other-identity", "mandate"] as const;

export interface InPerson {
  readonly what: "withdrawn" | "withdrawal-revoked";
  readonly seen: (typeof documentsSeen)[number];
  /** The statement that the person has written and signed, as it was scanned. */
  readonly statement: readonly Attachment[];
}

/**
 * Enters that the applicant came, proved who they are and withdrew, or took a withdrawal back: for whoever has no code. The
 * act names the registry as its actor, and the scan of the signed statement is a part of it, so that a made-up visit leaves a
 * paper that a court can hold to a hand. What is withdrawn so can be taken back for the days of any withdrawal.
 */
export async function withdrawInPerson(
  grant: Grant<"appeal.withdraw-in-person">,
  { what, seen, statement }: InPerson,
  tools: AppealTools,
): Promise<Result<EnteredActs, EnterProblem>> {
  requireGrant(grant, "appeal.withdraw-in-person");
  assert(statement.length > 0, "a visit leaves a signed statement");
  const parts = [partiesPart({ seen, files: fileNames(statement) }), ...attachmentParts(statement)];
  return await appendCaseActs(tools, tagOf(grant.object), [
    { kind: what, actor: "operator", details: {}, parts },
  ]);
}

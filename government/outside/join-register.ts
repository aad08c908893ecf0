import { assert, type Result, refused } from "#core/result.ts";
import { type Body, type RegisterBodyProblem, registerBody } from "#government/bodies/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { Sql } from "#platform/database/database.ts";
import type { AppendedAct, LogName } from "#platform/record/act.ts";
import type { AppendTools } from "#platform/record/append.ts";

export interface JoinTools extends AppendTools {
  readonly sql: Sql;
  readonly log: LogName;
}

/**
 * A body that took no part joins: one public act, after which its own officials find at its desk all that waits. What was
 * entered before stays what it was, and its silence stays counted.
 */
export async function joinRegister(
  grant: Grant<"body.register">,
  body: Body,
  tools: JoinTools,
): Promise<Result<AppendedAct, RegisterBodyProblem | "takes-part-already">> {
  requireGrant(grant, "body.register");
  const { takesPart, ...joined } = body;
  if (takesPart !== false) return refused("takes-part-already");
  assert(joined.register === joined.number, "a body outside has its own register");
  return await registerBody(grant, joined, tools);
}

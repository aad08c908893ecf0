import { ok, type Result, refused } from "#core/result.ts";
import { type CoSigningCode, codeHash, coSigningCodeFrom } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { type AppealTools, tagOf } from "../appeal-tools.ts";
import { keepCoSigningCode } from "./co-sign-store.ts";

/**
 * Gives the applicant of a collective appeal a code to pass on. One code holds at a time: a new one ends the one before,
 * so that a code that went astray can be made worthless. No act: nothing happens to the case by it.
 */
export async function drawCoSigningCode(
  grant: Grant<"appeal.gather-signatures">,
  coSigningKey: Uint8Array,
  tools: AppealTools,
): Promise<Result<CoSigningCode, "not-collective">> {
  requireGrant(grant, "appeal.gather-signatures");
  const tag = tagOf(grant.object);
  const code = coSigningCodeFrom(coSigningKey);
  const kept = await keepCoSigningCode(tools.transaction, tag, codeHash(tag, code));
  return kept ? ok(code) : refused("not-collective");
}

import { assert, ok, type Result, refused } from "#core/result.ts";
import { codeHash, findCase, type WithdrawalCode, withdrawalCodeFrom } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { AppealTools } from "./appeal-tools.ts";
import { insertSlipCode } from "./withdrawal-code-store.ts";

/** Channels on which whoever handed it in stands at the counter and can be given a slip. */
export const channelsAtCounter: ReadonlySet<string> = new Set(["desk", "reception"]);

const chanceBytes = 32;

/**
 * Draws the withdrawal code of a paper, once, for the slip that is given to whoever handed it in. By chance and not from a
 * key: so neither the server nor whoever prints pads can make it again. A slip that was lost is no way to a second one; the
 * applicant then withdraws in person.
 */
export async function drawSlipCode(
  grant: Grant<"appeal.register-paper">,
  tag: Uint8Array,
  tools: AppealTools,
): Promise<Result<WithdrawalCode, "not-at-the-counter" | "drawn-before">> {
  requireGrant(grant, "appeal.register-paper");
  const row = await findCase(tools.transaction, tag);
  assert(row !== null, "the paper was just registered");
  if (!channelsAtCounter.has(row.channel)) return refused("not-at-the-counter");
  const code = withdrawalCodeFrom(tools.randomBytes(chanceBytes));
  const isFirst = await insertSlipCode(tools.transaction, tag, {
    hash: codeHash(tag, code),
    at: tools.now(),
  });
  return isFirst ? ok(code) : refused("drawn-before");
}

import { fromHex } from "#core/bytes.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import { appendCaseActs, codeHash, lockCase, type WithdrawalCode } from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import type { AppealTools } from "../appeal-tools.ts";
import { takesSignatures } from "./co-sign-appeal.ts";
import { endCoSignature, findCoSignature } from "./co-sign-store.ts";

/** Takes one signature back, before the answer. The act of signing stays; the count goes down by an act of its own. */
export async function withdrawSignature(
  grant: Grant<"appeal.withdraw-signature">,
  code: WithdrawalCode,
  tools: AppealTools,
): Promise<Result<{ readonly actId: string }, "not-open" | "no-such-signature">> {
  requireGrant(grant, "appeal.withdraw-signature");
  const tag = fromHex(grant.object.tag);
  assert(tag !== null, "an object carries its tag");
  const row = await lockCase(tools.transaction, tag);
  if (row === null || !takesSignatures(row.phase)) return refused("not-open");
  const signature = await findCoSignature(tools.transaction, tag, codeHash(tag, code));
  if (signature === null) return refused("no-such-signature");
  const entered = await appendCaseActs(tools, tag, [
    {
      kind: "added",
      actor: "applicant",
      details: { what: "co-signature-withdrawn" },
      parts: [],
      hidesWho: true,
    },
  ]);
  const actId = entered.ok ? entered.value.acts[0]?.actId : undefined;
  if (actId === undefined) return refused("not-open");
  await endCoSignature(tools.transaction, tag, { actId: signature.actId, by: actId });
  return ok({ actId });
}

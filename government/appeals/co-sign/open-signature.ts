import { ok, type Result, refused } from "#core/result.ts";
import { type CaseRow, codeHash, parseWithdrawalCode } from "#government/cases/index.ts";
import type { Visit } from "#platform/http/visit.ts";
import type { PortalTools } from "../portal-tools.ts";
import { withGuess } from "./co-sign-access.ts";
import { findCoSignature } from "./co-sign-store.ts";

/** One's own signature by number and its own code, as both were typed; each attempt is counted first. */
export async function openSignature(
  tools: PortalTools,
  visit: Pick<Visit, "request">,
  numberText: string,
  codeText: string,
): Promise<Result<{ readonly row: CaseRow; readonly actId: string }, "held-up" | "not-accepted">> {
  const code = parseWithdrawalCode(codeText);
  const find = async (row: CaseRow) =>
    code.ok ? await findCoSignature(tools.portal, row.tag, codeHash(row.tag, code.value)) : null;
  const opened = await withGuess(tools, visit, numberText, async (row) => (await find(row)) !== null);
  if (!opened.ok) return refused(opened.problem);
  const signature = await find(opened.row);
  return signature === null ? refused("not-accepted") : ok({ row: opened.row, actId: signature.actId });
}

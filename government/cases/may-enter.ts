import { mayAct } from "#core/acts/case.ts";
import { civilDateAt } from "#core/clock/civil-date.ts";
import type { ActKind } from "#core/record/kinds.ts";
import type { Result } from "#core/result.ts";
import type { CaseTools, EnterProblem } from "./append-case-acts.ts";
import { foldHistory, readHistory } from "./case-history.ts";
import { registerOf, registerOfState } from "./case-register.ts";
import type { CaseRow } from "./case-store.ts";

/** Whether an act of a kind may be entered in a locked case now: order, body and clock, with nothing written. */
export async function mayEnterNow(
  tools: Pick<CaseTools, "transaction" | "parameters" | "now">,
  row: CaseRow,
  kind: ActKind,
): Promise<Result<null, EnterProblem>> {
  const at = tools.now();
  const state = foldHistory(await readHistory(tools.transaction, row.tag), tools.parameters);
  const body = state === null ? registerOf(tools.parameters, row.holderBody) : registerOfState(state);
  const day = civilDateAt(at, tools.parameters.timeZone);
  return mayAct(state, { kind, body, day, at, claimedDue: null, details: null }, tools.parameters);
}

/** A refusal as the law wants it: one writes it, another of the same body reads and approves it. */
import assert from "node:assert/strict";
import {
  approveRefusal,
  type Decision,
  inTransaction,
  proposeRefusal,
  unheardReasonsNow,
} from "#government/appeals/index.ts";
import { type CaseRow, caseObjectFor } from "#government/cases/index.ts";
import type { AccountId, Actor } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import type { LivingCountry } from "./living-country.ts";

/** Whether the refusal was entered; false when it may not follow where the case stands. */
export async function refuseTogether(
  { portal: { tools } }: LivingCountry,
  row: CaseRow,
  decision: Decision,
): Promise<boolean> {
  const [writer, second] = [headNumbered(row, 1), headNumbered(row, 2)];
  return await inTransaction(tools, "desk", async (acting) => {
    const write = ask(writer, "appeal.answer", await caseObjectFor(acting.transaction, writer, row));
    assert.ok(write.ok);
    const around = { sql: acting.transaction, parameters: acting.parameters, now: acting.now() };
    const [unheard] = (await unheardReasonsNow(around, row, decision.outcome)) ?? [];
    const said = unheard === undefined ? decision : { ...decision, unheard };
    const reply = { decision: said, text: "Tassyklanmady.", attachments: [] };
    const proposed = await proposeRefusal(write.value, reply, acting);
    if (!proposed.ok) return false;
    const subject = await caseObjectFor(acting.transaction, second, row);
    const approve = ask(second, "appeal.approve", {
      kind: "approval",
      case: subject,
      writer: proposed.value.writer,
    });
    assert.ok(approve.ok);
    const approved = await approveRefusal(approve.value, { digest: proposed.value.digest }, acting);
    assert.ok(approved.ok, "what may be proposed may be approved in the same moment");
    return true;
  });
}

/** Somebody at the head of the body that holds a case, one of several by number. */
export function headNumbered({ holderBody }: CaseRow, number: number): Actor {
  const account = `00000000-0000-4000-8000-00000000000${number}` as AccountId;
  const appointments = [{ body: holderBody, post: "head", role: "head" as const }];
  return { kind: "person", account, appointments, opened: new Map() };
}

/** What has a verb of its own because more hangs on it than one case: answers, joined cases, the way to a higher place. */
import assert from "node:assert/strict";
import { toHex } from "#core/bytes.ts";
import { appealHigher } from "#government/appeals/appeal-higher.ts";
import {
  answerAppeal,
  caseCodeKeys,
  type Decision,
  type FiledAppeal,
  inTransaction,
} from "#government/appeals/index.ts";
import { mergeAppeals } from "#government/appeals/merge-appeals.ts";
import { bodiesToLookAt, type CaseRow, caseObjectFor, escalateCases } from "#government/cases/index.ts";
import type { Actor } from "#platform/authority/actor.ts";
import { ask } from "#platform/authority/grant.ts";
import type { LivingCountry } from "./living-country.ts";
import { headNumbered } from "./refuse-together.ts";

/** Whether the head's answer was entered, in this case and in each that was joined with it. */
export async function answer(
  { portal: { tools } }: LivingCountry,
  row: CaseRow,
  decision: Decision,
): Promise<boolean> {
  const head = headNumbered(row, 1);
  return await inTransaction(tools, "desk", async (acting) => {
    const grant = ask(head, "appeal.answer", await caseObjectFor(acting.transaction, head, row));
    assert.ok(grant.ok);
    const reply = { decision, text: "Edildi.", attachments: [] };
    return (await answerAppeal(grant.value, reply, acting)).ok;
  });
}

/** Whether a duplicate was joined with a main case. */
export async function join(
  { portal: { tools } }: LivingCountry,
  duplicate: FiledAppeal,
  main: CaseRow,
): Promise<boolean> {
  const head = headNumbered(main, 1);
  return await inTransaction(tools, "desk", async (acting) => {
    const [own, other] = await Promise.all(
      [duplicate.row, main].map(async (row) =>
        ask(head, "appeal.merge", await caseObjectFor(acting.transaction, head, row)),
      ),
    );
    assert.ok(own?.ok && other?.ok);
    return (await mergeAppeals(own.value, other.value, acting)).ok;
  });
}

/** Whether the applicant could take the case to the body above. */
export async function goHigher({ portal: { tools } }: LivingCountry, row: CaseRow): Promise<boolean> {
  const applicant: Actor = { kind: "visitor", opened: new Map([[toHex(row.tag), "full"]]) };
  const tree = await tools.bodyTree();
  return await inTransaction(tools, "portal", async (acting) => {
    const object = await caseObjectFor(acting.transaction, applicant, row);
    const grant = ask(applicant, "appeal.appeal-higher", object);
    assert.ok(grant.ok);
    const codes = caseCodeKeys(tools.serverKey, toHex(tools.randomBytes(16)));
    const appeal = {
      ...({ to: "higher-body", subject: "Gaz ýok", text: "Jogap nädogry.", language: "tk" } as const),
      codes,
    };
    const went = await appealHigher(grant.value, appeal, { ...acting, tree });
    return went.ok;
  });
}

/** What the worker does once a minute: cases near their day or over it are raised, each step once. */
export async function raise({ owner, portal: { tools } }: LivingCountry): Promise<void> {
  await owner.begin(async (transaction) => {
    const parameters = await tools.parametersReader.read(transaction);
    const { now, randomBytes, personKeys } = tools;
    const acting = { transaction, parameters, now, randomBytes, personKeys };
    for (const body of await bodiesToLookAt(transaction, acting)) {
      while ((await escalateCases(acting, body)).more);
    }
  });
}

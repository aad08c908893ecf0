import { stubPartBytes, type VoidReason } from "#core/record/stub-acts.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import type { AppealTools } from "#government/appeals/index.ts";
import { registerOf } from "#government/cases/index.ts";
import { officeInPayload } from "#platform/authority/acting-office.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { appendActs } from "#platform/record/append.ts";
import { isAnyUsed, lockPads, stubsOfPad, useStub } from "./intake-store.ts";

export interface StubRange {
  readonly pad: number;
  readonly from: number;
  readonly to: number;
}

export type VoidProblem = "no-such-stub" | "already-used";

/**
 * Declares sheets of a pad unused, in public: from now on nothing is registered under them. It takes nothing from a
 * stub that somebody holds already; whoever checks it is told when and why its sheet was declared void.
 */
export async function voidStubs(
  grant: Grant<"stub.void">,
  range: StubRange & { readonly reason: VoidReason },
  tools: AppealTools,
): Promise<Result<{ readonly actId: string }, VoidProblem>> {
  requireGrant(grant, "stub.void");
  const { transaction } = tools;
  const { body } = grant.object;
  const { pad, from, to, reason } = range;
  await lockPads(transaction, body);
  const stubs = await stubsOfPad(transaction, body, pad);
  if (stubs === null || from < 1 || from > to || to > stubs) return refused("no-such-stub");
  if (await isAnyUsed(transaction, body, range)) return refused("already-used");
  const at = tools.now();
  for (let number = from; number <= to; number += 1) {
    await useStub(transaction, { body, pad, number }, { caseTag: null, voidReason: reason, at });
  }
  const bytes = stubPartBytes({ kind: "stubs-voided", part: { body, pad, from, to, reason } });
  const [act] = await appendActs(
    transaction,
    [
      {
        ...{ log: tools.log, kind: "stubs-voided", caseTag: null, due: null, at },
        body: registerOf(tools.parameters, body),
        actor: officeInPayload(grant.actor, body),
        parts: [{ name: "public", bytes, mediaType: "application/json", store: "open", publish: true }],
      },
    ],
    tools,
  );
  assert(act !== undefined, "one act was appended");
  return ok({ actId: act.actId });
}

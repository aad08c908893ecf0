import type { BodyNumber } from "#core/record/leaf.ts";
import { offlinePad, registeredMark, type Stub } from "#core/record/stub.ts";
import { stubPartBytes } from "#core/record/stub-acts.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { AppealTools, TakenAppeal } from "#government/appeals/index.ts";
import { appendActs } from "#platform/record/append.ts";
import { findStub, lockPads, stubsOfPad, useStub } from "./intake-store.ts";

export type StubProblem = "no-such-stub" | "stub-used" | "stub-void";

/** Whether a stub of a body's pad is there and unused; its pad stays locked until the transaction ends. */
export async function reserveStub(
  tools: AppealTools,
  takenAt: BodyNumber,
  place: { readonly pad: number; readonly number: number },
): Promise<Result<null, StubProblem>> {
  await lockPads(tools.transaction, takenAt);
  const stubs = await stubsOfPad(tools.transaction, takenAt, place.pad);
  if (stubs === null || place.number > stubs) return refused("no-such-stub");
  const use = await findStub(tools.transaction, { body: takenAt, ...place });
  if (use === null) return ok(null);
  return refused(use.caseTag === null ? "stub-void" : "stub-used");
}

/**
 * Says in public that the paper of a stub is registered, and under which leaf. Whoever holds the stub finds it; to
 * everybody else the mark says nothing, not even to which pad it belongs.
 */
export async function registerStub(
  tools: AppealTools,
  origin: string,
  stub: Stub,
  taken: TakenAppeal,
): Promise<void> {
  if (stub.pad !== offlinePad) {
    await useStub(tools.transaction, stub, { caseTag: taken.row.tag, voidReason: null, at: tools.now() });
  }
  await announceMark(tools, registeredMark(origin, stub), taken);
}

/** The same where only the mark is known, from outside on a file that nobody here can open. */
export async function announceMark(tools: AppealTools, mark: Uint8Array, taken: TakenAppeal): Promise<void> {
  const at = tools.now();
  const bytes = stubPartBytes({ kind: "stub-registered", part: { mark, filing: taken.commitment } });
  await appendActs(
    tools.transaction,
    [
      {
        ...{ log: tools.log, kind: "stub-registered", caseTag: null, due: null, at },
        body: taken.register,
        actor: "system",
        parts: [{ name: "public", bytes, mediaType: "application/json", store: "open", publish: true }],
        // Never before the filing that it names.
        ...(taken.releaseAt === undefined ? {} : { releaseAt: taken.releaseAt }),
      },
    ],
    tools,
  );
}

import type { BodyNumber } from "#core/record/leaf.ts";
import { issuedMark, type Stub } from "#core/record/stub.ts";
import { stubPartBytes, stubsPerPadMax } from "#core/record/stub-acts.ts";
import { assert } from "#core/result.ts";
import type { AppealTools } from "#government/appeals/index.ts";
import { registerOf } from "#government/cases/index.ts";
import { officeInPayload } from "#platform/authority/acting-office.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { appendActs } from "#platform/record/append.ts";
import { insertPad, lockPads, nextPad } from "./intake-store.ts";
import { stubAt } from "./pad-codes.ts";

/** The key and the log's name from which check codes are made. */
export interface StubKeys {
  readonly serverKey: Uint8Array;
  /** The log's origin. */
  readonly origin: string;
}

export interface IssuedPad {
  readonly pad: number;
  readonly actId: string;
}

/**
 * Issues a pad of stubs to a body: the public act commits to the check code of every sheet before one of them is
 * printed, so no stub can be added later to a pad or taken out of one.
 */
export async function issuePad(
  grant: Grant<"pad.issue">,
  stubs: number,
  tools: AppealTools,
  keys: StubKeys,
): Promise<IssuedPad> {
  requireGrant(grant, "pad.issue");
  assert(stubs >= 1 && stubs <= stubsPerPadMax, `a pad has 1 to ${stubsPerPadMax} stubs`);
  const { body } = grant.object;
  await lockPads(tools.transaction, body);
  const pad = await nextPad(tools.transaction, body);
  const marks = stubsIn(keys, { body, pad, stubs }).map((stub) => issuedMark(keys.origin, stub));
  const at = tools.now();
  const bytes = stubPartBytes({ kind: "pad-issued", part: { body, pad, marks } });
  const [act] = await appendActs(
    tools.transaction,
    [
      {
        ...{ log: tools.log, kind: "pad-issued", caseTag: null, due: null, at },
        body: registerOf(tools.parameters, body),
        actor: officeInPayload(grant.actor, body),
        parts: [{ name: "public", bytes, mediaType: "application/json", store: "open", publish: true }],
      },
    ],
    tools,
  );
  assert(act !== undefined, "one act was appended");
  await insertPad(tools.transaction, body, { pad, stubs, issuedAt: at, actId: act.actId });
  return { pad, actId: act.actId };
}

/** The stubs of a pad in the order of their numbers, with their check codes: for its marks and for its print. */
export function stubsIn(
  { serverKey, origin }: StubKeys,
  { body, pad, stubs }: { readonly body: BodyNumber; readonly pad: number; readonly stubs: number },
): readonly Stub[] {
  return Array.from({ length: stubs }, (_, at) => stubAt(serverKey, origin, { body, pad, number: at + 1 }));
}

/** What a clerk's session keeps of the paper that was entered last, until the next one. */
import { fromHex } from "#core/bytes.ts";
import { padNumberMax, stubNumberMax, stubText } from "#core/record/stub.ts";
import { anyText, integer, matching, object, orNull } from "#core/strict-json.ts";
import type { Session } from "#platform/session/session.ts";
import { readFromSession } from "#platform/session/session-value-store.ts";
import { type IntakeTools, stubKeysOf } from "../intake-tools.ts";
import { codeSourceOfStub, codesOfPaper, stubAt } from "../pad-codes.ts";
import type { Paper } from "../take-paper.ts";

/** Under this name. */
export const takenName = "intake.taken";

const textLengthMax = 200;
const caseTagHexLength = 32;

export interface KeptReceipt {
  readonly tag: Uint8Array;
  readonly formKey: string;
  readonly stub: Paper["stub"];
  readonly takenAt: number;
  readonly enteredAt: number;
}

const readKept = object({
  tag: matching(caseTagHexLength, /^[0-9a-f]{32}$/, "a case tag in hexadecimal"),
  formKey: anyText(textLengthMax),
  takenAt: integer(1, Number.MAX_SAFE_INTEGER),
  enteredAt: integer(0, Number.MAX_SAFE_INTEGER),
  stub: orNull(object({ pad: integer(1, padNumberMax), number: integer(1, stubNumberMax) })),
});

/** The paper that was entered last; `null` when there is none. */
export async function readTaken(tools: IntakeTools, session: Session): Promise<KeptReceipt | null> {
  const kept = readKept(await readFromSession(tools.portal, session.id, takenName));
  const tag = kept === undefined ? null : fromHex(kept.tag);
  return kept === undefined || tag === null ? null : { ...kept, tag };
}

/** The stub of that paper; `null` without one. */
export function stubOfKept(tools: IntakeTools, { stub, takenAt }: KeptReceipt) {
  const { serverKey, origin } = stubKeysOf(tools);
  return stub && stubAt(serverKey, origin, { body: takenAt, ...stub });
}

/** The keys of its status code and secret. */
export function codesOfKept(tools: IntakeTools, kept: KeptReceipt) {
  const stub = stubOfKept(tools, kept);
  return codesOfPaper(tools.serverKey, stub ? codeSourceOfStub(stubText(stub)) : kept.formKey);
}

/** A signature under somebody else's appeal: one act `added` whose sealed part says who. */
import { createHmac } from "node:crypto";
import type { SignatureWord } from "#core/acts/appeal.ts";
import { toHex } from "#core/bytes.ts";
import type { Opening } from "#core/record/payload.ts";
import type { ActView } from "#government/cases/index.ts";
import { foldForSearch } from "#platform/language/fold-for-search.ts";

/** The sealed part with a co-signer's name and address. No viewer of a case is shown it, the one who filed included. */
export const coSignerPartName = "co-signer";

export interface CoSigner {
  readonly name: string;
  readonly address: string;
}

/**
 * Names a person within one appeal without saying who: whoever signs twice is counted once. Keyed, so that nobody
 * with the database alone can try out names.
 */
export function signerDigest(
  serverKey: Uint8Array,
  tag: Uint8Array,
  { name, address }: CoSigner,
): Uint8Array {
  const who = [name, address]
    .map((words) => foldForSearch(words).replace(/[^\p{L}\p{N}]+/gu, " "))
    .join("\n");
  const digest = createHmac("sha256", serverKey)
    .update(`aydyn co-signer\n${toHex(tag)}\n${who}`)
    .digest();
  return Uint8Array.from(digest);
}

/** Whether an act is a signature or the taking back of one, as far as the viewer sees its details. */
export function isCoSignature({ kind, details }: Pick<ActView, "kind" | "details">): boolean {
  if (kind !== "added" || typeof details !== "object" || details === null || !("what" in details))
    return false;
  const word: unknown = Reflect.get(details, "what");
  return (
    word === ("co-signature" satisfies SignatureWord) ||
    word === ("co-signature-withdrawn" satisfies SignatureWord)
  );
}

/**
 * Whether a timeline leaves an act out: hundreds of signatures would bury what the body did. A viewer who is not shown
 * the details of acts cannot tell them from other additions to a collective appeal, and is shown none.
 */
export function isLeftOut(act: Pick<ActView, "kind" | "details" | "actor">, isCollective: boolean): boolean {
  const isClosed = act.kind === "added" && act.details === null && act.actor === "applicant";
  return isCoSignature(act) || (isCollective && isClosed);
}

/** An opening for whoever filed: what others have signed with stays closed. */
export function withoutCoSigner(opening: Opening): Opening {
  return { ...opening, parts: opening.parts.filter(({ name }) => name !== coSignerPartName) };
}

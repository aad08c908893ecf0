/** Timed cosignatures (C2SP tlog-cosignature, type 04): "at this time this was the largest consistent tree I had seen". */
import { concatBytes } from "../bytes.ts";
import { assert, ok, type Result, refused } from "../result.ts";
import type { Engine, Signer } from "./engine.ts";
import { isNoteText, type Note, signatureLine, verifyNote } from "./note.ts";
import { cosignatureMessage, encodeTime, type VerifierKey, verifierKey } from "./verifier-key.ts";

/**
 * Cosigns a checkpoint's text: one signature line, its newline included, to be appended to the note. `timeSeconds` is
 * Unix time, above 0. The signer's key must cosign under no other name: the name is not in the message.
 */
export function cosign(
  engine: Engine,
  checkpointText: string,
  cosigner: { readonly name: string; readonly signer: Signer; readonly timeSeconds: number },
): string {
  assert(isNoteText(checkpointText), "a checkpoint ends in a newline and has no control characters");
  const key = verifierKey(engine, cosigner.name, "cosignature-v1", cosigner.signer.publicKey);
  const signature = cosigner.signer.sign(cosignatureMessage(checkpointText, cosigner.timeSeconds));
  return signatureLine(cosigner.name, key.keyId, concatBytes(encodeTime(cosigner.timeSeconds), signature));
}

export type CosignatureProblem = "no-cosignature" | "bad-cosignature";

/** Looks for a witness' cosignature on a note. Of several valid ones the earliest time counts: it says what existed by then. */
export function verifyCosignature(
  engine: Engine,
  note: Note,
  key: VerifierKey,
): Result<{ readonly timeSeconds: number }, CosignatureProblem> {
  const verified = verifyNote(engine, note, [key]);
  if (!verified.ok)
    return refused(verified.problem === "no-known-signature" ? "no-cosignature" : "bad-cosignature");
  const times = verified.value.flatMap(({ timeSeconds }) => (timeSeconds === null ? [] : [timeSeconds]));
  return times.length > 0 ? ok({ timeSeconds: Math.min(...times) }) : refused("no-cosignature");
}

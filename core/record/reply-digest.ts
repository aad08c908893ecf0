import { toHex, utf8Bytes } from "../bytes.ts";
import type { Engine } from "../log/engine.ts";
import { signaturePartName } from "./reply-signature.ts";

/**
 * A refusal needs two people, and the second one approves bytes, not an intention: this digest over the parts of the
 * act. Who opens the parts of a refusal computes it again and holds it against the part "approval"; the database does
 * the same at every commit (migration 0063).
 */

/** The part that says who wrote and who approved: JSON with the two posts and the digest in hexadecimal. */
export const approvalPartName = "approval";

export interface DigestedPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** SHA-256 over one line for each part: its name, a space, SHA-256 of its bytes in hexadecimal. In the act's order. */
export function replyPartsDigest(engine: Pick<Engine, "sha256">, parts: readonly DigestedPart[]): Uint8Array {
  const lines = parts
    .filter(({ name }) => name !== signaturePartName && name !== approvalPartName)
    .map(({ name, bytes }) => `${name} ${toHex(engine.sha256(bytes))}\n`);
  return engine.sha256(utf8Bytes(lines.join("")));
}

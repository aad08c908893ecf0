import { concatBytes, utf8Bytes } from "../bytes.ts";
import type { Engine } from "../log/engine.ts";
import { parseVerifierKey } from "../log/note.ts";
import { ok, type Result, refused } from "../result.ts";
import type { OpenedPart, Payload } from "./payload.ts";

/**
 * A reply is signed by the body over the digests of its parts (record decision 4): whoever opens them all can show that
 * the body itself said so, not only that its register carries it.
 */

/** The part that holds the signature: 64 bytes, Ed25519. It is the last one. */
export const signaturePartName = "signature";

const firstLine = "aydyn reply v1\n";

export type ReplySignatureProblem =
  /** Not every part is opened, so the digests are not known. */
  "parts-not-opened" | "not-signed-by-these-keys";

/** What is signed: the first line, the case's tag (16 bytes), SHA-256 of each part but the signature, in their order. */
export function replySignatureMessage(caseTag: Uint8Array, digests: readonly Uint8Array[]): Uint8Array {
  return concatBytes(utf8Bytes(firstLine), caseTag, ...digests);
}

/** Whether an act says that its body signed it. */
export function isSignedReply(payload: Payload): boolean {
  return payload.parts.some((part) => part.name === signaturePartName);
}

/**
 * The key (vkey text) by which an opened reply is signed, out of those that its body had. The opening must have been
 * verified before: this only looks at what the parts say.
 */
export function signerOfReply(
  engine: Engine,
  reply: {
    readonly payload: Payload;
    readonly caseTag: Uint8Array;
    readonly parts: readonly OpenedPart[];
  },
  bodyKeys: readonly string[],
): Result<string, ReplySignatureProblem> {
  const opened = new Map(reply.parts.map((part) => [part.name, part.bytes]));
  const signature = opened.get(signaturePartName);
  const names = reply.payload.parts.map((part) => part.name).filter((name) => name !== signaturePartName);
  const bytes = names.flatMap((name) => opened.get(name) ?? []);
  if (signature === undefined || bytes.length !== names.length) return refused("parts-not-opened");
  const digests = bytes.map((part) => engine.sha256(part));
  const message = replySignatureMessage(reply.caseTag, digests);
  for (const text of bodyKeys) {
    const key = parseVerifierKey(text);
    if (key.ok && engine.verifyEd25519(key.value.publicKey, message, signature)) return ok(text);
  }
  return refused("not-signed-by-these-keys");
}

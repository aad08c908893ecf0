import { createHmac } from "node:crypto";
import { toHex } from "#core/bytes.ts";
import { type Stub, stubCodeLength, stubNumberText } from "#core/record/stub.ts";
import { caseCodeKeys } from "#government/appeals/index.ts";

/**
 * The stub of a place in a pad. Its check code is an HMAC under the server's key, so nothing that opens anything is
 * kept, and a pad can be printed again; the pad's public act has committed to it before.
 */
export function stubAt(serverKey: Uint8Array, origin: string, place: Omit<Stub, "code">): Stub {
  const code = createHmac("sha256", serverKey)
    .update(`aydyn stub code\n${origin}\n${stubNumberText(place)}`)
    .digest();
  return { ...place, code: Uint8Array.from(code.subarray(0, stubCodeLength)) };
}

/**
 * The keys of status code and secret of a paper. None of a withdrawal code: what can be made again from a stub or a key of
 * ours could be made by whoever prints pads (`drawSlipCode` of the appeals).
 */
export function codesOfPaper(
  serverKey: Uint8Array,
  source: string,
): { readonly statusCodeKey: Uint8Array; readonly secretKey: Uint8Array } {
  const { statusCodeKey, secretKey } = caseCodeKeys(serverKey, source);
  return { statusCodeKey, secretKey };
}

/** What the codes of a paper with a stub are made from: whoever holds the stub is shown them. */
export function codeSourceOfStub(text: string): string {
  return `stub ${text}`;
}

/** The same for a file that was registered unread, by the digest of its bytes: the stub is not known. */
export function codeSourceOfUnread(fileDigest: Uint8Array): string {
  return `unread file ${toHex(fileDigest)}`;
}

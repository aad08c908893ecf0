import { createHmac } from "node:crypto";

/**
 * The 32 bytes each from which status code, secret and withdrawal code of a filing are made: HMAC-SHA-256 under the server's key of a
 * label and the form's idempotency key (record decision 5). The same form sent again shows the same codes, and
 * nothing that opens a case is kept.
 */
export function caseCodeKeys(
  serverKey: Uint8Array,
  idempotencyKey: string,
): {
  readonly statusCodeKey: Uint8Array;
  readonly secretKey: Uint8Array;
  readonly withdrawalKey: Uint8Array;
} {
  const derive = (label: string) =>
    Uint8Array.from(createHmac("sha256", serverKey).update(`${label}\n${idempotencyKey}`).digest());
  return {
    statusCodeKey: derive("aydyn status code"),
    secretKey: derive("aydyn case secret"),
    withdrawalKey: derive("aydyn withdrawal code"),
  };
}

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
  const derive = (label: string) => keyFor(serverKey, label, idempotencyKey);
  return {
    statusCodeKey: derive("aydyn status code"),
    secretKey: derive("aydyn case secret"),
    withdrawalKey: derive("aydyn withdrawal code"),
  };
}

/** The same for the code that the applicant of a collective appeal passes on. */
export function coSigningKey(serverKey: Uint8Array, idempotencyKey: string): Uint8Array {
  return keyFor(serverKey, "aydyn co-signing code", idempotencyKey);
}

function keyFor(serverKey: Uint8Array, label: string, idempotencyKey: string): Uint8Array {
  return Uint8Array.from(createHmac("sha256", serverKey).update(`${label}\n${idempotencyKey}`).digest());
}

import { ok, type Result, refused } from "../result.ts";
import { fromBase45, toBase45 } from "./base45.ts";

/**
 * The full receipt as the letters of one QR code (record decision 5): these letters, then base45 of the receipt's JSON
 * text compressed by DEFLATE (RFC 1951), without promise and opening. Compressing is the caller's, since core has none.
 */
const prefix = "AYDYN1:";

/** What a QR code of version 28 with error correction L holds in its alphanumeric mode (ISO/IEC 18004, table 7). */
export const fullReceiptCharactersMax = 2_223;

/** The letters for a compressed receipt; `null` when they do not fit into the code. */
export function fullReceiptCode(compressed: Uint8Array): string | null {
  const text = `${prefix}${toBase45(compressed)}`;
  return text.length <= fullReceiptCharactersMax ? text : null;
}

/** Whether a text claims to be such letters. */
export function isFullReceiptCode(text: string): boolean {
  return text.startsWith(prefix);
}

/** The compressed bytes in the letters. */
export function parseFullReceiptCode(
  text: string,
): Result<Uint8Array, "not-a-receipt-code" | "not-base45" | "too-long"> {
  if (!isFullReceiptCode(text)) return refused("not-a-receipt-code");
  if (text.length > fullReceiptCharactersMax) return refused("too-long");
  const bytes = fromBase45(text.slice(prefix.length));
  return bytes === null ? refused("not-base45") : ok(bytes);
}

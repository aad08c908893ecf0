import { inflateRawSync } from "node:zlib";
import { isFullReceiptCode, parseFullReceiptCode } from "#core/record/full-receipt-code.ts";

/** No receipt on paper unpacks to more: what claims to is an attack on whoever checks it. */
const unpackedBytesMax = 32_768;

/**
 * The text of a receipt out of the letters of a full QR code; any other text as it is. Letters that do not unpack stay
 * as they are, and are then no receipt.
 */
export function receiptTextOfCode(text: string): string {
  const letters = text.trim();
  if (!isFullReceiptCode(letters)) return text;
  const compressed = parseFullReceiptCode(letters);
  if (!compressed.ok) return text;
  try {
    return inflateRawSync(compressed.value, { maxOutputLength: unpackedBytesMax }).toString("utf8");
  } catch {
    return text;
  }
}

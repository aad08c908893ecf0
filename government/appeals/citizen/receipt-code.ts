/** Receipts for paper: the letters of the two QR codes, and the codes as pictures (record decision 5). */
import { deflateRawSync } from "node:zlib";
import { create } from "qrcode";
import { fullReceiptCode } from "#core/record/full-receipt-code.ts";
import { type Receipt, receiptText } from "#core/record/receipt.ts";
import { smallReceiptText } from "#core/record/small-receipt.ts";
import { oneBitPng } from "#platform/files/one-bit-png.ts";

/** Where a code is read from paper: four light modules around it (ISO/IEC 18004), and pixels enough to print sharply. */
const borderModules = 4;
const scale = 3;

/** The letters of the small code: leaf, nonce, index. `null` while the act has no place in the log. */
export function smallCodeOf(
  receipt: Pick<Receipt, "leaf" | "index">,
  nonce: Uint8Array | null,
): string | null {
  const { leaf, index } = receipt;
  return leaf === null || index === null || nonce === null ? null : smallReceiptText({ leaf, nonce, index });
}

/** The letters of the full code: the receipt with its proof. `null` without one, or where it is too long for a code. */
export function fullCodeOf(receipt: Receipt): string | null {
  // The body's promise has done its work once there is a proof, and an opening never goes on paper by itself.
  const { queued: _, opening: __, ...rest } = receipt;
  if (rest.proof === undefined) return null;
  return fullReceiptCode(deflateRawSync(Buffer.from(receiptText(rest)), { level: 9 }));
}

/** A QR code as a picture, with its width in pixels of the screen (96 to the inch). */
export function codePicture(
  text: string,
  level: "L" | "M",
): { readonly png: Uint8Array; readonly width: number } {
  const { modules } = create(text, { errorCorrectionLevel: level });
  const { size } = modules;
  const isDark = (row: number, column: number) => modules.get(row, column) === 1;
  return {
    png: oneBitPng({ size, isDark }, { scale, borderModules }),
    width: (size + 2 * borderModules) * scale,
  };
}

import { utf8Bytes } from "../bytes.ts";
import { checkpointText } from "../log/checkpoint.ts";
import type { Engine } from "../log/engine.ts";

/**
 * The daily fingerprint: 12 decimal digits that people compare by telephone (record decision 4). If two of them hear
 * different digits for the same day, one was shown another log.
 *
 * The bytes are the checkpoint's own text, `origin LF size LF base64(root) LF`. The first 8 bytes of their SHA-256,
 * read big-endian, modulo 10^12, are written with leading zeros in three groups of four.
 */

const modulus = 1_000_000_000_000n;
const digits = 12;
const fingerprintPattern = /^\d{4} \d{4} \d{4}$/;

/** The fingerprint of a checkpoint, such as "0123 4567 8901". */
export function fingerprint(
  engine: Engine,
  checkpoint: { readonly origin: string; readonly size: number; readonly root: Uint8Array },
): string {
  const { origin, size, root } = checkpoint;
  const digest = engine.sha256(utf8Bytes(checkpointText({ origin, size, root })));
  const number = new DataView(digest.buffer, digest.byteOffset, 8).getBigUint64(0) % modulus;
  const padded = number.toString().padStart(digits, "0");
  return `${padded.slice(0, 4)} ${padded.slice(4, 8)} ${padded.slice(8)}`;
}

/** Whether a text is written as a fingerprint is. */
export function isFingerprint(text: string): boolean {
  return fingerprintPattern.test(text);
}

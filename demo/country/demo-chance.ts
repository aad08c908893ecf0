import { createHmac } from "node:crypto";

/**
 * Chance that can be repeated: bytes that follow from a seed and a label (HMAC-SHA-256 in counter mode). The demo's
 * numbers and codes come from it, so that they can be printed at every start though only their hashes are stored.
 */
export function demoChance(seed: Uint8Array, label: string): (length: number) => Uint8Array {
  let counter = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let filled = 0; filled < length; counter += 1) {
      const block = createHmac("sha256", seed).update(`${label}\n${counter}`).digest();
      bytes.set(block.subarray(0, Math.min(block.length, length - filled)), filled);
      filled += block.length;
    }
    return bytes;
  };
}

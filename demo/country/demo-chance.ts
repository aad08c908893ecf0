import { createHmac, createSecretKey } from "node:crypto";

/**
 * Chance that can be repeated: bytes that follow from a seed and a label (HMAC-SHA-256 in counter mode). The demo's
 * numbers and codes come from it, so that they can be printed at every start though only their hashes are stored.
 */
export function demoChance(seed: Uint8Array, label: string): (length: number) => Uint8Array {
  // A key object is prepared once: for each draw anew, that costs three times what the draw does.
  const key = createSecretKey(seed);
  let counter = 0;
  let unused = new Uint8Array(0);
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let filled = 0; filled < length; ) {
      if (unused.length === 0) {
        unused = Uint8Array.from(createHmac("sha256", key).update(`${label}\n${counter}`).digest());
        counter += 1;
      }
      const taken = unused.subarray(0, length - filled);
      bytes.set(taken, filled);
      unused = unused.subarray(taken.length);
      filled += taken.length;
    }
    return bytes;
  };
}

/**
 * Which Ed25519 keys and signatures every engine refuses before any curve arithmetic. RFC 8032 leaves room at the
 * edges (small-order keys, unreduced encodings), libraries fill it differently, and a log may not have notes that
 * are valid for one auditor and invalid for the next.
 */

export const seedLength = 32;
export const publicKeyLength = 32;
export const signatureLength = 64;

const fieldPrime = 2n ** 255n - 19n;
const groupOrder = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The y coordinates of the eight points of small order: anyone can "sign" for a key among them. */
const smallOrderCoordinates: ReadonlySet<bigint> = new Set([
  0n,
  1n,
  fieldPrime - 1n,
  2707385501144840649318225287225658788936804267575313519463743609750303402022n,
  55188659117513257062467267217118295137698188065244968500265048394206261417927n,
]);

/** The integer that bytes write with the least significant byte first. */
export function littleEndianNumber(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of [...bytes].reverse()) value = value * 256n + BigInt(byte);
  return value;
}

/** Whether 32 bytes encode a reduced y coordinate (RFC 8032 section 5.1.3 step 1) that is not of small order. */
export function isStrictPublicKey(publicKey: Uint8Array): boolean {
  if (publicKey.length !== publicKeyLength) return false;
  const coordinate = littleEndianNumber(publicKey) % 2n ** 255n;
  return coordinate < fieldPrime && !smallOrderCoordinates.has(coordinate);
}

/** Whether 32 bytes are a scalar below the group order (RFC 8032 section 5.1.7 step 1): the malleability check. */
export function isStrictScalar(scalar: Uint8Array): boolean {
  return scalar.length === 32 && littleEndianNumber(scalar) < groupOrder;
}

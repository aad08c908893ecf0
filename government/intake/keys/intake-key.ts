/**
 * A key of intake: 32 secret bytes, from which an identity of age (X25519) is made. What the offline page encrypts to its
 * recipient opens with it, here and with other people's `age`.
 */

const identityPrefix = "age-secret-key-";
const bech32Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const bech32Generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const checksumLength = 6;
const secretLength = 32;
const identityPattern = /AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}/;

/** The identity that 32 secret bytes stand for, as the command `age` reads it. */
export function intakeIdentity(secret: Uint8Array): string {
  const data = inFives(secret);
  const prefix = [...identityPrefix].map((letter) => letter.charCodeAt(0));
  const expanded = [...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31)];
  // BIP 173, section "Checksum".
  const rest = polymod([...expanded, ...data, ...Array.from({ length: checksumLength }, () => 0)]) ^ 1;
  const checksum = Array.from(
    { length: checksumLength },
    (_, at) => (rest >>> (5 * (checksumLength - 1 - at))) & 31,
  );
  const letters = [...data, ...checksum].map((value) => bech32Alphabet.charAt(value)).join("");
  return `${identityPrefix}1${letters}`.toUpperCase();
}

/** The 32 bytes of the first identity that stands in a text, as a sheet or a file of keys has it; `null` for none. */
export function secretInText(text: string): Uint8Array | null {
  const identity = identityPattern.exec(text)?.[0];
  if (identity === undefined) return null;
  const fives = [...identity.slice(identityPrefix.length + 1).toLowerCase()].map((letter) =>
    bech32Alphabet.indexOf(letter),
  );
  const secret = Uint8Array.from({ length: secretLength }, (_, at) => byteAt(fives, at * 8));
  // The checksum, and that the bits left over are zero, are judged by writing it anew.
  return intakeIdentity(secret) === identity ? secret : null;
}

function byteAt(fives: readonly number[], bit: number): number {
  const first = Math.floor(bit / 5);
  const fifteen = [0, 1, 2].reduce((sum, more) => sum * 32 + (fives[first + more] ?? 0), 0);
  return (fifteen >> (15 - 8 - (bit % 5))) & 0xff;
}

/** The recipient that is named in the record and stands in the offline page. */
export async function intakeRecipient(secret: Uint8Array): Promise<string> {
  const { identityToRecipient } = await import("age-encryption");
  return await identityToRecipient(intakeIdentity(secret));
}

function inFives(bytes: Uint8Array): number[] {
  const fives: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      fives.push((held >> bits) & 31);
    }
  }
  if (bits > 0) fives.push((held << (5 - bits)) & 31);
  return fives;
}

function polymod(values: readonly number[]): number {
  let checksum = 1;
  for (const value of values) {
    const top = checksum >>> 25;
    checksum = ((checksum & 0x1ffffff) << 5) ^ value;
    for (const [at, generator] of bech32Generators.entries()) {
      if ((top >> at) & 1) checksum ^= generator;
    }
  }
  return checksum >>> 0;
}

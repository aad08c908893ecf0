import { Decrypter, identityToRecipient } from "age-encryption";
import { carriedBytesMax } from "#core/record/carried-file.ts";
import { ok, type Result, refused } from "#core/result.ts";

/**
 * The key of intake: 32 secret bytes of the installation, from which an identity of age (X25519) is made. What the
 * offline page encrypts to its recipient, every office of the country opens, and other people's `age` too, with the key.
 */

const identityPrefix = "age-secret-key-";
const bech32Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const bech32Generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const checksumLength = 6;
const firstLine = "age-encryption.org/v1\n";
/** The header of one recipient and the tags of the only chunk. */
const encryptedBytesMax = carriedBytesMax + 1_024;

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

/** The recipient that is named in the record and stands in the offline page. */
export async function intakeRecipient(secret: Uint8Array): Promise<string> {
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

/** What is wrong with a file before anybody reads in it. */
export type EncryptedProblem = "not-of-the-page" | "for-somebody-else" | "damaged";

/** Opens a file of the offline page. */
export async function openEncrypted(
  secret: Uint8Array,
  file: Uint8Array,
): Promise<Result<Uint8Array, EncryptedProblem>> {
  const beginning = new TextDecoder("latin1").decode(file.subarray(0, firstLine.length));
  if (beginning !== firstLine || file.length > encryptedBytesMax) return refused("not-of-the-page");
  const decrypter = new Decrypter();
  decrypter.addIdentity(intakeIdentity(secret));
  try {
    return ok(await decrypter.decrypt(file));
  } catch (error) {
    // The library tells its outcomes apart by words alone; what it does not name is a file that was cut or altered.
    const isForeign = error instanceof Error && /^no identity matched/.test(error.message);
    return refused(isForeign ? "for-somebody-else" : "damaged");
  }
}

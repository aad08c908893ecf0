/**
 * Base45 (RFC 9285): bytes in the 45 characters of a QR code's alphanumeric mode, two bytes in three characters.
 * Strict: what the encoder would not write, the decoder does not read.
 */
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
const base = 45;
const pairMax = 0xffff;
const byteMax = 0xff;

/** The base45 text of the bytes. */
export function toBase45(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 2) {
    const high = bytes[at] ?? 0;
    const low = bytes[at + 1];
    text += low === undefined ? digits(high, 2) : digits(high * 256 + low, 3);
  }
  return text;
}

/** Reads base45; `null` for foreign characters, a wrong length, and groups that stand for more than their bytes hold. */
export function fromBase45(text: string): Uint8Array | null {
  const rest = text.length % 3;
  if (rest === 1) return null;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (rest === 2 ? 1 : 0));
  let at = 0;
  for (let offset = 0; offset < text.length; offset += 3) {
    const group = text.slice(offset, offset + 3);
    const value = valueOfGroup(group);
    const whole = group.length === 3;
    if (value === null || value > (whole ? pairMax : byteMax)) return null;
    if (whole) {
      bytes[at] = value >> 8;
      at += 1;
    }
    bytes[at] = value & byteMax;
    at += 1;
  }
  return bytes;
}

/** RFC 9285 section 4: the least significant digit comes first. */
function digits(value: number, count: number): string {
  let text = "";
  let rest = value;
  for (let digit = 0; digit < count; digit += 1) {
    text += alphabet.charAt(rest % base);
    rest = Math.floor(rest / base);
  }
  return text;
}

function valueOfGroup(group: string): number | null {
  let value = 0;
  for (let at = group.length - 1; at >= 0; at -= 1) {
    const digit = alphabet.indexOf(group.charAt(at));
    if (digit < 0) return null;
    value = value * base + digit;
  }
  return value;
}

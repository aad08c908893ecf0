/** Byte strings as the formats of the record write them. Strict both ways: what we would not write, we do not read. */

const hexPattern = /^(?:[0-9a-f]{2})*$/;
const base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const base64Pattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** One array holding all the given ones, in order. */
export function concatBytes(...chunks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    joined.set(chunk, offset);
    offset += chunk.length;
  }
  return joined;
}

/** Whether two byte strings are equal. Time depends on the bytes: not for secrets. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += hexOfByte[byte];
  return text;
}

/** Reads lower-case hexadecimal; `null` for anything else. */
export function fromHex(text: string): Uint8Array | null {
  if (!hexPattern.test(text)) return null;
  return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(at * 2, at * 2 + 2), 16),
  );
}

/** Standard padded base64 (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += base64Alphabet.charAt(group >> 18) + base64Alphabet.charAt((group >> 12) & 63);
    text += at + 1 < bytes.length ? base64Alphabet.charAt((group >> 6) & 63) : "=";
    text += at + 2 < bytes.length ? base64Alphabet.charAt(group & 63) : "=";
  }
  return text;
}

/** Reads standard padded base64. `null` for url-safe letters, missing padding, white space and non-zero spare bits. */
export function fromBase64(text: string): Uint8Array | null {
  if (!base64Pattern.test(text)) return null;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  for (let offset = 0; offset < text.length; offset += 4) {
    let group = 0;
    for (let digit = 0; digit < 4; digit += 1) {
      group = (group << 6) | Math.max(0, base64Alphabet.indexOf(text.charAt(offset + digit)));
    }
    for (let shift = 16; shift >= 0 && at < bytes.length; shift -= 8) {
      bytes[at] = (group >> shift) & 255;
      at += 1;
    }
  }
  // Non-canonical spare bits would give one signature two spellings.
  return toBase64(bytes) === text ? bytes : null;
}

/** UTF-8 bytes of a text. */
export function utf8Bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Reads UTF-8, keeping a byte-order mark as the character it is; `null` for malformed input. */
export function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

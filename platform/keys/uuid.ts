import { toHex } from "#core/bytes.ts";
import { assert } from "#core/result.ts";

const uuidBytes = 16;

/** A version 4 UUID (RFC 9562 section 5.4) from 16 random bytes. */
export function uuidFrom(random: Uint8Array): string {
  assert(random.length === uuidBytes, "a UUID is made of 16 bytes");
  const bytes = Uint8Array.from(random);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = toHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

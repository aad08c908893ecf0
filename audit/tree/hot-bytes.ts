import { hashLength } from "#core/log/merkle.ts";

/**
 * What an audit does for every single entry, without allocating. Same results as core's `equalBytes`, which the
 * tests compare.
 */

/** Whether the hash at `offset` of a tile is this one. */
export function isHashAt(tile: Uint8Array, offset: number, hash: Uint8Array): boolean {
  for (let at = 0; at < hashLength; at += 1) {
    if (tile[offset + at] !== hash[at]) return false;
  }
  return tile.length >= offset + hashLength;
}

/** Bytes as a key for a map: one character a byte. */
export function keyOfBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** The bytes of such a key. */
export function bytesOfKey(key: string): Uint8Array {
  return new Uint8Array(Buffer.from(key, "latin1"));
}

import type { Engine } from "#core/log/engine.ts";
import { hashLength } from "#core/log/merkle.ts";

/**
 * What an audit does for every single entry, without allocating. Same results as core's `leafHash` and `equalBytes`,
 * which the tests compare.
 */

/** Whether the hash at `offset` of a tile is this one. */
export function isHashAt(tile: Uint8Array, offset: number, hash: Uint8Array): boolean {
  for (let at = 0; at < hashLength; at += 1) {
    if (tile[offset + at] !== hash[at]) return false;
  }
  return tile.length >= offset + hashLength;
}

/** Hashes entries one after another through one buffer (RFC 6962 section 2.1: 0x00 before the entry). */
export function leafHasher(engine: Engine): (entry: Uint8Array) => Uint8Array {
  let buffer = new Uint8Array(1024);
  return (entry) => {
    if (entry.length >= buffer.length) buffer = new Uint8Array(entry.length + 1);
    buffer.set(entry, 1);
    return engine.sha256(buffer.subarray(0, entry.length + 1));
  };
}

/** Bytes as a key for a map: one character a byte. */
export function keyOfBytes(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

/** The bytes of such a key. */
export function bytesOfKey(key: string): Uint8Array {
  return new Uint8Array(Buffer.from(key, "latin1"));
}

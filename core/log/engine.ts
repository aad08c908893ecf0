/**
 * The fast or portable arithmetic behind the log. Core never chooses: it takes an `Engine` as an argument, so
 * that the browser page, the server and the auditor run the same code on different arithmetic.
 */
export interface Engine {
  /** Which implementation this is, for benchmarks and diagnostics. */
  readonly name: string;
  /** SHA-256 of the bytes: 32 bytes. */
  sha256(bytes: Uint8Array): Uint8Array;
  /**
   * SHA-256 of each of many pieces behind the byte `prefix`: 32 bytes each, one behind the other. A tree hashes so, leaf
   * by leaf and node by node (RFC 6962 section 2.1), and an engine may do several at once.
   */
  sha256Each(prefix: number, pieces: Pieces): Uint8Array;
  /** Whether `signature` (64 bytes) is a valid Ed25519 signature (RFC 8032) by `publicKey` (32 bytes). Never throws. */
  verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

/** Pieces of one length that lie at equal distances in `bytes`, the first at `start`. */
export interface Pieces {
  readonly bytes: Uint8Array;
  readonly start: number;
  /** From the beginning of one to that of the next; at least `length`. */
  readonly stride: number;
  readonly length: number;
  readonly count: number;
}

/** One piece after the other, by any SHA-256: what every engine must agree with. */
export function sha256OneByOne(
  sha256: (bytes: Uint8Array) => Uint8Array,
  prefix: number,
  { bytes, start, stride, length, count }: Pieces,
): Uint8Array {
  const hashes = new Uint8Array(count * 32);
  const message = new Uint8Array(1 + length);
  message[0] = prefix;
  for (let piece = 0; piece < count; piece += 1) {
    const from = start + piece * stride;
    message.set(bytes.subarray(from, from + length), 1);
    hashes.set(sha256(message), piece * 32);
  }
  return hashes;
}

/** A private Ed25519 key behind a narrow door: only its holder knows how it signs (file, signer process, HSM). */
export interface Signer {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 64 bytes, RFC 8032. */
  sign(message: Uint8Array): Uint8Array;
}

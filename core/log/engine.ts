/**
 * The fast or portable arithmetic behind the log. Core never chooses: it takes an `Engine` as an argument, so
 * that the browser page, the server and the auditor run the same code on different arithmetic.
 */
export interface Engine {
  /** Which implementation this is, for benchmarks and diagnostics. */
  readonly name: string;
  /** SHA-256 of the bytes: 32 bytes. */
  sha256(bytes: Uint8Array): Uint8Array;
  /** Whether `signature` (64 bytes) is a valid Ed25519 signature (RFC 8032) by `publicKey` (32 bytes). Never throws. */
  verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

/** A private Ed25519 key behind a narrow door: only its holder knows how it signs (file, signer process, HSM). */
export interface Signer {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** 64 bytes, RFC 8032. */
  sign(message: Uint8Array): Uint8Array;
}

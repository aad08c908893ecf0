/**
 * Secrets of the installation, as files outside the database: a stolen or restored dump opens nothing. Each file
 * holds 32 random bytes in hexadecimal and is readable by its owner alone. Missing ones are drawn at first use,
 * except that a log's key is never drawn again once its log has begun: the sequencer sees to that.
 */
import { join } from "node:path";
import { fromHex, toHex, utf8Bytes, utf8Text } from "#core/bytes.ts";
import type { Signer } from "#core/log/engine.ts";
import { type VerifierKey, verifierKey } from "#core/log/note.ts";
import { assert } from "#core/result.ts";
import { nativeEngine, nativeSigner } from "#engines/native-engine.ts";
import { createFileDurably, type Durability, readFileIfPresent } from "#platform/files/durable-file.ts";

export const secretBytes = 32;
const secretFileMode = 0o600;
const secretFolderMode = 0o700;
const uniqueBytes = 8;
const namePattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

export interface KeyFolderOptions {
  readonly randomBytes: (length: number) => Uint8Array;
  readonly durability: Durability;
}

export interface BodyKey {
  readonly signer: Signer;
  /** What stands in the act that registers the body. */
  readonly verifierKey: VerifierKey;
}

/** The keys of an installation. All methods throw when a file is there but not as we wrote it. */
export interface KeyFolder {
  readonly folder: string;
  /** Signs the checkpoints of one log (Ed25519). */
  logSigner(log: string): Signer;
  /** Signs for one state body: queued receipts, replies. Lies with our servers until bodies hold their own. */
  bodyKey(logOrigin: string, body: number): BodyKey;
  /** Whether a log's key was drawn before. */
  hasLogKey(log: string): boolean;
  /** 32 bytes that never leave the servers, one per purpose: case secrets, sessions. */
  secret(purpose: string): Uint8Array;
}

/** Opens the folder of keys; it and its files are made as they are asked for. */
export function openKeyFolder(folder: string, options: KeyFolderOptions): KeyFolder {
  const logPath = (log: string): string => join(folder, "logs", `${checkedName(log)}.seed`);
  const signers = new Map<string, Signer>();
  const signerOf = (path: string): Signer => {
    const signer = signers.get(path) ?? nativeSigner(readOrDrawSecret(path, options));
    signers.set(path, signer);
    return signer;
  };
  return {
    folder,
    logSigner: (log) => signerOf(logPath(log)),
    bodyKey: (logOrigin, body) => {
      const signer = signerOf(join(folder, "bodies", `${checkedName(String(body))}.seed`));
      const name = `${logOrigin}/body/${body}`;
      return { signer, verifierKey: verifierKey(nativeEngine, name, "ed25519", signer.publicKey) };
    },
    hasLogKey: (log) => readFileIfPresent(logPath(log)) !== null,
    secret: (purpose) => readOrDrawSecret(join(folder, "secrets", `${checkedName(purpose)}.secret`), options),
  };
}

/** Reads 32 bytes from a file, or draws and writes them. Two processes that start together get the same ones. */
function readOrDrawSecret(path: string, options: KeyFolderOptions): Uint8Array {
  const known = readSecret(path);
  if (known !== null) return known;
  writeNewSecret(path, options.randomBytes(secretBytes), options);
  const written = readSecret(path);
  assert(written !== null, `${path} was just written`);
  return written;
}

/** The 32 bytes of a secret's file; `null` when there is none. Throws when it is damaged. */
export function readSecret(path: string): Uint8Array | null {
  const file = readFileIfPresent(path);
  if (file === null) return null;
  const secret = fromHex((utf8Text(file) ?? "").trimEnd());
  if (secret?.length !== secretBytes) throw new Error(`${path}: 64 hexadecimal digits expected`);
  return secret;
}

/** Writes a secret unless its file exists; `false` when it does. */
export function writeNewSecret(path: string, secret: Uint8Array, options: KeyFolderOptions): boolean {
  return createFileDurably(path, utf8Bytes(`${toHex(secret)}\n`), {
    durability: options.durability,
    mode: secretFileMode,
    folderMode: secretFolderMode,
    unique: toHex(options.randomBytes(uniqueBytes)),
  });
}

function checkedName(name: string): string {
  assert(namePattern.test(name), `not a name for a key: ${name}`);
  return name;
}

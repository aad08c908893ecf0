/**
 * Secrets of the installation, as files outside the database: a stolen or restored dump opens nothing. Each file
 * holds 32 random bytes in hexadecimal and is readable by its owner alone. Missing ones are drawn at first use.
 */
import { join } from "node:path";
import { fromHex, toHex, utf8Bytes, utf8Text } from "#core/bytes.ts";
import { assert } from "#core/result.ts";
import {
  createFileDurably,
  type Durability,
  namesInFolder,
  readFileIfPresent,
} from "#platform/files/durable-file.ts";

export const secretBytes = 32;
const secretEnding = ".secret";
const secretFileMode = 0o600;
const secretFolderMode = 0o700;
const uniqueBytes = 8;
const namePattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

export interface KeyFolderOptions {
  readonly randomBytes: (length: number) => Uint8Array;
  readonly durability: Durability;
}

/** The secrets of pages: the portal's. All methods throw when a file is there but not as we wrote it. */
export interface KeyFolder {
  readonly folder: string;
  /** 32 bytes that never leave the servers, one per purpose: case secrets, sessions. */
  secret(purpose: string): Uint8Array;
  /** The secrets that are there for a purpose that may have several: the one of that name, and `<purpose>-…`. Draws none. */
  kept(purpose: string): readonly Uint8Array[];
  /** Keeps a secret that came from elsewhere; `false`, and nothing is changed, when there is one of that name. */
  keep(purpose: string, secret: Uint8Array): boolean;
}

/** Opens the folder of secrets; it and its files are made as they are asked for. */
export function openKeyFolder(folder: string, options: KeyFolderOptions): KeyFolder {
  const secrets = join(folder, "secrets");
  const pathOf = (purpose: string): string => join(secrets, `${checkedName(purpose)}${secretEnding}`);
  return {
    folder,
    secret: (purpose) => readOrDrawSecret(pathOf(purpose), options),
    kept: (purpose) =>
      namesInFolder(secrets)
        .filter((name) => name === `${purpose}${secretEnding}` || name.startsWith(`${checkedName(purpose)}-`))
        .flatMap((name) => readSecret(join(secrets, name)) ?? []),
    keep: (purpose, secret) => writeNewSecret(pathOf(purpose), secret, options),
  };
}

/** Reads 32 bytes from a file, or draws and writes them. Two processes that start together get the same ones. */
export function readOrDrawSecret(path: string, options: KeyFolderOptions): Uint8Array {
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

/** A name as a file of keys may bear it: none leads out of the folder. */
export function checkedName(name: string): string {
  assert(namePattern.test(name), `not a name for a key: ${name}`);
  return name;
}

import { readFile, stat } from "node:fs/promises";
import { fromHex, toHex, utf8Bytes } from "#core/bytes.ts";
import type { Signer } from "#core/log/engine.ts";
import { nativeSigner } from "#engines/native-engine.ts";
import { createDurably } from "./durable-file.ts";

/** A witness' private key: a file with the 32 bytes of an Ed25519 seed in hexadecimal and a newline. */

const seedLength = 32;
const othersMayRead = 0o077;

/** Draws a key and writes it, readable by its owner alone. Rejects with EEXIST if the file is there. */
export async function drawKeyFile(
  path: string,
  randomBytes: (length: number) => Uint8Array,
): Promise<Signer> {
  const seed = randomBytes(seedLength);
  await createDurably(path, utf8Bytes(`${toHex(seed)}\n`));
  return nativeSigner(seed);
}

export interface KeyFile {
  readonly signer: Signer;
  /** Whether people other than the owner may read the file; on a USB stick that cannot be helped. */
  readonly isOpenToOthers: boolean;
}

/** Reads a key. Throws, without showing the file's content, when it holds none. */
export async function readKeyFile(path: string): Promise<KeyFile> {
  const seed = fromHex((await readFile(path, "utf8")).trimEnd());
  if (seed?.length !== seedLength) throw new Error(`${path} holds no key: 64 hexadecimal digits expected`);
  const { mode } = await stat(path);
  return { signer: nativeSigner(seed), isOpenToOthers: (mode & othersMayRead) !== 0 };
}

/** Reads a key, or draws it at the first start. */
export async function readOrDrawKeyFile(
  path: string,
  randomBytes: (length: number) => Uint8Array,
): Promise<Signer> {
  try {
    return await drawKeyFile(path, randomBytes);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      return (await readKeyFile(path)).signer;
    throw error;
  }
}

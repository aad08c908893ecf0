import { join } from "node:path";
import { utf8Bytes } from "#core/bytes.ts";
import { writeFileDurably } from "#platform/files/durable-file.ts";
import { openKeyFolder } from "#platform/keys/key-folder.ts";
import { demoSignInLines, demoSignInSheets } from "./country/sign-ins.ts";

const ownerOnly = 0o600;

type RandomBytes = (length: number) => Uint8Array;

/** The secret of an installation from which the demo people's numbers and codes follow; drawn when it is first asked for. */
export function demoSeedOf(keysFolder: string, randomBytes: RandomBytes): Uint8Array {
  return openKeyFolder(keysFolder, { randomBytes, durability: "fsync" }).secret("demo-people");
}

/**
 * Lines that tell a newcomer how a few of the demo people sign in. Everyone's whole code sheet is written into a file
 * beside the keys, which the last line names.
 */
export async function demoSignIns(
  configuration: { readonly keysFolder: string },
  randomBytes: RandomBytes,
): Promise<readonly string[]> {
  const seed = demoSeedOf(configuration.keysFolder, randomBytes);
  const sheets = join(configuration.keysFolder, "demo-sign-ins.txt");
  writeFileDurably(sheets, utf8Bytes(demoSignInSheets(seed)), { durability: "none", mode: ownerOnly });
  return [...demoSignInLines(seed), `Everyone's numbers and all their codes: ${sheets}`];
}

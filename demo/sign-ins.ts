import { randomBytes } from "node:crypto";
import { openKeyFolder } from "#platform/keys/key-folder.ts";
import { demoSignInLines } from "./country/sign-ins.ts";

/** The secret of an installation from which the demo people's numbers and codes follow. */
export function demoSeedOf(keysFolder: string): Uint8Array {
  return openKeyFolder(keysFolder, { randomBytes, durability: "fsync" }).secret("demo-people");
}

/** Lines that tell a newcomer how a few of the demo people sign in. */
export async function demoSignIns(configuration: {
  readonly keysFolder: string;
}): Promise<readonly string[]> {
  return demoSignInLines(demoSeedOf(configuration.keysFolder));
}

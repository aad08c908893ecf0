/** The worker's signer alone, for tests that open a portal without a worker beside it. */
import { randomBytes } from "node:crypto";
import type { Configuration } from "#platform/config/config.ts";
import { logPlaces } from "#platform/config/log-places.ts";
import { openSigningKeys, type SigningKeys } from "#platform/keys/signing-keys.ts";
import { bodySigner } from "#platform/signer/body-signer.ts";
import { type RunningSigner, serveSigner } from "#platform/signer/signer-socket.ts";

/** The keys of an installation's log and bodies. */
export function signingKeysOf({ signingKeysFolder }: Pick<Configuration, "signingKeysFolder">): SigningKeys {
  return openSigningKeys(signingKeysFolder, { randomBytes, durability: "none" });
}

/** Signs for the bodies at the installation's socket until it is closed. */
export async function serveDemoSigner(configuration: Configuration): Promise<RunningSigner> {
  const { origin } = logPlaces(configuration, "executive");
  const keys = signingKeysOf(configuration);
  const signer = bodySigner({ origin, keyOf: (body) => keys.bodyKey(origin, body) });
  return await serveSigner(configuration.signerSocket, signer);
}

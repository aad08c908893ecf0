/** Builds the offline verifier page into the installation, from where the portal hands it out. */
import { buildVerifierPage } from "#audit/page/build.ts";
import { utf8Bytes } from "#core/bytes.ts";
import type { Configuration } from "#platform/config/config.ts";
import { verifierPageFile } from "#platform/config/log-places.ts";
import { writeFileDurably } from "#platform/files/durable-file.ts";

/** Writes the page; returns the SHA-256 that people compare. */
export async function placeVerifierPage(configuration: Configuration): Promise<string> {
  const { html, sha256 } = await buildVerifierPage();
  writeFileDurably(verifierPageFile(configuration), utf8Bytes(html), { durability: "fsync" });
  return sha256;
}

/** Builds the pages that people save and use without us into the installation, from where the portal hands them out. */
import { buildCalculatorPage } from "#audit/calculator/build.ts";
import { buildVerifierPage } from "#audit/page/build.ts";
import { utf8Bytes } from "#core/bytes.ts";
import { buildOfflinePage } from "#government/intake/page/build.ts";
import type { Configuration } from "#platform/config/config.ts";
import { calculatorPageFile, offlinePageFile, verifierPageFile } from "#platform/config/log-places.ts";
import { writeFileDurably } from "#platform/files/durable-file.ts";

/** Writes the pages; returns the SHA-256 of the verifier that people compare. */
export async function placeVerifierPage(configuration: Configuration): Promise<string> {
  const { html, sha256 } = await buildVerifierPage();
  writeFileDurably(verifierPageFile(configuration), utf8Bytes(html), { durability: "fsync" });
  const calculator = utf8Bytes(await buildCalculatorPage());
  writeFileDurably(calculatorPageFile(configuration), calculator, { durability: "fsync" });
  return sha256;
}

/** Writes the page for writing without a line; bodies and key are put in from the record. */
export async function placeOfflinePage(configuration: Configuration): Promise<void> {
  const page = utf8Bytes(await buildOfflinePage());
  writeFileDurably(offlinePageFile(configuration), page, { durability: "fsync" });
}

/**
 * Builds the verifier page: one HTML file that judges a receipt in any browser, from a disk, without a network.
 * Same sources, same bytes: the printed SHA-256 is what people compare.
 *
 *   node audit/page/build.ts [FILE]     writes the page, prints its SHA-256
 */
import { writeFile } from "node:fs/promises";
import { type BuiltPage, buildPage } from "#engines/one-file/build-page.ts";
import { verifierMain, verifierStyle } from "./verifier-pages.ts";

/** What the whole page may weigh: it is copied from phone to phone (record decision 5). */
export const verifierPageBytesMax = 80 * 1024;

/** The verifier page with its SHA-256. */
export async function buildVerifierPage(): Promise<BuiltPage> {
  return await buildPage({
    script: "audit/page/browser/main.ts",
    browsers: "windows-7",
    licences: ["noble"],
    style: verifierStyle,
    main: verifierMain,
    hasData: false,
  });
}

if (import.meta.main) {
  const { html, sha256 } = await buildVerifierPage();
  const file = process.argv[2];
  if (file !== undefined) await writeFile(file, html);
  console.log(`${sha256}  ${file ?? "verifier page"} (${Buffer.byteLength(html)} bytes)`);
}

/**
 * Builds the verifier page: one HTML file that judges a receipt in any browser, from a disk, without a network.
 * Same sources, same bytes: the printed SHA-256 is what people compare.
 *
 *   node audit/page/build.ts [FILE]     writes the page, prints its SHA-256
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { verifierHtml, verifierStyle } from "./verifier-pages.ts";

/** What the whole page may weigh: it is copied from phone to phone (record decision 5). */
export const verifierPageBytesMax = 80 * 1024;

export interface VerifierPage {
  readonly html: string;
  /** Hexadecimal SHA-256 of the file. */
  readonly sha256: string;
}

const project = join(import.meta.dirname, "..", "..");
const scriptBytesMax = 4 * 1024 * 1024;

/** Bundles the page with the esbuild that package.json pins. Throws when that is not installed. */
export async function buildVerifierPage(): Promise<VerifierPage> {
  const script = await bundledScript();
  const html = verifierHtml({
    script,
    style: verifierStyle,
    scriptHash: digestOf(script).toString("base64"),
    styleHash: digestOf(verifierStyle).toString("base64"),
  });
  return { html, sha256: digestOf(html).toString("hex") };
}

async function bundledScript(): Promise<string> {
  // The program, not its API: it gets no configuration but these words, so nothing around it can change the bytes.
  const { stdout } = await promisify(execFile)(
    join(project, "node_modules", "esbuild", "bin", "esbuild"),
    [
      "audit/page/browser/main.ts",
      "--bundle",
      "--minify",
      "--format=iife",
      "--platform=browser",
      "--target=chrome109,firefox102,safari16",
      "--charset=utf8",
      "--legal-comments=none",
      "--log-level=warning",
    ],
    { cwd: project, maxBuffer: scriptBytesMax },
  );
  if (/<\/script|<!--/i.test(stdout)) throw new Error("the script cannot stand inside a page");
  return stdout.trim();
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}

if (import.meta.main) {
  const { html, sha256 } = await buildVerifierPage();
  const file = process.argv[2];
  if (file !== undefined) await writeFile(file, html);
  console.log(`${sha256}  ${file ?? "verifier page"} (${Buffer.byteLength(html)} bytes)`);
}

/**
 * Builds the deadline calculator: one HTML file that works from a disk, without network, in old browsers. Calendar and rules
 * are put in by whoever hands it out (`withCountry`), and the page says of which day they are.
 *
 *   node audit/calculator/build.ts FILE     writes the page without a country
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { calculatorHtml, calculatorStyle } from "./calculator-pages.ts";

const project = join(import.meta.dirname, "..", "..");
const scriptBytesMax = 4 * 1024 * 1024;

/** Bundles the page with the esbuild that package.json pins: same sources, same bytes. */
export async function buildCalculatorPage(): Promise<string> {
  const { stdout } = await promisify(execFile)(
    join(project, "node_modules", "esbuild", "bin", "esbuild"),
    [
      "audit/calculator/browser/main.ts",
      "--bundle",
      "--minify",
      "--format=iife",
      "--platform=browser",
      "--target=chrome61,firefox60,safari12",
      // They have it but for corners of it that no line of ours comes near.
      "--supported:destructuring=true",
      "--charset=utf8",
      "--legal-comments=none",
      "--log-level=warning",
    ],
    { cwd: project, maxBuffer: scriptBytesMax },
  );
  const script = stdout.trim();
  if (/<\/script|<!--/i.test(script)) throw new Error("the script cannot stand inside a page");
  const style = calculatorStyle;
  return calculatorHtml({ script, style, scriptHash: digestOf(script), styleHash: digestOf(style) });
}

function digestOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("base64");
}

if (import.meta.main) {
  const page = await buildCalculatorPage();
  const file = process.argv[2];
  if (file !== undefined) await writeFile(file, page);
  console.log(`${file ?? "deadline calculator"} (${Buffer.byteLength(page)} bytes)`);
}

/**
 * Builds pages of one file: what people save, carry from phone to phone and open from a disk without a network. Same
 * sources, same bytes, so that a printed SHA-256 can be compared.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { assert } from "#core/result.ts";
import { dataSlot, type FramedPage, framedHtml, pageStyle } from "./frame-pages.ts";

/** How old a browser may be. The last ones of Windows 7 are those of January 2023. */
const browserAges = {
  "windows-7": ["--target=chrome109,firefox102,safari16"],
  // They have destructuring but for corners of it that no line of ours comes near.
  "2018": ["--target=chrome61,firefox60,safari12", "--supported:destructuring=true"],
} as const;

/** A page before it is built. */
export interface OneFilePage extends Pick<FramedPage, "licences" | "main" | "hasData"> {
  /** The script's first file, by its path in the checkout. */
  readonly script: string;
  readonly browsers: keyof typeof browserAges;
  /** What it adds to the style that all pages share. */
  readonly style: string;
}

export interface BuiltPage {
  readonly html: string;
  /** Hexadecimal SHA-256 of the file. */
  readonly sha256: string;
}

const project = join(import.meta.dirname, "..", "..");
const scriptBytesMax = 4 * 1024 * 1024;

/** Bundles a page with the esbuild that package.json pins. Throws when that is not installed. */
export async function buildPage(page: OneFilePage): Promise<BuiltPage> {
  const script = await bundledScript(page);
  const style = pageStyle(page.style);
  const html = framedHtml({
    ...page,
    script,
    style,
    scriptHash: digestOf(script).toString("base64"),
    styleHash: digestOf(style).toString("base64"),
  });
  return { html, sha256: digestOf(html).toString("hex") };
}

async function bundledScript({ script, browsers }: OneFilePage): Promise<string> {
  // The program, not its API: it gets no configuration but these words, so nothing around it can change the bytes.
  const { stdout } = await promisify(execFile)(
    join(project, "node_modules", "esbuild", "bin", "esbuild"),
    [
      script,
      "--bundle",
      "--minify",
      "--format=iife",
      "--platform=browser",
      ...browserAges[browsers],
      "--charset=utf8",
      "--legal-comments=none",
      "--log-level=warning",
    ],
    { cwd: project, maxBuffer: scriptBytesMax },
  );
  if (/<\/script|<!--/i.test(stdout)) throw new Error("the script cannot stand inside a page");
  return stdout.trim();
}

/** A built page with data put in: JSON whose texts can neither end the element nor mean anything to `replace`. */
export function withPageData(html: string, json: string): string {
  assert(html.includes(dataSlot), "the page has a place for data");
  return html.replace(dataSlot, () => dataSlot.replace("null", () => json.replaceAll("<", "\\u003c")));
}

/** The content policy that a built page states, to be sent as a header too; `null` for what is no such page. */
export function policyOfPage(html: string): string | null {
  return /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? null;
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}

/**
 * Builds the offline page: one HTML file that works from a disk, without a network. Same sources, same bodies and the
 * same key give the same bytes, so the printed SHA-256 is what people compare.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { canonicalJson } from "#core/record/canonical-json.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { carriedForm } from "../intake-forms.ts";
import { offlineHtml, offlineStyle } from "./offline-pages.ts";

/** What the whole page may weigh: it is copied from phone to phone. */
export const offlinePageBytesMax = 200 * 1024;

const project = join(import.meta.dirname, "..", "..", "..");
const scriptBytesMax = 4 * 1024 * 1024;

/** The script of the page, bundled by the esbuild that package.json pins. The same for every country. */
export async function offlineScript(): Promise<string> {
  // The program, not its API: it gets no configuration but these words, so nothing around it can change the bytes.
  const { stdout } = await promisify(execFile)(
    join(project, "node_modules", "esbuild", "bin", "esbuild"),
    [
      "government/intake/page/browser/main.ts",
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

/** The page of a country as its record states it; `null` while no key of intake is named there. */
export function offlinePage(
  script: string,
  parameters: Parameters,
  takesAppeals: (body: number) => boolean,
): { readonly html: string; readonly sha256: string } | null {
  const { origin, intakeRecipient: recipient, bodies } = parameters;
  if (recipient === undefined) return null;
  const { subject, text, name, address, contact } = carriedForm.fields;
  const data = {
    origin,
    recipient,
    bodies: bodies
      .filter(({ number }) => takesAppeals(number))
      .map(({ number, name: names }) => ({ number, name: { tk: names.tk, ru: names.ru, en: names.en } })),
    limits: {
      subject: subject.charactersMax,
      text: text.charactersMax,
      name: name.charactersMax,
      address: address.charactersMax,
      contact: contact.charactersMax,
    },
  };
  const html = offlineHtml({
    script,
    style: offlineStyle,
    scriptHash: digestOf(script).toString("base64"),
    styleHash: digestOf(offlineStyle).toString("base64"),
    // A name of a body must not be able to end the element.
    data: canonicalJson(data).replaceAll("<", "\\u003c"),
  });
  return { html, sha256: digestOf(html).toString("hex") };
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}

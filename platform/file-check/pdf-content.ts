/**
 * PDF (ISO 32000-2): whatever acts by itself is named by a key or an action's type. Names are looked for in the whole
 * file and in everything that can be unpacked, since objects may lie in compressed streams (7.5.7); a name may be
 * spelled with hexadecimal escapes (7.3.5). Too much is found rather than too little: what is found is said, not refused.
 */
import type { ActiveContent } from "./active-content.ts";
import { namesIn, pdfTexts } from "./pdf-streams.ts";

/** Names in the order in which they are told. */
const telling: readonly (readonly [ActiveContent, readonly string[]])[] = [
  ["locked", ["Encrypt"]],
  ["launch", ["Launch"]],
  ["script", ["JavaScript", "Rendition", "XFA"]],
  ["embedded-file", ["EmbeddedFile", "EmbeddedFiles", "RichMedia", "GoToE"]],
  ["sends-form", ["SubmitForm", "ImportData"]],
];

/** The first thing that acts by itself; `null` for none. */
export function activeInPdf(bytes: Uint8Array): ActiveContent | null {
  const found = new Set<string>();
  let isUnreadable = false;
  for (const each of pdfTexts(bytes)) {
    if (each === "unreadable") isUnreadable = true;
    else for (const name of tellingNames(each.text)) found.add(name);
  }
  const told = telling.find(([, names]) => names.some((name) => found.has(name)));
  return told?.[0] ?? (isUnreadable ? "unreadable" : null);
}

function tellingNames(text: string): Set<string> {
  const wanted = new Set(telling.flatMap(([, names]) => names));
  return new Set(namesIn(text).filter((name) => wanted.has(name)));
}

/** Documents that are packages (ODT, DOCX): zip files (APPNOTE.TXT) of parts in XML. */
import { type ActiveContent, unpackedBytesMax } from "./active-content.ts";
import { unpackedEntry, zipEntries } from "./zip-entries.ts";

const macroNames = /(?:^|\/)vbaProject\.bin$|^(?:Basic|Scripts)\//i;
const embeddedNames = /\/embeddings\/|(?:^|\/)oleObject\d*\.bin$|\/activeX\//i;
/** Parts of XML that say what else belongs to the document. */
const telling =
  /(?:^|\/)(?:[^/]*\.rels|content\.xml|styles\.xml|manifest\.xml|document\.xml|settings\.xml)$/i;

/** The first thing that acts by itself; `null` for none. */
export function activeInZip(bytes: Uint8Array): ActiveContent | null {
  const entries = zipEntries(bytes);
  if (entries === null) return "unreadable";
  if (entries.some(({ isLocked }) => isLocked)) return "locked";
  if (entries.some(({ name }) => macroNames.test(name))) return "macro";
  if (entries.some(({ name }) => embeddedNames.test(name))) return "embedded-file";
  let left = unpackedBytesMax;
  for (const entry of entries.filter(({ name }) => telling.test(name))) {
    const unpacked = left <= 0 ? null : unpackedEntry(entry, left);
    if (unpacked === null) return "unreadable";
    left -= unpacked.length;
    const found = activeInXml(entry.name, unpacked.toString("utf8"));
    if (found !== null) return found;
  }
  return null;
}

/** Office Open XML part 2, section 9.3 (relationships); OpenDocument 1.2 part 1, sections 12 and 19. */
function activeInXml(name: string, text: string): ActiveContent | null {
  if (/\.rels$/i.test(name)) {
    const outside = [...text.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].some(
      ([tag]) => /TargetMode\s*=\s*["']External["']/.test(tag) && !/\/hyperlink["']/.test(tag),
    );
    return outside ? "fetches-from-outside" : null;
  }
  if (/<(?:\w+:)?encryption-data\b/.test(text)) return "locked";
  if (/<(?:script:event-listener|script:script|office:script)\b/.test(text)) return "macro";
  // A link that a reader presses (text:a) waits for the press; pictures, objects and sections are fetched at once.
  const fetched =
    /<(?:draw:image|draw:object|draw:object-ole|draw:plugin|text:section-source)\b[^>]*xlink:href\s*=\s*["'](?:https?|ftp|file|smb):/i;
  return fetched.test(text) ? "fetches-from-outside" : null;
}

/** Documents that are packages (ODT, DOCX): zip files (APPNOTE.TXT) of parts in XML. */
import { inflateRawSync } from "node:zlib";
import { type ActiveContent, unpackedBytesMax } from "./active-content.ts";

interface ZipEntry {
  readonly name: string;
  readonly isLocked: boolean;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly packed: Uint8Array;
}

const entriesMax = 4_000;
const endSignature = 0x0605_4b50;
const directorySignature = 0x0201_4b50;
const localSignature = 0x0403_4b50;
const endLength = 22;
const directoryLength = 46;
const localLength = 30;
const commentMax = 0xffff;

const macroNames = /(?:^|\/)vbaProject\.bin$|^(?:Basic|Scripts)\//i;
const embeddedNames = /\/embeddings\/|(?:^|\/)oleObject\d*\.bin$|\/activeX\//i;
/** Parts of XML that say what else belongs to the document. */
const telling =
  /(?:^|\/)(?:[^/]*\.rels|content\.xml|styles\.xml|manifest\.xml|document\.xml|settings\.xml)$/i;

/** The first thing that acts by itself; `null` for none. */
export function activeInZip(bytes: Uint8Array): ActiveContent | null {
  const entries = entriesOf(bytes);
  if (entries === null) return "unreadable";
  if (entries.some(({ isLocked }) => isLocked)) return "locked";
  if (entries.some(({ name }) => macroNames.test(name))) return "macro";
  if (entries.some(({ name }) => embeddedNames.test(name))) return "embedded-file";
  let left = unpackedBytesMax;
  for (const entry of entries.filter(({ name }) => telling.test(name))) {
    const text = left <= 0 ? null : textOf(entry, left);
    if (text === null) return "unreadable";
    left -= text.length;
    const found = activeInXml(entry.name, text);
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

function textOf({ method, packed }: ZipEntry, bytesMax: number): string | null {
  try {
    if (method === 0) return Buffer.from(packed).toString("utf8");
    return method === 8 ? inflateRawSync(packed, { maxOutputLength: bytesMax }).toString("utf8") : null;
  } catch {
    return null;
  }
}

/** The entries of the central directory; `null` for a file that has none or where it lies about itself. */
function entriesOf(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count && entries.length < entriesMax; entry += 1) {
    const read = entryAt(view, at);
    if (read === null) return null;
    entries.push(read.entry);
    at = read.next;
  }
  return entries.length === count ? entries : null;
}

function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endLength - commentMax);
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return null;
}

function entryAt(view: DataView, at: number): { readonly entry: ZipEntry; readonly next: number } | null {
  if (at + directoryLength > view.byteLength || view.getUint32(at, true) !== directorySignature) return null;
  const nameLength = view.getUint16(at + 28, true);
  const packedLength = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  const next =
    at + directoryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > view.byteLength || local + localLength > view.byteLength) return null;
  if (view.getUint32(local, true) !== localSignature) return null;
  const start = local + localLength + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedLength > view.byteLength) return null;
  const name = Buffer.from(view.buffer, view.byteOffset + at + directoryLength, nameLength).toString("utf8");
  return {
    entry: {
      name,
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: new Uint8Array(view.buffer, view.byteOffset + start, packedLength),
    },
    next,
  };
}

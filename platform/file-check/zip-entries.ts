/**
 * The parts of a zip file (APPNOTE.TXT) by its central directory. What two programs could read in two ways is no zip file
 * to us: names that come twice or are said in two ways, parts that lie on top of each other.
 */
import { inflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly name: string;
  readonly isLocked: boolean;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly crc: number;
  /** As the directory claims it. */
  readonly unpackedLength: number;
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

/** The entries of the central directory; `null` for a file that has none or where it lies about itself. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
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
  return entries.length === count && isOfOnePiece(entries, bytes.length) ? entries : null;
}

/**
 * What an entry holds; `null` when that is more than `bytesMax`, is packed in a way that these documents do not use, or
 * is not what the directory claims.
 */
export function unpackedEntry({ method, packed, unpackedLength }: ZipEntry, bytesMax: number): Buffer | null {
  if (method !== 0 && method !== 8) return null;
  try {
    const unpacked =
      method === 0 ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength: Math.max(1, bytesMax) });
    return unpacked.length === unpackedLength && unpacked.length <= bytesMax ? unpacked : null;
  } catch {
    return null;
  }
}

/** Parts that share bytes unpack to far more than the file holds. */
function isOfOnePiece(entries: readonly ZipEntry[], fileLength: number): boolean {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  const packed = entries.reduce((sum, entry) => sum + entry.packed.length, 0);
  return names.size === entries.length && packed <= fileLength && entries.every(({ name }) => isPlain(name));
}

/** A name within the package: no way out of it. */
function isPlain(name: string): boolean {
  return name !== "" && !name.startsWith("/") && !name.includes("\\") && !name.split("/").includes("..");
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
  const localNameLength = view.getUint16(local + 26, true);
  const start = local + localLength + localNameLength + view.getUint16(local + 28, true);
  if (start + packedLength > view.byteLength) return null;
  const name = textAt(view, at + directoryLength, nameLength);
  if (textAt(view, local + localLength, localNameLength) !== name) return null;
  return {
    entry: {
      name,
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      unpackedLength: view.getUint32(at + 24, true),
      packed: new Uint8Array(view.buffer, view.byteOffset + start, packedLength),
    },
    next,
  };
}

function textAt(view: DataView, at: number, length: number): string {
  return Buffer.from(view.buffer, view.byteOffset + at, length).toString("utf8");
}

/**
 * PDF (ISO 32000-2): whatever acts by itself is named by a key or an action's type. Names are looked for in the whole
 * file and in everything that can be unpacked, since objects may lie in compressed streams (7.5.7); a name may be
 * spelled with hexadecimal escapes (7.3.5). Too much is found rather than too little: what is found is said, not refused.
 */
import { constants, inflateSync } from "node:zlib";
import { type ActiveContent, unpackedBytesMax } from "./active-content.ts";

/** Names in the order in which they are told. */
const telling: readonly (readonly [ActiveContent, readonly string[]])[] = [
  ["locked", ["Encrypt"]],
  ["launch", ["Launch"]],
  ["script", ["JavaScript", "Rendition", "XFA"]],
  ["embedded-file", ["EmbeddedFile", "EmbeddedFiles", "RichMedia", "GoToE"]],
  ["sends-form", ["SubmitForm", "ImportData"]],
];

const streamsMax = 20_000;
/** A stream's dictionary stands right before it. */
const dictionaryBytesMax = 4_096;
const namePattern = /\/([^\s()<>[\]{}/%]{1,127})/g;

/** The first thing that acts by itself; `null` for none. */
export function activeInPdf(bytes: Uint8Array): ActiveContent | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = tellingNames(file.toString("latin1"));
  let isUnreadable = false;
  let left = unpackedBytesMax;
  let streams = 0;
  for (const stream of streamsOf(file)) {
    streams += 1;
    const unpacked = streams > streamsMax ? "too-much" : unpack(stream, left);
    if (unpacked === "too-much") {
      isUnreadable = true;
      break;
    }
    isUnreadable ||= unpacked === null && holdsObjects(stream.dictionary);
    if (unpacked === null) continue;
    left -= unpacked.length;
    for (const name of tellingNames(unpacked.toString("latin1"))) found.add(name);
  }
  const told = telling.find(([, names]) => names.some((name) => found.has(name)));
  return told?.[0] ?? (isUnreadable ? "unreadable" : null);
}

interface PdfStream {
  readonly dictionary: string;
  /** From its first byte to the end of the file: its length may be a lie. */
  readonly data: Buffer;
}

function* streamsOf(file: Buffer): Generator<PdfStream> {
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    if (at >= 3 && file.toString("latin1", at - 3, at) === "end") continue;
    let start = at + 6;
    if (file[start] === 0x0d) start += 1;
    if (file[start] === 0x0a) start += 1;
    const before = file.toString("latin1", Math.max(0, at - dictionaryBytesMax), at);
    const object = before.lastIndexOf(" obj");
    yield { dictionary: before.slice(Math.max(object, 0)), data: file.subarray(start) };
  }
}

const otherPackings = [
  "LZWDecode",
  "ASCII85Decode",
  "ASCIIHexDecode",
  "RunLengthDecode",
  "Crypt",
  "Predictor",
];

/** What a stream holds by Flate (7.4.4), however it ends; `null` when that cannot be told. Pictures hold no objects. */
function unpack({ dictionary, data }: PdfStream, bytesMax: number): Buffer | "too-much" | null {
  const names = new Set(namesIn(dictionary));
  const isObjects = names.has("ObjStm");
  if (names.has("Image") && !isObjects) return Buffer.alloc(0);
  if (isObjects && otherPackings.some((name) => names.has(name))) return null;
  if (!names.has("FlateDecode") && !names.has("Fl")) return names.has("Filter") ? null : Buffer.alloc(0);
  if (bytesMax <= 0) return "too-much";
  try {
    return inflateSync(data, { maxOutputLength: bytesMax, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    const isTooMuch = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return isTooMuch ? "too-much" : null;
  }
}

function holdsObjects(dictionary: string): boolean {
  return namesIn(dictionary).includes("ObjStm");
}

function tellingNames(text: string): Set<string> {
  const wanted = new Set(telling.flatMap(([, names]) => names));
  return new Set(namesIn(text).filter((name) => wanted.has(name)));
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(namePattern)].map(([, name = ""]) =>
    name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

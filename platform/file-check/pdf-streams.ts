/**
 * A PDF (ISO 32000-2) without a reader of PDF: the file as text, and everything that can be unpacked of its streams, since
 * objects may lie in compressed ones (7.5.7). Whatever stands in an earlier version of the document is among it.
 */
import { constants, inflateSync } from "node:zlib";
import { unpackedBytesMax } from "./active-content.ts";

const streamsMax = 20_000;
/** A stream's dictionary stands right before it. */
const dictionaryBytesMax = 4_096;
const namePattern = /\/([^\s()<>[\]{}/%]{1,127})/g;

/** One latin-1 text after the other, the whole file first; `unreadable` for what may hold objects and cannot be unpacked. */
export function* pdfTexts(bytes: Uint8Array): Generator<{ readonly text: string } | "unreadable"> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  yield { text: file.toString("latin1") };
  let left = unpackedBytesMax;
  let streams = 0;
  for (const stream of streamsOf(file)) {
    streams += 1;
    const unpacked = streams > streamsMax ? "too-much" : unpack(stream, left);
    if (unpacked === "too-much") {
      yield "unreadable";
      return;
    }
    if (unpacked === null) {
      if (holdsObjects(stream.dictionary)) yield "unreadable";
      continue;
    }
    left -= unpacked.length;
    if (unpacked.length > 0) yield { text: unpacked.toString("latin1") };
  }
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

/** The names in a text, spelled out (7.3.5). */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(namePattern)].map(([, name = ""]) =>
    name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

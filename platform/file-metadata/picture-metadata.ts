/**
 * Takes out of a picture what it says beside its points: where and when it was taken, with which device, by whom, and
 * smaller pictures of it that may show what was cut away. The points themselves are copied byte by byte.
 *
 * Kept is what is known to be needed to show them; everything else goes, also what nobody has invented yet.
 */
import { concatBytes, equalBytes, utf8Bytes } from "#core/bytes.ts";

/** The same picture without its metadata; `null` when the file is cut off or is none. */
export function withoutPictureMetadata(
  mediaType: "image/jpeg" | "image/png",
  bytes: Uint8Array,
): Uint8Array | null {
  return mediaType === "image/jpeg" ? cleanJpeg(bytes) : cleanPng(bytes);
}

// ------------------------------------------------------------------ JPEG (ITU-T T.81 annex B)

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const comment = 0xfe;
const firstApplication = 0xe0;
const lastApplication = 0xef;
/** The colours of many printers' pictures cannot be told without it (Adobe Technical Note 5116). */
const adobeApplication = 0xee;
const metadataApplication = 0xe1;
const firstRestart = 0xd0;
const lastRestart = 0xd7;
const uprightOrientation = 1;

interface Segment {
  readonly code: number;
  /** From its length on; of a scan with the data that follow it. Empty at the end of the image. */
  readonly content: Uint8Array;
}

/** What lies behind the end of the image is no part of it. */
function cleanJpeg(bytes: Uint8Array): Uint8Array | null {
  const segments = segmentsOf(bytes);
  if (segments === null || !segments.some(({ code }) => code === startOfScan)) return null;
  let orientation = uprightOrientation;
  const kept: Uint8Array[] = [];
  for (const { code, content } of segments) {
    if (code === metadataApplication) orientation = orientationIn(content.subarray(2)) ?? orientation;
    if (isNeeded(code, content)) kept.push(Uint8Array.of(0xff, code), content);
  }
  const start = Uint8Array.of(0xff, startOfImage);
  const turned = orientation === uprightOrientation ? [] : [orientationSegment(orientation)];
  return concatBytes(start, ...turned, ...kept);
}

/** Markers with their segments up to the first end of the image; `null` when that does not come. */
function segmentsOf(bytes: Uint8Array): readonly Segment[] | null {
  const segments: Segment[] = [];
  for (let at = 2; ; ) {
    const marker = markerAt(bytes, at);
    if (marker === null || marker.code === startOfImage) return null;
    const { code, after } = marker;
    if (code === endOfImage) return [...segments, { code, content: new Uint8Array(0) }];
    const headEnd = after + lengthAt(bytes, after);
    if (headEnd > bytes.length || headEnd < after + 2) return null;
    const end = code === startOfScan ? endOfScan(bytes, headEnd) : headEnd;
    if (end === null) return null;
    segments.push({ code, content: bytes.subarray(after, end) });
    at = end;
  }
}

/** A marker, which any number of 0xff may precede (B.1.1.2). */
function markerAt(
  bytes: Uint8Array,
  start: number,
): { readonly code: number; readonly after: number } | null {
  if (bytes[start] !== 0xff) return null;
  let at = start;
  while (bytes[at] === 0xff) at += 1;
  const code = bytes[at];
  return code === undefined || code === 0 ? null : { code, after: at + 1 };
}

function lengthAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

/** Application data tell of makers and places; of them only what gives the colours their meaning is needed. */
function isNeeded(code: number, segment: Uint8Array): boolean {
  if (code === comment) return false;
  if (code < firstApplication || code > lastApplication) return true;
  return code === adobeApplication && equalBytes(segment.subarray(2, 7), utf8Bytes("Adobe"));
}

/** Where the entropy-coded data end: at the first marker that is neither a stuffed byte nor a restart (B.1.1.5). */
function endOfScan(bytes: Uint8Array, start: number): number | null {
  for (let at = start; ; at += 1) {
    at = bytes.indexOf(0xff, at);
    const next = at < 0 ? undefined : bytes[at + 1];
    if (next === undefined) return null;
    const isData = next === 0 || (next >= firstRestart && next <= lastRestart);
    if (!isData && next !== 0xff) return at;
  }
}

const exifHead = utf8Bytes("Exif\0\0");
const orientationTag = 0x0112;
const entryLength = 12;

/** Which way up the picture is meant, in Exif data (CIPA DC-008 section 4.6.4); `null` when they do not say. */
function orientationIn(data: Uint8Array): number | null {
  if (!equalBytes(data.subarray(0, exifHead.length), exifHead)) return null;
  const tiff = data.subarray(exifHead.length);
  if (tiff.length < 8) return null;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const isLittle = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return null;
  const count = view.getUint16(directory, isLittle);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * entryLength;
    if (at + entryLength > tiff.length) return null;
    if (view.getUint16(at, isLittle) !== orientationTag) continue;
    const orientation = view.getUint16(at + 8, isLittle);
    return orientation >= 1 && orientation <= 8 ? orientation : null;
  }
  return null;
}

/** A telephone writes its pictures lying down and says so in Exif: that one number is said anew, and nothing else. */
function orientationSegment(orientation: number): Uint8Array {
  const tiff = Uint8Array.of(
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, orientationTag >> 8, orientationTag & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  );
  const length = 2 + exifHead.length + tiff.length;
  return concatBytes(Uint8Array.of(0xff, metadataApplication, length >> 8, length & 0xff), exifHead, tiff);
}

// ------------------------------------------------------------------ PNG (W3C, third edition, section 11)

const pngSignatureLength = 8;
const chunkOverhead = 12;
/**
 * What shows the points, moving ones too, and how many bytes such a chunk can have: a longer one says something else. A
 * profile (iCCP) is left out, since it may name a monitor or a scanner; so is everything that carries words or times.
 */
const neededChunks: ReadonlyMap<string, number> = new Map([
  ...([
    ["IHDR", 13],
    ["PLTE", 768],
    ["IDAT", Number.POSITIVE_INFINITY],
    ["IEND", 0],
    ["tRNS", 256],
  ] as const),
  ...([
    ["gAMA", 4],
    ["cHRM", 32],
    ["sRGB", 1],
    ["cICP", 4],
    ["sBIT", 4],
    ["bKGD", 6],
    ["pHYs", 9],
  ] as const),
  ...([
    ["acTL", 8],
    ["fcTL", 26],
    ["fdAT", Number.POSITIVE_INFINITY],
  ] as const),
]);

interface Chunk {
  readonly type: string;
  readonly length: number;
  /** Length, type and checksum included. */
  readonly whole: Uint8Array;
}

/** What lies behind the end of the picture is no part of it. */
function cleanPng(bytes: Uint8Array): Uint8Array | null {
  const chunks = chunksOf(bytes);
  if (
    chunks === null ||
    chunks[0]?.type !== "IHDR" ||
    chunks[0].length !== 13 ||
    !chunks.some(({ type }) => type === "IDAT")
  )
    return null;
  const kept = chunks.filter(({ type, length }) => length <= (neededChunks.get(type) ?? -1));
  return concatBytes(bytes.subarray(0, pngSignatureLength), ...kept.map(({ whole }) => whole));
}

/** Chunks up to the first end of the picture; `null` when that does not come. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = pngSignatureLength; at + chunkOverhead <= bytes.length; ) {
    const length = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
    const end = at + chunkOverhead + length;
    if (end > bytes.length) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ type, length, whole: bytes.subarray(at, end) });
    if (type === "IEND") return length === 0 ? chunks : null;
    at = end;
  }
  return null;
}

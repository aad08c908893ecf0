/**
 * What a file is, by its content. The browser's word and the name's ending are not asked: a file is taken when it is
 * one of a few kinds that cannot run anything by itself when it is looked at, and its name gets the ending of its kind.
 */
import { utf8Text } from "#core/bytes.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { withoutPictureMetadata } from "#platform/file-metadata/picture-metadata.ts";
import type { Attachment } from "./appeal-tools.ts";

/** Files with one act. */
export const attachmentsMax = 3;
export const attachmentMebibytesMax = 2;
export const attachmentBytesMax = attachmentMebibytesMax * 1024 * 1024;
/** Characters of a file's name, its ending included. */
export const fileNameCharactersMax = 80;

export type AttachmentProblem = "empty" | "too-large" | "kind-not-taken" | "damaged";

interface FileKind {
  readonly mediaType: string;
  /** The first is added to a name that has none of them. */
  readonly endings: readonly string[];
  readonly fits: (bytes: Uint8Array) => boolean;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpegSignature = [0xff, 0xd8, 0xff];
const zipSignature = [0x50, 0x4b, 0x03, 0x04];
/** Length of a zip entry's header before its name (APPNOTE.TXT section 4.3.7). */
const zipHeaderLength = 30;

/** Media types as registered with IANA; the first that fits counts, so plain text comes last. */
const fileKinds: readonly FileKind[] = [
  { mediaType: "application/pdf", endings: [".pdf"], fits: (bytes) => hasText(bytes, 0, "%PDF-") },
  { mediaType: "image/png", endings: [".png"], fits: (bytes) => beginsWith(bytes, pngSignature) },
  { mediaType: "image/jpeg", endings: [".jpg", ".jpeg"], fits: (bytes) => beginsWith(bytes, jpegSignature) },
  {
    mediaType: "application/vnd.oasis.opendocument.text",
    endings: [".odt"],
    // Open Document Format 1.2 part 3, section 3.3: the first entry is called mimetype and is not compressed.
    fits: (bytes) =>
      beginsWith(bytes, zipSignature) &&
      hasText(bytes, zipHeaderLength, "mimetypeapplication/vnd.oasis.opendocument.text") &&
      !hasText(bytes, zipHeaderLength, "mimetypeapplication/vnd.oasis.opendocument.text-"),
  },
  {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    endings: [".docx"],
    // A document with macros has a part vbaProject.bin and is not taken.
    fits: (bytes) =>
      beginsWith(bytes, zipSignature) &&
      holdsText(bytes, "[Content_Types].xml") &&
      holdsText(bytes, "word/document.xml") &&
      !holdsText(bytes, "vbaProject.bin"),
  },
  { mediaType: "text/plain", endings: [".txt"], fits: isPlainText },
];

/** Value of `accept`, so that the browser offers what is taken. */
export const acceptedFiles = fileKinds.flatMap(({ endings }) => endings).join(",");

/** Whether a file that was taken is a picture, by its name, which has the ending of its kind. */
export function hasPictureName(fileName: string): boolean {
  return /\.(?:jpe?g|png)$/i.test(fileName);
}

function isPicture(mediaType: string): mediaType is "image/jpeg" | "image/png" {
  return mediaType === "image/jpeg" || mediaType === "image/png";
}

/** Takes a file as an attachment, a picture without what it tells of place and device, or says why not. */
export function readAttachment(fileName: string, bytes: Uint8Array): Result<Attachment, AttachmentProblem> {
  if (bytes.length === 0) return refused("empty");
  if (bytes.length > attachmentBytesMax) return refused("too-large");
  const kind = fileKinds.find(({ fits }) => fits(bytes));
  if (kind === undefined) return refused("kind-not-taken");
  const { mediaType } = kind;
  const kept = isPicture(mediaType) ? withoutPictureMetadata(mediaType, bytes) : bytes;
  return kept === null
    ? refused("damaged")
    : ok({ fileName: namedAs(kind, fileName), mediaType, bytes: kept });
}

/** The name without what could mislead, and with an ending of its kind. */
function namedAs(kind: FileKind, fileName: string): string {
  const plain = fileName
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const [ending = ""] = kind.endings;
  const own = kind.endings.find((each) => plain.toLowerCase().endsWith(each));
  const stem = own === undefined ? plain : plain.slice(0, -own.length);
  const kept = own === undefined ? ending : plain.slice(-own.length);
  const short = [...stem].slice(0, fileNameCharactersMax - kept.length).join("");
  return `${short === "" ? "file" : short}${kept}`;
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  return beginsWith(
    bytes.subarray(at),
    [...text].map((character) => character.charCodeAt(0)),
  );
}

function holdsText(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, "latin1");
}

/** UTF-8 without control characters other than those of lines and columns. */
function isPlainText(bytes: Uint8Array): boolean {
  const text = utf8Text(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no plain text holds.
  return text !== null && !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text);
}

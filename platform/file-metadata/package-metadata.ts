/**
 * Documents that are packages: DOCX (ECMA-376 parts 1 and 2) and ODT (OpenDocument 1.3 parts 2 and 3). What their programs
 * wrote of author, company and printer stands in parts of its own and can be left out; who wrote a comment or a tracked
 * change stands in the text and is said, never changed. All other parts are copied packed, byte by byte.
 */
import { crc32, deflateRawSync } from "node:zlib";
import { concatBytes, utf8Bytes } from "#core/bytes.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { unpackedBytesMax } from "../file-check/active-content.ts";
import { unpackedEntry, type ZipEntry, zipEntries } from "../file-check/zip-entries.ts";
import {
  type CleaningProblem,
  closedFile,
  type FileMetadata,
  findingList,
  type MetadataFinding,
  type MetadataKind,
} from "./metadata.ts";
import { withoutPictureMetadata } from "./picture-metadata.ts";
import { attributeValues, elementTexts } from "./xml-values.ts";

/** Fields of docProps/core.xml, docProps/app.xml and meta.xml, by what they tell. */
const toldByElement: readonly (readonly [MetadataKind, readonly string[]])[] = [
  ["person", ["creator", "lastModifiedBy", "Manager", "initial-creator", "printed-by"]],
  ["organisation", ["Company"]],
  ["date", ["created", "modified", "lastPrinted", "creation-date", "date", "print-date"]],
  ["program", ["Application", "generator"]],
  ["title", ["title", "subject", "description", "keywords", "keyword", "category"]],
  ["other", ["user-defined", "lpwstr", "lpstr", "HyperlinkBase"]],
];

const propertiesPattern = /^(?:docProps\/(?:core|app|custom)\.xml|meta\.xml)$/i;
const previewPattern = /^(?:docProps\/thumbnail\.[a-z]+|Thumbnails\/.+)$/i;
/** Who takes part in comments, and the label of an organisation: Word does without them. */
const leftOutPattern = /^(?:word\/people\.xml|docMetadata\/.+)$/i;
const textPattern = /^(?:word\/[^/]+\.xml|content\.xml|styles\.xml)$/i;
const relationsPattern = /(?:^|\/)_rels\/[^/]*\.rels$/i;
const listPattern = /^(?:\[Content_Types\]\.xml|META-INF\/manifest\.xml)$/i;
const embeddedPattern = /\/embeddings\/|(?:^|\/)oleObject\d*\.bin$|^Object \d+\//i;
const settingsPattern = /^settings\.xml$/i;
const picturePattern = /^(?:word\/media|Pictures|media)\/.+\.(?:jpe?g|png)$/i;
const printerItem =
  /(<config:config-item\b[^<>]*config:name="(?:PrinterName|PrinterSetup|CurrentDatabaseDataSource|CurrentDatabaseCommand)"[^<>]*>)[^<]*(<\/config:config-item>)/g;

type OpenPart = ZipEntry & { readonly bytes: Buffer };

/** What a package says of whoever made it. */
export function packageMetadata(bytes: Uint8Array): FileMetadata {
  const entries = zipEntries(bytes);
  const parts = entries === null ? null : openParts(entries);
  if (entries === null || parts === null) return closedFile;
  const isLockedInside = parts.some(
    ({ name, bytes }) => listPattern.test(name) && bytes.includes("encryption-data"),
  );
  if (isLockedInside) return closedFile;
  const found = parts.flatMap((part) => [...findingsIn(part)]);
  for (const { name } of entries) {
    if (previewPattern.test(name)) found.push({ what: "preview", value: "" });
    if (embeddedPattern.test(name)) found.push({ what: "file-within", value: "" });
  }
  return { findings: findingList(found), isClosed: false };
}

/** The same document without the metadata that it need not have; what its text shows stays as it is. */
export function withoutPackageMetadata(bytes: Uint8Array): Result<Uint8Array, CleaningProblem> {
  const entries = zipEntries(bytes);
  const parts = entries === null ? null : openParts(entries);
  if (entries === null || parts === null) return refused("closed");
  if (entries.some(({ name }) => /^(?:_xmlsignatures\/|META-INF\/documentsignatures\.xml)/i.test(name))) {
    return refused("signed");
  }
  const byName = new Map(parts.map((part) => [part.name, part]));
  const kept: ZipEntry[] = [];
  for (const entry of entries) {
    if (previewPattern.test(entry.name) || leftOutPattern.test(entry.name)) continue;
    const part = byName.get(entry.name);
    const changed = part === undefined ? null : cleanPart(part);
    kept.push(changed === null ? entry : packed(entry, changed));
  }
  // OpenDocument part 2, section 3.3: the entry "mimetype" comes first.
  kept.sort((one, other) => Number(other.name === "mimetype") - Number(one.name === "mimetype"));
  return ok(zipOf(kept));
}

/** The parts that say something of persons, unpacked within our limit; `null` when one cannot be read. */
function openParts(entries: readonly ZipEntry[]): readonly OpenPart[] | null {
  const parts: OpenPart[] = [];
  let left = unpackedBytesMax;
  for (const entry of entries) {
    const { name } = entry;
    if (entry.isLocked) return null;
    const isTelling = [
      ...[propertiesPattern, textPattern, relationsPattern, listPattern, settingsPattern],
      ...[picturePattern, leftOutPattern],
    ].some((pattern) => pattern.test(name));
    if (!isTelling) continue;
    const bytes = unpackedEntry(entry, left);
    if (bytes === null) return null;
    left -= bytes.length;
    parts.push({ ...entry, bytes });
  }
  return parts;
}

function* findingsIn({ name, bytes }: OpenPart): Generator<MetadataFinding> {
  if (picturePattern.test(name)) {
    if (tellsOfPlace(bytes)) yield { what: "picture", value: "" };
    return;
  }
  const xml = bytes.toString("utf8");
  if (propertiesPattern.test(name)) yield* propertiesIn(xml);
  if (leftOutPattern.test(name)) yield* peopleIn(xml);
  else if (textPattern.test(name)) yield* authorsIn(xml);
  if (settingsPattern.test(name)) yield* printersIn(xml);
  if (relationsPattern.test(name)) yield* pathsIn(xml);
}

/** Who takes part in comments, with their accounts; the label of an organisation. */
function* peopleIn(xml: string): Generator<MetadataFinding> {
  const names = [...attributeValues(xml, "author"), ...attributeValues(xml, "userId")];
  for (const value of names) yield { what: "person", value };
  for (const value of attributeValues(xml, "siteId")) yield { what: "organisation", value };
}

function* printersIn(xml: string): Generator<MetadataFinding> {
  for (const [item] of xml.matchAll(printerItem)) {
    const value = item.replace(/<[^<>]*>/g, "");
    if (value !== "") yield { what: "other", value: item.includes('"PrinterName"') ? value : "" };
  }
}

function* pathsIn(xml: string): Generator<MetadataFinding> {
  for (const value of attributeValues(xml, "Target")) {
    if (/^(?:file:|[A-Za-z]:\\|\\\\)/i.test(value)) yield { what: "path", value };
  }
}

function* propertiesIn(xml: string): Generator<MetadataFinding> {
  for (const [what, names] of toldByElement) {
    for (const value of names.flatMap((each) => elementTexts(xml, each))) {
      yield { what, value: what === "date" ? dayIn(value) : value };
    }
  }
  for (const tag of xml.match(/<meta:template\b[^<>]*>/g) ?? []) {
    for (const value of attributeValues(tag, "href")) yield { what: "other", value };
  }
  for (const value of elementTexts(xml, "Template")) {
    if (!/^Normal(?:\.dotm?)?$/i.test(value)) yield { what: "other", value };
  }
}

/** The day of an instant as programs write it. */
function dayIn(value: string): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? value;
}

/** Comments and tracked changes: w:author in DOCX, dc:creator in ODT. */
function* authorsIn(xml: string): Generator<MetadataFinding> {
  const names = [...attributeValues(xml, "author"), ...elementTexts(xml, "creator")];
  for (const value of names) yield { what: "comment-author", value };
}

const pictureMarks = ["Exif\0\0", "http://ns.adobe.com/xap", "Photoshop 3.0", "tEXt", "iTXt", "zTXt", "eXIf"];

function tellsOfPlace(bytes: Buffer): boolean {
  return pictureMarks.some((mark) => bytes.includes(mark, 0, "latin1"));
}

/** A part without what it tells; `null` when it stays as it is. */
function cleanPart({ name, bytes }: OpenPart): Uint8Array | null {
  if (picturePattern.test(name)) {
    const isPng = bytes[0] === 0x89;
    return tellsOfPlace(bytes) ? withoutPictureMetadata(isPng ? "image/png" : "image/jpeg", bytes) : null;
  }
  const lower = name.toLowerCase();
  const empty = emptyProperties[lower];
  if (empty !== undefined) return utf8Bytes(empty);
  if (!relationsPattern.test(name) && !listPattern.test(name) && !settingsPattern.test(name)) return null;
  const xml = bytes.toString("utf8");
  const cleaned = xml
    .replace(
      /<Relationship\b[^<>]*\/(?:metadata\/thumbnail|relationships\/people|classificationlabels)"[^<>]*\/>/g,
      "",
    )
    .replace(
      /<Override\b[^<>]*PartName="\/(?:word\/people\.xml|docMetadata\/[^"]*|docProps\/thumbnail\.[a-z]+)"[^<>]*\/>/gi,
      "",
    )
    .replace(
      /<manifest:file-entry\b[^<>]*manifest:full-path="Thumbnails\/[^"]*"[^<>]*(?:\/>|><\/manifest:file-entry>)/g,
      "",
    )
    .replace(printerItem, "$1$2");
  return cleaned === xml ? null : utf8Bytes(cleaned);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const officeNames = "http://schemas.openxmlformats.org";
/** The same parts saying nothing: a part that is gone would have to be taken out of every list that names it. */
const emptyProperties: Readonly<Record<string, string>> = {
  "docprops/core.xml": `${declaration}<cp:coreProperties xmlns:cp="${officeNames}/package/2006/metadata/core-properties"/>`,
  "docprops/app.xml": `${declaration}<Properties xmlns="${officeNames}/officeDocument/2006/extended-properties"/>`,
  "docprops/custom.xml": `${declaration}<Properties xmlns="${officeNames}/officeDocument/2006/custom-properties"/>`,
  "meta.xml": `${declaration.replace(' standalone="yes"', "")}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/></office:document-meta>`,
};

function packed(entry: ZipEntry, bytes: Uint8Array): ZipEntry {
  return {
    ...entry,
    method: 8,
    crc: crc32(bytes),
    unpackedLength: bytes.length,
    packed: deflateRawSync(bytes),
  };
}

/** 1980-01-01, the first day that a zip file can name: when its parts were written is nobody's business. */
const noDate = 0x0021;
const versionNeeded = 20;
const utf8Names = 0x0800;

/** A zip file of these entries, which stay packed; no times, no owners, no comments, nothing between them. */
function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, method, crc, unpackedLength, packed } of entries) {
    const nameBytes = utf8Bytes(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(versionNeeded, 0);
    head.writeUInt16LE(utf8Names, 2);
    head.writeUInt16LE(method, 4);
    head.writeUInt16LE(noDate, 8);
    head.writeUInt32LE(crc, 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(unpackedLength, 18);
    head.writeUInt16LE(nameBytes.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const local = concatBytes(utf8Bytes("PK\u0003\u0004"), head, nameBytes, packed);
    locals.push(local);
    directory.push(
      concatBytes(utf8Bytes("PK\u0001\u0002"), Uint8Array.of(versionNeeded, 0), head, tail, nameBytes),
    );
    offset += local.length;
  }
  const list = concatBytes(...directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return concatBytes(...locals, list, utf8Bytes("PK\u0005\u0006"), end);
}

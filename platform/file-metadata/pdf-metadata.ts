/**
 * PDF (ISO 32000-2): what stands in the information dictionary (14.3.3), in XMP (14.3.2), in annotations (12.5.2) and in
 * private data of programs (14.5). Looked for in everything that can be unpacked, earlier versions of the document included.
 * Too much is found rather than too little.
 */
import { namesIn, pdfTexts } from "../file-check/pdf-streams.ts";
import {
  closedFile,
  type FileMetadata,
  findingList,
  type MetadataFinding,
  type MetadataKind,
} from "./metadata.ts";
import { pdfStringAt } from "./pdf-string.ts";
import { attributeValues, elementTexts } from "./xml-values.ts";

const toldByKey: Readonly<Record<string, MetadataKind>> = {
  Author: "person",
  Manager: "person",
  Company: "organisation",
  Creator: "program",
  Producer: "program",
  CreationDate: "date",
  ModDate: "date",
  LastModified: "date",
  Subject: "title",
  Keywords: "title",
  SourceModified: "date",
};
/** A title stands over bookmarks too; that of the document stands beside one of these. */
const besideTitle = /\/(?:Author|Producer|Creator|CreationDate|ModDate)\b/;
const keyPattern = new RegExp(`/(${Object.keys(toldByKey).join("|")}|Title)\\s{0,20}(?=[(<])`, "g");
/** Annotations that people write (12.5.6.2): their T is a person. The T of a form's field is its name. */
const commentPattern =
  /\/Subtype\s{0,20}\/(?:Text|FreeText|Highlight|Underline|Squiggly|StrikeOut|Stamp|Caret|Ink|Line|Square|Circle|Polygon|PolyLine)\b/g;
const dictionaryCharacters = 3_000;
/** In one text: whoever makes a file of nothing but keys shall not make us read it a thousand times. */
const hitsMax = 500;

const toldByXmp: readonly (readonly [MetadataKind, readonly string[]])[] = [
  ["person", ["creator", "Author", "AuthorsPosition", "CaptionWriter", "LastModifiedBy", "Owner"]],
  ["organisation", ["publisher", "Company", "Credit"]],
  ["program", ["CreatorTool", "Producer", "softwareAgent"]],
  ["date", ["CreateDate", "ModifyDate", "MetadataDate"]],
  ["title", ["title", "description", "Keywords"]],
  ["other", ["GPSLatitude", "GPSLongitude", "City", "Country", "filePath", "SourceModified"]],
];

/** What a PDF says of whoever made it. */
export function pdfMetadata(bytes: Uint8Array): FileMetadata {
  const found: MetadataFinding[] = [];
  let isFile = true;
  for (const each of pdfTexts(bytes)) {
    if (each === "unreadable") return closedFile;
    const { text } = each;
    if (isFile && isLocked(text)) return closedFile;
    if (isFile) found.push(...findingsInFile(text));
    isFile = false;
    for (const finding of findingsInText(text)) {
      found.push(finding);
      if (found.length > hitsMax) return { findings: findingList(found), isClosed: false };
    }
  }
  return { findings: findingList(found), isClosed: false };
}

/** Whether a signature over its bytes stands in a PDF (12.8). */
export function isSignedPdf(bytes: Uint8Array): boolean {
  for (const each of pdfTexts(bytes)) {
    if (each !== "unreadable" && /\/ByteRange\b/.test(each.text)) return true;
  }
  return false;
}

function isLocked(text: string): boolean {
  return /\/Encrypt\b/.test(text) || namesIn(text.slice(-4_096)).includes("Encrypt");
}

function* findingsInFile(text: string): Generator<MetadataFinding> {
  // A file made for the web ends twice without having been changed (annex F).
  const isLinear = /\/Linearized\b/.test(text.slice(0, 2_048));
  const ends = text.match(/startxref\s/g)?.length ?? 0;
  if (ends > (isLinear ? 2 : 1)) yield { what: "earlier-version", value: "" };
  if (text.includes("Exif\0\0")) yield { what: "picture", value: "" };
}

function* findingsInText(text: string): Generator<MetadataFinding> {
  yield* findingsByKey(text);
  yield* commentAuthors(text);
  if (/\/ByteRange\b/.test(text)) yield { what: "signature", value: "" };
  if (/\/EmbeddedFiles?\b/.test(text)) yield { what: "file-within", value: "" };
  if (/\/Thumb\s+\d/.test(text)) yield { what: "preview", value: "" };
  if (/\/PieceInfo\b/.test(text)) yield { what: "other", value: "" };
  if (text.includes("rdf:RDF")) yield* findingsInXmp(Buffer.from(text, "latin1").toString("utf8"));
}

function* findingsByKey(text: string): Generator<MetadataFinding> {
  let hits = 0;
  for (const match of text.matchAll(keyPattern)) {
    hits += 1;
    if (hits > hitsMax) return yield { what: "other", value: "" };
    const [whole, key = ""] = match;
    const value = pdfStringAt(text, match.index + whole.length);
    if (value === null || value === "") continue;
    if (key === "Title" && !besideTitle.test(dictionaryAround(text, match.index))) continue;
    yield { what: toldByKey[key] ?? "title", value: toldByKey[key] === "date" ? dateIn(value) : value };
  }
}

function* commentAuthors(text: string): Generator<MetadataFinding> {
  let hits = 0;
  for (const match of text.matchAll(commentPattern)) {
    hits += 1;
    if (hits > hitsMax) return yield { what: "other", value: "" };
    const around = dictionaryAround(text, match.index);
    const at = /\/T\s{0,20}(?=[(<])/.exec(around);
    const name = at === null ? null : pdfStringAt(around, at.index + at[0].length);
    if (name !== null && name !== "") yield { what: "comment-author", value: name };
  }
}

function* findingsInXmp(xmp: string): Generator<MetadataFinding> {
  for (const [what, names] of toldByXmp) {
    for (const name of names) {
      for (const value of [...elementTexts(xmp, name), ...attributeValues(xmp, name)]) {
        yield { what, value: what === "date" ? dateIn(value) : value };
      }
    }
  }
}

/** The day of "D:20261127…" and of "2026-11-27T…"; anything else as it stands. */
function dateIn(value: string): string {
  const [, year, month, day] = /^(?:D:)?(\d{4})-?(\d{2})-?(\d{2})/.exec(value) ?? [];
  return year === undefined ? value : `${year}-${month}-${day}`;
}

/** The text around a place up to where its dictionary begins and ends, roughly. */
function dictionaryAround(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - dictionaryCharacters), at);
  const after = text.slice(at, at + dictionaryCharacters);
  const start = Math.max(before.lastIndexOf(" obj"), before.lastIndexOf("endobj"), 0);
  const end = after.indexOf("endobj");
  return before.slice(start) + (end < 0 ? after : after.slice(0, end));
}

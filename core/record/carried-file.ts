import { utf8Bytes, utf8Text } from "../bytes.ts";
import { assert, ok, type Result, refused } from "../result.ts";
import {
  anyText,
  exactly,
  integer,
  list,
  matching,
  object,
  oneOf,
  type ReadBy,
  truth,
} from "../strict-json.ts";
import { type ArchiveEntry, archiveBytes, archiveEntries } from "./archive.ts";
import { canonicalJson, type JsonValue, parseCanonicalJson } from "./canonical-json.ts";
import { readWithdrawal } from "./carried-withdrawal.ts";

/**
 * What the offline page writes before it encrypts: one appeal, as it was typed, in canonical JSON, and where files come
 * with it an archive of that and of them, which `tar` unpacks. The page and the office that opens it share this one
 * reader. Sixteen random bytes make two equal appeals two files, and keep the digest, of which the stub is made, from being
 * guessed from the text.
 */

/** The kinds that the page offers: those of the form on the web. */
export const carriedKinds = [
  "filed-complaint",
  "filed-application",
  "filed-suggestion",
  "filed-request",
  "filed-message",
] as const;

/** Bytes of the JSON: the longest text there is in letters of three bytes, and room. */
const jsonBytesMax = 64 * 1024;
/** Files with one appeal, and what one of them may weigh: as on the web. */
export const carriedFilesMax = 3;
export const carriedFileBytesMax = 2 * 1024 * 1024;
/** Bytes of all that is written, unencrypted: each file with a header and filled up to whole blocks. */
export const carriedBytesMax = jsonBytesMax + carriedFilesMax * (carriedFileBytesMax + 1_024) + 2_048;

const textLengthMax = 20_000;
const originLengthMax = 300;
const shortLengthMax = 20;
const fileNameLengthMax = 300;
const nonceHexLength = 32;
const bodyNumberMax = 0xffff_ffff;
const appealName = "appeal.json";

/** What may be read without opening: to whom it goes, and what the clock needs. */
export const carriedOutside = {
  /** The log's origin: a file of another country is not registered here. */
  origin: anyText(originLengthMax),
  body: integer(1, bodyNumberMax),
  kind: oneOf(carriedKinds),
  language: oneOf(["tk", "ru", "en"]),
  /** The day and hour at which an office took it, as typed; "" when whoever wrote it carries it themselves. */
  day: anyText(shortLengthMax),
  hour: anyText(shortLengthMax),
};

const written = {
  ...carriedOutside,
  type: exactly("aydyn-carried"),
  subject: anyText(textLengthMax),
  text: anyText(textLengthMax),
  name: anyText(textLengthMax),
  address: anyText(textLengthMax),
  contact: anyText(textLengthMax),
  /** Whether those who handle it may see who wrote. */
  identityShown: truth,
  nonce: matching(nonceHexLength, /^[0-9a-f]{32}$/, "16 bytes in hexadecimal"),
};
/** Absent in files of pages that drew no withdrawal code. */
export const carriedOptional = { withdrawal: readWithdrawal };
const readAlone = object({ v: exactly(1), ...written }, carriedOptional);
const readWithFiles = object(
  { v: exactly(2), ...written, files: list(anyText(fileNameLengthMax), 1, carriedFilesMax) },
  carriedOptional,
);

/** Version 3 says besides whom a complaint is about; where nobody is named, the versions before are written as ever. */
const readWithAbout = object(
  {
    v: exactly(3),
    ...written,
    about: anyText(textLengthMax),
    files: list(anyText(fileNameLengthMax), 0, carriedFilesMax),
  },
  carriedOptional,
);

/** One appeal of the offline page. Lengths and days are judged by the office, by the very form of the web. */
export type CarriedAppeal = Omit<ReadBy<typeof readAlone>, "v" | "type"> & {
  /** Whom a complaint is about, in the writer's own words; "" for nobody, as in files of older pages. */
  readonly about: string;
};

/** A file that comes with it, under the name that it had. What it is, the office judges. */
export interface CarriedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface Carried {
  readonly appeal: CarriedAppeal;
  readonly files: readonly CarriedFile[];
}

/** The bytes that are encrypted, and of whose digest the stub is made. */
export function carriedBytes(appeal: CarriedAppeal, files: readonly CarriedFile[] = []): Uint8Array {
  const bytes = writtenBytes(appeal, files);
  assert(parseCarried(bytes).ok, "the reader refuses this appeal");
  return bytes;
}

function writtenBytes(appeal: CarriedAppeal, files: readonly CarriedFile[]): Uint8Array {
  const json = utf8Bytes(canonicalJson(writtenJson(appeal, files)));
  if (files.length === 0) return json;
  return archiveBytes([
    { name: appealName, bytes: json },
    // Names as people give them stand in the JSON: one in an archive could lead out of its folder.
    ...files.map(({ bytes }, at) => ({ name: nameOfFile(at), bytes })),
  ]);
}

function writtenJson({ about, ...appeal }: CarriedAppeal, files: readonly CarriedFile[]): JsonValue {
  const type = "aydyn-carried";
  const names = files.map(({ fileName }) => fileName);
  if (about !== "") return { v: 3, type, ...appeal, about, files: names };
  return names.length === 0 ? { v: 1, type, ...appeal } : { v: 2, type, ...appeal, files: names };
}

function nameOfFile(at: number): string {
  return `file-${at + 1}`;
}

/** Reads what was decrypted: exactly what `carriedBytes` writes. */
export function parseCarried(bytes: Uint8Array): Result<Carried, "malformed"> {
  if (bytes.length > carriedBytesMax) return refused("malformed");
  const carried = bytes[0] === openingBrace ? readAloneIn(bytes) : readArchive(archiveEntries(bytes));
  return carried === null ? refused("malformed") : ok(carried);
}

const openingBrace = 0x7b;

function readAloneIn(bytes: Uint8Array): Carried | null {
  const read = readAppeal(jsonIn(bytes));
  return read === null || read.names.length > 0 ? null : { appeal: read.appeal, files: [] };
}

/** The appeal of any version, with the names of the files that must stand beside it. */
function readAppeal(
  json: JsonValue | undefined,
): { readonly appeal: CarriedAppeal; readonly names: readonly string[] } | null {
  const alone = readAlone(json);
  if (alone !== undefined) {
    const { v: _, type: __, ...appeal } = alone;
    return { appeal: { ...appeal, about: "" }, names: [] };
  }
  const withFiles = readWithFiles(json);
  if (withFiles !== undefined) {
    const { v: _, type: __, files, ...appeal } = withFiles;
    return { appeal: { ...appeal, about: "" }, names: files };
  }
  const withAbout = readWithAbout(json);
  if (withAbout === undefined || withAbout.about === "") return null;
  const { v: _, type: __, files, ...appeal } = withAbout;
  return { appeal, names: files };
}

function readArchive(entries: readonly ArchiveEntry[] | null): Carried | null {
  const [first, ...rest] = entries ?? [];
  const read = first?.name === appealName ? readAppeal(jsonIn(first.bytes)) : null;
  // An appeal without files is no archive: one text has one form.
  if (read === null || rest.length === 0 || read.names.length !== rest.length) return null;
  const isWithin = rest.every(
    ({ name, bytes }, at) => name === nameOfFile(at) && bytes.length <= carriedFileBytesMax,
  );
  if (!isWithin) return null;
  const { appeal, names } = read;
  return { appeal, files: rest.map(({ bytes }, at) => ({ fileName: names[at] ?? "", bytes })) };
}

function jsonIn(bytes: Uint8Array): JsonValue | undefined {
  const text = bytes.length > jsonBytesMax ? null : utf8Text(bytes);
  const json = text === null ? null : parseCanonicalJson(text);
  return json?.ok ? json.value : undefined;
}

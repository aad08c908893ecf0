/**
 * A register of incoming mail as a body keeps it today: a sheet of Excel or a file of comma-separated values. Here it
 * becomes rows of texts; what they mean is found in understand-register.ts.
 */
import { parse } from "csv-parse/sync";
import { readSheet as readExcelSheet, type SheetData } from "read-excel-file/universal";
import { fromHex } from "#core/bytes.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { placesInWorkbook } from "./sheet-places.ts";

/** One row, its line as the clerk sees it on the screen: the first line is 1. */
export interface RegisterRow {
  readonly line: number;
  /** Dates are written YYYY-MM-DD, whatever the sheet shows. Texts are trimmed and in NFC. */
  readonly cells: readonly string[];
}

export type RegisterFileProblem =
  | "empty"
  | "too-large"
  | "too-many-rows"
  | "old-excel"
  | "unreadable"
  | "swollen-archive";

export const registerMebibytesMax = 20;
export const registerRowsMax = 50_000;
const columnsMax = 60;
const cellCharactersMax = 20_000;
/** A sheet packs ten times, seldom thirty times; what unpacks to more than this was not made by people. */
const unpackedBytesMax = 400 * 1024 * 1024;

const zipSignature = "504b0304";
const compoundFileSignature = "d0cf11e0a1b11ae1";

/** Reads the first sheet of a workbook, or a file of separated values. Empty rows are left out, lines keep counting. */
export async function readRegisterFile(
  bytes: Uint8Array,
): Promise<Result<readonly RegisterRow[], RegisterFileProblem>> {
  if (bytes.length === 0) return refused("empty");
  if (bytes.length > registerMebibytesMax * 1024 * 1024) return refused("too-large");
  if (beginsWith(bytes, compoundFileSignature)) return refused("old-excel");
  const read = beginsWith(bytes, zipSignature) ? await readWorkbook(bytes) : readSeparated(bytes);
  if (!read.ok) return read;
  const rows = read.value
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.normalize("NFC").trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (rows.length === 0) return refused("empty");
  if (rows.length > registerRowsMax) return refused("too-many-rows");
  const fits = rows.every(
    ({ cells }) => cells.length <= columnsMax && cells.every((cell) => cell.length <= cellCharactersMax),
  );
  return fits ? ok(rows) : refused("unreadable");
}

function beginsWith(bytes: Uint8Array, hex: string): boolean {
  const signature = fromHex(hex);
  return signature?.every((byte, at) => bytes[at] === byte) === true;
}

async function readWorkbook(bytes: Uint8Array): Promise<Result<readonly RegisterRow[], RegisterFileProblem>> {
  if (unpackedSize(bytes) > unpackedBytesMax) return refused("swollen-archive");
  let sheet: SheetData;
  try {
    const places = placesInWorkbook(bytes);
    if (places !== "near") return refused(places);
    sheet = await readExcelSheet(Uint8Array.from(bytes).buffer);
  } catch {
    // The reader throws for whatever is no workbook; which of its sentences it is helps nobody at a desk.
    return refused("unreadable");
  }
  return ok(sheet.map((cells, at) => ({ line: at + 1, cells: cells.map(cellText) })));
}

function cellText(cell: SheetData[number][number]): string {
  if (cell === null) return "";
  // A sheet's days have no time zone; the reader gives them as midnight of UTC.
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell);
}

const centralEntrySignature = 0x02014b50;
const centralEntryLength = 46;
const uncompressedSizeAt = 24;

/** What the archive says that its entries unpack to, in bytes (APPNOTE.TXT section 4.3.12). */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = 0; at + centralEntryLength <= bytes.length; at += 1) {
    if (bytes[at] === 0x50 && view.getUint32(at, true) === centralEntrySignature) {
      total += view.getUint32(at + uncompressedSizeAt, true);
    }
  }
  return total;
}

function readSeparated(bytes: Uint8Array): Result<readonly RegisterRow[], RegisterFileProblem> {
  const text = decoded(bytes);
  if (text === null) return refused("unreadable");
  const rows: RegisterRow[] = [];
  try {
    parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: columnsMax * cellCharactersMax,
      on_record: (record, { lines }) => {
        // A quoted cell may go over several lines; the row is named by the line on which it begins.
        const within = record.reduce((more, cell) => more + cell.split("\n").length - 1, 0);
        rows.push({ line: lines - within, cells: record });
        return null;
      },
    });
  } catch {
    return refused("unreadable");
  }
  return ok(rows);
}

/** UTF-8 if it is that throughout, UTF-16 by its mark, otherwise what Windows wrote in Russian for thirty years. */
function decoded(bytes: Uint8Array): string | null {
  const encoding = beginsWith(bytes, "fffe") ? "utf-16le" : beginsWith(bytes, "feff") ? "utf-16be" : "utf-8";
  for (const name of [encoding, "windows-1251"]) {
    try {
      const text = new TextDecoder(name, { fatal: true }).decode(bytes);
      if (!text.includes("\0")) return text.replace(/^\uFEFF/, "");
    } catch {
      // Not that encoding: the next one is tried.
    }
  }
  return null;
}

const separators = [";", ",", "\t"] as const;

/** The separator that stands most often in the first lines. */
function separatorOf(text: string): string {
  const sample = text.split(/\r?\n/, 10).join("\n");
  const counted = separators.map((separator) => ({ separator, times: sample.split(separator).length }));
  return counted.reduce((most, each) => (each.times > most.times ? each : most)).separator;
}

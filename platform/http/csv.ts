/** Tables as files for other programs. */
import { utf8Bytes } from "#core/bytes.ts";

export type CsvCell = string | number | boolean | null;

/** Comma-separated values (RFC 4180): a head, lines ended by CR LF, quotes where they are needed; `null` is nothing. */
export function csvBytes(rows: readonly (readonly CsvCell[])[]): Uint8Array {
  return utf8Bytes(rows.map((cells) => `${cells.map(cellText).join(",")}\r\n`).join(""));
}

function cellText(cell: CsvCell): string {
  const text = cell === null ? "" : String(cell);
  // A table program must not take a name for a formula.
  const plain = typeof cell === "string" && /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

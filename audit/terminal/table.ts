export type Cell = string | number | null;

/** A plain text table: first column to the left, the others to the right; `null` is shown as a dash. */
export function textTable(heading: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  const texts = rows.map((row) => row.map(cellText));
  const widths = heading.map((title, column) =>
    Math.max(title.length, ...texts.map((row) => (row[column] ?? "").length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => aligned(cell, widths[column] ?? 0, column))
      .join("  ")
      .trimEnd();
  return [line(heading), widths.map((width) => "-".repeat(width)).join("  "), ...texts.map(line)];
}

/** Rows as comma-separated values (RFC 4180): CRLF, quotes where needed; `null` is empty. */
export function commaSeparated(heading: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [heading, ...rows].map((row) => `${row.map(commaSeparatedCell).join(",")}\r\n`).join("");
}

function cellText(cell: Cell): string {
  return cell === null ? "-" : String(cell);
}

function aligned(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

function commaSeparatedCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  // A spreadsheet would run a text that begins like a formula.
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

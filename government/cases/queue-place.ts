/** Where a page of a list of open cases begins, as an address says it. */
import { civilDateText, parseCivilDate } from "#core/clock/civil-date.ts";
import { parseCaseNumber } from "./case-number.ts";
import type { QueuePlace } from "./queue-store.ts";

/** "2026-12-04.26-4711-8302-5"; anything else begins at the first row. */
export function placeIn(text: string): QueuePlace | null {
  const [day = "", written = ""] = text.split(".");
  const due = parseCivilDate(day);
  const number = parseCaseNumber(written);
  return due.ok && number.ok ? { due: due.value, number: number.value } : null;
}

/** The place of a row, as `placeIn` reads it; `null` for a case that is not open. */
export function placeText(
  row: { readonly due: QueuePlace["due"] | null; readonly number: string } | undefined,
): string | null {
  return row === undefined || row.due === null ? null : `${civilDateText(row.due)}.${row.number}`;
}

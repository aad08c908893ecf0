/** Where in the queue a person was: filters and page, so that an act leads back to the same place. */
import { civilDateText, parseCivilDate } from "#core/clock/civil-date.ts";
import { type CaseRow, parseCaseNumber, type QueuePlace } from "#government/cases/index.ts";
import type { Session } from "#platform/session/session.ts";
import { keepInSession, readFromSession } from "#platform/session/session-value-store.ts";
import type { PortalTools } from "../portal-tools.ts";

const placeName = "appeals.desk-place";
const placePattern = /^\/(?:tk|ru|en)\/desk(?:\?[a-z0-9=&.-]{1,200})?$/;

type PlaceTools = Pick<PortalTools, "portal">;

/** Remembers the address of the queue; nothing is written when it has not changed. */
export async function rememberPlace(tools: PlaceTools, session: Session, address: string): Promise<void> {
  if ((await readFromSession(tools.portal, session.id, placeName)) === address) return;
  await keepInSession(tools.portal, session.id, placeName, address);
}

/** The address of the queue where the person was, in the language of the page; `fallback` when they were nowhere. */
export async function lastPlace(
  tools: PlaceTools,
  session: Session,
  language: string,
  fallback: string,
): Promise<string> {
  const kept = await readFromSession(tools.portal, session.id, placeName);
  if (typeof kept !== "string" || !placePattern.test(kept)) return fallback;
  return `/${language}${kept.slice(3)}`;
}

/** "2026-12-04.26-4711-8302-5"; anything else begins at the first row. */
export function placeIn(text: string): QueuePlace | null {
  const [day = "", written = ""] = text.split(".");
  const due = parseCivilDate(day);
  const number = parseCaseNumber(written);
  return due.ok && number.ok ? { due: due.value, number: number.value } : null;
}

/** The place of a row, as `placeIn` reads it; `null` for a case that is not open. */
export function placeText(row: CaseRow | undefined): string | null {
  return row === undefined || row.due === null ? null : `${civilDateText(row.due)}.${row.number}`;
}

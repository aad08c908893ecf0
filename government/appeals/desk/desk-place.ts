/** Where in the queue a person was: filters and page, so that an act leads back to the same place. */
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

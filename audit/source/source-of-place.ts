import { folderSource } from "./folder-source.ts";
import type { LogSource } from "./log-source.ts";
import { type WebAccess, webSource } from "./web-source.ts";

/** A source for what a user wrote: an address when it begins like one, else a folder. */
export function sourceOfPlace(place: string, access: WebAccess): LogSource {
  return isAddress(place) ? webSource(place, access) : folderSource(place);
}

/** Whether a text is a web address. */
function isAddress(place: string): boolean {
  return /^https?:\/\//i.test(place);
}

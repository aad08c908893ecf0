/**
 * Whether a request that changes something comes from a page of ours. No token is needed: browsers say where a form
 * was, and no page can make them lie (Fetch Standard, "Sec-Fetch-Site" of Fetch Metadata, and the Origin header).
 * Sec-Fetch-Site is only sent over HTTPS; Origin needs a referrer policy other than `no-referrer`, which would turn it
 * to `null` even for our own forms (Fetch Standard, "append a request Origin header"); text browsers send neither,
 * but a Referer.
 */

export interface RequestSource {
  readonly secFetchSite: string | undefined;
  readonly origin: string | undefined;
  readonly referer: string | undefined;
  /** Host header (or what a trusted proxy says of it): pages are served under many names. */
  readonly host: string;
  readonly hasCookie: boolean;
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}

/** Whether the request may change something. Without any word about its source only if it brings no cookie to misuse. */
export function isOwnRequest(source: RequestSource): boolean {
  const { secFetchSite, origin, referer, host, hasCookie } = source;
  // "none" is the user's own doing (a reloaded post, a restored tab): no other page can cause it.
  if (secFetchSite !== undefined) return secFetchSite === "same-origin" || secFetchSite === "none";
  if (origin !== undefined) return origin !== "null" && hostOf(origin) === host;
  if (referer !== undefined) return hostOf(referer) === host;
  return !hasCookie;
}

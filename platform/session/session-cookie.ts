import type { SessionToken } from "./session.ts";

/**
 * The one cookie of the portal. Without Max-Age it ends with the browser, which is what a shared computer needs; with
 * HTTPS its name carries the `__Host-` prefix, so that no neighbour under the same domain can set it.
 */

const plainName = "aydyn-session";

/** Whether people reach the portal by HTTPS, read off its origin. */
export function isHttps(origin: string): boolean {
  return origin.startsWith("https://");
}

/** The cookie's name. */
export function sessionCookieName(https: boolean): string {
  return https ? `__Host-${plainName}` : plainName;
}

/** The value of `Set-Cookie` that gives a browser its session. Lax: links from outside arrive signed in, posts do not. */
export function sessionCookie(token: SessionToken, https: boolean): string {
  return `${sessionCookieName(https)}=${token}; ${attributes(https)}`;
}

/** The value of `Set-Cookie` that takes it away. */
export function clearingCookie(https: boolean): string {
  return `${sessionCookieName(https)}=; ${attributes(https)}; Max-Age=0`;
}

/** What the browser forgets when somebody leaves the computer; takes effect over HTTPS and on localhost. */
export const clearSiteData = '"cache", "cookies", "storage"';

/** The cookie's value in a `Cookie` header; `null` when it is not there or there twice with different values. */
export function readSessionCookie(header: string | undefined, https: boolean): string | null {
  const name = sessionCookieName(https);
  const values = new Set<string>();
  for (const pair of (header ?? "").split(";")) {
    const equals = pair.indexOf("=");
    if (equals > 0 && pair.slice(0, equals).trim() === name) values.add(pair.slice(equals + 1).trim());
  }
  const [value] = values;
  return values.size === 1 && value !== undefined ? value : null;
}

function attributes(https: boolean): string {
  return `Path=/; HttpOnly; SameSite=Lax${https ? "; Secure" : ""}`;
}

/** Headers of every response. Pages have no script at all, so the policy can forbid everything but our own files. */

const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join(";");

const hstsSeconds = 31_536_000;

/**
 * The headers. Referrer-Policy is `same-origin` and not `no-referrer`: other sites learn nothing either way, but with
 * the latter browsers send `Origin: null` with our own forms, and the check against forged requests would be blind.
 */
export function securityHeaders(options: { readonly https: boolean }): Readonly<Record<string, string>> {
  return {
    "content-security-policy": contentSecurityPolicy,
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(),geolocation=(),microphone=(),payment=(),usb=()",
    ...(options.https ? { "strict-transport-security": `max-age=${hstsSeconds}` } : {}),
  };
}

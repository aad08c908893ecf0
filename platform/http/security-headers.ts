/**
 * Headers of every response. Pages have no script, so the policy can forbid everything but our own files. The one page
 * that sends files has a small one, which it can do without; its policy allows files of ours and nothing in the page.
 */

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
];
const contentSecurityPolicy = policy.join(";");

/** For a page with a script of ours that talks to us. */
export const policyWithScript = [...policy, "script-src 'self'", "connect-src 'self'"].join(";");

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

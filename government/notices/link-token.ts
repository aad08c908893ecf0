import { createHash } from "node:crypto";

/**
 * What stands in a link of a mail or in the address of a feed: 24 random bytes. It opens one thing only (confirm, leave,
 * see where the case stands), never a case, and is not the case's secret.
 */
export type LinkToken = string & { readonly __brand: "LinkToken" };

const tokenBytes = 24;
const tokenPattern = /^[A-Za-z0-9_-]{32}$/;

/** Reads a token out of an address; `null` for what is none. */
export function parseLinkToken(text: string): LinkToken | null {
  return tokenPattern.test(text) ? (text as LinkToken) : null;
}

/** A new one. */
export function drawLinkToken(randomBytes: (length: number) => Uint8Array): LinkToken {
  return linkTokenFrom(randomBytes(tokenBytes));
}

/** A token of the first bytes of a digest. */
export function linkTokenFrom(bytes: Uint8Array): LinkToken {
  return Buffer.from(bytes.subarray(0, tokenBytes)).toString("base64url") as LinkToken;
}

/** SHA-256: what the database keeps, so that a stolen dump opens no link. */
export function linkTokenHash(token: LinkToken): Uint8Array {
  return createHash("sha256").update(`aydyn link\n${token}`).digest();
}

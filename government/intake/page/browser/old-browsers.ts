import { supply } from "#engines/one-file/browser/supply.ts";

/**
 * Browsers of Windows 7, and every browser on a page without a secure address, may lack the cryptography of the web or
 * the curve X25519 in it. The library falls back on its own arithmetic when it is told that the curve is not supported,
 * so it is told so where there is nothing at all.
 */
if (globalThis.crypto.subtle === undefined) {
  supply(globalThis.crypto, "subtle", {
    importKey: async () => {
      throw new globalThis.DOMException("no X25519 here", "NotSupportedError");
    },
  });
}
supply(String.prototype, "isWellFormed", function (this: string): boolean {
  return !/\p{Surrogate}/u.test(this);
});

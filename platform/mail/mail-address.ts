import { ok, type Result, refused } from "#core/result.ts";

/** An address to which a mail can be sent. Made by `parseMailAddress` alone; never shown again, never logged. */
export type MailAddress = string & { readonly __brand: "MailAddress" };

/** RFC 5321 section 4.5.3.1. */
export const mailAddressBytesMax = 254;
const localPartBytesMax = 64;
const labelBytesMax = 63;

// Without quotes, comments and letters beyond ASCII (RFC 5321 "Dot-string"): whatever a mail server may take for a
// second address, a command or a header cannot be written with these.
const localPattern = /^[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]+(?:\.[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]+)*$/;
const labelPattern = /^[0-9A-Za-z](?:[0-9A-Za-z-]*[0-9A-Za-z])?$/;

/** Reads an address as somebody types it. The domain is written small; what stands before it is left as it is. */
export function parseMailAddress(text: string): Result<MailAddress, "not-an-address"> {
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(at, 0));
  const domain = text.slice(at + 1).toLowerCase();
  const labels = domain.split(".");
  const isAddress =
    at > 0 &&
    text.length <= mailAddressBytesMax &&
    local.length <= localPartBytesMax &&
    localPattern.test(local) &&
    labels.length >= 2 &&
    labels.every((label) => label.length <= labelBytesMax && labelPattern.test(label)) &&
    !/^[0-9]+$/.test(labels.at(-1) ?? "");
  return isAddress ? ok(`${local}@${domain}` as MailAddress) : refused("not-an-address");
}

import { utf8Bytes, utf8Text } from "../bytes.ts";
import { assert, ok, type Result, refused } from "../result.ts";
import { anyText, exactly, integer, matching, object, oneOf, type ReadBy, truth } from "../strict-json.ts";
import { canonicalJson, parseCanonicalJson } from "./canonical-json.ts";

/**
 * What the offline page writes before it encrypts: one appeal, as it was typed, in canonical JSON. The page and the
 * office that opens the file share this one reader. Sixteen random bytes make two equal appeals two files, and keep
 * the digest, of which the stub is made, from being guessed from the text.
 */

/** The kinds that the page offers: those of the form on the web. */
export const carriedKinds = [
  "filed-complaint",
  "filed-application",
  "filed-suggestion",
  "filed-request",
  "filed-message",
] as const;

/** Bytes of what is written, unencrypted: the longest text there is in letters of three bytes, and room. */
export const carriedBytesMax = 64 * 1024;

const textLengthMax = 20_000;
const originLengthMax = 300;
const shortLengthMax = 20;
const nonceHexLength = 32;
const bodyNumberMax = 0xffff_ffff;

const readCarried = object({
  v: exactly(1),
  type: exactly("aydyn-carried"),
  /** The log's origin: a file of another country is not registered here. */
  origin: anyText(originLengthMax),
  body: integer(1, bodyNumberMax),
  kind: oneOf(carriedKinds),
  language: oneOf(["tk", "ru", "en"]),
  subject: anyText(textLengthMax),
  text: anyText(textLengthMax),
  name: anyText(textLengthMax),
  address: anyText(textLengthMax),
  contact: anyText(textLengthMax),
  /** Whether those who handle it may see who wrote. */
  identityShown: truth,
  /** The day and hour at which an office took it, as typed; "" when whoever wrote it carries it themselves. */
  day: anyText(shortLengthMax),
  hour: anyText(shortLengthMax),
  nonce: matching(nonceHexLength, /^[0-9a-f]{32}$/, "16 bytes in hexadecimal"),
});

/** One appeal of the offline page. Lengths and days are judged by the office, by the very form of the web. */
export type CarriedAppeal = Omit<ReadBy<typeof readCarried>, "v" | "type">;

/** The bytes that are encrypted, and of whose digest the stub is made. */
export function carriedBytes(appeal: CarriedAppeal): Uint8Array {
  const bytes = utf8Bytes(canonicalJson({ v: 1, type: "aydyn-carried", ...appeal }));
  assert(parseCarried(bytes).ok, "the reader refuses this appeal");
  return bytes;
}

/** Reads what was decrypted: exactly what `carriedBytes` writes. */
export function parseCarried(bytes: Uint8Array): Result<CarriedAppeal, "malformed"> {
  const text = bytes.length > carriedBytesMax ? null : utf8Text(bytes);
  const json = text === null ? null : parseCanonicalJson(text);
  const read = json?.ok ? readCarried(json.value) : undefined;
  if (read === undefined) return refused("malformed");
  const { v: _, type: __, ...appeal } = read;
  return ok(appeal);
}

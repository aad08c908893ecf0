import { toBase64 } from "../bytes.ts";
import { anyText, bytes, list, object, type Reader } from "../strict-json.ts";
import type { JsonValue } from "./canonical-json.ts";
import { nonceLength } from "./commitment.ts";
import { type OpenedPart, type Opening, partsMax } from "./payload.ts";

/** Openings as files carry them: in receipts, in parameters.json and beside the log. */

const payloadTextLengthMax = 16_384;
const partNameLengthMax = 80;

/** The JSON form of an opening: bytes in base64. */
export function openingJson(opening: Opening): JsonValue {
  return {
    payload: opening.payload,
    nonce: toBase64(opening.nonce),
    parts: opening.parts.map((part) => ({
      name: part.name,
      nonce: toBase64(part.nonce),
      bytes: toBase64(part.bytes),
    })),
  };
}

const readOpenedPart: Reader<OpenedPart> = object({
  name: anyText(partNameLengthMax),
  nonce: bytes(nonceLength),
  bytes: bytes(),
});

/** Reads the JSON form of an opening. Says nothing yet on whether it opens anything. */
export const readOpening: Reader<Opening> = object({
  payload: anyText(payloadTextLengthMax),
  nonce: bytes(nonceLength),
  parts: list(readOpenedPart, 0, partsMax),
});

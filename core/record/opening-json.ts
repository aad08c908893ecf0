import { toBase64 } from "../bytes.ts";
import type { JsonValue } from "./canonical-json.ts";
import { nonceLength } from "./commitment.ts";
import { asBase64, asListOf, asText, objectWithKeys } from "./json-shape.ts";
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

/** Reads the JSON form of an opening; `null` for any other shape. Says nothing yet on whether it opens anything. */
export function parseOpening(value: JsonValue | undefined): Opening | null {
  const shape = objectWithKeys(value, ["payload", "nonce", "parts"]);
  const payload = asText(shape?.payload, payloadTextLengthMax);
  const nonce = asBase64(shape?.nonce, nonceLength);
  const parts = asListOf(shape?.parts, partsMax, parseOpenedPart);
  return payload === null || nonce === null || parts === null ? null : { payload, nonce, parts };
}

function parseOpenedPart(value: JsonValue): OpenedPart | null {
  const shape = objectWithKeys(value, ["name", "nonce", "bytes"]);
  const name = asText(shape?.name, partNameLengthMax);
  const nonce = asBase64(shape?.nonce, nonceLength);
  const bytes = asBase64(shape?.bytes);
  return name === null || nonce === null || bytes === null ? null : { name, nonce, bytes };
}

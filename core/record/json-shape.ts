import { fromBase64 } from "../bytes.ts";
import type { JsonObject, JsonValue } from "./canonical-json.ts";

/** Strict questions to a JSON value that came from outside. Each answers `null` for what it does not expect. */

/** The value as an object that has every required key, perhaps some optional ones, and no other. */
export function objectWithKeys(
  value: JsonValue | undefined,
  required: readonly string[],
  optional: readonly string[] = [],
): JsonObject | null {
  const object = asObject(value);
  if (object === null) return null;
  const keys = Object.keys(object);
  const complete = required.every((key) => Object.hasOwn(object, key));
  const known = keys.every((key) => required.includes(key) || optional.includes(key));
  return complete && known ? object : null;
}

/** The value as a list. */
function asList(value: JsonValue | undefined): readonly JsonValue[] | null {
  return Array.isArray(value) ? value : null;
}

/** The value as a text of at most `lengthMax` UTF-16 code units. */
export function asText(value: JsonValue | undefined, lengthMax: number): string | null {
  return typeof value === "string" && value.length <= lengthMax ? value : null;
}

/** The value as a whole number within both bounds, which belong to the range. */
export function asWholeNumber(value: JsonValue | undefined, min: number, max: number): number | null {
  const whole = typeof value === "number" && Number.isSafeInteger(value) && value >= min && value <= max;
  return whole && !Object.is(value, -0) ? value : null;
}

/** The value as bytes in standard base64; of one length only when that is given. */
export function asBase64(value: JsonValue | undefined, length?: number): Uint8Array | null {
  const bytes = typeof value === "string" ? fromBase64(value) : null;
  return bytes !== null && (length === undefined || bytes.length === length) ? bytes : null;
}

/** Reads each item; `null` as soon as one of them is not what `read` expects. */
export function asListOf<Item>(
  value: JsonValue | undefined,
  itemsMax: number,
  read: (item: JsonValue) => Item | null,
): readonly Item[] | null {
  const list = asList(value);
  if (list === null || list.length > itemsMax) return null;
  const items: Item[] = [];
  for (const element of list) {
    const item = read(element);
    if (item === null) return null;
    items.push(item);
  }
  return items;
}

function asObject(value: JsonValue | undefined): JsonObject | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  // What is neither null, list nor scalar is the one member of JsonValue that is left.
  return value as JsonObject;
}

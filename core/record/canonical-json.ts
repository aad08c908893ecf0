import { ok, type Result, refused } from "../result.ts";

/**
 * The one spelling of a JSON value (RFC 8785, JSON Canonicalization Scheme), so that everybody hashes the same
 * bytes. ECMAScript's own number and string forms are those that the RFC prescribes (sections 3.2.2.2 and 3.2.2.3);
 * what is left to do here is the order of keys and the refusal of what is no I-JSON.
 */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export type JsonObject = { readonly [key: string]: JsonValue };

export type CanonicalJsonProblem = "not-json" | "not-canonical" | "too-deep";

/** Deeper nesting is no honest payload; it would only exhaust the reader's stack. */
export const nestingDepthMax = 64;

/** Canonical JSON of a value. Throws on what has none: NaN, infinities, lone surrogates, nesting over the limit. */
export function canonicalJson(value: JsonValue): string {
  return write(value, 0);
}

/** Reads a JSON text that must already be in canonical form, byte for byte; so a repeated key is refused as well. */
export function parseCanonicalJson(text: string): Result<JsonValue, CanonicalJsonProblem> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  return canonicalJson(parsed.value) === text ? parsed : refused("not-canonical");
}

/** Reads a JSON text in any spelling, within the limit of nesting and without lone surrogates. */
export function parseJson(text: string): Result<JsonValue, CanonicalJsonProblem> {
  const value = jsonOrUndefined(text);
  if (value === undefined) return refused("not-json");
  if (depthOf(value, 0) > nestingDepthMax) return refused("too-deep");
  return isWellFormed(value) ? ok(value) : refused("not-canonical");
}

function jsonOrUndefined(text: string): JsonValue | undefined {
  try {
    // JSON.parse yields exactly the union JsonValue and throws for everything else.
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function write(value: JsonValue, depth: number): string {
  if (depth > nestingDepthMax) throw new RangeError(`JSON nested deeper than ${nestingDepthMax}`);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return writeNumber(value);
  if (typeof value === "string") return writeString(value);
  if (isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(",")}]`;
  const members = Object.keys(value)
    .sort(byCodeUnits)
    .map((key) => `${writeString(key)}:${write(value[key] ?? null, depth + 1)}`);
  return `{${members.join(",")}}`;
}

function writeNumber(value: number): string {
  // RFC 8785 section 3.2.2.3: NaN and the infinities must end the serialisation.
  if (!Number.isFinite(value)) throw new RangeError("JSON has no NaN and no infinity");
  return JSON.stringify(value);
}

function writeString(text: string): string {
  // RFC 8785 section 3.2.2.2: lone surrogates must end the serialisation; JSON.stringify would escape them silently.
  if (!text.isWellFormed()) throw new RangeError("JSON text holds a lone surrogate");
  return JSON.stringify(text);
}

/** RFC 8785 section 3.2.3: keys are ordered by their UTF-16 code units, as JavaScript compares strings. */
function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function depthOf(value: JsonValue, depth: number): number {
  if (value === null || typeof value !== "object" || depth > nestingDepthMax) return depth;
  const children = isArray(value) ? value : Object.values(value);
  return children.reduce((deepest: number, child) => Math.max(deepest, depthOf(child, depth + 1)), depth);
}

/** Only after the depth was judged. JSON.parse turns an overlong number such as 1e999 into Infinity: refused too. */
function isWellFormed(value: JsonValue): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value === "number") return Number.isFinite(value);
  if (value === null || typeof value !== "object") return true;
  if (isArray(value)) return value.every(isWellFormed);
  return Object.entries(value).every(([key, child]) => key.isWellFormed() && isWellFormed(child));
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

import { fromBase64 } from "./bytes.ts";
import { ok, type Result, refused } from "./result.ts";

/**
 * Readers of JSON that came from outside: the record's files, calendars, rules, details of acts, an operator's country.
 * A reader accepts exactly what our writers write and gives `undefined` for everything else; unknown and missing fields
 * are refused alike, so that two readers of the record never see two things in one text.
 */

/** What is wrong, and where: `bodies[2].name.ru`; the empty path is the whole. `expected` is English, for an operator. */
export interface Fault {
  readonly path: string;
  readonly expected: string;
}

/** Where a reader stands, and every fault that was found so far. */
export interface Reading {
  readonly path: string;
  readonly faults: Fault[];
}

/**
 * Reads a value already parsed from JSON; `undefined` means that it is not of this shape. With a `reading` it goes on
 * after the first fault and notes them all; without one it stops at the first.
 */
export type Reader<Value> = (value: unknown, reading?: Reading) => Value | undefined;

/** What a reader gives. */
export type ReadBy<Of> = Of extends Reader<infer Value> ? Value : never;

/** Reads a value, or gives every fault in it. */
export function readStrictly<Value>(reader: Reader<Value>, value: unknown): Result<Value, readonly Fault[]> {
  const faults: Fault[] = [];
  const read = reader(value, { path: "", faults });
  return read === undefined || faults.length > 0 ? refused(faults) : ok(read);
}

/** Notes a fault where the reader stands. Gives `undefined`, so that a reader may return it. */
function fault(reading: Reading | undefined, expected: string): undefined {
  reading?.faults.push({ path: reading.path, expected });
  return undefined;
}

function inside(reading: Reading | undefined, step: string): Reading | undefined {
  if (reading === undefined) return undefined;
  const joint = reading.path === "" || step.startsWith("[") ? "" : ".";
  return { path: `${reading.path}${joint}${step}`, faults: reading.faults };
}

/** Asks one reader of ours or of others; one that says nothing of what it expects is spoken for. */
function ask<Value>(reader: Reader<Value>, value: unknown, reading: Reading | undefined): Value | undefined {
  const before = reading?.faults.length ?? 0;
  const read = reader(value, reading);
  if (read === undefined && reading?.faults.length === before) fault(reading, "another value");
  return read;
}

/** What a further function makes of what was read; where that gives `undefined`, `expected` says what was wanted. */
export function made<From, Value>(
  reader: Reader<From>,
  expected: string,
  make: (from: From) => Value | undefined,
): Reader<Value> {
  return (value, reading) => {
    const from = reader(value, reading);
    if (from === undefined) return undefined;
    return make(from) ?? fault(reading, expected);
  };
}

/** Text of at least one and at most `lengthMax` UTF-16 units, without control characters or white space at its ends. */
export function text(lengthMax: number): Reader<string> {
  return made(
    anyText(lengthMax),
    `a text of 1 to ${lengthMax} characters without space at its ends`,
    (value) =>
      value.length > 0 && value.trim() === value && !hasControlCharacter(value) ? value : undefined,
  );
}

/** Text of at most `lengthMax` UTF-16 units, whatever stands in it. */
export function anyText(lengthMax: number): Reader<string> {
  return (value, reading) =>
    typeof value === "string" && value.length <= lengthMax
      ? value
      : fault(reading, `a text of at most ${lengthMax} characters`);
}

function hasControlCharacter(value: string): boolean {
  for (let at = 0; at < value.length; at += 1) {
    const unit = value.charCodeAt(at);
    if (unit < 0x20 || unit === 0x7f) return true;
  }
  return false;
}

/** Text that a pattern matches. `expected` says in words what the pattern does. */
export function matching(lengthMax: number, pattern: RegExp, expected: string): Reader<string> {
  return made(anyText(lengthMax), expected, (value) => (pattern.test(value) ? value : undefined));
}

/** A whole number within both bounds. */
export function integer(min: number, max: number): Reader<number> {
  return (value, reading) =>
    typeof value === "number" &&
    Number.isSafeInteger(value) &&
    !Object.is(value, -0) &&
    value >= min &&
    value <= max
      ? value
      : fault(reading, `a whole number from ${min} to ${max}`);
}

/** Bytes in standard base64; of one length only when that is given. */
export function bytes(length?: number): Reader<Uint8Array> {
  return (value, reading) => {
    const read = typeof value === "string" ? fromBase64(value) : null;
    if (read !== null && (length === undefined || read.length === length)) return read;
    return fault(reading, length === undefined ? "base64" : `${length} bytes in base64`);
  };
}

/** One of a closed list of words. */
export function oneOf<const Word extends string>(words: readonly Word[]): Reader<Word> {
  return (value, reading) =>
    words.find((word) => word === value) ?? fault(reading, `one of ${words.join(", ")}`);
}

/** That very value: the version of a format, the name of its type. */
export function exactly<const Value extends string | number | boolean>(wanted: Value): Reader<Value> {
  return (value, reading) => (value === wanted ? wanted : fault(reading, JSON.stringify(wanted)));
}

/** `true` or `false`. */
export const truth: Reader<boolean> = (value, reading) =>
  typeof value === "boolean" ? value : fault(reading, "true or false");

/** `null`, or what the reader accepts. */
export function orNull<Value>(reader: Reader<Value>): Reader<Value | null> {
  return (value, reading) => (value === null ? null : ask(reader, value, reading));
}

/** A list of `lengthMin` to `lengthMax` values of one shape. */
export function list<Value>(
  reader: Reader<Value>,
  lengthMin: number,
  lengthMax: number,
): Reader<readonly Value[]> {
  return (value, reading) => {
    if (!Array.isArray(value) || value.length < lengthMin || value.length > lengthMax)
      return fault(reading, `a list of ${lengthMin} to ${lengthMax}`);
    const read: Value[] = [];
    for (const [at, entry] of value.entries()) {
      const one = ask(reader, entry, inside(reading, `[${at}]`));
      if (one !== undefined) read.push(one);
      else if (reading === undefined) return undefined;
    }
    return read.length === value.length ? read : undefined;
  };
}

type Entries = readonly Reader<unknown>[];

/** A list of exactly these shapes in this order. */
export function tuple<const Table extends Entries>(
  ...table: Table
): Reader<{ readonly [At in keyof Table]: ReadBy<Table[At]> }> {
  return (value, reading) => {
    if (!Array.isArray(value) || value.length !== table.length)
      return fault(reading, `a list of ${table.length}`);
    const read = table.map((reader, at) => ask(reader, value[at], inside(reading, `[${at}]`)));
    return read.includes(undefined)
      ? undefined
      : (read as unknown as { readonly [At in keyof Table]: ReadBy<Table[At]> });
  };
}

type Fields = Readonly<Record<string, Reader<unknown>>>;

/** The object that tables of field readers describe: fields that must be there, and fields that may be left out. */
export type ObjectReadBy<Table extends Fields, Optional extends Fields> = {
  readonly [Name in keyof Table]: ReadBy<Table[Name]>;
} & { readonly [Name in keyof Optional]?: ReadBy<Optional[Name]> };

/** An object with exactly the fields of the table, and of `optional` as many as it likes. */
export function object<const Table extends Fields, const Optional extends Fields = Record<never, never>>(
  table: Table,
  optional?: Optional,
): Reader<ObjectReadBy<Table, Optional>> {
  const required = Object.entries(table);
  const more = Object.entries(optional ?? {});
  const known = new Set([...required, ...more].map(([name]) => name));
  return (value, reading) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return fault(reading, `an object with ${[...known].join(", ")}`);
    const entries = new Map<string, unknown>(Object.entries(value));
    let whole = onlyKnown(entries, known, reading);
    const read: Record<string, unknown> = {};
    for (const [name, reader] of [...required, ...more.filter(([each]) => entries.has(each))]) {
      if (!whole && reading === undefined) return undefined;
      const place = inside(reading, name);
      const field = entries.has(name) ? ask(reader, entries.get(name), place) : missing(reader, place);
      whole &&= field !== undefined;
      read[name] = field;
    }
    return whole ? (read as ObjectReadBy<Table, Optional>) : undefined;
  };
}

function onlyKnown(
  entries: ReadonlyMap<string, unknown>,
  known: ReadonlySet<string>,
  reading: Reading | undefined,
): boolean {
  const unknown = [...entries.keys()].filter((name) => !known.has(name));
  for (const name of unknown) {
    fault(inside(reading, name), `nothing: only ${[...known].join(", ")} may stand here`);
  }
  return unknown.length === 0;
}

/** A missing field is named with what it should hold, as its own reader says it. */
function missing(reader: Reader<unknown>, place: Reading | undefined): undefined {
  if (place === undefined) return undefined;
  const wanted: Fault[] = [];
  reader(undefined, { path: place.path, faults: wanted });
  return fault(place, `${wanted[0]?.expected ?? "a value"}; it is missing`);
}

/** What either of two readers accepts; the first is asked first. Of neither, the faults of the nearer one are noted. */
export function either<First, Second>(first: Reader<First>, second: Reader<Second>): Reader<First | Second> {
  return (value, reading) => {
    const read = first(value) ?? second(value);
    if (read !== undefined || reading === undefined) return read;
    const [one, other] = [first, second].map((reader) => {
      const own: Reading = { path: reading.path, faults: [] };
      ask<First | Second>(reader, value, own);
      return own.faults;
    });
    const nearer = (one?.length ?? 0) <= (other?.length ?? 0) ? one : other;
    reading.faults.push(...(nearer ?? []));
    return undefined;
  };
}

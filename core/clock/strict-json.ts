/**
 * Readers of published JSON: calendars, rules, details of acts. A reader accepts exactly what our writers write and
 * gives `undefined` for everything else; unknown and missing fields are refused alike, so that two readers of the
 * record never see two things in one text.
 */

/** Reads a value already parsed from JSON; `undefined` means that it is not of this shape. */
export type Reader<Value> = (value: unknown) => Value | undefined;

/** What a reader gives. */
export type ReadBy<Of> = Of extends Reader<infer Value> ? Value : never;

/** Text of at least one and at most `lengthMax` UTF-16 units, without control characters or white space at its ends. */
export function text(lengthMax: number): Reader<string> {
  return (value) =>
    typeof value === "string" &&
    value.length > 0 &&
    value.length <= lengthMax &&
    value.trim() === value &&
    !hasControlCharacter(value)
      ? value
      : undefined;
}

function hasControlCharacter(value: string): boolean {
  for (let at = 0; at < value.length; at += 1) {
    const unit = value.charCodeAt(at);
    if (unit < 0x20 || unit === 0x7f) return true;
  }
  return false;
}

/** A whole number within both bounds. */
export function integer(min: number, max: number): Reader<number> {
  return (value) =>
    typeof value === "number" && Number.isSafeInteger(value) && value >= min && value <= max
      ? value
      : undefined;
}

/** One of a closed list of words. */
export function oneOf<const Word extends string>(words: readonly Word[]): Reader<Word> {
  return (value) => words.find((word) => word === value);
}

/** `true` or `false`. */
export const truth: Reader<boolean> = (value) => (typeof value === "boolean" ? value : undefined);

/** A list of `lengthMin` to `lengthMax` values of one shape. */
export function list<Value>(
  reader: Reader<Value>,
  lengthMin: number,
  lengthMax: number,
): Reader<readonly Value[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length < lengthMin || value.length > lengthMax) return undefined;
    const read: Value[] = [];
    for (const entry of value) {
      const one = reader(entry);
      if (one === undefined) return undefined;
      read.push(one);
    }
    return read;
  };
}

type Fields = Readonly<Record<string, Reader<unknown>>>;

/** The object that a table of field readers describes. */
export type ObjectReadBy<Table extends Fields> = { readonly [Name in keyof Table]: ReadBy<Table[Name]> };

/** An object with exactly the fields of the table. */
export function object<const Table extends Fields>(table: Table): Reader<ObjectReadBy<Table>> {
  const names = Object.keys(table);
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    const entries = new Map<string, unknown>(Object.entries(value));
    if (entries.size !== names.length) return undefined;
    const read: Record<string, unknown> = {};
    for (const name of names) {
      const field = entries.has(name) ? table[name]?.(entries.get(name)) : undefined;
      if (field === undefined) return undefined;
      read[name] = field;
    }
    return read as ObjectReadBy<Table>;
  };
}

/** What either of two readers accepts; the first is asked first. */
export function either<First, Second>(first: Reader<First>, second: Reader<Second>): Reader<First | Second> {
  return (value) => first(value) ?? second(value);
}

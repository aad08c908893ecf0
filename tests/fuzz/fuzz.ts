/**
 * Bad input for whatever reads what comes from outside: real samples, changed by seeded chance. A reader gives a result or a
 * refusal; it never throws, unless refusing by an error is what it promises.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { inspect } from "node:util";
import { concatBytes, utf8Bytes } from "#core/bytes.ts";

/** A reader that meets the outside, and samples of what it takes. */
export interface FuzzTarget {
  readonly name: string;
  readonly samples: readonly Uint8Array[];
  /** May give a promise. What it gives is taken for a refusal when it is `null`, `false` or a result that is not ok. */
  readonly read: (input: Uint8Array) => unknown;
  /** Of a reader that takes long: how many of the inputs it gets, from 0 to 1. All, when left out. */
  readonly share?: number;
  /** Of a reader that refuses by an error: whether this is one. Any other error is a bug. */
  readonly refusesBy?: (error: unknown) => boolean;
}

export interface Fuzzed {
  readonly inputs: number;
  readonly taken: number;
  readonly refused: number;
  readonly slowestMs: number;
}

/** A reader of text; bytes that are no UTF-8 reach it as a program would hand them on. */
export function ofText(
  name: string,
  samples: readonly string[],
  read: (text: string) => unknown,
  more: Pick<FuzzTarget, "refusesBy"> = {},
): FuzzTarget {
  const decoder = new TextDecoder();
  return { name, samples: samples.map(utf8Bytes), read: (input) => read(decoder.decode(input)), ...more };
}

/** Reads so many inputs, or the target's share of them. Every unchanged sample must be taken: a reader that refuses everything would pass otherwise. */
export async function fuzz(target: FuzzTarget, seed: number, inputsWanted: number): Promise<Fuzzed> {
  const inputs = Math.ceil(inputsWanted * (target.share ?? 1));
  for (const [at, sample] of target.samples.entries()) {
    const read = await target.read(sample);
    assert.ok(!isRefusal(read), `${target.name} refuses its sample ${at}: ${inspect(read, { depth: 6 })}`);
  }
  const chance = seededChance(`${target.name} ${seed}`);
  // A slice of a Buffer is a view: a change to it would change the sample.
  const samples = target.samples.map((sample) => Uint8Array.from(sample));
  let [taken, slowestMs] = [0, 0];
  for (let count = 0; count < inputs; count += 1) {
    const input = changed(chance, samples);
    const begunAt = performance.now();
    try {
      if (!isRefusal(await target.read(input))) taken += 1;
    } catch (error) {
      if (target.refusesBy?.(error) !== true)
        throw new Error(describeInput(target, seed, input), { cause: error });
    }
    slowestMs = Math.max(slowestMs, performance.now() - begunAt);
  }
  return { inputs, taken, refused: inputs - taken, slowestMs: Math.round(slowestMs) };
}

function describeInput({ name }: FuzzTarget, seed: number, input: Uint8Array): string {
  const shown = Buffer.from(input).toString("base64");
  return `${name}, seed ${seed}, threw at ${input.length} bytes (base64): ${shown.slice(0, 4_000)}`;
}

function isRefusal(read: unknown): boolean {
  if (read === null || read === false) return true;
  return typeof read === "object" && "ok" in read && read.ok === false;
}

interface Chance {
  /** A whole number below `limit`. */
  readonly below: (limit: number) => number;
}

/** Xorshift128, filled from a hash of the seed: quick, and the same for the same words. */
function seededChance(words: string): Chance {
  const filled = createHash("sha256").update(words).digest();
  let [a, b, c, d] = [0, 4, 8, 12].map((at) => filled.readUInt32LE(at) | 1) as [
    number,
    number,
    number,
    number,
  ];
  const next = (): number => {
    const t = a ^ (a << 11);
    [a, b, c] = [b, c, d];
    d = d ^ (d >>> 19) ^ t ^ (t >>> 8);
    return d >>> 0;
  };
  return { below: (limit) => next() % limit };
}

/** What readers stumble over: ends of ranges, signs of other layers, letters that are not what they seem. */
const spices: readonly Uint8Array[] = [
  ...[
    "0",
    "-1",
    "00",
    "1e309",
    "9007199254740992",
    "18446744073709551616",
    "4294967296",
    "-0",
    "0x1f",
    "NaN",
  ],
  ...[
    "\n",
    "\r\n",
    "\n\n",
    "\t",
    " ",
    "\0",
    "\u2028",
    "\ufeff",
    "\u202e",
    "\ud7ff\uffff",
    "é",
    "e\u0301",
    "𝟘",
  ],
  ...[
    '"',
    "\\",
    "\\u0000",
    "\\ud800",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "true",
    '{"__proto__":1}',
    "[[[[[[",
  ],
  ...[
    "--",
    "; ",
    "=",
    "&",
    "%",
    "%00",
    "%ff",
    "+",
    "/",
    "../",
    "<",
    ">",
    "&lt;",
    "]]>",
    "— ",
    "@",
    "'",
    "$(",
    "PK",
  ],
].map((text) => utf8Bytes(text));

type Change = (chance: Chance, bytes: Uint8Array, samples: readonly Uint8Array[]) => Uint8Array;

const replaced = (bytes: Uint8Array, from: number, to: number, by: Uint8Array): Uint8Array =>
  concatBytes(bytes.subarray(0, from), by, bytes.subarray(to));

const anyOf = <Item>({ below }: Chance, items: readonly Item[]): Item => {
  const item = items[below(items.length)];
  assert.ok(item !== undefined);
  return item;
};

const repeatedMax = 2_000;
const longRun = 64;

const changes: readonly Change[] = [
  // One bit, one byte, one spice.
  (chance, bytes) => {
    const copy = bytes.slice();
    const at = chance.below(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8));
    return copy;
  },
  (chance, bytes) => {
    const copy = bytes.slice();
    copy[chance.below(copy.length)] = chance.below(256);
    return copy;
  },
  (chance, bytes) => {
    const at = chance.below(bytes.length + 1);
    return replaced(bytes, at, Math.min(bytes.length, at + chance.below(3)), anyOf(chance, spices));
  },
  // Cut off, cut out, said twice, said very often.
  (chance, bytes) => bytes.slice(0, chance.below(bytes.length)),
  (chance, bytes) => {
    const from = chance.below(bytes.length);
    return replaced(bytes, from, Math.min(bytes.length, from + 1 + chance.below(longRun)), new Uint8Array(0));
  },
  (chance, bytes) => {
    const from = chance.below(bytes.length);
    const part = bytes.subarray(from, from + 1 + chance.below(longRun));
    return replaced(bytes, from, from, part);
  },
  (chance, bytes) => {
    const at = chance.below(bytes.length);
    const spice = anyOf(chance, spices);
    const often = Array.from({ length: chance.below(repeatedMax) }, () => spice);
    return replaced(bytes, at, at, concatBytes(...often));
  },
  // A number that was there becomes another one.
  (chance, bytes) => {
    const digits = [...bytes.entries()].filter(([, byte]) => byte >= 48 && byte <= 57);
    if (digits.length === 0) return bytes;
    const [at] = anyOf(chance, digits);
    return replaced(bytes, at, at + 1, anyOf(chance, spices.slice(0, 10)));
  },
  // The beginning of one sample, the end of another.
  (chance, bytes, samples) => {
    const other = anyOf(chance, samples);
    return concatBytes(
      bytes.subarray(0, chance.below(bytes.length + 1)),
      other.subarray(chance.below(other.length + 1)),
    );
  },
];

const changesMax = 4;

function changed(chance: Chance, samples: readonly Uint8Array[]): Uint8Array {
  let bytes = anyOf(chance, samples);
  const times = 1 + chance.below(changesMax);
  for (let time = 0; time < times && bytes.length > 0; time += 1)
    bytes = anyOf(chance, changes)(chance, bytes, samples);
  return bytes;
}

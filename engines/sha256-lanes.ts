/** SHA-256 of many messages of one length, four at a time in WebAssembly; plain where they do not fit its two blocks. */
import type { Pieces } from "#core/log/engine.ts";
import { blockBytes, blocks, laneModule, lanes, tableBytes } from "./sha256-lanes-code.ts";

/** What is used of it; the types of Node leave it to those of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
};

const hashLength = 32;
/** Of a message of two blocks without its padding: a bit, and eight bytes for the length. */
const lengthMin = blockBytes - 8;
const lengthMax = blocks * blockBytes - 9;
/** At most so many messages at once: a tile, and what rounds it up. */
const countMax = 256;
const strideMax = 128;

// Where what lies in the module's memory: the table, then the hashes, then the messages with a byte before the first.
const targetAt = tableBytes;
const sourceAt = targetAt + countMax * hashLength + blockBytes;
const sourceBytesMax = countMax * strideMax;

type Hash = (source: number, stride: number, table: number, target: number, groups: number) => void;

/** Hashes pieces as `Engine.sha256Each` does; `null` for those that it cannot take. Not to be entered twice at once. */
export function laneHasher(): (prefix: number, pieces: Pieces) => Uint8Array | null {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(laneModule()));
  const { memory, hash } = exports;
  if (!(memory instanceof WebAssembly.Memory) || !isHash(hash))
    throw new Error("the module exports its work");
  const bytes = new Uint8Array(memory.buffer);
  const tables = new Map<number, Uint8Array>();
  let written: Uint8Array | null = null;
  return (prefix, { bytes: given, start, stride, length, count }) => {
    const span = (count - 1) * stride + length;
    const fits = length + 1 >= lengthMin && length + 1 <= lengthMax && count >= lanes && count <= countMax;
    if (!fits || stride > strideMax || span > sourceBytesMax) return null;
    const key = prefix * blocks * blockBytes + length;
    const table = tables.get(key) ?? tableOf(prefix, length);
    tables.set(key, table);
    if (table !== written) bytes.set(table);
    written = table;
    bytes.set(given.subarray(start, start + span), sourceAt);
    // The byte before a message is its prefix, whatever lies there: the table puts it in.
    hash(sourceAt - 1, stride, 0, targetAt, Math.ceil(count / lanes));
    return bytes.slice(targetAt, targetAt + count * hashLength);
  };
}

function isHash(value: unknown): value is Hash {
  return typeof value === "function";
}

/** For each word of the two blocks, in every lane: which of its bits are the message's, and which others are set. */
function tableOf(prefix: number, length: number): Uint8Array {
  const own = new Uint8Array(blocks * blockBytes).fill(255, 1, 1 + length);
  const set = new Uint8Array(blocks * blockBytes);
  set[0] = prefix;
  set[1 + length] = 0x80;
  new DataView(set.buffer).setUint32(set.length - 4, (1 + length) * 8);
  const table = new Uint8Array(tableBytes);
  for (let word = 0; word < own.length / 4; word += 1) {
    for (let lane = 0; lane < lanes; lane += 1) {
      const row = word * 2 * lanes + lane;
      table.set(own.subarray(word * 4, word * 4 + 4), row * 4);
      table.set(set.subarray(word * 4, word * 4 + 4), (row + lanes) * 4);
    }
  }
  return table;
}

/**
 * SHA-256 (FIPS 180-4) of four messages at once, one in each lane of WebAssembly's 128-bit vectors. Every message has two
 * blocks, padding included: that fits the leaf of an act (1 + 118 bytes) and a node of the tree (1 + 64 bytes). The
 * messages are read where they lie, at equal distances; a table says which bytes of the two blocks are theirs and what
 * stands in the others: the prefix and the padding.
 */
import { type Code, moduleOf, op } from "./wasm-writer.ts";

/** Messages that are hashed together. */
export const lanes = 4;
export const blockBytes = 64;
export const blocks = 2;
const memoryPages = 2;
const vectorBytes = 16;
/** The table has two vectors for each word of a message: its own bits, and those that are added. */
export const tableBytes = (blocks * blockBytes * 2 * vectorBytes) / 4;

const wordBytes = 4;
const rounds = 64;
const scheduled = 16;

/** The first 32 bits of the fractional part of a root of each prime (FIPS 180-4, sections 4.2.2 and 5.3.3). */
function fractions(count: number, root: (value: number) => number): readonly number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) isPrime &&= candidate % divisor !== 0;
    // Twice the 32 bits still fit a double's mantissa for the small roots taken here.
    if (isPrime) found.push(Math.floor((root(candidate) % 1) * 2 ** 32) | 0);
  }
  return found;
}

const roundConstants = fractions(rounds, Math.cbrt);
const initialState = fractions(8, Math.sqrt);

// Numbers of the function's locals: parameters and counters first, then the vectors.
const local = {
  source: 0,
  stride: 1,
  table: 2,
  target: 3,
  groups: 4,
  block: 5,
  second: 6,
  third: 7,
  fourth: 8,
  at: 9,
};
const state = 10;
const working = state + 8;
const words = working + 8;
const first = words + scheduled;
const second = first + 1;
const vectors = 8 + 8 + scheduled + 2;

const get = op.getLocal;
const set = op.setLocal;

function splatOf(value: number): number[] {
  const bytes = [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24];
  return op.v128Const([...bytes, ...bytes, ...bytes, ...bytes]);
}

const rightBy = (at: number, bits: number): number[] => [...get(at), ...op.i32Const(bits), ...op.shiftRight];
const leftBy = (at: number, bits: number): number[] => [...get(at), ...op.i32Const(bits), ...op.shiftLeft];
/** A rotation's two halves have no bit in common: exclusive or joins them, and joins rotations too. */
const rotations = (at: number, ...bits: readonly number[]): number[] =>
  bits.flatMap((by, position) => [
    ...rightBy(at, by),
    ...leftBy(at, 32 - by),
    ...op.xor,
    ...(position > 0 ? op.xor : []),
  ]);

const reversedWords = [3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12];
/** Turns the bytes of each 32-bit word round: the hash is big-endian, the machine is not. */
const turned = (value: Code): number[] => [...value, ...op.shuffle(reversedWords)];

/** Word `number` of a block of each of the four messages, with what the table says of it. */
function loadWord(number: number): number[] {
  const places = [local.source, local.second, local.third, local.fourth];
  const gathered = places.flatMap((place, lane) => [
    ...[...get(place), ...op.i32Load(number * wordBytes)],
    ...(lane === 0 ? op.splat : op.replaceLane(lane)),
  ]);
  const row = number * 2 * vectorBytes;
  return [
    ...gathered,
    ...[...get(local.at), ...op.v128Load(row), ...op.and],
    ...[...get(local.at), ...op.v128Load(row + vectorBytes), ...op.or],
    ...set(first),
    ...turned([...get(first), ...get(first)]),
    ...set(words + number),
  ];
}

/** The word of a round; from the seventeenth on it is made of earlier ones and takes the place of the oldest. */
function scheduleWord(round: number): number[] {
  const word = (back: number): number => words + ((round - back) % scheduled);
  if (round < scheduled) return [];
  return [
    ...get(word(16)),
    ...rotations(word(15), 7, 18),
    ...rightBy(word(15), 3),
    ...op.xor,
    ...op.add,
    ...get(word(7)),
    ...op.add,
    ...rotations(word(2), 17, 19),
    ...rightBy(word(2), 10),
    ...op.xor,
    ...op.add,
    ...set(word(16)),
  ];
}

/** One round. The eight working variables change their names instead of their places. */
function roundOf(round: number): number[] {
  const named = (letter: number): number => working + ((letter + 8 * rounds - round) % 8);
  const [a, b, c, d, e, f, g, h] = [0, 1, 2, 3, 4, 5, 6, 7].map(named);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return [];
  if (e === undefined || f === undefined || g === undefined || h === undefined) return [];
  const sum = [
    ...get(h),
    ...rotations(e, 6, 11, 25),
    ...op.add,
    ...[...get(f), ...get(g), ...get(e), ...op.bitselect],
    ...op.add,
    ...splatOf(roundConstants[round] ?? 0),
    ...op.add,
    ...get(words + (round % scheduled)),
    ...op.add,
    ...set(first),
  ];
  const majority = [
    ...[...get(a), ...get(b), ...op.xor],
    ...[...get(b), ...get(c), ...op.xor],
    ...op.and,
    ...get(b),
    ...op.xor,
  ];
  return [
    ...scheduleWord(round),
    ...sum,
    ...[...get(d), ...get(first), ...op.add, ...set(d)],
    ...rotations(a, 2, 13, 22),
    ...majority,
    ...op.add,
    ...get(first),
    ...op.add,
    ...set(h),
  ];
}

const eight = [0, 1, 2, 3, 4, 5, 6, 7];
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

const compressBlock: Code = [
  ...range(scheduled).flatMap(loadWord),
  ...eight.flatMap((at) => [...get(state + at), ...set(working + at)]),
  ...range(rounds).flatMap(roundOf),
  ...eight.flatMap((at) => [...get(state + at), ...get(working + at), ...op.add, ...set(state + at)]),
];

/** Four words of one message out of four vectors that hold one word of each message. */
function storeHashes(half: number): number[] {
  const word = (at: number): number => state + half * 4 + at;
  // Pairs of words first, then pairs of pairs: a 4 by 4 transposition.
  const low = [0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23];
  const high = [8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31];
  const lowPairs = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
  const highPairs = [8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31];
  const store = (message: number, pick: Code): number[] => [
    ...get(local.target),
    ...[...get(first), ...get(second), ...op.shuffle(pick), ...set(words)],
    ...turned([...get(words), ...get(words)]),
    ...op.v128Store(message * 32 + half * 16),
  ];
  const pairsOf = (pick: Code): number[] => [
    ...[...get(word(0)), ...get(word(1)), ...op.shuffle(pick), ...set(first)],
    ...[...get(word(2)), ...get(word(3)), ...op.shuffle(pick), ...set(second)],
  ];
  return [
    ...pairsOf(low),
    ...store(0, lowPairs),
    ...store(1, highPairs),
    ...pairsOf(high),
    ...store(2, lowPairs),
    ...store(3, highPairs),
  ];
}

const moved = (at: number, by: number): number[] => [
  ...get(at),
  ...op.i32Const(by),
  ...op.i32Add,
  ...set(at),
];
const counted = (at: number): number[] => [...get(at), ...op.i32Const(1), ...op.i32Sub, ...op.teeLocal(at)];

const added = (to: number, from: number): number[] => [
  ...get(from),
  ...get(local.stride),
  ...op.i32Add,
  ...set(to),
];

/** For each group of four messages: both blocks, then the four hashes. */
const hashGroups: Code = op.loop([
  ...eight.flatMap((at) => [...splatOf(initialState[at] ?? 0), ...set(state + at)]),
  ...[...op.i32Const(blocks), ...set(local.block)],
  ...[...get(local.table), ...set(local.at)],
  ...[...added(local.second, local.source), ...added(local.third, local.second)],
  ...added(local.fourth, local.third),
  ...op.loop([
    ...compressBlock,
    ...[local.source, local.second, local.third, local.fourth].flatMap((at) => moved(at, blockBytes)),
    ...moved(local.at, tableBytes / blocks),
    ...counted(local.block),
    ...op.branchIf(0),
  ]),
  ...storeHashes(0),
  ...storeHashes(1),
  // The next group begins one stride behind the fourth message, which has been passed by both blocks.
  ...added(local.source, local.fourth),
  ...moved(local.source, -blocks * blockBytes),
  ...moved(local.target, lanes * 32),
  ...counted(local.groups),
  ...op.branchIf(0),
]);

/** The module: `memory`, and `hash(source, stride, table, target, groups)`, which needs at least one group. */
export function laneModule(): Uint8Array<ArrayBuffer> {
  return moduleOf({
    memory: { name: "memory", pages: memoryPages },
    work: { name: "hash", parameters: 5, vectors, body: hashGroups },
    numbers: 5,
  });
}

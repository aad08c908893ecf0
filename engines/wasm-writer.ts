/** Just enough of the WebAssembly binary format (Core Specification 2.0, section 5) to write a function over v128 values. */

export type Code = readonly number[];

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return bytes;
}

/** Signed LEB128 of a 32-bit number. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}

const simd = (operation: number): number[] => [0xfd, ...unsigned(operation)];
const memoryOperand = (align: number, offset: number): number[] => [...unsigned(align), ...unsigned(offset)];

/** Instructions by their names in the specification. */
export const op = {
  getLocal: (local: number): number[] => [0x20, ...unsigned(local)],
  setLocal: (local: number): number[] => [0x21, ...unsigned(local)],
  teeLocal: (local: number): number[] => [0x22, ...unsigned(local)],
  i32Const: (value: number): number[] => [0x41, ...signed(value)],
  i32Add: [0x6a],
  i32Sub: [0x6b],
  /** A block that begins anew when `branchIf(0)` inside it finds a number other than zero. */
  loop: (body: Code): number[] => [0x03, 0x40, ...body, 0x0b],
  branchIf: (depth: number): number[] => [0x0d, ...unsigned(depth)],
  i32Load: (offset: number): number[] => [0x28, ...memoryOperand(0, offset)],
  v128Load: (offset: number): number[] => [...simd(0x00), ...memoryOperand(0, offset)],
  v128Store: (offset: number): number[] => [...simd(0x0b), ...memoryOperand(0, offset)],
  v128Const: (bytes: Code): number[] => [...simd(0x0c), ...bytes],
  shuffle: (lanes: Code): number[] => [...simd(0x0d), ...lanes],
  splat: simd(0x11),
  replaceLane: (lane: number): number[] => [...simd(0x1c), lane],
  and: simd(0x4e),
  or: simd(0x50),
  xor: simd(0x51),
  bitselect: simd(0x52),
  shiftLeft: simd(0xab),
  shiftRight: simd(0xad),
  add: simd(0xae),
} as const;

const section = (id: number, content: Code): number[] => [id, ...unsigned(content.length), ...content];
const i32 = 0x7f;
const v128 = 0x7b;
const text = (name: string): number[] => [name.length, ...Buffer.from(name, "latin1")];

/** A module with one memory and one function of `parameters` numbers, both exported under these names. */
export function moduleOf(made: {
  readonly memory: { readonly name: string; readonly pages: number };
  readonly work: {
    readonly name: string;
    readonly parameters: number;
    readonly vectors: number;
    readonly body: Code;
  };
  /** Further local numbers of the function, behind its parameters. */
  readonly numbers: number;
}): Uint8Array<ArrayBuffer> {
  const { memory, work, numbers } = made;
  const type = [1, 0x60, ...unsigned(work.parameters), ...Array<number>(work.parameters).fill(i32), 0];
  const exported = [2, ...text(memory.name), 2, 0, ...text(work.name), 0, 0];
  const locals = [2, ...unsigned(numbers), i32, ...unsigned(work.vectors), v128];
  const body = [...locals, ...work.body, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, type),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, ...unsigned(memory.pages)]),
    ...section(7, exported),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ]);
}

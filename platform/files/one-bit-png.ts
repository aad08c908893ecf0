import { crc32, deflateSync } from "node:zlib";

/** A square of dark and light modules, row by row, `true` for dark. */
export interface Modules {
  readonly size: number;
  readonly isDark: (row: number, column: number) => boolean;
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * A greyscale PNG of one bit a pixel (PNG specification, third edition): black on white with a light border, each
 * module `scale` pixels wide. A page of a printer in an Internet café needs no more, and a slow line no less.
 */
export function oneBitPng(
  { size, isDark }: Modules,
  options: { readonly scale: number; readonly borderModules: number },
): Uint8Array {
  const { scale, borderModules } = options;
  const width = (size + 2 * borderModules) * scale;
  const rowBytes = 1 + Math.ceil(width / 8);
  const pixels = new Uint8Array(rowBytes * width).fill(0xff);
  for (let y = 0; y < width; y += 1) {
    // Each row begins with its filter: none.
    pixels[y * rowBytes] = 0;
    const row = Math.floor(y / scale) - borderModules;
    for (let x = 0; x < width; x += 1) {
      const column = Math.floor(x / scale) - borderModules;
      const isInside = row >= 0 && row < size && column >= 0 && column < size;
      if (!isInside || !isDark(row, column)) continue;
      const at = y * rowBytes + 1 + (x >> 3);
      pixels[at] = (pixels[at] ?? 0) & ~(0x80 >> (x & 7));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  // Bit depth 1, colour type greyscale; compression, filter and interlace have one value each.
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(pixels, { level: 9 })),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

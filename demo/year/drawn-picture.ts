/** Pictures that authors of the demo year send along: a street, drawn, since no photograph of anybody belongs here. */
import { crc32, deflateSync } from "node:zlib";
import { concatBytes, utf8Bytes } from "#core/bytes.ts";
import type { Chance } from "./chance.ts";

const width = 160;
const height = 110;
const horizon = 62;
const wallHeight = 26;
const roofHeight = 14;
/** What is drawn in which colour: red, green and blue of each, in the order of the palette. */
const palette = [
  ["sky", [205, 225, 235]],
  ["earth", [196, 178, 140]],
  ["wall", [236, 226, 205]],
  ["roof", [150, 84, 62]],
  ["window", [70, 96, 120]],
  ["water", [98, 138, 160]],
  ["pole", [60, 60, 60]],
] as const;
type Colour = (typeof palette)[number][0];

/** A street with houses, a puddle and a pole, each drawn anew; a PNG of less than a kibibyte. */
export function drawStreet(chance: Chance): Uint8Array {
  const points = new Uint8Array(width * height);
  const paint = (colour: Colour, isIn: (x: number, y: number) => boolean): void => {
    const value = palette.findIndex(([name]) => name === colour);
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) if (isIn(x, y)) points[y * width + x] = value;
  };
  paint("earth", (_x, y) => y >= horizon);
  for (const left of [chance.between(4, 22), chance.between(86, 104)]) {
    const houseWidth = chance.between(34, 48);
    const top = horizon - wallHeight;
    paint("wall", (x, y) => x >= left && x < left + houseWidth && y >= top && y < horizon + 4);
    const middle = left + houseWidth / 2;
    const slope = (houseWidth / 2 + 4) / roofHeight;
    paint(
      "roof",
      (x, y) => y < top && y >= top - roofHeight && Math.abs(x - middle) <= (y - top + roofHeight) * slope,
    );
    const window = left + chance.between(5, houseWidth - 15);
    paint("window", (x, y) => x >= window && x < window + 9 && y >= top + 7 && y < top + 17);
  }
  const puddle = { x: chance.between(50, 110), y: chance.between(80, 96), half: chance.between(16, 36) };
  paint("water", (x, y) => ((x - puddle.x) / puddle.half) ** 2 + ((y - puddle.y) / 7) ** 2 <= 1);
  const pole = chance.between(70, 80);
  paint(
    "pole",
    (x, y) => (Math.abs(x - pole) <= 1 && y >= 14 && y < horizon + 10) || (y === 18 && x >= pole),
  );
  return png(points);
}

/** PNG with a palette (W3C Portable Network Graphics, sections 5.3, 11.2 and 11.3): a point is a byte. */
function png(points: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const rows = Array.from({ length: height }, (_, y) => points.subarray(y * width, (y + 1) * width));
  const filtered = concatBytes(...rows.flatMap((row) => [Uint8Array.of(0), row]));
  return concatBytes(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", header),
    chunk("PLTE", Uint8Array.from(palette.flatMap(([, points]) => points))),
    chunk("IDAT", deflateSync(filtered)),
    chunk("IEND", new Uint8Array(0)),
  );
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const framed = concatBytes(utf8Bytes(type), content);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(framed), 4);
  return concatBytes(around.subarray(0, 4), framed, around.subarray(4));
}

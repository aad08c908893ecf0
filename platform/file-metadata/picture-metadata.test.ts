import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { skipUnless } from "#tools/foreign-programs.ts";
import { withoutPictureMetadata } from "./picture-metadata.ts";
import { plainJpeg, plainPng } from "./test-support/pictures.ts";

/** What a telephone and its programs write, by the names of exiftool. */
const written = [
  "-EXIF:Make=Gyzylgül",
  "-EXIF:Model=Gyzylgül 7",
  "-EXIF:SerialNumber=4711-Gyzylgül",
  "-EXIF:DateTimeOriginal=2026:11:02 10:00:00",
  "-EXIF:GPSLatitude=37.95",
  "-EXIF:GPSLatitudeRef=N",
  "-EXIF:GPSLongitude=58.38",
  "-EXIF:GPSLongitudeRef=E",
  "-EXIF:Artist=Gyzylgül",
  "-XMP:Creator=Gyzylgül",
  "-XMP:City=Gyzylgül",
];
const writtenInJpeg = [...written, "-IPTC:City=Gyzylgül", "-Comment=Gyzylgül", "-Orientation#=6"];
const writtenInPng = [...written, "-PNG:Comment=Gyzylgül", "-PNG:Author=Gyzylgül"];

/** Runs exiftool over a file with these bytes; gives what it said and what the file is then. */
function exiftool(bytes: Uint8Array, name: string, options: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-picture-"));
  try {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const run = spawnSync("exiftool", ["-charset", "utf8", ...options, file], { encoding: "utf8" });
    assert.equal(run.status, 0, run.stderr);
    return { said: run.stdout, bytes: readFileSync(file) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that exiftool finds besides what the points themselves say, as group:name. */
function tagsIn(bytes: Uint8Array, name: string): readonly string[] {
  const { said } = exiftool(bytes, name, ["-G1", "-s", "-a", "-u", "-ee", "-j"]);
  const [tags = {}]: Record<string, unknown>[] = JSON.parse(said);
  const own =
    /^(?:SourceFile$|ExifTool:|System:|File:(?!Comment)|Composite:|JFIF:|PNG:(?:ImageWidth|ImageHeight|BitDepth|ColorType|Compression|Filter|Interlace)$)/;
  return Object.keys(tags).filter((tag) => !own.test(tag));
}

function typeOf(name: string): "image/jpeg" | "image/png" {
  return name.endsWith(".png") ? "image/png" : "image/jpeg";
}

function cleaned(name: string, bytes: Uint8Array): Uint8Array {
  const clean = withoutPictureMetadata(typeOf(name), bytes);
  assert.ok(clean !== null);
  return clean;
}

test("of a telephone's picture exiftool finds nothing but which way up it is", {
  skip: skipUnless("exiftool"),
}, () => {
  const { bytes } = exiftool(plainJpeg, "surat.jpg", [...writtenInJpeg, "-overwrite_original"]);
  assert.ok(tagsIn(bytes, "surat.jpg").length > 12, "the sample is full of them");
  const clean = cleaned("surat.jpg", bytes);
  const left = tagsIn(clean, "surat.jpg");
  assert.deepEqual(left, ["IFD0:Orientation"], left.join(" "));
  assert.equal(exiftool(clean, "surat.jpg", ["-n", "-s3", "-Orientation"]).said.trim(), "6");
  assert.ok(!Buffer.from(clean).includes("Gyzylg"), "no maker's word is left");
  const { said } = exiftool(clean, "surat.jpg", ["-validate", "-warning", "-error", "-a", "-s3"]);
  assert.doesNotMatch(said, /error|corrupt|truncated|invalid/i, "it is whole");
});

test("of a picture with notes exiftool finds nothing", { skip: skipUnless("exiftool") }, () => {
  const { bytes } = exiftool(plainPng, "surat.png", [...writtenInPng, "-overwrite_original"]);
  assert.ok(tagsIn(bytes, "surat.png").length > 10, "the sample is full of them");
  const clean = cleaned("surat.png", bytes);
  assert.deepEqual(tagsIn(clean, "surat.png"), []);
  assert.ok(!Buffer.from(clean).includes("Gyzylg"));
  assert.match(exiftool(clean, "surat.png", ["-validate", "-s3"]).said, /^OK/);
});

test("the points are the same to the last byte, whatever was written around them", {
  skip: skipUnless("exiftool"),
}, () => {
  const jpeg = exiftool(plainJpeg, "a.jpg", [
    ...writtenInJpeg,
    "-Orientation#=1",
    "-overwrite_original",
  ]).bytes;
  assert.deepEqual(cleaned("a.jpg", jpeg), cleaned("a.jpg", plainJpeg));
  const png = exiftool(plainPng, "a.png", [...writtenInPng, "-overwrite_original"]).bytes;
  assert.deepEqual(Buffer.from(cleaned("a.png", png)), plainPng);
  const scanAt = plainJpeg.indexOf(Buffer.from([0xff, 0xda]));
  assert.ok(Buffer.from(cleaned("a.jpg", plainJpeg)).includes(plainJpeg.subarray(scanAt)));
});

test("what hides behind the end of a picture, or in chunks that nobody knows, is cut off", () => {
  const hidden = Buffer.from("Gyzylgül video");
  for (const [name, bytes] of [
    ["a.jpg", plainJpeg],
    ["a.png", plainPng],
  ] as const) {
    assert.deepEqual(cleaned(name, Buffer.concat([bytes, hidden, bytes])), cleaned(name, bytes));
  }
  const name = Buffer.concat([Buffer.from("prVt"), hidden]);
  const chunk = Buffer.alloc(12 + hidden.length);
  chunk.writeUInt32BE(hidden.length);
  name.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(name), 8 + hidden.length);
  const png = Buffer.concat([plainPng.subarray(0, 33), chunk, plainPng.subarray(33)]);
  assert.deepEqual(Buffer.from(cleaned("a.png", png)), plainPng);
  const application = Buffer.concat([Buffer.from([0xff, 0xe2, 0, 2 + hidden.length]), hidden]);
  const jpeg = Buffer.concat([plainJpeg.subarray(0, 2), application, plainJpeg.subarray(2)]);
  assert.deepEqual(cleaned("a.jpg", jpeg), cleaned("a.jpg", plainJpeg));
});

/** A chunk of PNG. */
function chunk(type: string, data: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(8 + content.length);
  whole.writeUInt32BE(data.length);
  content.copy(whole, 4);
  whole.writeUInt32BE(crc32(content), 4 + content.length);
  return whole;
}

test("of PNG every kind of words, times, Exif, profiles and private chunks goes, and what is too long for its name", () => {
  const words = Buffer.from("Author\0Gyzylg\u00fcl", "latin1");
  const hidden = [
    ...["tEXt", "iTXt", "zTXt", "eXIf", "tIME", "iCCP", "sPLT", "hIST", "prVt", "caBX", "vpAg"],
    ...["sBIT", "gAMA", "pHYs", "cHRM", "bKGD"],
  ];
  for (const type of hidden) {
    const filled = Buffer.concat([words, Buffer.alloc(300, 65)]);
    const png = Buffer.concat([plainPng.subarray(0, 33), chunk(type, filled), plainPng.subarray(33)]);
    assert.deepEqual(Buffer.from(cleaned("a.png", png)), plainPng, type);
  }
});

test("a picture that moves goes on moving, without its words", { skip: skipUnless("exiftool") }, () => {
  const size = plainPng.subarray(16, 24);
  const points = plainPng.subarray(plainPng.indexOf("IDAT") + 4, plainPng.length - 16);
  const control = (at: number) =>
    chunk(
      "fcTL",
      Buffer.concat([Buffer.from([0, 0, 0, at]), size, Buffer.alloc(8), Buffer.from([0, 1, 0, 9, 0, 0])]),
    );
  const frame = chunk("fdAT", Buffer.concat([Buffer.from([0, 0, 0, 2]), points]));
  const head = Buffer.concat([
    plainPng.subarray(0, 33),
    chunk("acTL", Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])),
    control(0),
  ]);
  const moving = [head, plainPng.subarray(33, -12), control(1), frame, plainPng.subarray(-12)];
  const apng = Buffer.concat(moving);
  const named = Buffer.concat([
    head,
    chunk("tEXt", Buffer.from("Author\0Gyzylgul")),
    ...moving.slice(1),
    Buffer.from("tail"),
  ]);
  assert.deepEqual(Buffer.from(cleaned("a.png", named)), apng);
  assert.equal(exiftool(apng, "a.png", ["-s3", "-AnimationFrames"]).said.trim(), "2");
});

test("a picture that is cut off is refused, at whatever byte", () => {
  for (const [name, bytes] of [
    ["a.jpg", plainJpeg],
    ["a.png", plainPng],
  ] as const) {
    for (let length = 8; length < bytes.length; length += 1) {
      const read = withoutPictureMetadata(typeOf(name), bytes.subarray(0, length));
      assert.equal(read, null, `${name} cut at ${length}`);
    }
  }
});

test("no bytes make it throw, and twice is once", () => {
  const broken = (plain: Buffer) =>
    fc.array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { maxLength: 8 }).map((changes) => {
      const bytes = Uint8Array.from(plain);
      for (const [at, byte] of changes) bytes[at] = byte;
      return bytes;
    });
  for (const [type, plain] of [
    ["image/jpeg", plainJpeg],
    ["image/png", plainPng],
  ] as const) {
    fc.assert(
      fc.property(fc.oneof(broken(plain), fc.uint8Array({ maxLength: 400 })), (bytes) => {
        const once = withoutPictureMetadata(type, bytes);
        if (once === null) return;
        assert.ok(once.length <= bytes.length + 40);
        assert.deepEqual(withoutPictureMetadata(type, once), once);
      }),
      { numRuns: 2_000 },
    );
  }
});

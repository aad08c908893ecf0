import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { plainJpeg, plainPng } from "#platform/file-metadata/test-support/pictures.ts";
import { attachmentBytesMax, fileNameCharactersMax, readAttachment } from "./attachment-type.ts";

const latin = (text: string) => Buffer.from(text, "latin1");
const zip = (...texts: readonly string[]) =>
  Buffer.concat([latin("PK\u0003\u0004"), Buffer.alloc(26), ...texts.map(latin)]);
const samples = {
  "application/pdf": latin("%PDF-1.7\n%\u00e2\u00e3"),
  "image/png": plainPng,
  "image/jpeg": plainJpeg,
  "application/vnd.oasis.opendocument.text": zip("mimetypeapplication/vnd.oasis.opendocument.textPK"),
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": zip(
    "[Content_Types].xml",
    "word/document.xml",
  ),
  "text/plain": Buffer.from("Obada gaz ýok.\r\nТретий месяц.\n"),
};

function typeOf(name: string, bytes: Uint8Array): string {
  const read = readAttachment(name, bytes);
  return read.ok ? read.value.mediaType : read.problem;
}

function nameOf(name: string, bytes: Uint8Array): string {
  const read = readAttachment(name, bytes);
  assert.ok(read.ok);
  return read.value.fileName;
}

test("each kind is known by its content, whatever the name says", () => {
  for (const [mediaType, bytes] of Object.entries(samples)) {
    assert.equal(typeOf("surat.exe", bytes), mediaType);
  }
});

test("what lies about itself is refused, or gets the ending of what it is", () => {
  assert.equal(typeOf("arza.pdf", latin("MZ\u0090\u0000\u0003")), "kind-not-taken");
  assert.equal(
    typeOf("arza.docx", zip("[Content_Types].xml", "word/document.xml", "vbaProject.bin")),
    "kind-not-taken",
  );
  assert.equal(typeOf("arza.zip", zip("arza.txt")), "kind-not-taken");
  assert.equal(
    typeOf("a.odt", zip("mimetypeapplication/vnd.oasis.opendocument.text-template")),
    "kind-not-taken",
  );
  assert.equal(typeOf("a.txt", latin("caf\u00e9")), "kind-not-taken");
  assert.equal(nameOf("surat.jpg", samples["text/plain"]), "surat.jpg.txt");
  assert.equal(nameOf("Surat.JPEG", samples["image/jpeg"]), "Surat.JPEG");
});

test("emptiness and size have their limits", () => {
  assert.equal(typeOf("a.txt", new Uint8Array(0)), "empty");
  assert.equal(typeOf("a.txt", new Uint8Array(attachmentBytesMax).fill(32)), "text/plain");
  assert.equal(typeOf("a.txt", new Uint8Array(attachmentBytesMax + 1).fill(32)), "too-large");
});

test("a name holds nothing that leads astray", () => {
  assert.equal(nameOf("..\\..\\etc/passwd\u202etxt.exe", samples["text/plain"]), "etc passwd txt.exe.txt");
  assert.equal(nameOf("", samples["text/plain"]), "file.txt");
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 120 });
  fc.assert(
    fc.property(units, (codes) => {
      const read = nameOf(String.fromCharCode(...codes), samples["application/pdf"]);
      assert.ok([...read].length <= fileNameCharactersMax);
      assert.match(read, /^[^\p{Cc}\p{Cf}/\\]+\.pdf$/iu);
    }),
  );
});

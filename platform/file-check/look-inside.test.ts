import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { skipUnless } from "#tools/foreign-programs.ts";
import { activeContentOf } from "./look-inside.ts";
import { pdf, stream } from "./test-support/pdf.ts";
import { zip } from "./test-support/zip.ts";

const pdfType = "application/pdf";
const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const odtType = "application/vnd.oasis.opendocument.text";

/** What qpdf makes of a PDF. */
function qpdf(bytes: Uint8Array, ...options: readonly string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-pdf-"));
  try {
    writeFileSync(join(folder, "in.pdf"), bytes);
    const run = spawnSync("qpdf", [...options, join(folder, "in.pdf"), join(folder, "out.pdf")], {
      encoding: "utf8",
    });
    assert.equal(run.status, 0, run.stderr);
    return readFileSync(join(folder, "out.pdf"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const script = "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>";
const actives = [
  ["script", pdf(script)],
  ["script", pdf("/OpenAction 5 0 R", ["<< /S /#4aava#53cript /JS (x) >>"])],
  ["script", pdf("/AcroForm << /XFA 5 0 R >>", [stream("<<", Buffer.from("<xdp/>"))])],
  ["launch", pdf("/OpenAction << /S /Launch /F (calc.exe) >>")],
  ["embedded-file", pdf("/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>", ["<< /Type /Filespec >>"])],
  ["sends-form", pdf("/OpenAction << /S /SubmitForm /F (http://example.org) >>")],
] as const;

test("an empty page holds nothing that acts, and a text about scripts is none", () => {
  assert.equal(activeContentOf(pdfType, pdf()), null);
  assert.equal(activeContentOf("text/plain", Buffer.from("/JavaScript /Launch")), null);
});

test("what acts in a PDF is found, also under an escaped name", () => {
  for (const [finding, bytes] of actives) assert.equal(activeContentOf(pdfType, bytes), finding);
});

test("it is found also when qpdf has packed it into streams of objects, and what is locked is said to be", {
  skip: skipUnless("qpdf"),
}, () => {
  for (const [finding, bytes] of actives) {
    const packed = qpdf(bytes, "--object-streams=generate", "--compress-streams=y", "--recompress-flate");
    assert.doesNotMatch(packed.toString("latin1"), /JavaScript|Launch|SubmitForm|EmbeddedFiles|XFA/);
    assert.equal(activeContentOf(pdfType, packed), finding);
  }
  const plain = qpdf(pdf(), "--object-streams=generate");
  assert.equal(activeContentOf(pdfType, plain), null);
  assert.equal(activeContentOf(pdfType, qpdf(pdf(), "--encrypt", "", "x", "256", "--")), "locked");
});

test("a stream of objects that cannot be unpacked is not taken for empty; one that never ends is cut short", () => {
  const odd = (filter: string) =>
    pdf("", [stream(`<< /Type /ObjStm /N 1 /First 4 /Filter ${filter}`, Buffer.from("x"))]);
  assert.equal(activeContentOf(pdfType, odd("/LZWDecode")), "unreadable");
  assert.equal(activeContentOf(pdfType, odd("[/ASCII85Decode /FlateDecode]")), "unreadable");
  assert.equal(activeContentOf(pdfType, odd("/FlateDecode")), "unreadable");
  const much = deflateSync(Buffer.alloc(40 * 1024 * 1024));
  const bomb = stream("<< /Filter /FlateDecode", much);
  const started = process.hrtime.bigint();
  assert.equal(activeContentOf(pdfType, pdf("", Array(40).fill(bomb))), "unreadable");
  const picture = stream("<< /Subtype /Image /Filter /FlateDecode", much);
  assert.equal(
    activeContentOf(pdfType, pdf("", Array(40).fill(picture))),
    null,
    "a large picture is no riddle",
  );
  assert.ok(Number(process.hrtime.bigint() - started) < 5e9, "within seconds");
});

const relations = (inside: string) => `<Relationships>${inside}</Relationships>`;
const relation = (type: string, target: string) =>
  `<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`;

test("macros, hidden files and what is fetched from outside are found in a DOCX; a link to press is none", () => {
  const docx = (more: Readonly<Record<string, string>>) =>
    zip({ "word/document.xml": "<w:document/>", ...more });
  const rels = "word/_rels/settings.xml.rels";
  assert.equal(activeContentOf(docxType, docx({})), null);
  assert.equal(activeContentOf(docxType, docx({ "word/vbaProject.bin": "x" })), "macro");
  assert.equal(activeContentOf(docxType, docx({ "word/embeddings/oleObject1.bin": "x" })), "embedded-file");
  const link = relations(relation("hyperlink", "https://example.org"));
  assert.equal(activeContentOf(docxType, docx({ [rels]: link })), null);
  for (const type of ["attachedTemplate", "image", "oleObject"]) {
    const outside = relations(relation(type, "https://example.org/x"));
    assert.equal(activeContentOf(docxType, docx({ [rels]: outside })), "fetches-from-outside", type);
  }
});

test("macros, locks and what is fetched from outside are found in an ODT", () => {
  const odt = (content: string, more: Readonly<Record<string, string>> = {}) =>
    zip({ "content.xml": content, ...more });
  assert.equal(activeContentOf(odtType, odt('<text:a xlink:href="https://example.org">')), null);
  assert.equal(activeContentOf(odtType, odt('<draw:image xlink:href="Pictures/1.png"/>')), null);
  assert.equal(activeContentOf(odtType, odt("", { "Basic/Standard/Module1.xml": "x" })), "macro");
  assert.equal(activeContentOf(odtType, odt("<script:event-listener/>")), "macro");
  const fetched = '<draw:image draw:x="1" xlink:href="https://example.org/1.png"/>';
  assert.equal(activeContentOf(odtType, odt(fetched)), "fetches-from-outside");
  const manifest = { "META-INF/manifest.xml": "<manifest:encryption-data/>" };
  assert.equal(activeContentOf(odtType, odt("", manifest)), "locked");
  assert.equal(activeContentOf(odtType, zip({ "content.xml": "" }, 1)), "locked");
  assert.equal(activeContentOf(odtType, Buffer.from("PK\u0003\u0004")), "unreadable");
});

test("no bytes make it throw", () => {
  for (const [type, plain] of [
    [pdfType, pdf(script)],
    [docxType, zip({ "word/document.xml": "<w:document/>" })],
    [odtType, zip({ "content.xml": "x" })],
  ] as const) {
    const changed = fc
      .array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { maxLength: 6 })
      .map((changes) => {
        const bytes = Uint8Array.from(plain);
        for (const [at, byte] of changes) bytes[at] = byte;
        return bytes;
      });
    fc.assert(
      fc.property(fc.oneof(changed, fc.uint8Array({ maxLength: 300 })), (bytes) => {
        activeContentOf(type, bytes);
      }),
      { numRuns: 500 },
    );
  }
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { skipUnless } from "#tools/foreign-programs.ts";
import { pdf, stream } from "../file-check/test-support/pdf.ts";
import { zip } from "../file-check/test-support/zip.ts";
import { staysInText } from "./metadata.ts";
import { findQpdf, qpdfRewriter } from "./pdf-rewriter.ts";
import { readMetadata, withoutMetadata } from "./read-metadata.ts";
import { docxParts, named, odtParts } from "./test-support/documents.ts";
import { plainJpeg } from "./test-support/pictures.ts";

const pdfType = "application/pdf";
const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const odtType = "application/vnd.oasis.opendocument.text";

/** Runs a program over a file with these bytes; gives what it said and what the file is then. */
function over(bytes: Uint8Array, name: string, program: string, words: (file: string) => readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "aydyn-document-"));
  try {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const run = spawnSync(program, [...words(file)], { encoding: "utf8" });
    assert.equal(run.status, 0, run.stderr + run.stdout);
    return { said: run.stdout, bytes: readFileSync(file) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function said(mediaType: string, bytes: Uint8Array): readonly string[] {
  return readMetadata(mediaType, bytes).findings.map(({ what, value }) => `${what}: ${value}`);
}

function rewriter() {
  const path = findQpdf();
  assert.ok(path !== null);
  return qpdfRewriter(path);
}

async function cleaned(mediaType: string, bytes: Uint8Array): Promise<Uint8Array> {
  const clean = await withoutMetadata(mediaType, bytes, mediaType === pdfType ? rewriter() : null);
  assert.ok(clean.ok, JSON.stringify(clean));
  return clean.value;
}

/** What exiftool and the bytes of all parts still say of the planted name. */
function trace(bytes: Uint8Array, name: string): string {
  const { said } = over(bytes, name, "exiftool", (file) => [
    "-charset",
    "utf8",
    "-a",
    "-u",
    "-ee",
    "-G1",
    file,
  ]);
  return said
    .split("\n")
    .filter((line) => /Gyzylg|37\.95|2021/.test(line) && !/File Name|Directory/.test(line))
    .join("\n");
}

test("a DOCX and an ODT say who, where and when; without their metadata they say it no more and open as before", {
  skip: skipUnless("exiftool", "archive-zip"),
}, async () => {
  for (const [type, name, parts] of [
    [docxType, "hat.docx", docxParts()],
    [odtType, "hat.odt", odtParts()],
  ] as const) {
    const bytes = zip(parts);
    const findings = said(type, bytes).join("\n");
    for (const each of [/person: Gyzylgül/, /date: 2021-/, /title: Gyzylgül/, /preview/, /picture/]) {
      assert.match(findings, each);
    }
    assert.notEqual(trace(bytes, name), "", "an outsider sees the name as well");
    const clean = await cleaned(type, bytes);
    assert.equal(trace(clean, name), "");
    assert.deepEqual(readMetadata(type, clean).findings, []);
    assert.deepEqual(await cleaned(type, clean), clean, "twice is once");
    assert.deepEqual(await cleaned(type, bytes), clean, "the same bytes give the same bytes");
    const python = `
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
for i in z.infolist():
    assert i.date_time == (1980, 1, 1, 0, 0, 0) and i.extra == b"" and i.comment == b"", i
    assert "Gyzylg".encode() not in z.read(i), i.filename
    if i.filename.endswith((".xml", ".rels")):
        import xml.dom.minidom; xml.dom.minidom.parseString(z.read(i))
names = z.namelist()
for part in z.namelist():
    if part.endswith(".rels"):
        import re
        for target in re.findall(rb'Target="([^"]+)"', z.read(part)):
            base = part.split("_rels/")[0]
            assert base + target.decode() in names, (part, target)
print(z.infolist()[0].filename, sys.argv[2] in names, z.read(sys.argv[2]).decode().count("Gaz gerek"))
`;
    const text = type === docxType ? "word/document.xml" : "content.xml";
    const read = over(clean, name, "python3", (file) => ["-c", python, file, text]).said.trim();
    assert.equal(read, `${type === docxType ? "[Content_Types].xml" : "mimetype"} True 1`);
  }
});

test("names that stand in comments and tracked changes are said, and never taken out silently", async () => {
  const comment = '<w:comment w:id="1" w:author="Gyzylgül Ýazyjy" w:date="2021-01-01T00:00:00Z"/>';
  const change = '<w:document><w:ins w:author="Gyzylgül &amp; ogly"><w:t>Gaz</w:t></w:ins></w:document>';
  const bytes = zip({ ...docxParts(), "word/comments.xml": comment, "word/document.xml": change });
  const stays = (file: Uint8Array) => readMetadata(docxType, file).findings.filter(staysInText);
  assert.deepEqual(
    stays(bytes).map(({ value }) => value),
    ["Gyzylgül & ogly", "Gyzylgül Ýazyjy"],
  );
  const clean = await cleaned(docxType, bytes);
  assert.deepEqual(stays(clean), stays(bytes));
  const annotation = "<office:annotation><dc:creator>Gyzylgül</dc:creator></office:annotation>";
  const odt = zip({
    ...odtParts(),
    "content.xml": `<office:document-content>${annotation}</office:document-content>`,
  });
  assert.deepEqual(said(odtType, await cleaned(odtType, odt)), ["comment-author: Gyzylgül"]);
});

test("a zip file that lies is closed: names twice or said in two ways, parts on top of each other, ways out, bombs", async () => {
  const whole = zip(docxParts());
  const closed = async (bytes: Uint8Array, why: string) => {
    assert.equal(readMetadata(docxType, bytes).isClosed, true, why);
    const clean = await withoutMetadata(docxType, bytes, null);
    assert.ok(!clean.ok && clean.problem === "closed", why);
  };
  const spelled = Buffer.from(whole);
  spelled.write("xocProps/core.xml", spelled.indexOf("docProps/core.xml"), "latin1");
  await closed(spelled, "a name said in two ways");
  const twice = Buffer.from(zip({ ...docxParts(), "docProps/kore.xml": "<x/>" }));
  for (
    let at = twice.indexOf("docProps/kore.xml");
    at >= 0;
    at = twice.indexOf("docProps/kore.xml", at + 1)
  ) {
    twice.write("docProps/core.xml", at, "latin1");
  }
  await closed(twice, "a name twice");
  await closed(zip({ ...docxParts(), "../word/x.xml": "<x/>" }), "a way out");
  await closed(zip({ ...docxParts(), "docProps/core.xml": " ".repeat(40 * 1024 * 1024) }), "a bomb");
  await closed(zip(docxParts(), 1), "a lock");
  const lie = Buffer.from(whole);
  const central = lie.lastIndexOf("docProps/core.xml") - 46;
  lie.writeUInt32LE(7, central + 24);
  await closed(lie, "a false size");
});

const info =
  "<< /Author (Gyzylg\\374l) /Creator <FEFF00480061007400> /Producer (hat 1.0) /CreationDate (D:20211102100000Z) /Title (Gyzylgul) >>";
const xmp = (inner: string) =>
  stream(
    "<< /Type /Metadata /Subtype /XML",
    Buffer.from(`<x:xmpmeta><rdf:RDF><rdf:Description>${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`),
  );

/** A page with a name in everything that may hold one, as exiftool and a program for photographs write it. */
function namedPdf(): Buffer {
  const photograph = Buffer.from(
    over(plainJpeg, "a.jpg", "exiftool", (file) => ["-EXIF:Artist=Gyzylgul", "-overwrite_original", file])
      .bytes,
  );
  const picture = stream(
    "<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
    photograph,
  );
  const plain = pdf(
    "/Metadata 6 0 R /PieceInfo << /Gyzylgul << /Private (Gyzylgul) >> >> /Names << /Pictures 7 0 R >>",
    [
      info,
      xmp(
        "<dc:creator><rdf:Seq><rdf:li>Gyzylgul</rdf:li></rdf:Seq></dc:creator><xmp:CreatorTool>Hat</xmp:CreatorTool>",
      ),
      picture,
    ],
  );
  const text = plain.toString("latin1").replace("/Root 1 0 R", "/Root 1 0 R /Info 5 0 R");
  return Buffer.from(text, "latin1");
}

test("a PDF says who, with what and when; without its metadata it reads and looks as before", {
  skip: skipUnless("exiftool", "qpdf", "pdftotext", "pdftoppm"),
}, async () => {
  const first = namedPdf();
  const packed = over(first, "a.pdf", "qpdf", (file) => [
    "--object-streams=generate",
    "--replace-input",
    file,
  ]).bytes;
  const changed = over(first, "a.pdf", "exiftool", (file) => [
    "-Author=Gyzylgul",
    "-overwrite_original",
    file,
  ]).bytes;
  assert.match(said(pdfType, changed).join("\n"), /earlier-version/);
  for (const bytes of [first, packed, changed]) {
    const findings = said(pdfType, bytes).join("\n");
    for (const each of [/person: Gyzylg/, /date: 2021-11-02/, /program: hat 1\.0/, /picture/, /other/]) {
      assert.match(findings, each);
    }
    assert.notEqual(trace(bytes, "a.pdf"), "");
    const clean = await cleaned(pdfType, bytes);
    assert.equal(trace(clean, "a.pdf"), "");
    assert.deepEqual(said(pdfType, clean), []);
    const open = over(clean, "a.pdf", "qpdf", (file) => [
      "--qdf",
      "--object-streams=disable",
      "--replace-input",
      file,
    ]).bytes;
    assert.ok(!open.includes("Gyzylg"), "in no version and no stream");
    assert.match(
      over(clean, "a.pdf", "qpdf", (file) => ["--check", file]).said,
      /No syntax or stream encoding errors/,
    );
    const page = (file: string) => ["-r", "50", "-gray", file];
    assert.equal(over(clean, "a.pdf", "pdftoppm", page).said, over(bytes, "a.pdf", "pdftoppm", page).said);
    assert.deepEqual(await cleaned(pdfType, bytes), clean, "the same bytes give the same bytes");
  }
});

test("a signed PDF is not touched; one that is locked or never ends is closed; comments are said", {
  skip: skipUnless("qpdf"),
}, async () => {
  const signed = pdf("/AcroForm << /Fields [5 0 R] >>", [
    "<< /FT /Sig /V << /ByteRange [0 1 2 3] /Contents <00> >> >>",
  ]);
  assert.deepEqual(said(pdfType, signed), ["signature: "]);
  const refused = async (bytes: Uint8Array) => {
    const clean = await withoutMetadata(pdfType, bytes, rewriter());
    return clean.ok ? "cleaned" : clean.problem;
  };
  assert.equal(await refused(signed), "signed");
  const locked = over(pdf(), "a.pdf", "qpdf", (file) => [
    "--encrypt",
    "",
    "x",
    "256",
    "--",
    "--replace-input",
    file,
  ]).bytes;
  assert.equal(readMetadata(pdfType, locked).isClosed, true);
  assert.equal(await refused(locked), "closed");
  assert.equal(await refused(Buffer.from("%PDF-1.7\n1 0 obj\n<<")), "failed");
  const busy = rewriter();
  const many = await Promise.all([1, 2, 3, 4].map(() => busy.rewrite(pdf())));
  assert.deepEqual(
    many.map(({ ok }) => ok),
    [true, true, true, false],
  );
  assert.ok((await busy.rewrite(pdf())).ok, "and then again");
  const away = await withoutMetadata(pdfType, pdf(), null);
  assert.ok(!away.ok && away.problem === "no-program");
  const within = pdf("/Names << /EmbeddedFiles << /Names [(a) 5 0 R] >> >>", ["<< /Type /Filespec >>"]);
  assert.deepEqual(said(pdfType, within), ["file-within: "]);
  const embedded = zip({ "word/document.xml": "<w/>", "word/embeddings/oleObject1.bin": "x" });
  assert.deepEqual(said(docxType, embedded), ["file-within: "]);
  const comment =
    "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T (\\376\\377\\000G\\000\\374\\000l) /Contents (gaz) >>";
  const annotated = pdf("/Names << /Notes [5 0 R] >>", [comment]);
  assert.deepEqual(said(pdfType, annotated), ["comment-author: Gül"]);
  assert.deepEqual(said(pdfType, await cleaned(pdfType, annotated)), ["comment-author: Gül"]);
});

test("no bytes make reading throw or go on for ever", () => {
  for (const [type, plain] of [
    [pdfType, pdf("/Metadata 6 0 R", [info, xmp("<dc:creator>Gül</dc:creator>")])],
    [docxType, zip(docxParts())],
    [odtType, zip(odtParts())],
  ] as const) {
    const changes = fc.array(fc.tuple(fc.nat(plain.length - 1), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(changes, (all) => {
        const bytes = Uint8Array.from(plain);
        for (const [at, byte] of all) bytes[at] = byte;
        readMetadata(type, bytes);
      }),
      { numRuns: 300 },
    );
  }
  const brackets = Buffer.from(`%PDF-1.7 ${"/Author (".repeat(200_000)}`);
  assert.ok(readMetadata(pdfType, brackets).findings.length <= 12);
  const tags = zip({ ...docxParts(), "docProps/core.xml": "<dc:creator>".repeat(100_000) });
  assert.ok(readMetadata(docxType, tags).findings.length <= 12);
  assert.equal(named, "Gyzylgül");
});

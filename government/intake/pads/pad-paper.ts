/**
 * The printed pad: two stubs a page, each a sheet that stays with the paper and a part that is torn off for whoever
 * handed it in. The check code stands on the torn-off part alone. PDF with letters of its own (DejaVu), since the
 * printers of a village have none of ours.
 */
import { type Stub, stubNumberText, stubText } from "#core/record/stub.ts";
import type { Trilingual } from "#core/record/trilingual.ts";
import { translator } from "#platform/language/texts.ts";
import { drawQr, type PaperDocument, pageHeight, pageWidth } from "#platform/paper/printed-paper.ts";
import { margin, placedPaper } from "../print/placed-paper.ts";

export interface PadToPrint {
  readonly body: Trilingual;
  readonly stubs: readonly Stub[];
  /** Printed at the foot of each part, for whoever wants to check it: the log's origin. */
  readonly origin: string;
  /** Twelve digits of the day of printing; `null` before there are any. */
  readonly fingerprint: string | null;
  /** Written into the file as its date, so that one pad printed twice is one file. */
  readonly issuedAt: number;
}

const stubsPerPage = 2;
const stubHeight = pageHeight / stubsPerPage;
/** The torn-off part is the lower one of each half page. */
const sheetHeight = 172;
const qrSide = 112;
const textSize = 8.5;
const smallSize = 7;
const numberSize = 15;
const codeSize = 12;

/** The pad as a PDF. */
export async function padPaper(pad: PadToPrint): Promise<Uint8Array> {
  const title = pad.stubs[0] ? stubNumberText(pad.stubs[0]) : "";
  return await placedPaper({ title, at: pad.issuedAt }, (document) => {
    for (const [at, stub] of pad.stubs.entries()) {
      if (at % stubsPerPage === 0) document.addPage();
      drawStub(document, pad, stub, (at % stubsPerPage) * stubHeight);
    }
  });
}

function drawStub(document: PaperDocument, pad: PadToPrint, stub: Stub, top: number): void {
  drawSheet(document, pad, stub, top + margin / 2);
  const cut = top + sheetHeight;
  document
    .moveTo(margin, cut)
    .lineTo(pageWidth - margin, cut)
    .dash(4, { space: 3 })
    .stroke()
    .undash();
  drawTornOff(document, pad, stub, cut + margin / 3);
  if (top === 0) {
    const end = stubHeight;
    document.moveTo(0, end).lineTo(pageWidth, end).stroke();
  }
}

/** What stays at the office: the number without the code, and lines to fill in by hand. */
function drawSheet(document: PaperDocument, pad: PadToPrint, stub: Stub, top: number): void {
  heading(document, pad, top, "intake-print-sheet");
  document
    .font("mono")
    .fontSize(numberSize)
    .text(stubNumberText(stub), margin, top + 34);
  lines(document, top + 60, [
    "intake-print-received",
    "intake-print-name",
    "intake-print-about",
    "intake-print-clerk",
  ]);
}

/** What whoever handed it in takes along. */
function drawTornOff(document: PaperDocument, pad: PadToPrint, stub: Stub, top: number): void {
  heading(document, pad, top, "intake-print-stub");
  document
    .font("mono")
    .fontSize(numberSize)
    .text(stubNumberText(stub), margin, top + 34);
  document
    .font("mono")
    .fontSize(codeSize)
    .text(codePart(stub), margin, top + 54);
  lines(document, top + 78, ["intake-print-received", "intake-print-clerk"], pageWidth - qrSide - margin * 2);
  drawQr(document, stubText(stub), { left: pageWidth - margin - qrSide, top: top + 30, side: qrSide });
  let y = top + 30 + qrSide + 8;
  for (const language of ["tk", "ru"] as const) {
    const t = translator(language);
    document.font("regular").fontSize(textSize);
    const words = t("intake-print-what-next");
    document.text(words, margin, y, { width: pageWidth - 2 * margin });
    y += document.heightOfString(words, { width: pageWidth - 2 * margin }) + 3;
  }
  document.font("regular").fontSize(smallSize);
  document.text(`${pad.origin}   ${pad.fingerprint ?? ""}`, margin, y + 2);
}

function heading(document: PaperDocument, pad: PadToPrint, top: number, key: string): void {
  const words = `${translator("tk")(key)} · ${translator("ru")(key)}`;
  document.font("bold").fontSize(textSize).text(words, margin, top);
  document.font("regular").fontSize(textSize);
  document.text(`${pad.body.tk} · ${pad.body.ru}`, margin, top + 14, {
    width: pageWidth - 2 * margin,
    height: 2 * textSize + 2,
    ellipsis: true,
  });
}

/** Lines with a word before each, to be written on by hand. */
function lines(
  document: PaperDocument,
  top: number,
  keys: readonly string[],
  right: number = pageWidth - margin,
): void {
  const step = 26;
  for (const [at, key] of keys.entries()) {
    const y = top + at * step;
    document.font("regular").fontSize(smallSize);
    document.text(`${translator("tk")(key)} · ${translator("ru")(key)}`, margin, y);
    document
      .moveTo(margin, y + step - 6)
      .lineTo(right, y + step - 6)
      .lineWidth(0.5)
      .stroke();
  }
}

/** The check code alone, in its groups. */
function codePart(stub: Stub): string {
  return stubText(stub).slice(stubNumberText(stub).length + 1);
}

/** The letter as a PDF with letters of its own (DejaVu): a printer in a café has none of ours. */
import type { Translate } from "#platform/language/texts.ts";
import { type PaperDocument, printedPaper } from "#platform/paper/printed-paper.ts";
import type { Letter, LetterLine } from "./letter.ts";

/** Points. */
const margin = 57;
const textSize = 11;
const stubSize = 9;
const titleSize = 14;
/** The addressee stands in the right half, as letters to a body do here. */
const addressShare = 0.45;
const lineHeight = 26;
/** As many as leave room for the stub on the same page. */
const handLines = 8;
const stubLineHeight = 22;
const dash = { length: 4, space: 4 } as const;

/** Draws the letter; `now` is written into the file as its date. */
export async function letterPdf(t: Translate, letter: Letter, now: number): Promise<Uint8Array> {
  const paper = { title: t("letter-heading"), at: now, margin, language: t.language };
  return await printedPaper(paper, (document) => {
    document.addPage();
    drawHead(document, t, letter);
    drawText(document, t, letter);
    drawStub(document, t, letter);
  });
}

function widthOf(document: PaperDocument): number {
  return document.page.width - 2 * margin;
}

function drawHead(document: PaperDocument, t: Translate, { to, from, title }: Letter): void {
  const width = widthOf(document) * addressShare;
  const left = margin + widthOf(document) - width;
  document.font("regular").fontSize(textSize).text(t("letter-to"), left, margin, { width });
  for (const line of to) document.font("bold").text(line, left, undefined, { width });
  if (from.length > 0) {
    document.moveDown(0.5).font("regular").text(t("letter-from"), left, undefined, { width });
    for (const line of from) drawLine(document, line, { left, width, height: lineHeight });
  }
  document.moveDown(1.5);
  document
    .font("bold")
    .fontSize(titleSize)
    .text(title, margin, undefined, {
      width: widthOf(document),
      align: "center",
    });
  document.moveDown(0.5).fontSize(textSize);
}

function drawText(document: PaperDocument, t: Translate, letter: Letter): void {
  const { subject, text, about, enclosures, date } = letter;
  const full = { width: widthOf(document) };
  const say = (words: string) => document.text(words, margin, undefined, full);
  if (subject !== "") document.font("bold").text(subject, margin, undefined, full).moveDown(0.5);
  document.font("regular");
  if (about.length > 0) say(`${t("appeal-about-officials")}: ${about.join("; ")}`).moveDown(0.5);
  if (text === "") drawBlankLines(document, handLines, { left: margin, ...full, height: lineHeight });
  else say(text);
  document.moveDown(1);
  say(`${t("letter-enclosures")} ${enclosures.length === 0 ? t("appeal-file-none") : ""}`);
  for (const [at, name] of enclosures.entries()) say(`${at + 1}. ${name}`);
  document.moveDown(0.5);
  say(`${t("letter-date")} ${date}`);
  const signature = { label: t("letter-signature"), value: "" };
  drawLine(document, signature, { left: margin, ...full, height: lineHeight });
}

interface Place {
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** A label with its value, or with a line to write on. */
function drawLine(
  document: PaperDocument,
  { label, value }: LetterLine,
  { left, width, height }: Place,
): void {
  if (value !== "") {
    document.font("regular").text(`${label}: `, left, undefined, { width, continued: true });
    document.font("bold").text(value).font("regular");
    return;
  }
  keepTogether(document, height);
  const bottom = document.y + height;
  // The label stands low, as what is written beside it will.
  document.font("regular").text(`${label}:`, left, bottom - document.currentLineHeight() - 2, { width });
  const from = left + Math.min(width * 0.7, document.widthOfString(`${label}:`) + 4);
  document.y = bottom - 2;
  underline(document, from, left + width);
}

function drawBlankLines(document: PaperDocument, count: number, { left, width, height }: Place): void {
  for (let line = 0; line < count; line += 1) {
    keepTogether(document, height);
    document.y += height - 2;
    underline(document, left, left + width);
  }
}

function underline(document: PaperDocument, from: number, to: number): void {
  const { y } = document;
  document.lineWidth(0.5).moveTo(from, y).lineTo(to, y).stroke();
  document.y = y + 2;
}

/** Begins another page when what follows would be torn apart. */
function keepTogether(document: PaperDocument, height: number): void {
  if (document.y + height > document.page.height - margin) document.addPage();
}

/** The part that is torn off: at the foot of the last page, whole. */
function drawStub(document: PaperDocument, t: Translate, { stub: { known, byClerk } }: Letter): void {
  document.font("regular").fontSize(stubSize);
  const full = { width: widthOf(document) };
  const heightOf = (words: string) => document.heightOfString(words, full);
  const words = [t("letter-stub-title"), t("letter-stub-law"), t("letter-stub-keep")];
  const lines = known.map(({ label, value }) => `${label}: ${value}`);
  const height =
    [...words, ...lines].reduce((sum, each) => sum + heightOf(each) + 2, 0) +
    byClerk.length * stubLineHeight +
    titleSize * 2;
  const bottom = document.page.height - margin;
  if (document.y + height > bottom) document.addPage();
  const top = document.page.height - margin - height;
  document.dash(dash.length, { space: dash.space });
  document.moveTo(0, top).lineTo(document.page.width, top).stroke().undash();
  document
    .font("bold")
    .fontSize(textSize)
    .text(t("letter-stub-title"), margin, top + titleSize / 2, full);
  document.font("regular").fontSize(stubSize).text(t("letter-stub-law"), margin, undefined, full);
  for (const line of known) drawLine(document, line, { left: margin, ...full, height: stubLineHeight });
  for (const label of byClerk) {
    drawLine(document, { label, value: "" }, { left: margin, ...full, height: stubLineHeight });
  }
  document.text(t("letter-stub-keep"), margin, document.y + 2, full);
}

/** The certificate of silence on paper: one page for each language, and on each the code by which anyone checks it. */
import { civilDateAt } from "#core/clock/civil-date.ts";
import { dateWithWeekday, momentInWords } from "#platform/language/dates.ts";
import { explainDeadline } from "#platform/language/explain-deadline.ts";
import { type Language, languages } from "#platform/language/language.ts";
import { type Translate, translator } from "#platform/language/texts.ts";
import { drawQr, type PaperDocument, printedPaper } from "#platform/paper/printed-paper.ts";
import type { SilenceFacts } from "./silence-facts.ts";

export interface CertificateOptions {
  /** Names of bodies by number, in a language. */
  readonly nameOfBody: (language: Language, body: number) => string;
  /** Who keeps the register, as it calls itself. */
  readonly keeper: (language: Language) => string;
  readonly timeZone: string;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
}

const marginPt = 56;
const qrSidePt = 150;
/** White around the code: four of its squares, as readers expect (ISO/IEC 18004). */
const quietPt = 12;
const sizes = { title: 19, statement: 11.5, text: 9, small: 7.5 } as const;
const ink = "#16211f";
const spring = "#0a5f57";

/** Draws the certificate in all languages, Turkmen first. */
export async function certificatePdf(facts: SilenceFacts, options: CertificateOptions): Promise<Uint8Array> {
  const title = languages.map((language) => translator(language)("outside-pdf-title")).join(" · ");
  return await printedPaper({ title, at: options.now, margin: marginPt, language: "tk" }, (document) => {
    for (const language of languages) {
      document.addPage();
      drawPage(document, translator(language), facts, options);
    }
  });
}

function drawPage(
  document: PaperDocument,
  t: Translate,
  facts: SilenceFacts,
  options: CertificateOptions,
): void {
  const { language } = t;
  document.fillColor(spring).font("bold").fontSize(sizes.title).text(t("outside-pdf-title"));
  document.fillColor(ink).font("regular").fontSize(sizes.text);
  document.text(t("outside-pdf-kept-by", { keeper: options.keeper(language) })).moveDown();
  document.font("bold").fontSize(sizes.statement).text(statementOf(t, facts)).moveDown();
  for (const [key, value] of rowsOf(t, facts, options)) {
    document.font("bold").fontSize(sizes.text).text(`${key}: `, { continued: true });
    document.font("regular").text(value);
  }
  section(document, t("outside-pdf-derivation"));
  const sentences = explainDeadline(t, facts.explanation, (body) => options.nameOfBody(language, body));
  for (const [at, sentence] of sentences.entries()) document.text(`${at + 1}. ${sentence}`);
  section(document, t("outside-pdf-limits"));
  for (const limit of limitsOf(t, facts)) document.text(`• ${limit}`);
  section(document, t("outside-pdf-check"));
  document.text(t("outside-pdf-check-text")).moveDown(0.5);
  const top = document.y + quietPt;
  drawQr(document, facts.small, { left: marginPt, top, side: qrSidePt });
  document.fillColor(ink);
  document
    .fontSize(sizes.small)
    .text("bin/aydyn certificate QR.txt --mirror DIR --policy FILE", marginPt + qrSidePt + quietPt, top);
  document.moveDown().text(facts.small);
}

function section(document: PaperDocument, heading: string): void {
  document.moveDown().font("bold").fontSize(sizes.text).text(heading).font("regular");
}

/** The one statement: no answer was entered, up to a checkpoint. That none was given is more than anybody here knows. */
function statementOf(t: Translate, { due, workingDays, size }: SilenceFacts): string {
  return t("outside-pdf-statement", {
    due: dateWithWeekday(t.language, due),
    days: workingDays,
    size: String(size),
  });
}

function rowsOf(
  t: Translate,
  facts: SilenceFacts,
  { nameOfBody, timeZone }: CertificateOptions,
): readonly (readonly [string, string])[] {
  const { sent, row, due, today } = facts;
  const day = (date: SilenceFacts["due"]) => dateWithWeekday(t.language, date);
  const witnesses = facts.witnesses.map(
    ({ name, at }) => `${name} (${momentInWords(t.language, at, timeZone)})`,
  );
  const rows: (readonly [string, string])[] = [
    [t("outside-pdf-number"), row.number],
    [t("outside-pdf-body"), nameOfBody(t.language, row.holderBody)],
    [t(`outside-pdf-sent-${sent.way}`), day(sent.sentOn)],
    [t("outside-pdf-shown"), t(`outside-sending-proof-option-${sent.proof}`)],
    [t("outside-pdf-entered"), day(civilDateAt(row.filedAt, timeZone))],
    [t("outside-pdf-due"), day(due)],
    [t("outside-pdf-as-of"), day(today)],
    [t("outside-pdf-record"), facts.origin],
    [t("outside-pdf-entry"), `${facts.index} / ${facts.size}`],
    [t("outside-pdf-fingerprint"), facts.fingerprint],
    [t("outside-pdf-witnesses"), witnesses.join("; ")],
  ];
  return sent.tracking === "" ? rows : rows.toSpliced(4, 0, [t("outside-pdf-tracking"), sent.tracking]);
}

/** What it does not prove, as much part of it as the statement. */
function limitsOf(t: Translate, { sent, rulesConfirmed }: SilenceFacts): readonly string[] {
  const isArrivalShown = sent.way === "handed-in" || sent.proof === "delivery-notice";
  return [
    ...(isArrivalShown ? [] : [t("outside-pdf-limit-arrival")]),
    t("outside-pdf-limit-other-ways"),
    t("outside-pdf-limit-keeper"),
    t("outside-pdf-limit-content"),
    ...(rulesConfirmed ? [] : [t("outside-pdf-limit-rules")]),
  ];
}

/**
 * Papers as PDF, with letters of their own (DejaVu), since the printers of a village or a café have none of ours. The same
 * paper printed twice is the same file.
 */
import { createRequire } from "node:module";
import type PDFDocument from "pdfkit";
import QRCode from "qrcode";
import type { Language } from "#platform/language/language.ts";

const require = createRequire(import.meta.url);
/** By the names under which whoever draws calls them. */
const fonts = {
  regular: require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
  bold: require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"),
  mono: require.resolve("dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf"),
};

/** A4 in points. */
export const pageWidth = 595;
export const pageHeight = 842;

export type PaperDocument = InstanceType<typeof PDFDocument>;

export interface Paper {
  readonly title: string;
  /** Written into the file as its date: milliseconds since the Unix epoch. */
  readonly at: number;
  /** In points, on all four sides: text that does not fit between goes on the next page. */
  readonly margin: number;
  /** In which a screen reader reads it; left out where several languages stand side by side. */
  readonly language?: Language;
}

/** Prints what `draw` draws; it adds the pages itself. */
export async function printedPaper(
  { title, at, margin, language }: Paper,
  draw: (document: PaperDocument) => void,
): Promise<Uint8Array> {
  // Loaded with the first paper: it is the largest of our packages, and most programs never print.
  const { default: Document } = await import("pdfkit");
  const document = new Document({
    size: [pageWidth, pageHeight],
    margin,
    autoFirstPage: false,
    displayTitle: true,
    ...(language === undefined ? {} : { lang: language }),
    info: { Title: title, CreationDate: new Date(at), Producer: "aydyn", Creator: "aydyn" },
  });
  for (const [name, font] of Object.entries(fonts)) document.registerFont(name, font);
  const chunks: Uint8Array[] = [];
  const written = new Promise<Uint8Array>((resolve, reject) => {
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on("error", reject);
  });
  draw(document);
  document.end();
  return await written;
}

/** A QR code, its squares drawn one by one, so that no printer blurs them. */
export function drawQr(
  document: PaperDocument,
  text: string,
  place: { readonly left: number; readonly top: number; readonly side: number },
): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const side = place.side / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) {
        document.rect(place.left + column * side, place.top + row * side, side, side);
      }
    }
  }
  document.fill("black");
}

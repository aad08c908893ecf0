/**
 * Papers of intake as PDF, with letters of their own (DejaVu), since the printers of a village have none of ours. The same
 * paper printed twice is the same file.
 */
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import QRCode from "qrcode";

const require = createRequire(import.meta.url);
const fonts = {
  regular: require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"),
  bold: require.resolve("dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf"),
  mono: require.resolve("dejavu-fonts-ttf/ttf/DejaVuSansMono-Bold.ttf"),
};

/** A4 in points. */
export const pageWidth = 595;
export const pageHeight = 842;
export const margin = 34;

export type PaperDocument = InstanceType<typeof PDFDocument>;

/** Prints what `draw` draws; it adds the pages itself. `at` is written into the file as its date. */
export async function printedPaper(
  about: { readonly title: string; readonly at: number },
  draw: (document: PaperDocument) => void,
): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: [pageWidth, pageHeight],
    margin: 0,
    autoFirstPage: false,
    info: { Title: about.title, CreationDate: new Date(about.at) },
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

import { deflateSync } from "node:zlib";

/** A PDF of one empty page, with something more in its catalogue and further objects. */
export function pdf(inCatalogue = "", more: readonly string[] = []): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${inCatalogue} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>",
    stream("<< /Filter /FlateDecode", deflateSync("BT (Gaz gerek /JavaScriptmy) Tj ET")),
    ...more,
  ];
  let text = "%PDF-1.7\n";
  const places: number[] = [];
  for (const [at, object] of objects.entries()) {
    places.push(text.length);
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${count} /Root 1 0 R >>\n`;
  return Buffer.from(`${text}${end}startxref\n${text.length}\n%%EOF\n`, "latin1");
}

/** A stream object with these bytes; its dictionary is given without its end. */
export function stream(dictionary: string, bytes: Uint8Array): string {
  const data = Buffer.from(bytes).toString("latin1");
  return `${dictionary} /Length ${bytes.length} >>\nstream\n${data}\nendstream`;
}

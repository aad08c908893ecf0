import { findQpdf, type PdfRewriter, qpdfRewriter } from "../pdf-rewriter.ts";

/** The rewriter of this computer; `null` where qpdf is not installed, and tests that need it are skipped by name. */
export function testPdfRewriter(): PdfRewriter | null {
  const program = findQpdf();
  return program === null ? null : qpdfRewriter(program);
}

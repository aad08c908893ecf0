/** Reads what a document names, and takes it out where that is possible without changing what it shows. */
import { ok, type Result, refused } from "#core/result.ts";
import { type CleaningProblem, type FileMetadata, noMetadata } from "./metadata.ts";
import { packageMetadata, withoutPackageMetadata } from "./package-metadata.ts";
import { isSignedPdf, pdfMetadata } from "./pdf-metadata.ts";
import type { PdfRewriter } from "./pdf-rewriter.ts";

const pdfType = "application/pdf";
const packageTypes = /^application\/vnd\.(?:oasis\.opendocument|openxmlformats-officedocument)\./;

/** What a document of this media type names; nothing of texts, and of pictures, which are cleaned when they come. */
export function readMetadata(mediaType: string, bytes: Uint8Array): FileMetadata {
  if (mediaType === pdfType) return pdfMetadata(bytes);
  return packageTypes.test(mediaType) ? packageMetadata(bytes) : noMetadata;
}

/**
 * The same document without its metadata. Deterministic: the same bytes give the same bytes.
 * `rewriter`: `null` where no program for PDF is installed.
 */
export async function withoutMetadata(
  mediaType: string,
  bytes: Uint8Array,
  rewriter: PdfRewriter | null,
): Promise<Result<Uint8Array, CleaningProblem>> {
  if (packageTypes.test(mediaType)) return withoutPackageMetadata(bytes);
  if (mediaType !== pdfType) return ok(bytes);
  // Also the limit of what the program is given: a file that unpacks without end is closed.
  if (pdfMetadata(bytes).isClosed) return refused("closed");
  if (isSignedPdf(bytes)) return refused("signed");
  return rewriter === null ? refused("no-program") : await rewriter.rewrite(bytes);
}

/** Finds what acts by itself by structure, without opening a document with a program that could be its victim. */
import type { ActiveContent } from "./active-content.ts";
import { activeInPdf } from "./pdf-content.ts";
import { activeInZip } from "./zip-content.ts";

/** The first thing that acts by itself, by the document's media type; `null` for none, and for texts and pictures. */
export function activeContentOf(mediaType: string, bytes: Uint8Array): ActiveContent | null {
  if (mediaType === "application/pdf") return activeInPdf(bytes);
  const isPackage = /^application\/vnd\.(?:oasis\.opendocument|openxmlformats-officedocument)\./.test(
    mediaType,
  );
  return isPackage ? activeInZip(bytes) : null;
}

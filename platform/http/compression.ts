/** Compression of whole, small answers. Length is known then, and a page goes out in one piece. */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

const gzipLevel = 9;
/** 5 of 11: beyond it, a page costs several times the time for a few bytes. Assets are compressed once, with 11. */
const brotliQualityPages = 5;
const brotliQualityAssets = 11;

export type Encoding = "br" | "gzip";

/** The best encoding the client takes (RFC 9110 section 12.5.3); `null` for none. `q=0` means "not this one". */
export function chosenEncoding(acceptEncoding: string | undefined): Encoding | null {
  const taken = new Set<string>();
  for (const part of (acceptEncoding ?? "").split(",")) {
    const [coding = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    if (coding !== "" && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) taken.add(coding);
  }
  return taken.has("br") ? "br" : taken.has("gzip") || taken.has("x-gzip") ? "gzip" : null;
}

/** Whether bytes of this media type shrink. */
export function isCompressible(mediaType: string): boolean {
  return /^(text\/|application\/(json|problem\+json|xml)|image\/svg\+xml)/.test(mediaType);
}

/** Compresses; `thorough` for what is compressed once and sent often. */
export async function compressed(bytes: Uint8Array, encoding: Encoding, thorough = false): Promise<Buffer> {
  if (encoding === "gzip") return gzipAsync(bytes, { level: gzipLevel });
  return brotliAsync(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: thorough ? brotliQualityAssets : brotliQualityPages,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

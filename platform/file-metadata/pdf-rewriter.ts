/**
 * A PDF written anew without its metadata, by qpdf (https://qpdf.readthedocs.io, chapter "qpdf JSON"): it reads the document
 * as other readers do, we take keys out of what it says, it writes what can still be reached. So whatever was changed or
 * deleted before is gone too. A program of its own, with a limit of time, since a PDF may be made to harm who reads it.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ok, type Result, refused } from "#core/result.ts";
import { withoutPictureMetadata } from "./picture-metadata.ts";

export interface PdfRewriter {
  /** The same document without metadata; `failed`: qpdf found fault with it, or took too long. `busy`: to be asked again. The same twice for the same bytes. */
  rewrite(bytes: Uint8Array): Promise<Result<Uint8Array, "failed" | "busy">>;
}

const runTimeoutMs = 20_000;
/** Whoever sends PDFs that take long shall not fill the computer with programs. */
const rewritesAtOnceMax = 3;
const jsonBytesMax = 48 * 1024 * 1024;
/** Memory that looks like a folder: what a citizen sends does not touch a disk on this way. */
const memoryFolder = "/dev/shm";
const programPlaces = ["/usr/bin/qpdf", "/usr/local/bin/qpdf"] as const;

/** Keys that tell of who made it, with what and when (ISO 32000-2, 14.3.2, 14.5, 12.3.4; DocChecksum is LibreOffice's). */
const leftOutKeys: ReadonlySet<string> = new Set(["/Metadata", "/PieceInfo", "/LastModified", "/Thumb"]);
const leftOutOfTrailer: ReadonlySet<string> = new Set(["/Info", "/ID", "/DocChecksum"]);

/** Where qpdf lies on this computer; `null` when it is not installed. */
export function findQpdf(): string | null {
  return programPlaces.find((place) => existsSync(place)) ?? null;
}

/** Rewrites with the qpdf (11 or newer) at this path. */
export function qpdfRewriter(program: string): PdfRewriter {
  let running = 0;
  return {
    rewrite: async (bytes) => {
      if (running >= rewritesAtOnceMax) return refused("busy");
      running += 1;
      try {
        return await inFolder((folder) => rewriteIn(folder, program, bytes));
      } finally {
        running -= 1;
      }
    },
  };
}

async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(existsSync(memoryFolder) ? memoryFolder : tmpdir(), "aydyn-pdf-"));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function rewriteIn(
  folder: string,
  program: string,
  bytes: Uint8Array,
): Promise<Result<Uint8Array, "failed">> {
  const [before, between, after] = [
    join(folder, "in.pdf"),
    join(folder, "between.json"),
    join(folder, "out.pdf"),
  ];
  await writeFile(before, bytes, { mode: 0o600 });
  const read = ["--json-output", "--json-stream-data=inline", "--decode-level=none", before, "-"];
  const said = await run(program, read);
  const document = said === null ? null : parsed(said);
  if (document === null) return refused("failed");
  await writeFile(between, JSON.stringify(withoutMetadataKeys(document)), { mode: 0o600 });
  const hadPacked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("/ObjStm");
  const write = [
    "--json-input",
    "--deterministic-id",
    `--object-streams=${hadPacked ? "generate" : "disable"}`,
  ];
  const written = await run(program, [...write, between, after]);
  return written === null ? refused("failed") : ok(new Uint8Array(await readFile(after)));
}

/** What the program said; `null` when it found fault with the file, also when it would have repaired it. */
async function run(program: string, words: readonly string[]): Promise<string | null> {
  const limits = { timeout: runTimeoutMs, maxBuffer: jsonBytesMax, killSignal: "SIGKILL" as const };
  return await new Promise((resolve) => {
    execFile(program, [...words], limits, (error, said) => resolve(error === null ? said : null));
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Cut off by the limit: nothing is written from half a document.
    return null;
  }
}

/** The document as qpdf's JSON without what tells of its making. */
function withoutMetadataKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMetadataKeys);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value)
    .filter(([key]) => !leftOutKeys.has(key))
    .map(([key, inner]) => [key, key === "trailer" ? withoutKeys(inner) : withoutMetadataKeys(inner)]);
  return withCleanPicture(Object.fromEntries(kept));
}

function withoutKeys(trailer: unknown): unknown {
  if (typeof trailer !== "object" || trailer === null || !("value" in trailer)) return trailer;
  const { value } = trailer;
  if (typeof value !== "object" || value === null) return trailer;
  return { value: Object.fromEntries(Object.entries(value).filter(([key]) => !leftOutOfTrailer.has(key))) };
}

/** A photograph within keeps what the telephone wrote into it, unless it is cleaned as one that comes alone. */
function withCleanPicture(stream: Record<string, unknown>): Record<string, unknown> {
  const { dict, data } = stream;
  if (typeof data !== "string" || typeof dict !== "object" || dict === null) return stream;
  const filter: unknown = Reflect.get(dict, "/Filter");
  const isPhotograph = filter === "/DCTDecode" || (Array.isArray(filter) && filter.join() === "/DCTDecode");
  const bytes = isPhotograph ? Buffer.from(data, "base64") : null;
  // A colour profile beside the picture is another stream of the document and stays.
  const clean = bytes?.includes("Exif\0\0") ? withoutPictureMetadata("image/jpeg", bytes) : null;
  return clean === null ? stream : { ...stream, data: Buffer.from(clean).toString("base64") };
}

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { toBase64, utf8Bytes, utf8Text } from "#core/bytes.ts";
import { canonicalJson, parseCanonicalJson } from "#core/record/canonical-json.ts";
import { anyText, bytes, exactly, integer, object } from "#core/strict-json.ts";
import { createDurably, makeFolderDurably, replaceDurably } from "./durable-file.ts";
import { takeStateLock } from "./state-lock.ts";
import { type Contradiction, isSameRecord, type LogRecord, type WitnessState } from "./witness-state.ts";

/**
 * A witness' memory in a folder: `<hex sha256(origin)>/latest.json`, evidence beside it under
 * `<hex sha256(origin)>/evidence/`, and `lock`, which keeps a second process out.
 */
export interface FileState extends WitnessState {
  /** Lets another process have the folder. */
  close(): void;
}

const latestFile = "latest.json";
const evidenceFolder = "evidence";
/** Only the log's own key can make more evidence; one is enough, these are plenty, and the disk is not endless. */
export const evidenceFilesMax = 1_000;
const originLengthMax = 300;
const noteLengthMax = 262_144;
const hashLength = 32;

/** Opens (or begins) a witness' memory. Throws when another process has it. */
export async function openFileState(folder: string): Promise<FileState> {
  await makeFolderDurably(folder);
  const lock = takeStateLock(join(folder, "lock"));
  return {
    read: (origin) => readRecord(folder, origin),
    replace: async (expected, next) => {
      if (!isSameRecord(await readRecord(folder, next.origin), expected)) return false;
      await makeFolderDurably(folderOf(folder, next.origin));
      await replaceDurably(join(folderOf(folder, next.origin), latestFile), recordBytes(next));
      return true;
    },
    keepEvidence: (contradiction) => keepEvidence(folder, contradiction),
    countEvidence: (origin) => countEvidence(folder, origin),
    close: () => lock.release(),
  };
}

function folderOf(folder: string, origin: string): string {
  // The hash also keeps an origin such as "../x" inside the folder.
  return join(folder, createHash("sha256").update(origin).digest("hex"));
}

function recordBytes(record: LogRecord): Uint8Array {
  const { origin, size, root, timeSeconds, note } = record;
  return utf8Bytes(canonicalJson({ v: 1, origin, size, root: toBase64(root), timeSeconds, note }));
}

async function readRecord(folder: string, origin: string): Promise<LogRecord | null> {
  const path = join(folderOf(folder, origin), latestFile);
  const bytes = await readFileIfPresent(path);
  if (bytes === null) return null;
  const record = parseRecord(bytes);
  // A damaged memory must stop the witness: beginning anew would let the log show it another history.
  if (record === null || record.origin !== origin)
    throw new Error(`${path} is damaged: restore it, never delete it`);
  return record;
}

async function readFileIfPresent(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

const readShape = object({
  v: exactly(1),
  origin: anyText(originLengthMax),
  size: integer(0, Number.MAX_SAFE_INTEGER),
  root: bytes(hashLength),
  timeSeconds: integer(0, Number.MAX_SAFE_INTEGER),
  note: anyText(noteLengthMax),
});

function parseRecord(file: Uint8Array): LogRecord | null {
  const json = parseCanonicalJson(utf8Text(file) ?? "");
  const shape = json.ok ? readShape(json.value) : undefined;
  if (shape === undefined) return null;
  const { v: _, ...record } = shape;
  return record;
}

async function keepEvidence(folder: string, contradiction: Contradiction): Promise<void> {
  const into = join(folderOf(folder, contradiction.origin), evidenceFolder);
  await makeFolderDurably(into);
  if ((await readdir(into)).length >= evidenceFilesMax) return;
  const { origin, size, recorded, presented } = contradiction;
  const text = canonicalJson({ v: 1, type: "aydyn-contradiction", origin, size, recorded, presented });
  // Named by what was signed: the same checkpoint sent again with other signature lines is the same evidence.
  const signed = presented.slice(0, presented.lastIndexOf("\n\n"));
  const path = join(into, `${createHash("sha256").update(signed).digest("hex")}.json`);
  try {
    await createDurably(path, utf8Bytes(text));
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
}

async function countEvidence(folder: string, origin: string): Promise<number> {
  try {
    return (await readdir(join(folderOf(folder, origin), evidenceFolder))).length;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return 0;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

/**
 * The last checkpoint that was signed, in a file outside the database and its backups: a database restored to an
 * older state is recognised by it before anything is signed twice.
 */
import { join } from "node:path";
import { utf8Bytes, utf8Text } from "#core/bytes.ts";
import { parseCheckpoint } from "#core/log/checkpoint.ts";
import type { Engine } from "#core/log/engine.ts";
import { parseNote, type VerifierKey, verifyNote } from "#core/log/note.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { Disk } from "#platform/files/disk.ts";
import { readFileIfPresent, type WriteOptions, writeFileDurably } from "#platform/files/durable-file.ts";
import type { LockHead } from "./start-judgement.ts";

/** Where the lock file of a log lies. */
export function lockHeadPath(stateFolder: string): string {
  return join(stateFolder, "lock-head");
}

/** Whether the log has begun: from then on a missing key is lost, not yet to be drawn. */
export function hasLockHead(stateFolder: string): boolean {
  return readFileIfPresent(lockHeadPath(stateFolder)) !== null;
}

/** Reads the lock file; `null` when there is none. Refused unless it holds a checkpoint that this log signed. */
export function readLockHead(
  engine: Engine,
  path: string,
  logKey: VerifierKey,
  disk?: Disk,
): Result<LockHead | null, "lock-head-damaged"> {
  const bytes = readFileIfPresent(path, disk);
  if (bytes === null) return ok(null);
  const note = utf8Text(bytes);
  const size = note === null ? null : signedSize(engine, note, logKey);
  return note === null || size === null ? refused("lock-head-damaged") : ok({ size, note });
}

/** Replaces the lock file. */
export function writeLockHead(path: string, note: string, options: WriteOptions): void {
  writeFileDurably(path, utf8Bytes(note), options);
}

/**
 * Whether another sequencer has gone on beyond `size`. One that stood still while its lock went to another finds out
 * so, before it writes anything of yesterday over what the other has written.
 */
export function isOvertaken(path: string, size: number, disk?: Disk): boolean {
  const text = utf8Text(readFileIfPresent(path, disk) ?? new Uint8Array(0)) ?? "";
  const note = parseNote(text);
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  return checkpoint.ok && checkpoint.value.size > size;
}

/** The size in a checkpoint that this log signed; `null` for any other text. */
export function signedSize(engine: Engine, note: string, logKey: VerifierKey): number | null {
  const parsed = parseNote(note);
  const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
  if (!parsed.ok || !checkpoint.ok || checkpoint.value.origin !== logKey.name) return null;
  return verifyNote(engine, parsed.value, [logKey]).ok ? checkpoint.value.size : null;
}

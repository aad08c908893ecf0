import { equalBytes, utf8Bytes, utf8Text } from "#core/bytes.ts";
import { type Checkpoint, parseCheckpoint } from "#core/log/checkpoint.ts";
import type { Engine } from "#core/log/engine.ts";
import { type Note, parseNote } from "#core/log/note.ts";
import { consistencyProof, rootFromTiles } from "#core/log/tile.ts";
import { serializeAddCheckpoint } from "#core/log/witness-rules.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { MirrorSource } from "./mirror-source.ts";
import type { Witness, WitnessAnswer } from "./witness.ts";
import type { LogRecord } from "./witness-state.ts";

/** A cosignature to be carried back to the log. */
export interface PulledCosignature {
  readonly origin: string;
  readonly size: number;
  /** What the witness held before; 0 at its first visit. */
  readonly fromSize: number;
  /** The signature line, its newline included. */
  readonly line: string;
  /** A note of the checkpoint's text with this line alone: it says by itself what was cosigned. */
  readonly note: string;
}

export type PullProblem =
  | { readonly reason: "unreadable"; readonly detail: string }
  | { readonly reason: "malformed-checkpoint" }
  | { readonly reason: "unknown-log"; readonly origin: string }
  | { readonly reason: "older-than-recorded"; readonly size: number; readonly recordedSize: number }
  | { readonly reason: "tiles-contradict-checkpoint" }
  | { readonly reason: "not-signed-by-the-log" }
  | { readonly reason: "history-changed"; readonly size: number; readonly recordedSize: number };

/**
 * Cosigns the checkpoint of a mirror, wherever it lies: reads checkpoint and tiles, works out the consistency proof
 * from the witness' own record, and then goes the way of every pushed checkpoint, so that both share one memory and
 * one judgement. No network to the log is needed.
 */
export async function cosignMirror(
  engine: Engine,
  witness: Witness,
  source: MirrorSource,
): Promise<Result<PulledCosignature, PullProblem>> {
  const read = await readCheckpoint(source);
  if (!read.ok) return read;
  const { noteText, note, checkpoint } = read.value;
  const { origin, size } = checkpoint;
  if (!witness.logs.some((log) => log.name === origin)) return refused({ reason: "unknown-log", origin });
  const recorded = await witness.recorded(origin);
  const recordedSize = recorded?.size ?? 0;
  if (size < recordedSize) return refused({ reason: "older-than-recorded", size, recordedSize });
  const proof = await proveFromTiles(engine, source, checkpoint, recorded);
  if (!proof.ok) return proof;
  const body = serializeAddCheckpoint({ oldSize: recordedSize, proof: proof.value, note: noteText });
  const answer = await witness.addCheckpoint(utf8Bytes(body));
  if (answer.status !== 200) return refused(problemOfAnswer(answer, size, recordedSize));
  return ok({
    origin,
    size,
    fromSize: recordedSize,
    line: answer.body,
    note: `${note.text}\n${answer.body}`,
  });
}

async function readCheckpoint(
  source: MirrorSource,
): Promise<Result<{ noteText: string; note: Note; checkpoint: Checkpoint }, PullProblem>> {
  let bytes: Uint8Array;
  try {
    bytes = await source.checkpoint();
  } catch (error) {
    return refused({ reason: "unreadable", detail: messageOf(error) });
  }
  const noteText = utf8Text(bytes) ?? "";
  const note = parseNote(noteText);
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  if (!note.ok || !checkpoint.ok) return refused({ reason: "malformed-checkpoint" });
  return ok({ noteText, note: note.value, checkpoint: checkpoint.value });
}

/** A stick may hold a torn copy: what does not even hash to its own checkpoint says nothing about the log. */
async function proveFromTiles(
  engine: Engine,
  source: MirrorSource,
  checkpoint: Checkpoint,
  recorded: LogRecord | null,
): Promise<Result<readonly Uint8Array[], PullProblem>> {
  const { size, root } = checkpoint;
  // The same size needs no tiles; and another root at it is evidence, whatever the tiles are.
  if (recorded?.size === size) return ok([]);
  try {
    if (!equalBytes(await rootFromTiles(engine, source, size), root)) {
      return refused({ reason: "tiles-contradict-checkpoint" });
    }
    return ok(await consistencyProof(engine, source, recorded?.size ?? 0, size));
  } catch (error) {
    return refused({ reason: "unreadable", detail: messageOf(error) });
  }
}

function problemOfAnswer(answer: WitnessAnswer, size: number, recordedSize: number): PullProblem {
  if (answer.status === 403) return { reason: "not-signed-by-the-log" };
  if (answer.status === 422) return { reason: "history-changed", size, recordedSize };
  // The record was read and the request written here: any other answer would be a bug.
  throw new Error(`the witness answers its own request with ${answer.status}`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A small log for the tests: the entries, keys and root of the project's test vectors, made anew in memory. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { checkpointText } from "#core/log/checkpoint.ts";
import { signNote, verifierKey } from "#core/log/note.ts";
import {
  appendToTiles,
  consistencyProof,
  emptyRightEdge,
  type LogFile,
  type TileSource,
  tilePath,
} from "#core/log/tile.ts";
import { serializeAddCheckpoint } from "#core/log/witness-rules.ts";
import { assert } from "#core/result.ts";
import { nativeEngine as engine, nativeSigner } from "#engines/native-engine.ts";

export const origin = "ledger.example/test";
const logSigner = nativeSigner(new Uint8Array(32).fill(1));
export const logKey = verifierKey(engine, origin, "ed25519", logSigner.publicKey);
export const witnessName = "witness.example/w1";
export const witnessSeed = new Uint8Array(32).fill(2);
export const witnessSigner = nativeSigner(witnessSeed);

function entryOfVectors(at: number): Uint8Array {
  if (at % 7 === 3) return new Uint8Array(0);
  if (at % 7 === 5) return new Uint8Array(at % 500).fill(at & 255);
  return new TextEncoder().encode(`entry ${at}`);
}

const entries = Array.from({ length: 700 }, (_, at) => entryOfVectors(at));

/** Files and root of the log at a size. */
export function treeOf(
  size: number,
  from: readonly Uint8Array[] = entries,
): { root: Uint8Array; files: readonly LogFile[] } {
  return appendToTiles(engine, { size: 0, rightEdge: emptyRightEdge }, from.slice(0, size));
}

/** The same log with another past: entry 3 is different. */
export function rewrittenTreeOf(size: number): { root: Uint8Array; files: readonly LogFile[] } {
  return treeOf(
    size,
    entries.map((entry, at) => (at === 3 ? new TextEncoder().encode("another past") : entry)),
  );
}

/** A checkpoint signed by the log. */
export function noteOf(size: number, root = treeOf(size).root, signer = logSigner): string {
  return signNote(engine, checkpointText({ origin, size, root }), origin, signer);
}

/** The body of add-checkpoint from one size to another, with the true proof. */
export async function requestOf(oldSize: number, size: number, note = noteOf(size)): Promise<Uint8Array> {
  const proof =
    oldSize <= size ? await consistencyProof(engine, sourceOf(treeOf(size).files), oldSize, size) : [];
  return new TextEncoder().encode(serializeAddCheckpoint({ oldSize, proof, note }));
}

function sourceOf(files: readonly LogFile[]): TileSource {
  const byPath = new Map(files.map((file) => [file.path, file.bytes]));
  return {
    tile: async (level, index, width) => {
      const bytes = byPath.get(tilePath(level, index, width));
      assert(bytes !== undefined, "the tree has this tile");
      return bytes;
    },
    entries: async () => new Uint8Array(0),
  };
}

/** Writes the files of a log, as a mirror has them. */
export async function writeMirror(
  folder: string,
  files: readonly LogFile[],
  checkpoint: string,
): Promise<void> {
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  await writeFile(join(folder, "checkpoint"), checkpoint);
}

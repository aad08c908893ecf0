import type { Engine } from "#core/log/engine.ts";
import { leafHash, verifyInclusion } from "#core/log/merkle.ts";
import { inclusionProof, tileWidth } from "#core/log/tile.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { LogSource } from "../source/log-source.ts";
import {
  readPublishedEntries,
  TileReadError,
  type TileReadProblem,
  tileSourceOf,
} from "./published-tiles.ts";

export type ProvedEntryProblem =
  | { readonly kind: "outside-log"; readonly size: number }
  | { readonly kind: "unreadable"; readonly problem: TileReadProblem }
  | { readonly kind: "not-proved" };

/** The entry at an index, proved to stand in the tree of `size` under `root`. */
export async function readProvedEntry(
  engine: Engine,
  source: LogSource,
  place: { readonly index: number; readonly size: number; readonly root: Uint8Array },
): Promise<Result<Uint8Array, ProvedEntryProblem>> {
  const { index, size, root } = place;
  if (index >= size) return refused({ kind: "outside-log", size });
  const bundle = Math.floor(index / tileWidth);
  const width = Math.min(tileWidth, size - bundle * tileWidth);
  const entries = await readPublishedEntries(source, { index: bundle, width });
  if (!entries.ok) return refused({ kind: "unreadable", problem: entries.problem });
  const entry = entries.value[index % tileWidth] ?? new Uint8Array(0);
  const proof = await proofFromTiles(() => inclusionProof(engine, tileSourceOf(source), index, size));
  if (!proof.ok) return refused({ kind: "unreadable", problem: proof.problem });
  const claim = { leafHash: leafHash(engine, entry), index, size, root, proof: proof.value };
  return verifyInclusion(engine, claim).ok ? ok(entry) : refused({ kind: "not-proved" });
}

/** Runs a proof over published tiles and turns what is unreadable back into a value. */
export async function proofFromTiles<Value>(
  prove: () => Promise<Value>,
): Promise<Result<Value, TileReadProblem>> {
  try {
    return ok(await prove());
  } catch (error) {
    if (error instanceof TileReadError) return refused(error.problem);
    throw error;
  }
}

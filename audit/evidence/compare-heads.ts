import { equalBytes } from "#core/bytes.ts";
import type { Engine } from "#core/log/engine.ts";
import { ok, type Result } from "#core/result.ts";
import type { LogSource } from "../source/log-source.ts";
import type { JudgedCheckpoint } from "../tree/checkpoints.ts";
import { proofFromTiles } from "../tree/proved-entry.ts";
import { type TileReadProblem, tileSourceOf } from "../tree/published-tiles.ts";
import type { Trust } from "../tree/trust.ts";
import type { FraudEvidence } from "./fraud-file.ts";
import { rebuildingHashes, rebuildRoots } from "./rebuild-roots.ts";

export type HeadsComparison =
  /** The larger tree only appended to the smaller. */
  | { readonly kind: "consistent" }
  /** Both are signed and cannot both be true. */
  | { readonly kind: "contradiction"; readonly evidence: FraudEvidence }
  /** The tiles do not give the larger checkpoint's root, so nothing can be said about the smaller one. */
  | { readonly kind: "tiles-differ" };

/** Compares two checkpoints of one log by the tiles of the larger tree, found in `source`. */
export async function compareHeads(
  engine: Engine,
  source: LogSource,
  trust: Trust,
  heads: { readonly one: JudgedCheckpoint; readonly other: JudgedCheckpoint },
): Promise<Result<HeadsComparison, TileReadProblem>> {
  const [first, second] =
    heads.one.checkpoint.size <= heads.other.checkpoint.size
      ? [heads.one, heads.other]
      : [heads.other, heads.one];
  const logKey = trust.logKeys.find((key) => key.name === first.checkpoint.origin) ?? null;
  const evidence = { logKey, first: first.text, second: second.text };
  const sizes = { oldSize: first.checkpoint.size, newSize: second.checkpoint.size };
  if (sizes.oldSize === sizes.newSize) {
    const isSame = equalBytes(first.checkpoint.root, second.checkpoint.root);
    return ok(
      isSame ? { kind: "consistent" } : { kind: "contradiction", evidence: { ...evidence, hashes: [] } },
    );
  }
  const hashes = await proofFromTiles(() => rebuildingHashes(engine, tileSourceOf(source), sizes));
  if (!hashes.ok) return hashes;
  const roots = rebuildRoots(engine, sizes, hashes.value);
  if (roots === null || !equalBytes(roots.newRoot, second.checkpoint.root))
    return ok({ kind: "tiles-differ" });
  return ok(
    equalBytes(roots.oldRoot, first.checkpoint.root)
      ? { kind: "consistent" }
      : { kind: "contradiction", evidence: { ...evidence, hashes: hashes.value } },
  );
}

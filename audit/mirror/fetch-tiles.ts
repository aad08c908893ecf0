import { entriesPath, type TileCoordinates, tilePath, tileWidth } from "#core/log/tile.ts";
import { ok, type Result } from "#core/result.ts";
import {
  entryBundleBytesMax,
  type LogSource,
  type SourceProblem,
  tileBytesMax,
} from "../source/log-source.ts";
import { readAhead } from "../source/read-ahead.ts";
import type { Progress } from "../terminal/progress.ts";
import type { MirrorFolder } from "./mirror-folder.ts";

/** Fetches what is not there of these tiles and their bundles; the paths of the files that were fetched. */
export async function fetchTiles(
  { source, progress }: { readonly source: LogSource; readonly progress: (what: string) => Progress },
  mirror: MirrorFolder,
  tiles: readonly TileCoordinates[],
): Promise<Result<readonly string[], SourceProblem>> {
  const wanted = tiles.flatMap((tile) => filesOfTile(tile));
  const shown = progress("Fetching");
  let done = 0;
  const fetched: string[] = [];
  const outcomes = readAhead(wanted, (file) => fetchFile(source, mirror, file));
  for await (const outcome of outcomes) {
    done += 1;
    shown.at(done, wanted.length);
    if (!outcome.ok) {
      shown.end();
      return outcome;
    }
    if (outcome.value !== null) fetched.push(outcome.value);
  }
  shown.end();
  return ok(fetched);
}

interface WantedFile {
  readonly path: string;
  /** Length that a file on disk must have to be taken for complete; `null` when only the reader can tell. */
  readonly length: number | null;
  readonly bytesMax: number;
  /** Where the same bytes may be found when the file itself is gone, and how many of them. */
  readonly fullPath: string;
}

function filesOfTile({ level, index, width }: TileCoordinates): WantedFile[] {
  const tile = {
    path: tilePath(level, index, width),
    length: width * 32,
    bytesMax: tileBytesMax,
    fullPath: tilePath(level, index, tileWidth),
  };
  if (level > 0) return [tile];
  const bundle = {
    path: entriesPath(index, width),
    length: null,
    bytesMax: entryBundleBytesMax,
    fullPath: entriesPath(index, tileWidth),
  };
  return [tile, bundle];
}

/** Fetches one file unless it is there; the path of what was fetched, or `null`. */
async function fetchFile(
  source: LogSource,
  mirror: MirrorFolder,
  file: WantedFile,
): Promise<Result<string | null, SourceProblem>> {
  if (await mirror.has(file.path, file.length ?? undefined)) return ok(null);
  const exact = await source.read(file.path, file.bytesMax);
  if (exact.ok) {
    await mirror.write(file.path, exact.value);
    return ok(file.path);
  }
  if (exact.problem.kind !== "missing" || file.fullPath === file.path) return exact;
  // The log has grown meanwhile and deleted the partial file; the full one begins with it.
  const full = await source.read(file.fullPath, file.bytesMax);
  if (!full.ok) return exact;
  await mirror.write(file.fullPath, full.value);
  return ok(file.fullPath);
}

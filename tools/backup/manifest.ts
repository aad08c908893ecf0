/** What a backup says of itself. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { anyText, exactly, integer, list, object, oneOf } from "#core/strict-json.ts";
import type { CopiedHead, CopiedMigration } from "#platform/database/table-copy-store.ts";
import { OperatorError } from "../operator-error.ts";

export const manifestFile = "backup.json";

export interface BackupManifest {
  readonly v: 1;
  /** Milliseconds since the Unix epoch. */
  readonly made: number;
  readonly mode: "demo" | "production";
  /** Every log as it stood. */
  readonly heads: readonly CopiedHead[];
  /** The migrations that made the tables. */
  readonly migrations: readonly CopiedMigration[];
}

const nameLengthMax = 300;
const readManifestShape = object({
  v: exactly(1),
  made: integer(0, Number.MAX_SAFE_INTEGER),
  mode: oneOf(["demo", "production"] as const),
  heads: list(
    object({
      log: anyText(nameLengthMax),
      origin: anyText(nameLengthMax),
      size: integer(0, Number.MAX_SAFE_INTEGER),
    }),
    0,
    100,
  ),
  migrations: list(object({ name: anyText(nameLengthMax), digest: anyText(nameLengthMax) }), 0, 10_000),
});

/** Reads the manifest of a backup. Throws an `OperatorError` for anything else. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, manifestFile), "utf8").catch(() => "null");
  const read = readManifestShape(JSON.parse(text));
  if (read === undefined) {
    throw new OperatorError(
      `${folder} is no backup of this program`,
      "Name a folder that bin/backup has made.",
    );
  }
  return read;
}

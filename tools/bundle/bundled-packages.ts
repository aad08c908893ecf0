/** Which packages a running installation needs: what the lock file names for this machine and does not mark as development. */
import { assert } from "#core/result.ts";

interface LockEntry {
  readonly dev: boolean;
  readonly raw: unknown;
}

const folder = "node_modules/";

function entriesOf(lock: unknown): ReadonlyMap<string, LockEntry> {
  const packages = fieldOf(lock, "packages");
  assert(isRecord(packages), "a lock file of npm has packages");
  return new Map(
    Object.entries(packages)
      .filter(([path]) => path !== "")
      .map(([path, raw]) => [path, { dev: fieldOf(raw, "dev") === true, raw }]),
  );
}

export interface BundledPackages {
  /** Folders below the checkout, each with all that lies in it, sorted. */
  readonly folders: readonly string[];
  /** What npm would have left beside them: by it an installation knows that it is whole. */
  readonly installedLock: string;
}

/**
 * `lock` is package-lock.json; `installed` is what npm wrote about what it installed here (node_modules/.package-lock.json).
 * A package that npm left out is for another machine.
 */
export function bundledPackages(lock: unknown, installed: unknown): BundledPackages {
  const wanted = entriesOf(lock);
  const there = [...entriesOf(installed)].filter(([path]) => wanted.get(path)?.dev === false);
  const paths = there.map(([path]) => path).sort();
  return {
    folders: paths.filter((path) => path.lastIndexOf(folder) === 0),
    installedLock: `${JSON.stringify({ packages: Object.fromEntries(there.map(([path, { raw }]) => [path, raw])) })}\n`,
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** The import table, enforced. */
import { basename } from "node:path/posix";
import {
  browserFolders,
  type ImportRow,
  importTable,
  programDoors,
  sharedBrowserFolder,
  sliceDoors,
  testRow,
} from "./import-table.ts";
import { type Import, importsOf } from "./imports.ts";
import { type Finding, isForTests, type SourceFile, type Tree } from "./source-file.ts";

const rule = "imports";

/** Every import is allowed by the table, and slices are entered by their doors alone. */
export function checkImports(tree: Tree): readonly Finding[] {
  return tree.sources.flatMap((file) =>
    importsOf(file).flatMap((found) => {
      const message = refusalOf(file, found);
      return message === null ? [] : [{ rule, path: file.path, line: found.line, message }];
    }),
  );
}

/** No slice reaches itself through doors. */
export function checkDoorRings(
  _tree: Tree,
  doors: Readonly<Record<string, readonly string[]>> = sliceDoors,
): readonly Finding[] {
  const reaches = (from: string, wanted: string, seen: ReadonlySet<string>): boolean =>
    (doors[from] ?? []).some(
      (next) => next === wanted || (!seen.has(next) && reaches(next, wanted, new Set([...seen, next]))),
    );
  return Object.keys(doors)
    .filter((slice) => reaches(slice, slice, new Set()))
    .map((slice) => ({
      rule: "door-ring",
      path: "tools/tidy/import-table.ts",
      line: 0,
      message: `the slice ${slice} reaches itself through doors`,
    }));
}

function refusalOf(file: SourceFile, found: Import): string | null {
  const from = topFolder(file.path);
  const row = importTable[from];
  // Files at the top of the checkout, and folders that are no part of the product, are not in the table.
  if (row === undefined) return null;
  const rows = isForTests(file.path) ? [row, testRow] : [row];
  if (found.target === null) return refusePackage(found.specifier, from, rows);
  const to = topFolder(found.target);
  if (found.specifier.startsWith(".") && to !== from) {
    return `${found.specifier} leaves ${from}/: import it as #${found.target}`;
  }
  if (to !== from && !rows.some(({ folders }) => folders.includes(to))) return `${from} may not import ${to}`;
  return (
    refuseTestsOnly(file, found.target) ??
    refuseBrowser(file.path, found.target) ??
    refuseSlice(file, found.target)
  );
}

/** What only tests import may be as free as a test; so nothing else may lean on it. */
function refuseTestsOnly(file: SourceFile, target: string): string | null {
  const isFree = isForTests(file.path) || ["tools", "bench", "demo"].includes(topFolder(file.path));
  return isForTests(target) && !isFree ? `${target} is for tests alone` : null;
}

function refusePackage(specifier: string, from: string, rows: readonly ImportRow[]): string | null {
  if (specifier.startsWith("node:")) {
    return rows.some(({ node }) => node) ? null : `${from} may not import ${specifier}`;
  }
  const allowed = rows.some(
    ({ packages }) => packages === "all" || packages.some((prefix) => specifier.startsWith(prefix)),
  );
  return allowed ? null : `${from} may not import the package ${specifier}`;
}

function refuseBrowser(path: string, target: string): string | null {
  const folder = browserFolders.find((browser) => path.startsWith(`${browser}/`));
  if (folder === undefined || isForTests(path)) return null;
  const allowed = ["core", folder, sharedBrowserFolder].some((from) => target.startsWith(`${from}/`));
  return allowed ? null : `${folder} runs in a browser and may not import ${target}`;
}

/**
 * Slices enter each other by index.ts alone; programs, and tests, which build some, have two doors more. Demo and tools
 * may look inside.
 * What is no door for HTTP leads to no routes: a program without pages loads none.
 */
function refuseSlice(file: SourceFile, target: string): string | null {
  const to = sliceOf(target);
  if (to === null) return null;
  const from = sliceOf(file.path);
  const isDoorWithoutPages = ["index.ts", "housekeeping.ts"].includes(basename(file.path));
  if (from === to)
    return isDoorWithoutPages && target.endsWith("-routes.ts")
      ? `routes leave the slice ${to} by routes.ts, not by ${basename(file.path)}`
      : null;
  if (from === null && topFolder(file.path) !== "apps") return null;
  const doors = from === null || isForTests(file.path) ? programDoors : ["index.ts"];
  if (!doors.some((door) => target === `government/${to}/${door}`))
    return `the slice ${to} is entered by ${doors.map((door) => `#government/${to}/${door}`).join(", ")}`;
  if (from === null || sliceDoors[from]?.includes(to)) return null;
  return `no door leads from the slice ${from} to ${to}`;
}

function topFolder(path: string): string {
  return path.split("/")[0] ?? "";
}

function sliceOf(path: string): string | null {
  return /^government\/([^/]+)\//.exec(path)?.[1] ?? null;
}

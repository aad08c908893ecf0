/** Dead exports: what a file offers, somebody must take. */
import { importsOf } from "./imports.ts";
import { type Finding, lineOf, type SourceFile, type Tree } from "./source-file.ts";

interface Export {
  readonly name: string;
  readonly line: number;
  readonly isType: boolean;
}

const declaration =
  /(?:^|\n)export\s+(?:declare\s+)?(?:(?:async\s+)?function\*?|(?:abstract\s+)?class|const|let|(interface|type))\s+(\w+)/g;
const list = /(?:^|\n)export\s+(type\s+)?\{([^}]*)\}(\s*from\b)?/g;

/**
 * Every export is imported by another file, tests included. A type may also serve the signatures of its own file,
 * or of the functions that are handed on beside it.
 */
export function checkExports(tree: Tree): readonly Finding[] {
  const taken = takenNames(tree);
  return tree.sources.flatMap((file) => {
    const names = taken.get(file.path);
    if (names === "all") return [];
    return exportsOf(file)
      .filter(({ name, isType }) => !names?.has(name) && !(isType && isUsedInside(file, name)))
      .map(({ name, line }) => ({
        rule: "dead-export",
        path: file.path,
        line,
        message: `${name} is exported, but no file imports it`,
      }));
  });
}

/** For each file of ours the names that others import from it; `all` after `import * as` or `import()`. */
function takenNames(tree: Tree): Map<string, Set<string> | "all"> {
  const taken = new Map<string, Set<string> | "all">();
  for (const file of tree.sources) {
    for (const { target, names } of importsOf(file)) {
      if (target === null) continue;
      const known = taken.get(target) ?? new Set<string>();
      if (names === null || known === "all") taken.set(target, "all");
      else taken.set(target, new Set([...known, ...names]));
    }
  }
  return taken;
}

function exportsOf(file: SourceFile): Export[] {
  const declared = [...file.code.matchAll(declaration)].map((match) => ({
    name: match[2] ?? "",
    line: lineOf(file.code, match.index + 1),
    isType: match[1] !== undefined,
  }));
  const listed = [...file.code.matchAll(list)].flatMap((match) =>
    (match[2] ?? "")
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "" && !isTypeHandedOn(match, part))
      .map((part) => ({
        name: part.split(/\s+/).at(-1) ?? "",
        line: lineOf(file.code, match.index + 1),
        isType: match[1] !== undefined || part.startsWith("type "),
      })),
  );
  return [...declared, ...listed];
}

function isTypeHandedOn(match: RegExpExecArray, part: string): boolean {
  return match[3] !== undefined && (match[1] !== undefined || part.startsWith("type "));
}

function isUsedInside(file: SourceFile, name: string): boolean {
  return [...file.code.matchAll(new RegExp(`\\b${name}\\b`, "g"))].length > 1;
}

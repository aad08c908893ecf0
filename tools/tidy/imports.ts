/** Finds what a file imports and where that lies. */
import { dirname, join } from "node:path/posix";
import { lineOf, type SourceFile } from "./source-file.ts";

export interface Import {
  /** As written: "./tile.ts", "#core/result.ts", "node:fs", "postgres". */
  readonly specifier: string;
  /** Path in the checkout when it is one of our files, else `null`. */
  readonly target: string | null;
  readonly line: number;
  /** Names taken, as the other file exports them; `null` when all of them are. */
  readonly names: readonly string[] | null;
}

const statement =
  /(?:^|\n)[ \t]*(?:import|export)\b(?:([^;"'`()=]*?)\bfrom)?\s*["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']\s*\)/g;

/** All imports and re-exports of a file, also those of types and the dynamic ones. */
export function importsOf(file: SourceFile): readonly Import[] {
  const found: Import[] = [];
  for (const match of file.text.matchAll(statement)) {
    const at = match.index + match[0].search(/\S/);
    // Text that looks like an import but lies inside a string or comment is blank in the code.
    if (!/^(?:import|export)/.test(file.code.slice(at))) continue;
    const specifier = match[2] ?? match[3] ?? "";
    if (specifier === "") continue;
    const names = match[2] === undefined ? null : namesOf(match[1] ?? "");
    found.push({ specifier, target: targetOf(file.path, specifier), line: lineOf(file.text, at), names });
  }
  return found;
}

function targetOf(from: string, specifier: string): string | null {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return join(dirname(from), specifier);
  return null;
}

function namesOf(clause: string): readonly string[] | null {
  if (clause.includes("*")) return null;
  const braces = /\{([^}]*)\}/.exec(clause);
  if (braces === null) return clause.trim() === "" ? [] : ["default"];
  return (braces[1] ?? "")
    .split(",")
    .map(
      (name) =>
        name
          .replace(/^\s*type\s+/, "")
          .split(/\s+as\s+/)[0]
          ?.trim() ?? "",
    )
    .filter((name) => name !== "");
}

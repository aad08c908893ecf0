/**
 * Checks what neither the compiler nor Biome knows about this project: which folder may import which, where SQL,
 * markup and HTTP stand, and the habits of STYLE.md. Regular expressions over the source: good against haste,
 * not against malice. Prints `path:line: message (rule)` and ends with 1 when there is something to print.
 */
import { join } from "node:path";
import { checkExports } from "./tidy/export-rules.ts";
import { checkDoorRings, checkImports } from "./tidy/import-rules.ts";
import { checkArchitecture, checkDependencies, checkSlices, checkTestsOnly } from "./tidy/project-rules.ts";
import { checkCasts, checkComments, checkDefaults, checkLength, checkNames } from "./tidy/shape-rules.ts";
import { type Finding, type Rule, readTree, type Tree } from "./tidy/source-file.ts";
import { checkTexts } from "./tidy/text-rules.ts";

const rules: readonly Rule[] = [
  checkImports,
  checkDoorRings,
  checkTexts,
  checkLength,
  checkNames,
  checkDefaults,
  checkCasts,
  checkComments,
  checkExports,
  checkSlices,
  checkArchitecture,
  checkDependencies,
  checkTestsOnly,
];

/** All findings of all rules in a tree. */
export function tidy(tree: Tree): readonly Finding[] {
  return rules.flatMap((rule) => rule(tree));
}

if (import.meta.main) {
  const findings = tidy(readTree(join(import.meta.dirname, "..")));
  for (const { path, line, message, rule } of findings) console.log(`${path}:${line}: ${message} (${rule})`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

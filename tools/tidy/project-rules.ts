/** Rules on the project as a whole: slices, documents, dependencies, and names that only tests may say. */
import { type Finding, isForTests, lineOf, type Tree } from "./source-file.ts";

/** Rises only together with a line in decisions/ that names the new package and why. */
export const dependencyCount = 36;

/** Every slice says what it is, and has its door. */
export function checkSlices(tree: Tree): readonly Finding[] {
  const slices = new Set([...tree.paths].flatMap((path) => /^government\/([^/]+)\//.exec(path)?.[1] ?? []));
  return [...slices].flatMap((slice) =>
    ["README.md", "index.ts"]
      .map((name) => `government/${slice}/${name}`)
      .filter((path) => !tree.paths.has(path))
      .map((path) => ({ rule: "slice", path, line: 0, message: "every slice has README.md and index.ts" })),
  );
}

/** Every path that ARCHITECTURE.md names between back-ticks is there. */
export function checkArchitecture(tree: Tree): readonly Finding[] {
  const path = "ARCHITECTURE.md";
  const text = tree.read(path);
  if (text === null)
    return [{ rule: "architecture", path, line: 0, message: "the map of the project is missing" }];
  return [...text.matchAll(/`#?([\w.-]+(?:\/[\w.-]+)+\/?)`/g)]
    .filter((match) => !exists(tree, match[1] ?? ""))
    .map((match) => ({
      rule: "architecture",
      path,
      line: lineOf(text, match.index),
      message: `names ${match[1]}, which does not exist`,
    }));
}

function exists(tree: Tree, named: string): boolean {
  const path = named.replace(/\/$/, "");
  return tree.paths.has(path) || [...tree.paths].some((other) => other.startsWith(`${path}/`));
}

/** A package more is a decision: counted here, and named with its reason in decisions/. */
export function checkDependencies(tree: Tree, count: number = dependencyCount): readonly Finding[] {
  const path = "package.json";
  const read: unknown = JSON.parse(tree.read(path) ?? "{}");
  const names = ["dependencies", "optionalDependencies", "devDependencies"].flatMap((group) =>
    keysOf(read, group),
  );
  const decisions = [...tree.paths]
    .filter((other) => /^decisions\/.*\.md$/.test(other))
    .map((other) => tree.read(other))
    .join("\n");
  const counted =
    names.length === count
      ? []
      : [
          `${names.length} packages, but tools/tidy/project-rules.ts counts ${count}: decide first, then count`,
        ];
  const undecided = names
    .filter((name) => !decisions.includes(`\`${name}\``))
    .map((name) => `the package ${name} has no line in decisions/`);
  return [...counted, ...undecided].map((message) => ({ rule: "dependencies", path, line: 0, message }));
}

/** A choice named …ForTestsOnly is made by tests, and passed on where it was declared. */
export function checkTestsOnly(tree: Tree): readonly Finding[] {
  return tree.sources
    .filter(({ path }) => !isForTests(path))
    .flatMap(({ path, code }) =>
      [...code.matchAll(/\b(\w+ForTestsOnly)\b/g)]
        .filter((match) => !isDeclaredIn(code, match[1] ?? ""))
        .map((match) => ({
          rule: "tests-only",
          path,
          line: lineOf(code, match.index),
          message: `${match[1]} is for tests alone`,
        })),
    );
}

function isDeclaredIn(code: string, name: string): boolean {
  return new RegExp(`(?:const|function|class|type|readonly)\\s+${name}\\b`).test(code);
}

function keysOf(read: unknown, group: string): string[] {
  if (typeof read !== "object" || read === null) return [];
  const entry = Object.entries(read).find(([name]) => name === group)?.[1];
  return typeof entry === "object" && entry !== null ? Object.keys(entry) : [];
}

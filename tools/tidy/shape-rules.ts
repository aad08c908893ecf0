/** Rules on the shape of a file: its length, its name, its switches, casts and comments. */
import { type Finding, isForTests, isTest, lineOf, type SourceFile, type Tree } from "./source-file.ts";

const linesMax = 300;
const testLinesMax = 600;
const narratingWordsMax = 6;
const wordLengthMin = 4;
/** Endings vary ("increments the counter", `incrementCounter`): so many letters make two words the same. */
const stemLength = 5;

const bannedWords = /(?:^|[-/.])(utils?|helpers?|common|shared|misc|managers?|service)(?=[-/.]|$)/;
const bannedIdentifier =
  /\b(?:class|interface|type|function|const)\s+(\w+(?:Manager|Service|Helpers?|Utils?)|(?:utils?|helpers?))\b/;
/** Functions in which a checked value gets its type: the only place, outside core, where a cast belongs. */
const brandMaker = /^(?:parse|read|draw|make|brand)/;

/** A file stays short enough to be read at a sitting. */
export function checkLength(tree: Tree): readonly Finding[] {
  return tree.sources.flatMap(({ path, text }) => {
    const lines = text.split("\n").length - 1;
    const max = isTest(path) ? testLinesMax : linesMax;
    return lines <= max ? [] : [finding("length", path, 0, `${lines} lines, at most ${max}`)];
  });
}

/** Nothing is called by a word that says nothing. */
export function checkNames(tree: Tree): readonly Finding[] {
  const inPaths = tree.sources.flatMap(({ path }) => {
    const word = bannedWords.exec(path)?.[1];
    return word === undefined ? [] : [finding("name", path, 0, `"${word}" says nothing: name what it does`)];
  });
  const inCode = tree.sources.flatMap(({ path, code }) => {
    const match = bannedIdentifier.exec(code);
    if (match === null) return [];
    return [
      finding("name", path, lineOf(code, match.index), `"${match[1]}" says nothing: name what it does`),
    ];
  });
  return [...inPaths, ...inCode];
}

/** In core and government a `default:` only proves that nothing is left over. */
export function checkDefaults(tree: Tree): readonly Finding[] {
  return tree.sources
    .filter(({ path }) => /^(?:core|government)\//.test(path) && !isTest(path))
    .flatMap(({ path, code }) =>
      [...code.matchAll(/\bdefault:(?!\s*(?:\{\s*)?(?:return\s+|throw\s+)?unreachable\()/g)].map(
        ({ index }) =>
          finding("default", path, lineOf(code, index), "`default:` must be `return unreachable(…)`"),
      ),
    );
}

/**
 * A cast says "believe me": only core, functions that checked the value, and the file that declares a branded
 * type may say so.
 */
export function checkCasts(tree: Tree): readonly Finding[] {
  return tree.sources
    .filter(
      ({ path }) => !path.startsWith("core/") && !isForTests(path) && !/(?:^|\/)parse-[^/]*$/.test(path),
    )
    .flatMap(({ path, code }) =>
      [...code.matchAll(/[\w)\]}"'`>]\s+as\s+(?:unknown\s+as\s+)?(?!const\b)([\w{([]+)/g)]
        .filter(({ index, 1: type }) => !isInImport(code, index) && !isInBrandMaker(code, index, type ?? ""))
        .map(({ index }) =>
          finding(
            "cast",
            path,
            lineOf(code, index),
            "a cast outside core and parse… functions: check the value instead",
          ),
        ),
    );
}

/** A comment of a few words that only says again what the next line says. */
export function checkComments(tree: Tree): readonly Finding[] {
  return tree.sources.flatMap((file) =>
    file.comments
      .filter(({ isLine, text, line }) => isLine && repeats(text, nextCodeLine(file, line)))
      .map(({ line }) =>
        finding("narrating", file.path, line, "this comment repeats the next line: say why, or nothing"),
      ),
  );
}

function repeats(comment: string, code: string): boolean {
  const all = comment.split(/\s+/);
  if (all.length > narratingWordsMax || /[:§#/]/.test(comment)) return false;
  const words = wordsOf(comment).filter((word) => word.length >= wordLengthMin);
  const known = new Set(wordsOf(code).map(stem));
  return words.length > 0 && words.every((word) => known.has(stem(word)));
}

function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

function stem(word: string): string {
  return word.slice(0, stemLength).replace(/e?s$/, "");
}

function nextCodeLine(file: SourceFile, line: number): string {
  return (
    file.code
      .split("\n")
      .slice(line)
      .find((text) => text.trim() !== "") ?? ""
  );
}

/** `import { a as b }`, `import * as c` and `export { a as b }` rename; they cast nothing. */
function isInImport(code: string, index: number): boolean {
  const start = Math.max(0, code.lastIndexOf(";", index), code.lastIndexOf("\n\n", index));
  return /^[;\s]*(?:import|export)\s*(?:type\s*)?[{*]/.test(code.slice(start, index + 1));
}

function isInBrandMaker(code: string, index: number, type: string): boolean {
  // A type that is no plain name, such as a tuple, is declared nowhere.
  if (
    /^\w+$/.test(type) &&
    new RegExp(`\\b(?:type|interface|class)\\s+${type}\\b`).test(code) &&
    /__brand|unique symbol/.test(code)
  )
    return true;
  const functions = /\bfunction\s+(\w+)|\bconst\s+(\w+)\s*(?::[^=\n]+)?=\s*(?:async\s*)?\(/g;
  const last = [...code.slice(0, index).matchAll(functions)].at(-1);
  return brandMaker.test(last?.[1] ?? last?.[2] ?? "");
}

function finding(rule: string, path: string, line: number, message: string): Finding {
  return { rule, path, line, message };
}

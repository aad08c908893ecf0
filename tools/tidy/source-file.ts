/** A file as tidy's rules see it: its text, its code without strings and comments, and its comments. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Comment, maskSource } from "./mask.ts";

export interface SourceFile {
  /** Relative to the checkout, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Same length and lines as the text; the contents of strings, templates, patterns and comments are blanks. */
  readonly code: string;
  readonly comments: readonly Comment[];
}

export interface Finding {
  readonly rule: string;
  readonly path: string;
  /** From 1; 0 when the file as a whole is meant. */
  readonly line: number;
  readonly message: string;
}

/** A rule looks at the whole tree and returns what it finds. */
export type Rule = (tree: Tree) => readonly Finding[];

export interface Tree {
  /** The TypeScript and JavaScript files. */
  readonly sources: readonly SourceFile[];
  /** All paths, folders excluded. */
  readonly paths: ReadonlySet<string>;
  /** The text of a file that is no source, as README.md; `null` when it is not there. */
  read(path: string): string | null;
}

const ignoredFolders = new Set(["node_modules", "data", ".git", ".cache"]);
const sourcePattern = /\.(?:ts|mjs)$/;

/** Reads a checkout. Folders that git ignores are left out. */
export function readTree(folder: string): Tree {
  const paths = listFiles(folder, "");
  const read = (path: string): string | null =>
    paths.includes(path) ? readFileSync(join(folder, path), "utf8") : null;
  const sources = paths
    .filter((path) => sourcePattern.test(path))
    .map((path) => sourceFile(path, read(path) ?? ""));
  return { sources, paths: new Set(paths), read };
}

/** Makes a source file from its text. */
function sourceFile(path: string, text: string): SourceFile {
  return { path, text, ...maskSource(text) };
}

/** The number of the line, from 1, that holds the character at `offset`. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** A test file or a journey. */
export function isTest(path: string): boolean {
  return path.endsWith(".test.ts") || path.startsWith("tests/");
}

/** A test, or a file that only tests import: `test-*.ts`, `*-samples.ts`, `test-support/`. */
export function isForTests(path: string): boolean {
  return isTest(path) || /(?:^|\/)test-[^/]*(?:\.ts$|\/)/.test(path) || /-samples\.ts$/.test(path);
}

function listFiles(folder: string, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return ignoredFolders.has(entry.name) ? [] : listFiles(folder, path);
    return entry.isFile() ? [path] : [];
  });
}

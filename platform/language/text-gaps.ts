/** What a test runs over all texts and all sources, so that a missing text is found before a reader finds it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentResource } from "@fluent/bundle";
import { type Language, languages } from "./language.ts";
import { textFile } from "./texts.ts";

/** One fault of the texts, named so that it can be found at once. */
export interface TextGap {
  readonly problem:
    | "missing"
    | "different-variables"
    | "twice"
    | "unreadable"
    | "used-but-missing"
    | "unused"
    | "empty";
  /** The key, or the line that could not be read. */
  readonly key: string;
  /** The language, the folder or the source file concerned. */
  readonly where: string;
}

type Messages = ReadonlyMap<string, FoundMessage>;

/** Names of the variables that a pattern needs, sorted; walks the parsed form of @fluent/bundle. */
function variablesOf(pattern: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(pattern)) for (const element of pattern) variablesOf(element, found);
  else if (typeof pattern === "object" && pattern !== null) {
    if ("type" in pattern && pattern.type === "var" && "name" in pattern) found.add(String(pattern.name));
    else for (const inner of Object.values(pattern)) variablesOf(inner, found);
  }
  return found;
}

/** Heads of messages in the source: what the parser did not take among them, it skipped without a word. */
const headPattern = /^(-?[A-Za-z][\w-]*)[ ]*=/gm;

interface FoundMessage {
  readonly variables: string;
  readonly folder: string;
}

function readFile(
  folder: string,
  language: Language,
  messages: Map<string, FoundMessage>,
  gaps: TextGap[],
): void {
  const file = textFile(folder, language);
  if (!existsSync(file)) return;
  const source = readFileSync(file, "utf8");
  const read = new Set<string>();
  for (const { id, value } of new FluentResource(source).body) {
    const known = messages.get(id);
    if (known) gaps.push({ problem: "twice", key: id, where: `${known.folder}, ${file}` });
    if (value === null || value === "") gaps.push({ problem: "empty", key: id, where: file });
    read.add(id);
    messages.set(id, { variables: [...variablesOf(value)].sort().join(", "), folder });
  }
  for (const [, head = ""] of source.matchAll(headPattern)) {
    if (!read.has(head)) gaps.push({ problem: "unreadable", key: head, where: file });
  }
}

function readMessages(folders: readonly string[], language: Language, gaps: TextGap[]): Messages {
  const messages = new Map<string, FoundMessage>();
  for (const folder of folders) readFile(folder, language, messages, gaps);
  return messages;
}

/** Keys missing in a language, keys whose variables differ between languages, keys given twice, entries not parsed. */
export function textGaps(folders: readonly string[]): TextGap[] {
  const gaps: TextGap[] = [];
  const byLanguage = languages.map((language) => [language, readMessages(folders, language, gaps)] as const);
  const keys = new Set(byLanguage.flatMap(([, messages]) => [...messages.keys()]));
  for (const key of keys) {
    // A term (-name) may have variants of its own in each language.
    if (key.startsWith("-")) continue;
    const variables = new Set<string>();
    for (const [language, messages] of byLanguage) {
      const message = messages.get(key);
      if (message) variables.add(message.variables);
      else gaps.push({ problem: "missing", key, where: language });
    }
    if (variables.size > 1)
      gaps.push({ problem: "different-variables", key, where: [...variables].join(" | ") });
  }
  return gaps;
}

/** How sources name a text: by its key written out, or by one put together after a fixed beginning. */
const usedKeyPattern = /(?<![\w.])t\(\s*"([a-z][a-z0-9-]*)"/g;
const usedPrefixPattern = /(?<![\w.])t(?:\.has)?\(\s*`([a-z][a-z0-9-]*)\$\{/g;
/** A key kept as data and translated later. */
const quotedWordPattern = /"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)"/g;
const quotedPrefixPattern = /`([a-z][a-z0-9]*(?:-[a-z0-9]+)*-)\$\{/g;
/** A declared form names the beginning of all its texts. */
const formNamePattern = /defineForm\(\s*"([a-z][a-z0-9-]*)"/g;

function sourceFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.includes("node_modules"))
    .map((name) => join(folder, name));
}

function matchesOf(pattern: RegExp, source: string): string[] {
  return [...source.matchAll(pattern)].map((match) => match[1] ?? "");
}

/** What the sources say about texts. */
interface TextUse {
  readonly words: Set<string>;
  readonly prefixes: Set<string>;
}

function readUse(file: string, keys: readonly string[], use: TextUse): TextGap[] {
  const source = readFileSync(file, "utf8");
  const used = matchesOf(usedKeyPattern, source);
  const begun = matchesOf(usedPrefixPattern, source);
  for (const key of [...used, ...matchesOf(quotedWordPattern, source)]) use.words.add(key);
  for (const prefix of [...begun, ...matchesOf(quotedPrefixPattern, source)]) use.prefixes.add(prefix);
  for (const name of matchesOf(formNamePattern, source)) use.prefixes.add(`${name}-`);
  return [
    ...used.filter((key) => !keys.includes(key)),
    ...begun.filter((prefix) => !keys.some((key) => key.startsWith(prefix))).map((prefix) => `${prefix}…`),
  ].map((key) => ({ problem: "used-but-missing", key, where: file }));
}

/**
 * Keys that sources use and no text has, and texts that no source names. Reads source text, so a key must be written
 * out where it is used, or begin with a fixed word.
 */
export function textUseGaps(folders: readonly string[], sourceFolders: readonly string[]): TextGap[] {
  const keys = [...readMessages(folders, "tk", []).keys()].filter((key) => !key.startsWith("-"));
  const use: TextUse = { words: new Set(), prefixes: new Set() };
  const missing = sourceFolders.flatMap(sourceFiles).flatMap((file) => readUse(file, keys, use));
  const prefixes = [...use.prefixes];
  const unused = keys.filter(
    (key) => !use.words.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
  );
  return [...missing, ...unused.map((key) => ({ problem: "unused" as const, key, where: "tk" }))];
}

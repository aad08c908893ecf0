/**
 * Texts in Fluent (projectfluent.org, syntax 1.0). Each slice keeps its own in `texts/<language>.ftl`, and those of one
 * of its sides, where they are many, in `texts-<side>/`; words that several slices share lie in
 * `platform/language/texts`. A key is flat: no attributes, kebab-case, unique in all folders.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { type Language, languages } from "./language.ts";

export type TextArguments = Readonly<Record<string, string | number>>;

/**
 * Gives the text of a key in one language. Throws for an unknown key and for a missing argument: both are bugs, and
 * `textGaps` finds them before a release. Numbers given are written in the language's way, with digits grouped:
 * a year, a number of a case or a date is given as a string.
 */
export interface Translate {
  (key: string, given?: TextArguments): string;
  readonly language: Language;
  /** Whether a text of that key exists: for texts that a form may have or not, such as a hint. */
  has(key: string): boolean;
}

/** Where a text file lies, for every language that has one in that folder. */
export function textFile(folder: string, language: Language): string {
  return join(folder, `${language}.ftl`);
}

/** Loads all texts of the given folders. Throws when two folders give the same key. */
export function loadTexts(folders: readonly string[]): (language: Language) => Translate {
  const translators = new Map(languages.map((language) => [language, makeTranslator(folders, language)]));
  return (language) => {
    const translate = translators.get(language);
    if (!translate) throw new Error(`no texts for ${language}`);
    return translate;
  };
}

function makeTranslator(folders: readonly string[], language: Language): Translate {
  // No isolating marks: all three languages run from left to right, and screen readers stumble over the marks.
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const folder of folders) {
    const file = textFile(folder, language);
    if (!existsSync(file)) continue;
    const [error] = bundle.addResource(new FluentResource(readFileSync(file, "utf8")));
    if (error) throw new Error(`${file}: ${error.message}`);
  }
  const translate = (key: string, given: TextArguments = {}): string => {
    const pattern = bundle.getMessage(key)?.value;
    if (pattern === null || pattern === undefined) throw new Error(`no text "${key}" in ${language}`);
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, given, errors);
    if (errors[0]) throw new Error(`text "${key}" in ${language}: ${errors[0].message}`);
    return text;
  };
  return Object.assign(translate, { language, has: (key: string) => bundle.hasMessage(key) });
}

const projectFolder = fileURLToPath(new URL("../../", import.meta.url));

/** `texts`, and `texts-desk` where a slice keeps the words of one of its sides apart. */
const textFolderPattern = /^texts(?:-[a-z]+)?$/;

/** All folders with texts in this project: the shared one first, then each platform part's and each slice's. */
export function textFolders(): string[] {
  return ["platform", "government"].flatMap((top) =>
    foldersIn(join(projectFolder, top))
      .flatMap((part) => foldersIn(part).filter((folder) => textFolderPattern.test(basename(folder))))
      .sort(),
  );
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name));
}

let loaded: ((language: Language) => Translate) | null = null;

/** The translator of a language over all texts of the project; they are read once, at the first call. */
export function translator(language: Language): Translate {
  loaded ??= loadTexts(textFolders());
  return loaded(language);
}

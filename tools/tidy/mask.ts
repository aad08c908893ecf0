/**
 * Blanks out what is not code, so that a rule about code is not misled by a string or a comment. A small reader
 * of TypeScript's surface: strings, templates with their expressions, comments, regular expressions.
 */
export interface Comment {
  /** Line of its first character, from 1. */
  readonly line: number;
  /** Without the comment marks. */
  readonly text: string;
  /** Whether it was written with two slashes. */
  readonly isLine: boolean;
  /** Offsets of its first character and of the one after its last. */
  readonly start: number;
  readonly end: number;
}

/** Before one of these a slash begins a regular expression; elsewhere it divides. */
const beforePattern = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|of|in|do|else|void))\s*$/;
const beforeWindow = 40;

interface Reader {
  readonly text: string;
  readonly code: string[];
  readonly comments: Comment[];
  at: number;
  line: number;
  /** For each open template expression: how many braces are open inside it. */
  readonly braces: number[];
}

/** Splits a text into code (same length, everything else blank) and comments. */
export function maskSource(text: string): { readonly code: string; readonly comments: readonly Comment[] } {
  const reader: Reader = { text, code: [], comments: [], at: 0, line: 1, braces: [] };
  while (reader.at < text.length) readNext(reader);
  return { code: reader.code.join(""), comments: reader.comments };
}

function readNext(reader: Reader): void {
  const { text, at } = reader;
  const character = text.charAt(at);
  const two = text.slice(at, at + 2);
  if (two === "//" || two === "/*") readComment(reader, two === "//");
  else if (character === '"' || character === "'") blankUntil(reader, endOfString(text, at, character));
  else if (character === "`") readTemplate(reader);
  else if (character === "/" && beforePattern.test(recentCode(reader)))
    blankUntil(reader, endOfPattern(text, at));
  else if (character === "{" || character === "}") readBrace(reader, character);
  else keep(reader);
}

function recentCode(reader: Reader): string {
  return reader.code.slice(-beforeWindow).join("");
}

function keep(reader: Reader): void {
  const character = reader.text.charAt(reader.at);
  if (character === "\n") reader.line += 1;
  reader.code.push(character);
  reader.at += 1;
}

function blank(reader: Reader): void {
  const character = reader.text.charAt(reader.at);
  if (character === "\n") reader.line += 1;
  reader.code.push(character === "\n" ? "\n" : " ");
  reader.at += 1;
}

/** The first and the last character stay, so that a string is still seen to be one. */
function blankUntil(reader: Reader, end: number): void {
  keep(reader);
  while (reader.at < end - 1) blank(reader);
  if (reader.at < end) keep(reader);
}

function readBrace(reader: Reader, character: string): void {
  const open = reader.braces.at(-1);
  if (open !== undefined) reader.braces[reader.braces.length - 1] = open + (character === "{" ? 1 : -1);
  keep(reader);
  if (open === 0 && character === "}") {
    reader.braces.pop();
    readTemplateText(reader);
  }
}

function readTemplate(reader: Reader): void {
  keep(reader);
  readTemplateText(reader);
}

/** Blanks until the template ends, or until an expression begins, which is code again. */
function readTemplateText(reader: Reader): void {
  const { text } = reader;
  while (reader.at < text.length) {
    const character = text.charAt(reader.at);
    if (character === "`") {
      keep(reader);
      return;
    }
    if (character === "$" && text.charAt(reader.at + 1) === "{") {
      keep(reader);
      keep(reader);
      reader.braces.push(0);
      return;
    }
    if (character === "\\") blank(reader);
    blank(reader);
  }
}

function readComment(reader: Reader, isLine: boolean): void {
  const { text, at, line } = reader;
  const found = isLine ? text.indexOf("\n", at) : text.indexOf("*/", at + 2) + 2;
  const end = found < at + 2 ? text.length : found;
  const inner = text.slice(at + 2, isLine ? end : end - 2);
  reader.comments.push({ line, text: inner.replace(/^\s*\*+ ?/gm, "").trim(), isLine, start: at, end });
  while (reader.at < end) blank(reader);
}

function endOfString(text: string, at: number, quote: string): number {
  for (let end = at + 1; end < text.length; end += 1) {
    const character = text.charAt(end);
    if (character === "\\") end += 1;
    else if (character === quote) return end + 1;
    else if (character === "\n") return end;
  }
  return text.length;
}

function endOfPattern(text: string, at: number): number {
  let inClass = false;
  for (let end = at + 1; end < text.length; end += 1) {
    const character = text.charAt(end);
    if (character === "\\") end += 1;
    else if (character === "[") inClass = true;
    else if (character === "]") inClass = false;
    else if (character === "/" && !inClass) return end + 1;
    else if (character === "\n") return end;
  }
  return text.length;
}

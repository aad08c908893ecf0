/**
 * Browsers without style, script or picture, used as their people do: something is looked for on the screen by its words,
 * gone to by keys, and pressed or written into.
 */
import { assert } from "#core/result.ts";
import type { Place } from "./terminal.ts";

export interface TextBrowser {
  /** The page as it stands on the screen. */
  screen(): Promise<string>;
  go(url: string): Promise<void>;
  /** Presses a button or follows a link; another page comes. */
  press(label: string): Promise<void>;
  /** Chooses one of several options. */
  choose(label: string): Promise<void>;
  /** Writes into the field under a label. */
  write(label: string, text: string): Promise<void>;
}

/** Where a label stands alone between spaces or marks: a button, not a word of a sentence. */
function placeOf(lines: readonly string[], label: string): Place | null {
  for (const [row, line] of lines.entries()) {
    for (let column = line.indexOf(label); column >= 0; column = line.indexOf(label, column + 1)) {
      const [left = " ", right = " "] = [line[column - 1], line[column + label.length]];
      if (/[\s\])[]/.test(left) && /[\s·[]/.test(right)) return { row, column };
    }
  }
  return null;
}

/** The same, where it has to stand. */
export function found(lines: readonly string[], label: string): Place {
  const place = placeOf(lines, label);
  assert(
    place !== null,
    `"${label}" stands on the screen:\n${lines.filter((line) => line !== "").join("\n")}`,
  );
  return place;
}

/** The first field under a label; each browser draws it in its way. */
export function fieldUnder(
  lines: readonly string[],
  label: string,
  field: RegExp,
): { place: Place; match: RegExpExecArray } {
  const { row } = found(lines, label);
  for (let at = row + 1; at < lines.length; at += 1) {
    const match = field.exec(lines[at] ?? "");
    if (match !== null) return { place: { row: at, column: match.index }, match };
  }
  assert(false, `a field stands under "${label}":\n${lines.filter((line) => line !== "").join("\n")}`);
}

import type { Fault } from "#core/strict-json.ts";

interface Level {
  /** Names that were read; `null` in a list. */
  readonly keys: Set<string> | null;
  /** Name or index of what is read now. */
  step: string | number;
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * Names that stand twice in one object of a JSON text. Readers of JSON silently take the last one; somebody who copied a
 * body and changed it meant something else. The text must be JSON.
 */
export function repeatedKeys(text: string): readonly Fault[] {
  const faults: Fault[] = [];
  const levels: Level[] = [];
  const found = [...text.matchAll(tokens)].map(([token]) => token);
  for (const [at, token] of found.entries()) {
    const level = levels.at(-1);
    if (level?.keys && found[at + 1] === ":") {
      const name = String(JSON.parse(token));
      level.step = name;
      if (level.keys.has(name))
        faults.push({ path: pathOf(levels), expected: "this name once in its object" });
      level.keys.add(name);
    } else {
      goOn(levels, token);
    }
  }
  return faults;
}

/** What a token that is no name does to the place where the reader stands. */
function goOn(levels: Level[], token: string): void {
  const level = levels.at(-1);
  if (token === "{") levels.push({ keys: new Set(), step: "" });
  else if (token === "[") levels.push({ keys: null, step: 0 });
  else if (token === "}" || token === "]") levels.pop();
  else if (token === "," && typeof level?.step === "number") level.step += 1;
}

function pathOf(levels: readonly Level[]): string {
  return levels
    .map(({ step }) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .slice(1);
}

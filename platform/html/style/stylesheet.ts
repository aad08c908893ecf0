/** Puts the style sheet together from its parts and minifies it: at the start of the program, without a tool. */
import { readFileSync } from "node:fs";

/** In the order in which they override one another. */
const parts = ["tokens", "base", "page", "form", "elements", "record", "media"] as const;

/**
 * Minifies CSS that keeps to the simple shape of ours: no strings with braces, no `url()`, no nesting. White space
 * around operators inside `calc()` must stay, so only spaces around `{};,>` and after `:` go.
 */
export function minifyCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>]) ?/g, "$1")
    .replace(/: /g, ":")
    .replace(/;}/g, "}")
    .trim();
}

let built: string | null = null;

/** The whole style sheet, minified. */
export function stylesheetText(): string {
  built ??= minifyCss(
    parts.map((part) => readFileSync(new URL(`${part}.css`, import.meta.url), "utf8")).join("\n"),
  );
  return built;
}

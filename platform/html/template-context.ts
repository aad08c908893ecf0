/**
 * Reads the fixed part of a template once and says, for each value's place, in which context of HTML it stands.
 * The house rules live here: a template that breaks one throws the first time it is used, whatever the values are.
 * States follow the tokenizer of the HTML Standard (section 13.2.5) for the constructs that our templates may use.
 */

export type ValuePlace =
  | { readonly kind: "text" }
  /** Between the attributes of a start tag: only `attributes(…)` may stand here. */
  | { readonly kind: "attributes" }
  | { readonly kind: "attribute" }
  /** `before` is the fixed part of the URL in front of the value, or `null` when an earlier value began the URL. */
  | { readonly kind: "url"; readonly before: string | null; readonly after: string };

/** Attributes whose value a browser may follow or load. */
export const urlAttributes: ReadonlySet<string> = new Set([
  "action",
  "background",
  "cite",
  "data",
  "formaction",
  "href",
  "manifest",
  "ping",
  "poster",
  "src",
  "srcset",
  "xlink:href",
]);

/** Whether an attribute would carry script or style, which the content security policy blocks anyway. */
export function isBannedAttribute(name: string): boolean {
  return name === "style" || name === "srcdoc" || name.startsWith("on");
}

type State =
  | { readonly at: "text" }
  | { readonly at: "raw"; readonly element: string }
  | { readonly at: "tag"; readonly element: string; readonly closing: boolean }
  | { readonly at: "value"; readonly element: string; readonly name: string; readonly quote: string };

const tagPattern = /<(\/?)([A-Za-z][A-Za-z0-9:-]*)/y;
const doctypePattern = /<!doctype html>/iy;
const spacePattern = /\s+/y;
const tagEndPattern = /\/?>/y;
const attributePattern = /([A-Za-z][A-Za-z0-9:._-]*)(?:=(["']?))?/y;

/** A template that breaks a house rule: a bug in a page, never a matter of its values. */
export class TemplateError extends Error {
  constructor(rule: string, fixed: string) {
    super(`${rule}, in the template part: ${JSON.stringify(fixed.slice(0, 80))}`);
    this.name = "TemplateError";
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Moves over text up to and with the next tag's name. */
function readText(fixed: string, at: number): { state: State; at: number } {
  const next = fixed.indexOf("<", at);
  if (next < 0) return { state: { at: "text" }, at: fixed.length };
  const doctype = matchAt(doctypePattern, fixed, next);
  if (doctype) return { state: { at: "text" }, at: next + doctype[0].length };
  const tag = matchAt(tagPattern, fixed, next);
  if (!tag)
    throw new TemplateError("a `<` must begin a tag (comments have no place in pages)", fixed.slice(next));
  return {
    state: { at: "tag", element: (tag[2] ?? "").toLowerCase(), closing: tag[1] === "/" },
    at: next + tag[0].length,
  };
}

/** Moves over script and style, whose content must be fixed. */
function readRaw(fixed: string, at: number, element: string): { state: State; at: number } {
  const end = fixed.toLowerCase().indexOf(`</${element}`, at);
  if (end < 0) throw new TemplateError("no value may stand inside <script> or <style>", fixed);
  return { state: { at: "tag", element, closing: true }, at: end + element.length + 2 };
}

/** Moves over one piece of a tag: space, an attribute's name with its opening quote, or the tag's end. */
function readTag(fixed: string, at: number, state: State & { at: "tag" }): { state: State; at: number } {
  const space = matchAt(spacePattern, fixed, at);
  if (space) return { state, at: at + space[0].length };
  const end = matchAt(tagEndPattern, fixed, at);
  if (end) {
    const raw = !state.closing && (state.element === "script" || state.element === "style");
    return { state: raw ? { at: "raw", element: state.element } : { at: "text" }, at: at + end[0].length };
  }
  const attribute = matchAt(attributePattern, fixed, at);
  if (!attribute) throw new TemplateError("this is no attribute", fixed.slice(at));
  const name = (attribute[1] ?? "").toLowerCase();
  if (isBannedAttribute(name)) throw new TemplateError(`the attribute ${name} is banned`, fixed.slice(at));
  const quote = attribute[2];
  const after = at + attribute[0].length;
  if (quote === undefined) return { state, at: after };
  if (quote === "") throw new TemplateError("attributes are always quoted", fixed.slice(at));
  return { state: { at: "value", element: state.element, name, quote }, at: after };
}

/** Moves over the rest of an attribute's value. */
function readValue(fixed: string, at: number, state: State & { at: "value" }): { state: State; at: number } {
  const end = fixed.indexOf(state.quote, at);
  if (end < 0) return { state, at: fixed.length };
  const next = end + 1;
  if (next < fixed.length && !/[\s/>]/.test(fixed.charAt(next))) {
    throw new TemplateError("a space must follow an attribute", fixed.slice(at));
  }
  return { state: { at: "tag", element: state.element, closing: false }, at: next };
}

function step(fixed: string, at: number, state: State): { state: State; at: number } {
  switch (state.at) {
    case "text":
      return readText(fixed, at);
    case "raw":
      return readRaw(fixed, at, state.element);
    case "tag":
      return readTag(fixed, at, state);
    case "value":
      return readValue(fixed, at, state);
  }
}

/** The place of the value that follows `fixed`, given where the attribute's value began in it (or before it: null). */
function placeOf(state: State, fixed: string, valueStart: number | null, next: string): ValuePlace {
  switch (state.at) {
    case "text":
      return { kind: "text" };
    case "raw":
      throw new TemplateError("no value may stand inside <script> or <style>", fixed);
    case "tag":
      if (state.closing || !/\s$/.test(fixed)) {
        throw new TemplateError("no value may make a tag's or an attribute's name; quote attributes", fixed);
      }
      return { kind: "attributes" };
    case "value": {
      if (!urlAttributes.has(state.name)) return { kind: "attribute" };
      const end = next.indexOf(state.quote);
      return {
        kind: "url",
        before: valueStart === null ? null : fixed.slice(valueStart),
        after: end < 0 ? next : next.slice(0, end),
      };
    }
  }
}

/** The places of the values between the given fixed parts. Throws `TemplateError` on a broken house rule. */
export function readPlaces(parts: readonly string[]): ValuePlace[] {
  const places: ValuePlace[] = [];
  let state: State = { at: "text" };
  parts.forEach((fixed, index) => {
    let at = 0;
    let valueStart: number | null = null;
    while (at < fixed.length || state.at === "raw") {
      const moved = step(fixed, at, state);
      if (moved.state.at === "value" && state.at === "tag") valueStart = moved.at;
      ({ state, at } = moved);
    }
    const next = parts[index + 1];
    if (next !== undefined) places.push(placeOf(state, fixed, valueStart, next));
  });
  if (state.at !== "text") throw new TemplateError("a template ends outside of any tag", parts.at(-1) ?? "");
  return places;
}

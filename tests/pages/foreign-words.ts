/** Words in another language than the page says of them: a screen reader reads them so that nobody understands. */

const voidElements = new Set(["area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"]);
/** Cyrillic is Russian here; Turkmen is known by its letters in a word that is no name. */
const cyrillic = /[а-яё]/i;
const turkmen = /(?<![\p{L}-])[a-zäžňöşüýç]*[äžňöşüýç][a-zäžňöşüýç]*/u;

/**
 * Each text of a page whose letters are not of the language that is said of it, in the nearest element that says one.
 * Digits and codes (`translate="no"`) are in none. `unknown`: words of whose language nobody has said anything.
 */
export function foreignWords(page: string, unknown: readonly string[] = []): readonly string[] {
  const open: { readonly name: string; readonly language: string }[] = [];
  const found: string[] = [];
  for (const [, tag = "", text = ""] of page.matchAll(/<([^>]*)>|([^<]+)/g)) {
    const language = open.at(-1)?.language ?? "";
    if (tag === "") {
      const words = unknown.reduce((rest, each) => rest.replaceAll(each, ""), text);
      if (isForeign(words, language)) found.push(`${language}: ${text.trim().slice(0, 60)}`);
    } else if (tag.startsWith("/")) {
      open.length = open.findLastIndex(({ name }) => name === tag.slice(1));
    } else if (opens(tag)) {
      open.push({ name: nameOf(tag), language: languageOf(tag) ?? language });
    }
  }
  return found;
}

function nameOf(tag: string): string {
  return /^[a-z0-9]*/i.exec(tag)?.[0] ?? "";
}

/** Whether something stands within: not of a picture, nor of the document's first line. */
function opens(tag: string): boolean {
  return nameOf(tag) !== "" && !voidElements.has(nameOf(tag)) && !tag.endsWith("/");
}

function languageOf(tag: string): string | undefined {
  return / lang="([^"]*)"/.exec(tag)?.[1] ?? (/ translate="no"/.test(tag) ? "" : undefined);
}

function isForeign(text: string, language: string): boolean {
  // The name of the programs stands in every title.
  const words = text.replace("aýdyň", "");
  switch (language) {
    case "tk":
      return cyrillic.test(words);
    case "ru":
      return turkmen.test(words);
    case "en":
      return cyrillic.test(words) || turkmen.test(words);
    default:
      return false;
  }
}

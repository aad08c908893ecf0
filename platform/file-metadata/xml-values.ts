/** Texts out of XML whose shape is known: fields of properties, XMP. Found by name, whatever the prefix; nothing is resolved. */

const namedCharacters: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** Of one name in one text: whoever makes a file of nothing but tags shall not make us read it a thousand times. */
const hitsMax = 200;
const valueCharactersMax = 4_000;

/** The texts of the first elements with this local name, inner tags left out. */
export function elementTexts(xml: string, localName: string): readonly string[] {
  const opening = new RegExp(`<(?:[\\w.-]{1,40}:)?${localName}(?:\\s[^<>]{0,2000})?>`, "g");
  const closing = new RegExp(`</(?:[\\w.-]{1,40}:)?${localName}\\s{0,9}>`);
  return first(xml.matchAll(opening))
    .map(({ index, 0: tag }) => {
      const rest = xml.slice(index + tag.length, index + tag.length + valueCharactersMax);
      const end = rest.search(closing);
      return end < 0 ? "" : plainText(rest.slice(0, end).replace(/<[^<>]*>/g, " "));
    })
    .filter((text) => text !== "");
}

/** The values of the first attributes with this local name. */
export function attributeValues(xml: string, localName: string): readonly string[] {
  const pattern = new RegExp(`\\s(?:[\\w.-]{1,40}:)?${localName}\\s{0,9}=\\s{0,9}(["'])`, "g");
  return first(xml.matchAll(pattern))
    .map(({ index, 0: begun, 1: quote = '"' }) => {
      const rest = xml.slice(index + begun.length, index + begun.length + valueCharactersMax);
      const end = rest.indexOf(quote);
      return end < 0 ? "" : plainText(rest.slice(0, end));
    })
    .filter((text) => text !== "");
}

function first(matches: IterableIterator<RegExpExecArray>): readonly RegExpExecArray[] {
  const all: RegExpExecArray[] = [];
  for (const match of matches) {
    all.push(match);
    if (all.length === hitsMax) break;
  }
  return all;
}

function plainText(text: string): string {
  return text
    .replace(
      /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/g,
      (whole, hex, decimal, name) => {
        if (typeof name === "string") return namedCharacters[name] ?? whole;
        const code = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : "";
      },
    )
    .trim();
}

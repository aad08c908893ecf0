/** Strings of PDF as people read them (ISO 32000-2, 7.3.4 and 7.9.2.2). */

const stringCharactersMax = 2_000;

/** A string of PDF (7.3.4) from its first bracket on; `null` when none ends within our limit. */
export function pdfStringAt(text: string, at: number): string | null {
  if (text[at] === "<") {
    const end = text.indexOf(">", at);
    const hex = text.slice(at + 1, end).replace(/\s/g, "");
    const isHex = end > 0 && hex.length <= stringCharactersMax && /^[0-9A-Fa-f]*$/.test(hex);
    return isHex ? decoded(Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, "hex")) : null;
  }
  return literalAt(text, at);
}

function literalAt(text: string, at: number): string | null {
  const codes: number[] = [];
  let depth = 0;
  for (let place = at; place < at + stringCharactersMax && place < text.length; place += 1) {
    const character = text.charAt(place);
    if (character === "\\") {
      const escaped = escapeAt(text, place);
      codes.push(...escaped.codes);
      place = escaped.last;
      continue;
    }
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth === 0) return decoded(Buffer.from(codes.slice(1)));
    codes.push(character.charCodeAt(0));
  }
  return null;
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function escapeAt(text: string, at: number): { readonly codes: readonly number[]; readonly last: number } {
  const [octal] = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4)) ?? [];
  if (octal !== undefined) return { codes: [Number.parseInt(octal, 8) & 0xff], last: at + octal.length };
  const next = text.charAt(at + 1);
  if (next === "\r" || next === "\n") return { codes: [], last: at + 1 };
  return { codes: [escapes[next] ?? next.charCodeAt(0)], last: at + 1 };
}

/** UTF-16 or UTF-8 by their marks, otherwise one character a byte (7.9.2.2). */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, 2 + ((bytes.length - 2) & ~1)))
      .swap16()
      .toString("utf16le");
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString("utf16le");
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString("utf8");
  return bytes.toString("latin1");
}

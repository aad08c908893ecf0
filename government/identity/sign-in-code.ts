import { ok, type Result, refused } from "#core/result.ts";

/**
 * A code of the sheet: eight characters of base 32, 40 bits. Read off paper and typed on a strange keyboard, perhaps
 * in Cyrillic letters that look like Latin ones.
 */
export type SignInCode = string & { readonly __brand: "SignInCode" };

export const codesPerSheet = 40;
const codeLength = 8;
const groupLength = 4;

/** Crockford's base 32: no I, L, O, U. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** What is typed for what is printed: look-alikes that the alphabet leaves out, and Cyrillic letters. */
const lookAlikes: Readonly<Record<string, string>> = {
  O: "0",
  I: "1",
  L: "1",
  А: "A",
  В: "B",
  Е: "E",
  К: "K",
  М: "M",
  Н: "H",
  О: "0",
  Р: "P",
  С: "C",
  Т: "T",
  Х: "X",
};

/** Draws a code: five bits of each random byte, so that all codes are equally likely. */
export function drawSignInCode(randomBytes: (length: number) => Uint8Array): SignInCode {
  return Array.from(randomBytes(codeLength), (byte) => alphabet.charAt(byte & 31)).join("") as SignInCode;
}

/** Draws the codes of one sheet. */
export function drawCodes(randomBytes: (length: number) => Uint8Array): readonly SignInCode[] {
  return Array.from({ length: codesPerSheet }, () => drawSignInCode(randomBytes));
}

/** Reads a code as typed: any case, look-alikes folded, spaces and hyphens ignored. */
export function parseSignInCode(text: string): Result<SignInCode, "code-mistyped"> {
  const plain = text.replace(/[\s\u002d\u2010-\u2015]/gu, "").toUpperCase();
  const folded = Array.from(plain, (letter) => lookAlikes[letter] ?? letter).join("");
  const isCode =
    folded.length === codeLength && Array.from(folded).every((letter) => alphabet.includes(letter));
  return isCode ? ok(folded as SignInCode) : refused("code-mistyped");
}

/** The code as it is printed: `7Q2M-X4WD`. */
export function signInCodeText(code: SignInCode): string {
  return `${code.slice(0, groupLength)}-${code.slice(groupLength)}`;
}

import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8Bytes } from "../bytes.ts";
import { assert, ok, type Result, refused } from "../result.ts";

/**
 * The stub that a citizen tears off or prints when a paper is handed in where there is no line. Its number says which
 * body, which pad, which sheet; its check code is a secret of 80 bits that only the stub carries. Two marks are made
 * of the code, neither of which gives the other or the code away:
 *
 * - the *issued* mark stands in the public act that issued the pad, before any sheet is used: so a stub is genuine;
 * - the *registered* mark stands in the public act that follows a registration: so whoever holds the stub finds the
 *   entry, or shows that there is none. Who does not hold the stub cannot tell to which pad, and so to which village,
 *   a registration belongs.
 */
export interface Stub {
  readonly body: number;
  /** Pads of a body are counted from 1. Pad 0 stands for the stubs that the offline page makes. */
  readonly pad: number;
  readonly number: number;
  /** Ten secret bytes. */
  readonly code: Uint8Array;
}

/** The pad number of stubs that were made by the offline page and not printed beforehand. */
export const offlinePad = 0;
export const stubCodeLength = 10;
export const padNumberMax = 99_999;
/** Numbers of printed stubs are small; the offline page draws eight digits. */
export const stubNumberMax = 99_999_999;

const bodyNumberMax = 0xffff_ffff;
/** Crockford's base 32: no letter looks like a digit. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const bitsPerLetter = 5;
const lettersPerGroup = 4;
const digitsPadded = 4;
const stubPattern = /^(\d{1,10})-(\d{1,5})-(\d{1,8})-([0-9A-Z]{4}-?[0-9A-Z]{4}-?[0-9A-Z]{4}-?[0-9A-Z]{4})$/;

/** The public half of a stub: `311-2-0017`. */
export function stubNumberText({ body, pad, number }: Omit<Stub, "code">): string {
  return `${body}-${pad}-${String(number).padStart(digitsPadded, "0")}`;
}

/** The whole stub in letters, as its QR code and its print have it: `311-2-0017-K7QM-2H4T-9XBC-D3EF`. */
export function stubText(stub: Stub): string {
  assert(stub.code.length === stubCodeLength, `a check code has ${stubCodeLength} bytes`);
  const letters = codeLetters(stub.code).match(new RegExp(`.{${lettersPerGroup}}`, "g")) ?? [];
  return `${stubNumberText(stub)}-${letters.join("-")}`;
}

/** Reads a stub as typed: any case, look-alikes folded, spaces ignored. */
export function parseStub(text: string): Result<Stub, "stub-malformed"> {
  const plain = text.toUpperCase().replace(/\s/gu, "").replace(/[‐-―]/gu, "-");
  const match = stubPattern.exec(plain);
  const body = Number(match?.[1]);
  const pad = Number(match?.[2]);
  const number = Number(match?.[3]);
  const code = codeOfLetters((match?.[4] ?? "").replaceAll("-", ""));
  const isWithin = body >= 1 && body <= bodyNumberMax && pad <= padNumberMax && number >= 1;
  return match !== null && code !== null && isWithin
    ? ok({ body, pad, number, code })
    : refused("stub-malformed");
}

function codeLetters(code: Uint8Array): string {
  let value = 0n;
  for (const byte of code) value = (value << 8n) | BigInt(byte);
  let letters = "";
  for (let at = (code.length * 8) / bitsPerLetter - 1; at >= 0; at -= 1) {
    letters += alphabet.charAt(Number((value >> BigInt(at * bitsPerLetter)) & 31n));
  }
  return letters;
}

function codeOfLetters(letters: string): Uint8Array | null {
  if (letters.length !== (stubCodeLength * 8) / bitsPerLetter) return null;
  let value = 0n;
  for (const letter of letters.replaceAll("O", "0").replace(/[IL]/g, "1")) {
    const digit = alphabet.indexOf(letter);
    if (digit < 0) return null;
    value = (value << BigInt(bitsPerLetter)) | BigInt(digit);
  }
  const code = new Uint8Array(stubCodeLength);
  for (let at = stubCodeLength - 1; at >= 0; at -= 1) {
    code[at] = Number(value & 255n);
    value >>= 8n;
  }
  return code;
}

/** What the pad's public act commits to, one for each sheet. `origin` is the log's. */
export function issuedMark(origin: string, stub: Stub): Uint8Array {
  return mark("issued", origin, stub);
}

/** What the public act after a registration shows. */
export function registeredMark(origin: string, stub: Stub): Uint8Array {
  return mark("registered", origin, stub);
}

function mark(what: "issued" | "registered", origin: string, stub: Stub): Uint8Array {
  assert(stub.code.length === stubCodeLength, `a check code has ${stubCodeLength} bytes`);
  const text = `aydyn stub ${what} v1\n${origin}\n${stubNumberText(stub)}\n`;
  return hmac(sha256, stub.code, utf8Bytes(text));
}

/**
 * The stub of a file that the offline page made: number and code are the beginning of the digest of what was written,
 * which holds random bytes of its own. So the printed stub also binds the text.
 */
export function offlineStub(body: number, written: Uint8Array): Stub {
  const digest = sha256(written);
  let number = 0;
  for (const byte of digest.subarray(stubCodeLength, stubCodeLength + 4)) number = number * 256 + byte;
  return {
    body,
    pad: offlinePad,
    number: (number % stubNumberMax) + 1,
    code: digest.slice(0, stubCodeLength),
  };
}

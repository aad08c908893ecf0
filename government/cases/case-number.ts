import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8Bytes } from "#core/bytes.ts";
import { ok, type Result, refused } from "#core/result.ts";

/** Public number of a case, such as `26-4711-8302-5`: year, eight random digits, check digit. It opens nothing. */
export type CaseNumber = string & { readonly __brand: "CaseNumber" };
/** Eight letters (40 bits) that, with the number, show where a case stands and nothing else. */
export type StatusCode = string & { readonly __brand: "StatusCode" };
/** Sixteen letters (80 bits) that, with the number, make their holder the applicant. Sent in the body of a POST only. */
export type CaseSecret = string & { readonly __brand: "CaseSecret" };
/** Twelve letters (60 bits) that, with the secret or the account, take an appeal back. Opens nothing by itself. */
export type WithdrawalCode = string & { readonly __brand: "WithdrawalCode" };

/** Twelve letters (60 bits) that the applicant passes on: with the number, whoever has it may read the text and sign. */
export type CoSigningCode = string & { readonly __brand: "CoSigningCode" };

export type NumberProblem = "number-malformed" | "number-check-digit";

/** Crockford's base 32: no I, L, O, U, so that a code can be read over the telephone. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const statusCodeLength = 8;
const secretLength = 16;
const withdrawalCodeLength = 12;
const codeGroupLength = 4;

/** ISO/IEC 7064 MOD 11,10: finds every single wrong digit and nearly every swap of neighbours. */
function checkDigit(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10;
}

/** Draws a number for a case filed in `year`. Uniqueness is the store's to see; a clash is drawn again. */
export function drawCaseNumber(year: number, randomBytes: (length: number) => Uint8Array): CaseNumber {
  const random = new DataView(concatBytes(randomBytes(8)).buffer).getBigUint64(0) % 100_000_000n;
  const digits = `${String(year % 100).padStart(2, "0")}${String(random).padStart(8, "0")}`;
  return grouped(`${digits}${checkDigit(digits)}`);
}

/** Reads a number as people write it: with or without hyphens and spaces, with any dash. */
export function parseCaseNumber(text: string): Result<CaseNumber, NumberProblem> {
  const digits = text.replace(/[\s\u002d\u2010-\u2015]/gu, "");
  if (!/^[0-9]{11}$/.test(digits)) return refused("number-malformed");
  if (checkDigit(digits.slice(0, 10)) !== Number(digits.slice(10))) return refused("number-check-digit");
  return ok(grouped(digits));
}

function grouped(digits: string): CaseNumber {
  return `${digits.slice(0, 2)}-${digits.slice(2, 6)}-${digits.slice(6, 10)}-${digits.slice(10)}` as CaseNumber;
}

/** Makes the status code that the server shows for one idempotency key; the same key gives the same code. */
export function statusCodeFrom(key: Uint8Array): StatusCode {
  return groupedCode(key, statusCodeLength) as StatusCode;
}

/** Makes the secret that the server shows for one idempotency key (record decision 5). */
export function caseSecretFrom(key: Uint8Array): CaseSecret {
  return groupedCode(key, secretLength) as CaseSecret;
}

/** Makes the withdrawal code that the server shows for one idempotency key. */
export function withdrawalCodeFrom(key: Uint8Array): WithdrawalCode {
  return groupedCode(key, withdrawalCodeLength) as WithdrawalCode;
}

/** Makes the co-signing code that the server shows for one idempotency key. */
export function coSigningCodeFrom(key: Uint8Array): CoSigningCode {
  return groupedCode(key, withdrawalCodeLength) as CoSigningCode;
}

/** Reads a co-signing code as typed, with the tolerance of the other codes. */
export function parseCoSigningCode(text: string): Result<CoSigningCode, "code-malformed"> {
  const letters = readLetters(text, withdrawalCodeLength);
  return letters === null ? refused("code-malformed") : ok(inGroups(letters) as CoSigningCode);
}

/** Reads a status code as typed: any case, look-alikes folded, spaces and hyphens ignored. */
export function parseStatusCode(text: string): Result<StatusCode, "code-malformed"> {
  const letters = readLetters(text, statusCodeLength);
  return letters === null ? refused("code-malformed") : ok(inGroups(letters) as StatusCode);
}

/** Reads a case secret as typed, with the same tolerance. */
export function parseCaseSecret(text: string): Result<CaseSecret, "code-malformed"> {
  const letters = readLetters(text, secretLength);
  return letters === null ? refused("code-malformed") : ok(inGroups(letters) as CaseSecret);
}

/** Reads a withdrawal code as typed, with the same tolerance. */
export function parseWithdrawalCode(text: string): Result<WithdrawalCode, "code-malformed"> {
  const letters = readLetters(text, withdrawalCodeLength);
  return letters === null ? refused("code-malformed") : ok(inGroups(letters) as WithdrawalCode);
}

/**
 * What the database keeps of a code. Bound to the case, so that equal codes of two cases look different. A plain
 * hash suffices: both codes are uniformly random, the secret has 80 bits, and guessing the status code is throttled.
 */
export function codeHash(
  caseTag: Uint8Array,
  code: StatusCode | CaseSecret | WithdrawalCode | CoSigningCode,
): Uint8Array {
  return sha256(concatBytes(caseTag, utf8Bytes(code)));
}

function readLetters(text: string, length: number): string | null {
  const letters = text
    .toUpperCase()
    .replace(/[\s\u002d\u2010-\u2015]/gu, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  if (letters.length !== length) return null;
  return [...letters].every((letter) => alphabet.includes(letter)) ? letters : null;
}

function groupedCode(key: Uint8Array, length: number): string {
  let letters = "";
  for (let at = 0; at < length; at += 1) letters += alphabet.charAt((key[at] ?? 0) % alphabet.length);
  return inGroups(letters);
}

function inGroups(letters: string): string {
  return letters.match(new RegExp(`.{${codeGroupLength}}`, "g"))?.join("-") ?? letters;
}

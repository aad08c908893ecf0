import { ok, type Result, refused } from "#core/result.ts";

/**
 * The number with which a person signs in: eight digits, drawn at random, the last one a check digit. It is printed on
 * the code sheet, says nothing about the person and is no secret.
 */
export type AccountNumber = string & { readonly __brand: "AccountNumber" };

const numberLength = 8;
const countOfNumbers = 10 ** (numberLength - 1);

/**
 * Damm's quasigroup of order 10 (H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004): its check digit finds every
 * wrong digit and every swap of neighbours, which are the mistakes that people make when copying a number.
 */
const quasigroup: readonly string[] = [
  "0317598642",
  "7092154863",
  "4206871359",
  "1750983426",
  "6123045978",
  "3674209581",
  "5869720134",
  "8945362017",
  "9438617205",
  "2581436790",
];

function dammDigit(digits: string): string {
  let interim = "0";
  for (const digit of digits) interim = quasigroup[Number(interim)]?.charAt(Number(digit)) ?? "";
  return interim;
}

/** Draws a number. That no other account has it is the store's to see. */
export function drawAccountNumber(randomBytes: (length: number) => Uint8Array): AccountNumber {
  const random = randomBytes(6).reduce((value, byte) => value * 256 + byte, 0) % countOfNumbers;
  const digits = String(random).padStart(numberLength - 1, "0");
  return `${digits}${dammDigit(digits)}` as AccountNumber;
}

/** Reads a number as people write it, with spaces and hyphens; refused when it cannot be a number of anyone. */
export function parseAccountNumber(text: string): Result<AccountNumber, "number-mistyped"> {
  const digits = text.replace(/[\s\u002d\u2010-\u2015]/gu, "");
  const isNumber = /^[0-9]{8}$/.test(digits) && dammDigit(digits) === "0";
  return isNumber ? ok(digits as AccountNumber) : refused("number-mistyped");
}

/** The number as it is printed: `1234 5678`. */
export function accountNumberText(number: AccountNumber): string {
  return `${number.slice(0, 4)} ${number.slice(4)}`;
}

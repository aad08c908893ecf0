/** A person's first sheet, as it is drawn and as it is printed. Afterwards only the paper knows the codes. */
import {
  type AccountNumber,
  accountNumberText,
  drawAccountNumber,
  drawCodes,
  type SignInCode,
  signInCodeText,
} from "#government/identity/index.ts";
import type { Country } from "./country-file.ts";

export interface CodeSheet {
  readonly number: AccountNumber;
  readonly password: string;
  readonly codes: readonly SignInCode[];
}

type Person = Country["people"][number];

const columns = 4;
const placeWidth = 2;

/** Draws a sheet for each person, by key; no number twice. */
export function drawSheets(
  people: readonly Person[],
  randomBytes: (length: number) => Uint8Array,
): ReadonlyMap<string, CodeSheet> {
  const taken = new Set<AccountNumber>();
  return new Map(
    people.map(({ key }) => {
      let number = drawAccountNumber(randomBytes);
      while (taken.has(number)) number = drawAccountNumber(randomBytes);
      taken.add(number);
      const [first, second] = drawCodes(randomBytes);
      return [key, { number, password: `${first}-${second}`.toLowerCase(), codes: drawCodes(randomBytes) }];
    }),
  );
}

/** The text of a sheet for the printer: one page, in three languages, no wider than 76 characters. */
export function codeSheetText(country: Country, person: Person, sheet: CodeSheet): string {
  const offices = person.offices.flatMap(({ body, post }) => {
    const found = country.bodies.find(({ number }) => number === body);
    const held = found?.posts.find(({ slug }) => slug === post);
    return found && held ? [`  ${found.name.tk}: ${held.name.tk}`] : [];
  });
  const codes = sheet.codes.map(
    (code, at) => `${String(at + 1).padStart(placeWidth)}  ${signInCodeText(code)}`,
  );
  const rows = Array.from({ length: Math.ceil(codes.length / columns) }, (_, row) =>
    codes.filter((_code, at) => Math.floor(at / columns) === row).join("     "),
  );
  return `${[
    `${country.name.tk} / ${country.name.ru} / ${country.name.en}`,
    "",
    person.name,
    ...offices,
    "",
    `Belgi / Номер / Number:      ${accountNumberText(sheet.number)}`,
    `Parol / Пароль / Password:   ${sheet.password}`,
    "",
    "Kodlar. Her kod bir gezek, tertip boýunça ulanylýar.",
    "Коды. Каждый действует один раз, по порядку.",
    "Codes. Each works once, in order.",
    "",
    ...rows,
    "",
    "Hiç kime bermäň, surata düşürmäň. Ýitse, derrew habar beriň.",
    "Никому не давайте, не фотографируйте. При потере сообщите сразу.",
    "Give it to nobody, photograph it never. If it is lost, say so at once.",
  ].join("\n")}\n`;
}

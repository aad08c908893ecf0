/** Which column of a register holds what, by its heading as clerks write it in three languages. */
import { ok, type Result, refused } from "#core/result.ts";
import { foldForSearch } from "#platform/language/fold-for-search.ts";
import type { RegisterRow } from "./register-file.ts";

/** What is looked for in a register. */
export const registerFields = [
  "number",
  "receivedOn",
  "kind",
  "applicant",
  "address",
  "contact",
  "subject",
  "complainedOf",
  "handler",
  "dueOn",
  "answeredOn",
  "outcome",
] as const;
export type RegisterField = (typeof registerFields)[number];

/** Without these a row says nothing that a body owes. */
const neededFields = [
  "number",
  "receivedOn",
  "applicant",
  "subject",
] as const satisfies readonly RegisterField[];

export interface RegisterColumns {
  /** Line of the headings. */
  readonly line: number;
  readonly places: ReadonlyMap<RegisterField, number>;
  /** Headings that say nothing to us: their columns are left out, and named in the report. */
  readonly unknown: readonly string[];
}

export type ColumnsProblem =
  | { readonly kind: "no-headings"; readonly missing: readonly RegisterField[] }
  | { readonly kind: "two-columns"; readonly field: RegisterField; readonly headings: readonly string[] }
  | { readonly kind: "no-such-heading"; readonly heading: string };

/** Headings are folded as in a search, so each stands here once for both alphabets and any spelling. */
const headings: Readonly<Record<RegisterField, readonly string[]>> = {
  number: [
    "вх №",
    "вх номер",
    "входящий номер",
    "входящий №",
    "рег №",
    "регистрационный номер",
    "номер",
    "gelen belgisi",
    "giriş belgisi",
    "belgisi",
    "incoming number",
    "number",
    "no",
  ],
  receivedOn: [
    "дата поступления",
    "дата регистрации",
    "дата получения",
    "дата",
    "поступило",
    "gelen senesi",
    "gelen güni",
    "bellige alnan senesi",
    "senesi",
    "received",
    "received on",
    "date received",
    "date",
  ],
  kind: ["вид обращения", "вид", "тип обращения", "тип", "ýüz tutmanyň görnüşi", "görnüşi", "kind", "type"],
  applicant: [
    "заявитель",
    "фио заявителя",
    "фио",
    "от кого",
    "корреспондент",
    "отправитель",
    "ýüz tutan",
    "kimden",
    "ady we familiýasy",
    "familiýasy we ady",
    "applicant",
    "from",
    "sender",
  ],
  address: ["адрес", "адрес заявителя", "место жительства", "salgysy", "ýaşaýan ýeri", "address"],
  contact: [
    "телефон",
    "контакт",
    "контакты",
    "телефон заявителя",
    "telefon",
    "habarlaşmak üçin",
    "telephone",
    "contact",
  ],
  subject: [
    "краткое содержание",
    "содержание",
    "содержание обращения",
    "тема",
    "суть обращения",
    "gysgaça mazmuny",
    "mazmuny",
    "meselesi",
    "subject",
    "summary",
    "about",
  ],
  complainedOf: [
    "на кого жалоба",
    "на кого",
    "чьи действия обжалуются",
    "kimden şikaýat",
    "kimiň üstünden",
    "complained of",
    "complaint about",
  ],
  handler: [
    "исполнитель",
    "кому поручено",
    "ответственный",
    "ýerine ýetiriji",
    "jogapkär",
    "handler",
    "given to",
  ],
  dueOn: ["срок", "срок исполнения", "контрольный срок", "möhleti", "due", "due date", "deadline"],
  answeredOn: [
    "дата ответа",
    "дата исполнения",
    "исполнено",
    "отвечено",
    "jogap berlen senesi",
    "jogabyň senesi",
    "ýerine ýetirilen senesi",
    "answered",
    "answered on",
    "date answered",
  ],
  outcome: ["результат", "результат рассмотрения", "отметка об исполнении", "netijesi", "outcome", "result"],
};

const fieldOfHeading = new Map(
  registerFields.flatMap((field) =>
    headings[field].map((heading) => [foldedHeading(heading), field] as const),
  ),
);
/** Titles and stamps stand above the headings of many registers, seldom more than these. */
const linesAboveMax = 15;

/**
 * Finds the headings: the first line that names what is needed. `told` says of single columns what they hold, by
 * heading, where the clerk knows better.
 */
export function findColumns(
  rows: readonly RegisterRow[],
  told: ReadonlyMap<string, RegisterField>,
): Result<RegisterColumns, ColumnsProblem> {
  const foldedTold = new Map([...told].map(([heading, field]) => [foldedHeading(heading), field]));
  let missing: readonly RegisterField[] = neededFields;
  for (const row of rows.slice(0, linesAboveMax)) {
    const found = columnsOf(row, foldedTold);
    if (!found.ok) return found;
    const lacking = neededFields.filter((field) => !found.value.places.has(field));
    if (lacking.length === 0) {
      const stranger = [...told.keys()].find(
        (heading) => !row.cells.some((cell) => foldedHeading(cell) === foldedHeading(heading)),
      );
      return stranger === undefined ? found : refused({ kind: "no-such-heading", heading: stranger });
    }
    if (lacking.length < missing.length) missing = lacking;
  }
  return refused({ kind: "no-headings", missing });
}

function columnsOf(
  row: RegisterRow,
  told: ReadonlyMap<string, RegisterField>,
): Result<RegisterColumns, ColumnsProblem> {
  const places = new Map<RegisterField, number>();
  const unknown: string[] = [];
  const named = row.cells.map((cell) => ({ cell, folded: foldedHeading(cell) }));
  const toldFields = new Set(told.values());
  for (const [at, { cell, folded }] of named.entries()) {
    if (folded === "") continue;
    const guessed = fieldOfHeading.get(folded);
    const field =
      told.get(folded) ?? (guessed !== undefined && toldFields.has(guessed) ? undefined : guessed);
    if (field === undefined) {
      unknown.push(cell);
      continue;
    }
    const before = places.get(field);
    if (before !== undefined) {
      return refused({ kind: "two-columns", field, headings: [row.cells[before] ?? "", cell] });
    }
    places.set(field, at);
  }
  return ok({ line: row.line, places, unknown });
}

function foldedHeading(heading: string): string {
  return foldForSearch(heading)
    .replace(/№/g, " no ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/ (?:no|nomer|number) no$/, " no")
    .trim();
}

/** Whether a word names a field. */
export function isRegisterField(word: string): word is RegisterField {
  return registerFields.some((field) => field === word);
}

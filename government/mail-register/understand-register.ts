/** What the rows of a register say: appeals that are still owed, those that were answered on paper, and what nobody understands. */
import {
  addDays,
  type CivilDate,
  civilDateAt,
  civilDateOfDays,
  type Instant,
  parseCivilDate,
} from "#core/clock/civil-date.ts";
import type { FilingKind } from "#core/clock/rules.ts";
import { ok, type Result, refused } from "#core/result.ts";
import { foldForSearch } from "#platform/language/fold-for-search.ts";
import type { RegisterColumns, RegisterField } from "./register-columns.ts";
import type { RegisterRow } from "./register-file.ts";

/** An appeal that a body has on paper and still owes an answer. */
export interface RegisterEntry {
  readonly line: number;
  /** The number that the body gave it on paper. */
  readonly number: string;
  readonly receivedOn: CivilDate;
  readonly kind: FilingKind;
  readonly applicant: string;
  readonly address: string;
  readonly contact: string;
  readonly subject: string;
  /** Whom it is about, as the journal says it; "" for nobody. */
  readonly complainedOf: string;
}

export type RowFault =
  | "number-missing"
  | "number-too-long"
  | "number-twice"
  | "date-missing"
  | "date-not-understood"
  | "date-in-the-future"
  | "date-too-old"
  | "kind-not-understood"
  | "applicant-missing"
  | "applicant-too-long"
  | "address-too-long"
  | "contact-too-long"
  | "subject-missing"
  | "subject-too-long"
  | "complained-of-too-long"
  | "answer-date-not-understood"
  | "answered-before-received";

export interface FaultyRow {
  readonly line: number;
  readonly faults: readonly { readonly field: RegisterField; readonly fault: RowFault }[];
}

export interface UnderstoodRegister {
  readonly open: readonly RegisterEntry[];
  /** Lines of appeals that were answered on paper: the record proves what it saw, and did not see these. */
  readonly answered: readonly number[];
  readonly faulty: readonly FaultyRow[];
}

const numberCharactersMax = 60;
const applicantCharactersMax = 120;
const addressCharactersMax = 200;
const contactCharactersMax = 120;
const subjectCharactersMax = 6_000;
const complainedOfCharactersMax = 200;
/** Older entries belong into an archive: whoever owes them an answer after so long is asked to enter them by hand. */
export const registerYearsMax = 3;
const daysPerYear = 366;

interface Faults {
  readonly line: number;
  readonly list: { readonly field: RegisterField; readonly fault: RowFault }[];
}

/** Sorts all rows under the headings. `now` and the zone say what is in the future. */
export function understandRegister(
  rows: readonly RegisterRow[],
  columns: RegisterColumns,
  moment: { readonly now: Instant; readonly timeZone: string },
): UnderstoodRegister {
  const today = civilDateAt(moment.now, moment.timeZone);
  const open: RegisterEntry[] = [];
  const answered: number[] = [];
  const faulty: FaultyRow[] = [];
  const numbers = new Set<string>();
  for (const row of rows) {
    if (row.line <= columns.line) continue;
    const cell = (field: RegisterField) => row.cells[columns.places.get(field) ?? -1] ?? "";
    const read = readRow(row.line, cell, today);
    if (read.ok && numbers.has(read.value.entry.number)) {
      faulty.push({ line: row.line, faults: [{ field: "number", fault: "number-twice" }] });
    } else if (!read.ok) {
      faulty.push({ line: row.line, faults: read.problem });
    } else {
      numbers.add(read.value.entry.number);
      if (read.value.isAnswered) answered.push(row.line);
      else open.push(read.value.entry);
    }
  }
  return { open, answered, faulty };
}

function readRow(
  line: number,
  cell: (field: RegisterField) => string,
  today: CivilDate,
): Result<{ readonly entry: RegisterEntry; readonly isAnswered: boolean }, FaultyRow["faults"]> {
  const faults: Faults = { line, list: [] };
  const receivedOn = readReceived(cell("receivedOn"), today, faults);
  const kind = readKind(cell("kind"), faults);
  const entry = {
    line,
    number: bounded(cell("number"), numberCharactersMax, "number", faults),
    applicant: bounded(cell("applicant"), applicantCharactersMax, "applicant", faults),
    address: limited(cell("address"), addressCharactersMax, "address", faults),
    contact: limited(cell("contact"), contactCharactersMax, "contact", faults),
    subject: bounded(cell("subject"), subjectCharactersMax, "subject", faults),
    complainedOf: readComplainedOf(cell("complainedOf"), faults),
  };
  const isAnswered = readAnswered(cell("answeredOn"), receivedOn, faults);
  if (faults.list.length > 0 || receivedOn === null || kind === null) return refused(faults.list);
  return ok({ entry: { ...entry, receivedOn, kind }, isAnswered });
}

function bounded(
  text: string,
  charactersMax: number,
  field: "number" | "applicant" | "subject",
  faults: Faults,
): string {
  if (text === "") faults.list.push({ field, fault: `${field}-missing` });
  return [...text].length > charactersMax ? tooLong(field, faults) : text;
}

function limited(text: string, charactersMax: number, field: "address" | "contact", faults: Faults): string {
  return [...text].length > charactersMax ? tooLong(field, faults) : text;
}

/** A dash says that nobody is meant. */
function readComplainedOf(text: string, faults: Faults): string {
  if (noAnswer.has(foldForSearch(text))) return "";
  if ([...text].length <= complainedOfCharactersMax) return text;
  faults.list.push({ field: "complainedOf", fault: "complained-of-too-long" });
  return "";
}

function tooLong(field: "number" | "applicant" | "subject" | "address" | "contact", faults: Faults): string {
  faults.list.push({ field, fault: `${field}-too-long` });
  return "";
}

function readReceived(text: string, today: CivilDate, faults: Faults): CivilDate | null {
  const fault = (one: RowFault): null => {
    faults.list.push({ field: "receivedOn", fault: one });
    return null;
  };
  if (text === "") return fault("date-missing");
  const day = parseRegisterDate(text);
  if (day === null) return fault("date-not-understood");
  if (day > today) return fault("date-in-the-future");
  return day < addDays(today, -registerYearsMax * daysPerYear) ? fault("date-too-old") : day;
}

/** "—", "нет" and the like say that there is none, such as no answer yet. */
const noAnswer: ReadonlySet<string> = new Set(["", "-", "–", "—", "net", "yok", "no", "none"]);

function readAnswered(text: string, receivedOn: CivilDate | null, faults: Faults): boolean {
  if (noAnswer.has(foldForSearch(text))) return false;
  const day = parseRegisterDate(text);
  if (day === null) faults.list.push({ field: "answeredOn", fault: "answer-date-not-understood" });
  else if (receivedOn !== null && day < receivedOn) {
    faults.list.push({ field: "answeredOn", fault: "answered-before-received" });
  }
  return true;
}

/** Day before month, as all clerks of the region write; the year in two digits is of this century. */
const localDate = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:\s*(?:г\.?|ý\.?))?$/;

/** A day as registers write it: 4.12.2026, 04/12/26, 2026-12-04; `null` for anything else. */
export function parseRegisterDate(text: string): CivilDate | null {
  const local = localDate.exec(text.trim());
  if (local === null) {
    const iso = parseCivilDate(text.trim());
    return iso.ok ? iso.value : null;
  }
  const [, day = "", month = "", year = ""] = local;
  const century = year.length === 2 ? "20" : "";
  const parsed = parseCivilDate(`${century}${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return parsed.ok ? civilDateOfDays(parsed.value) : null;
}

const kindWords: readonly (readonly [FilingKind, readonly string[]])[] = [
  ["filed-complaint", ["şikaýat", "жалоба", "complaint"]],
  ["filed-suggestion", ["teklip", "предложение", "suggestion", "proposal"]],
  ["filed-application", ["arza", "заявление", "application", "обращение", "ýüz tutma", "письмо", "hat"]],
  ["filed-request", ["haýyşnama", "ходатайство", "запрос", "sorag", "request"]],
  ["filed-message", ["habar", "сообщение", "message"]],
];
const kindOfWord = new Map(
  kindWords.flatMap(([kind, words]) => words.map((word) => [foldForSearch(word), kind] as const)),
);

/** A register that does not tell kinds apart holds applications: the widest kind, with the same term as the others. */
function readKind(text: string, faults: Faults): FilingKind | null {
  if (text === "") return "filed-application";
  const kind = kindOfWord.get(foldForSearch(text));
  if (kind === undefined) faults.list.push({ field: "kind", fault: "kind-not-understood" });
  return kind ?? null;
}

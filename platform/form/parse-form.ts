/** Checks what was typed against the declared form. All problems are found at once; nothing that was typed is lost. */
import { ok, type Result, refused, unreachable } from "#core/result.ts";
import type {
  Field,
  FieldProblem,
  Fields,
  Form,
  FormBody,
  FormValues,
  LongTextField,
  TextField,
} from "./form.ts";

const bytesPerCharacterMax = 4;

/** What was typed into each field, as it came: to be shown again beside the problems. */
export type Typed = Readonly<Record<string, readonly string[]>>;

// Cc, and the characters that turn the direction of writing around: a name could be made to look like another.
const controlInLine = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const controlInLines = /(?![\n\t])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

type Checked = { readonly value: unknown } | { readonly code: FieldProblem["code"]; readonly limit?: number };

function valuesIn(body: FormBody, name: string): readonly string[] {
  const given = Object.hasOwn(body, name) ? body[name] : undefined;
  return given === undefined ? [] : typeof given === "string" ? [given] : given;
}

/** Line ends as `\n`, composed letters, no white space around. */
function normaliseText(text: string): string {
  return text.replace(/\r\n?/g, "\n").normalize("NFC").trim();
}

/** Length in Unicode code points: what a reader would call characters, near enough, and alike in every language. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function checkText(field: TextField | LongTextField, given: readonly string[]): Checked {
  if (given.length > 1) return { code: "given-twice" };
  // A text that is many times too long is not worth normalising.
  const raw = given[0] ?? "";
  if (raw.length > field.charactersMax * bytesPerCharacterMax) {
    return { code: "too-long", limit: field.charactersMax };
  }
  const text = normaliseText(raw);
  if (text === "") return field.required ? { code: "missing" } : { value: "" };
  if ((field.kind === "text" ? controlInLine : controlInLines).test(text))
    return { code: "control-characters" };
  return checkLength(field, text) ?? checkShape(field, text);
}

function checkLength(field: TextField | LongTextField, text: string): Checked | null {
  const characters = characterCount(text);
  if (characters > field.charactersMax) return { code: "too-long", limit: field.charactersMax };
  const charactersMin = field.charactersMin ?? 0;
  if (characters < charactersMin) return { code: "too-short", limit: charactersMin };
  const bytesMax = field.bytesMax ?? field.charactersMax * bytesPerCharacterMax;
  return Buffer.byteLength(text) > bytesMax ? { code: "too-many-bytes", limit: bytesMax } : null;
}

function checkShape(field: TextField | LongTextField, text: string): Checked {
  if (field.kind === "text" && field.pattern && field.pattern.exec(text)?.[0] !== text) {
    return { code: "wrong-shape" };
  }
  return { value: text };
}

function checkChoice(options: readonly string[], required: boolean, given: readonly string[]): Checked {
  if (given.length > 1) return { code: "given-twice" };
  const option = given[0] ?? "";
  if (option === "") return required ? { code: "missing" } : { value: null };
  return options.includes(option) ? { value: option } : { code: "not-an-option" };
}

function checkChoices(options: readonly string[], required: boolean, given: readonly string[]): Checked {
  if (given.some((option) => !options.includes(option))) return { code: "not-an-option" };
  if (new Set(given).size !== given.length) return { code: "given-twice" };
  return required && given.length === 0 ? { code: "missing" } : { value: given };
}

function checkTick(required: boolean, given: readonly string[]): Checked {
  if (given.length > 1) return { code: "given-twice" };
  if (given[0] !== undefined && given[0] !== "yes") return { code: "not-an-option" };
  return required && given.length === 0 ? { code: "missing" } : { value: given.length === 1 };
}

function checkField(field: Field, given: readonly string[]): Checked {
  switch (field.kind) {
    case "text":
    case "long-text":
      return checkText(field, given);
    case "choice":
      return checkChoice(field.options, field.required, given);
    case "choices":
      return checkChoices(field.options, field.required, given);
    case "tick":
      return checkTick(field.required, given);
    default:
      return unreachable(field);
  }
}

/**
 * The values of a form, or every problem found, in the order of the fields. Names that the form does not declare are
 * not looked at (they may belong to the page, as the idempotency key does).
 */
export function parseForm<Declared extends Fields>(
  form: Form<Declared>,
  body: FormBody,
): Result<FormValues<Declared>, readonly FieldProblem[]> {
  const values: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  for (const [name, field] of Object.entries(form.fields)) {
    const checked = checkField(field, valuesIn(body, name));
    if ("value" in checked) values[name] = checked.value;
    else problems.push({ field: name, ...checked });
  }
  // Each value was made by the check of its own field's kind.
  return problems.length > 0 ? refused(problems) : ok(values as FormValues<Declared>);
}

/** What was typed, to be shown again; secrets are left out. */
export function typedIn(form: Form<Fields>, body: FormBody): Typed {
  const typed: Record<string, readonly string[]> = {};
  for (const [name, field] of Object.entries(form.fields)) {
    if (!(field.kind === "text" && field.secret)) typed[name] = valuesIn(body, name);
  }
  return typed;
}

/** Values of an earlier step (a draft) in the form in which fields show them. */
export function typedFrom(values: Readonly<Record<string, unknown>>): Typed {
  const typed: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "string") typed[name] = [value];
    else if (Array.isArray(value)) typed[name] = value.map(String);
    else if (value === true) typed[name] = ["yes"];
  }
  return typed;
}

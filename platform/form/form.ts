/**
 * A form is declared once. From the declaration come its markup (`platform/html/form-fields.ts`), its checks
 * (`parse-form.ts`) and the keys of its texts: for the form `appeal` and the field `whatHappened`
 * `appeal-what-happened` (label), `…-hint` (optional), `…-option-VALUE` (label of a choice) and `…-CODE` (a sentence
 * for a problem, where the general one does not do).
 */

interface AnyField {
  readonly required: boolean;
}

/** One line. Characters are Unicode code points after normalisation (NFC). */
export interface TextField extends AnyField {
  readonly kind: "text";
  readonly charactersMax: number;
  readonly charactersMin?: number;
  /** UTF-8; four bytes for each character unless given. */
  readonly bytesMax?: number;
  /** The whole text must match; the problem is then `wrong-shape`. */
  readonly pattern?: RegExp;
  /** Value of the attribute `autocomplete` (HTML Standard, section 4.10.18.7); "off" unless given, for a secret "current-password". */
  readonly autocomplete?: string;
  readonly inputMode?: "numeric" | "email" | "tel";
  /** Shown as dots and never shown again. */
  readonly secret?: boolean;
  /** Width of the field in characters, as a hint at what is expected. */
  readonly width?: "short" | "half" | "full";
}

/** Several lines: line ends become `\n`. */
export interface LongTextField extends AnyField {
  readonly kind: "long-text";
  readonly charactersMax: number;
  readonly charactersMin?: number;
  readonly bytesMax?: number;
  readonly rows?: number;
}

/** One of several options, as radio buttons or, where there are many, a list to select from. */
export interface ChoiceField extends AnyField {
  readonly kind: "choice";
  readonly options: readonly string[];
  readonly as?: "radios" | "select";
}

/** Any of several options; required means at least one. */
export interface ChoicesField extends AnyField {
  readonly kind: "choices";
  readonly options: readonly string[];
}

/** One box to tick; required means that it must be ticked. */
export interface TickField extends AnyField {
  readonly kind: "tick";
}

export type Field = TextField | LongTextField | ChoiceField | ChoicesField | TickField;
export type Fields = Readonly<Record<string, Field>>;

export interface Form<Declared extends Fields> {
  readonly name: string;
  readonly fields: Declared;
}

type ValueOf<One extends Field> = One extends ChoicesField
  ? readonly One["options"][number][]
  : One extends ChoiceField
    ? One extends { readonly required: true }
      ? One["options"][number]
      : One["options"][number] | null
    : One extends TickField
      ? boolean
      : string;

/** What a form gives once it has passed: texts trimmed and normalised ("" where nothing was typed), choices as typed. */
export type FormValues<Declared extends Fields> = {
  readonly [Name in keyof Declared]: ValueOf<Declared[Name]>;
};

/** What came with a request, as the HTTP part hands it over: without a prototype, each name with all its values. */
export type FormBody = Readonly<Record<string, string | readonly string[] | undefined>>;

export type ProblemCode =
  | "missing"
  | "too-long"
  | "too-short"
  | "too-many-bytes"
  | "not-an-option"
  | "wrong-shape"
  | "control-characters"
  | "given-twice"
  /** For a use case to add, when it learns of it later. */
  | "not-accepted";

export interface FieldProblem {
  readonly field: string;
  readonly code: ProblemCode;
  /** The limit that was broken, in the unit of its code (characters or bytes). */
  readonly limit?: number;
}

const namePattern = /^[a-z][a-z0-9-]*$/;
const fieldNamePattern = /^[a-z][A-Za-z0-9]*$/;

/** Declares a form. Throws for names that could not be text keys or attributes. */
export function defineForm<const Declared extends Fields>(name: string, fields: Declared): Form<Declared> {
  if (!namePattern.test(name)) throw new Error(`a form's name is kebab-case: ${name}`);
  for (const field of Object.keys(fields)) {
    if (!fieldNamePattern.test(field)) throw new Error(`a field's name is camelCase: ${field}`);
  }
  return { name, fields };
}

/** The key of a field's label: "appeal-what-happened"; other texts of the field append to it. */
export function fieldTextKey(form: { readonly name: string }, field: string): string {
  return `${form.name}-${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Whether somebody writes in the form: such a page is not led away from, or what was typed would be lost. */
export function isWrittenOn(form: Form<Fields>): boolean {
  return Object.values(form.fields).some(({ kind }) => kind === "text" || kind === "long-text");
}

/** The text keys that a form needs, for the test that none is missing. */
export function formTextKeys(form: Form<Fields>): string[] {
  return Object.entries(form.fields).flatMap(([name, field]) => {
    const key = fieldTextKey(form, name);
    const options = "options" in field ? field.options.map((option) => `${key}-option-${option}`) : [];
    return [key, ...options];
  });
}

/**
 * Fields of a declared form. The structure (label, hint, message, what describes what) is that of the GOV.UK design
 * system, which has been tested with screen readers; the markup is written here.
 */

import { unreachable } from "#core/result.ts";
import type {
  ChoiceField,
  ChoicesField,
  Field,
  FieldProblem,
  Fields,
  Form,
  LongTextField,
  TextField,
  TickField,
} from "#platform/form/form.ts";
import { fieldTextKey } from "#platform/form/form.ts";
import type { Typed } from "#platform/form/parse-form.ts";
import type { Language } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";
import { errorSummary } from "./form-elements.ts";
import { attributes, type Html, type HtmlValue, html } from "./html.ts";

/** What a form shows besides its fields: what was typed before and what was wrong with it. */
export interface FormState {
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  /** By the names of fields, in which language each is written, where that is known. */
  readonly writtenIn?: Readonly<Record<string, Language>>;
}

/** A form that nobody has filled in yet. */
export const untouched: FormState = { typed: {}, problems: [] };

/** The sentence for a problem: the field's own where it has one, else the general one with the field's label. */
export function problemText(t: Translate, form: { readonly name: string }, problem: FieldProblem): string {
  const key = fieldTextKey(form, problem.field);
  const own = `${key}-${problem.code}`;
  const limit = problem.limit ?? 0;
  if (t.has(own)) return t(own, { limit });
  return t(`form-problem-${problem.code}`, { label: t(key), limit });
}

/** The summary of problems that stands above a form; empty without problems. Each links to its field. */
export function formErrorSummary(
  t: Translate,
  form: { readonly name: string },
  problems: readonly FieldProblem[],
): Html {
  return errorSummary(
    t,
    problems.map((problem) => ({ text: problemText(t, form, problem), href: `#${problem.field}` })),
  );
}

interface Shown {
  readonly t: Translate;
  readonly key: string;
  readonly name: string;
  readonly typed: readonly string[];
  readonly writtenIn: Language | null;
  readonly message: string | null;
}

/** Ids of what describes a field, in the order in which it is read out. */
function describedBy(shown: Shown, more: readonly string[] = []): string | null {
  const ids = [
    ...(shown.t.has(`${shown.key}-hint`) ? [`${shown.name}-hint`] : []),
    ...more,
    ...(shown.message === null ? [] : [`${shown.name}-error`]),
  ];
  return ids.length > 0 ? ids.join(" ") : null;
}

function hintAndMessage({ t, key, name, message }: Shown): HtmlValue {
  return [
    t.has(`${key}-hint`) && html`<p class="hint" id="${name}-hint">${t(`${key}-hint`)}</p>`,
    message !== null &&
      html`<p class="error" id="${name}-error"><span class="vh">${t("form-problem-prefix")} </span>${message}</p>`,
  ];
}

function labelText({ t, key }: Shown, field: Field): HtmlValue {
  return [t(key), !field.required && html` <span class="optional">(${t("form-optional")})</span>`];
}

function group(shown: Shown, content: HtmlValue): Html {
  return html`<div class="field${shown.message === null ? "" : " wrong"}">${content}</div>`;
}

function textField(shown: Shown, field: TextField): Html {
  return group(shown, [
    html`<label for="${shown.name}">${labelText(shown, field)}</label>`,
    hintAndMessage(shown),
    html`<input class="${field.width ?? "full"}" ${attributes({
      id: shown.name,
      name: shown.name,
      type: field.secret
        ? "password"
        : field.inputMode === "email"
          ? "email"
          : field.inputMode === "tel"
            ? "tel"
            : "text",
      inputmode: field.inputMode === "numeric" ? "numeric" : null,
      autocomplete: field.autocomplete ?? (field.secret ? "current-password" : "off"),
      spellcheck: field.secret ? "false" : null,
      lang: shown.writtenIn,
      value: field.secret ? null : (shown.typed[0] ?? null),
      "aria-describedby": describedBy(shown),
      "aria-invalid": shown.message === null ? null : "true",
    })}>`,
  ]);
}

function longTextField(shown: Shown, field: LongTextField): Html {
  const limitId = `${shown.name}-limit`;
  return group(shown, [
    html`<label for="${shown.name}">${labelText(shown, field)}</label>`,
    hintAndMessage(shown),
    // The line end after the tag is dropped by HTML parsers, and would otherwise eat one that was typed.
    html`<textarea ${attributes({
      id: shown.name,
      name: shown.name,
      lang: shown.writtenIn,
      rows: field.rows ?? 8,
      "aria-describedby": describedBy(shown, [limitId]),
      "aria-invalid": shown.message === null ? null : "true",
    })}>
${shown.typed[0] ?? ""}</textarea>`,
    html`<p class="hint" id="${limitId}">${shown.t("form-characters-max", { count: field.charactersMax })}</p>`,
  ]);
}

function optionInputs(shown: Shown, field: ChoiceField | ChoicesField, type: "radio" | "checkbox"): Html {
  return html`<div class="options">${field.options.map((option, index) => {
    // The first one bears the field's own id, so that the summary's link leads to it.
    const id = index === 0 ? shown.name : `${shown.name}-${option}`;
    const hintKey = `${shown.key}-option-${option}-hint`;
    const hint = shown.t.has(hintKey);
    return html`<div class="option"><input ${attributes({
      type,
      id,
      name: shown.name,
      value: option,
      checked: shown.typed.includes(option),
      "aria-describedby": hint ? `${id}-about` : null,
    })}><label for="${id}">${shown.t(`${shown.key}-option-${option}`)}</label>${
      hint && html`<p class="hint" id="${id}-about">${shown.t(hintKey)}</p>`
    }</div>`;
  })}</div>`;
}

function fieldset(shown: Shown, field: ChoiceField | ChoicesField, content: HtmlValue): Html {
  return group(
    shown,
    html`<fieldset ${attributes({ "aria-describedby": describedBy(shown) })}><legend>${labelText(shown, field)}</legend>${hintAndMessage(shown)}${content}</fieldset>`,
  );
}

function choiceField(shown: Shown, field: ChoiceField): Html {
  if (field.as !== "select") return fieldset(shown, field, optionInputs(shown, field, "radio"));
  return group(shown, [
    html`<label for="${shown.name}">${labelText(shown, field)}</label>`,
    hintAndMessage(shown),
    html`<select ${attributes({
      id: shown.name,
      name: shown.name,
      "aria-describedby": describedBy(shown),
      "aria-invalid": shown.message === null ? null : "true",
    })}><option value="">${shown.t("form-choose")}</option>${field.options.map(
      (option) =>
        html`<option ${attributes({ value: option, selected: shown.typed[0] === option })}>${shown.t(`${shown.key}-option-${option}`)}</option>`,
    )}</select>`,
  ]);
}

function tickField(shown: Shown, field: TickField): Html {
  return group(shown, [
    hintAndMessage(shown),
    html`<div class="options"><div class="option"><input ${attributes({
      type: "checkbox",
      id: shown.name,
      name: shown.name,
      value: "yes",
      checked: shown.typed.includes("yes"),
      "aria-describedby": describedBy(shown),
      "aria-invalid": shown.message === null ? null : "true",
    })}><label for="${shown.name}">${labelText(shown, field)}</label></div></div>`,
  ]);
}

/** One field of a declared form with its label, hint, message and what was typed. */
function formField<Declared extends Fields>(
  t: Translate,
  form: Form<Declared>,
  name: keyof Declared & string,
  state: FormState,
): Html {
  const field: Field | undefined = form.fields[name];
  if (!field) throw new Error(`the form ${form.name} has no field ${name}`);
  const problem = state.problems.find((one) => one.field === name);
  const shown: Shown = {
    t,
    key: fieldTextKey(form, name),
    name,
    typed: state.typed[name] ?? [],
    writtenIn: state.writtenIn?.[name] ?? null,
    message: problem ? problemText(t, form, problem) : null,
  };
  switch (field.kind) {
    case "text":
      return textField(shown, field);
    case "long-text":
      return longTextField(shown, field);
    case "choice":
      return choiceField(shown, field);
    case "choices":
      return fieldset(shown, field, optionInputs(shown, field, "checkbox"));
    case "tick":
      return tickField(shown, field);
    default:
      return unreachable(field);
  }
}

/** All fields of a declared form, or only the named ones, in the order of their declaration. */
export function formFields<Declared extends Fields>(
  t: Translate,
  form: Form<Declared>,
  state: FormState,
  only?: readonly (keyof Declared & string)[],
): Html {
  const names = only ?? Object.keys(form.fields);
  return html`${names.map((name) => formField(t, form, name, state))}`;
}

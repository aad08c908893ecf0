/** What forms are made of besides declared fields: the form itself, buttons, files, choices whose options are data. */
import type { Translate } from "#platform/language/texts.ts";
import { attributes, type Html, type HtmlValue, html } from "./html.ts";

/** Name of the hidden field that carries the idempotency key. */
export const formKeyField = "form-key";

/** A summary of problems, each with a link to where it can be put right. Nothing without problems. */
export function errorSummary(
  t: Translate,
  problems: readonly { readonly text: string; readonly href: string }[],
): Html {
  if (problems.length === 0) return html``;
  return html`<div class="errors" role="alert" tabindex="-1"><p class="lead"><strong>${t("form-problems-title")}</strong></p><ul>${problems.map(
    ({ text, href }) => html`<li><a href="${href}">${text}</a></li>`,
  )}</ul></div>`;
}

/** A choice whose options are data (bodies, officials) and not declared: `options` give value and label in order. */
export interface DataChoice {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly chosen?: string | null;
  readonly message?: string | null;
}

/** A list to select from, whose options are data. */
export function selectFrom(t: Translate, choice: DataChoice): Html {
  const { name, label, hint, options, chosen, message } = choice;
  const ids = [hint && `${name}-hint`, message && `${name}-error`].filter(Boolean).join(" ");
  return html`<div class="field${message ? " wrong" : ""}"><label for="${name}">${label}</label>${
    hint && html`<p class="hint" id="${name}-hint">${hint}</p>`
  }${message && html`<p class="error" id="${name}-error"><span class="vh">${t("form-problem-prefix")} </span>${message}</p>`}<select ${attributes(
    { id: name, name, "aria-describedby": ids || null, "aria-invalid": message ? "true" : null },
  )}><option value="">${t("form-choose")}</option>${options.map(
    (option) =>
      html`<option ${attributes({ value: option.value, selected: option.value === chosen })}>${option.label}</option>`,
  )}</select></div>`;
}

/** Radio buttons whose options are data. */
export function radiosFrom(t: Translate, choice: DataChoice): Html {
  return optionsFrom(t, choice, "radio", choice.chosen ? [choice.chosen] : []);
}

/** Boxes to tick whose options are data; any number of them may be ticked. */
export function checkboxesFrom(
  t: Translate,
  choice: Omit<DataChoice, "chosen"> & { readonly chosen: readonly string[] },
): Html {
  return optionsFrom(t, choice, "checkbox", choice.chosen);
}

function optionsFrom(
  t: Translate,
  choice: Omit<DataChoice, "chosen">,
  type: "radio" | "checkbox",
  chosen: readonly string[],
): Html {
  const { name, label, hint, options, message } = choice;
  const ids = [hint && `${name}-hint`, message && `${name}-error`].filter(Boolean).join(" ");
  return html`<div class="field${message ? " wrong" : ""}"><fieldset ${attributes({ "aria-describedby": ids || null })}><legend>${label}</legend>${
    hint && html`<p class="hint" id="${name}-hint">${hint}</p>`
  }${message && html`<p class="error" id="${name}-error"><span class="vh">${t("form-problem-prefix")} </span>${message}</p>`}<div class="options">${options.map(
    (option, index) => {
      const id = index === 0 ? name : `${name}-${index}`;
      return html`<div class="option"><input ${attributes({
        type,
        id,
        name,
        value: option.value,
        checked: chosen.includes(option.value),
        "aria-describedby": option.hint ? `${id}-about` : null,
      })}><label for="${id}">${option.label}</label>${option.hint && html`<p class="hint" id="${id}-about">${option.hint}</p>`}</div>`;
    },
  )}</div></fieldset></div>`;
}

/** A box beside a row of a table, to choose it; the label is for those who hear the page. */
export function rowBox(box: {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
}): Html {
  const { name, value, label, checked } = box;
  return html`<input ${attributes({ type: "checkbox", name, value, "aria-label": label, checked })}> `;
}

export interface FileField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** Value of `accept`: media types and endings. */
  readonly accept?: string;
  readonly message?: string | null;
}

/** A field for one file; the form around it must be `multipart`. Says the limits in its hint. */
export function fileField(t: Translate, field: FileField): Html {
  const { name, label, hint, accept, message } = field;
  return html`<div class="field${message ? " wrong" : ""}"><label for="${name}">${label}</label><p class="hint" id="${name}-hint">${hint}</p>${
    message &&
    html`<p class="error" id="${name}-error"><span class="vh">${t("form-problem-prefix")} </span>${message}</p>`
  }<input ${attributes({
    type: "file",
    id: name,
    name,
    accept: accept ?? null,
    "aria-describedby": message ? `${name}-hint ${name}-error` : `${name}-hint`,
    "aria-invalid": message ? "true" : null,
  })}></div>`;
}

export interface PostForm {
  /** Path with its language, such as "/tk/appeals/new". */
  readonly action: string;
  /** Drawn by the server (`platform/http/form-key.ts`), so that a form sent twice is one act. */
  readonly formKey?: string;
  readonly multipart?: boolean;
}

/** A form that is posted. The browser's own checks are off: ours speak the user's language and keep what was typed. */
export function postForm({ action, formKey, multipart }: PostForm, content: HtmlValue): Html {
  return html`<form ${attributes({
    method: "post",
    action,
    novalidate: true,
    "accept-charset": "utf-8",
    enctype: multipart ? "multipart/form-data" : null,
  })}>${hiddenField(formKey === undefined ? emptyFormField : formKeyField, formKey ?? "")}${content}</form>`;
}

/** Stands in a posted form that has no key: lynx turns a post without any field into a get. */
const emptyFormField = "post";

/** A form that asks and changes nothing, such as a search: its fields go into the address. */
export function getForm(action: string, content: HtmlValue): Html {
  return html`<form method="get" action="${action}" accept-charset="utf-8">${content}</form>`;
}

/** A value that travels with the form unseen. Never a secret of the server: the user can read it. */
export function hiddenField(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

export type ButtonTone = "primary" | "secondary" | "danger";

/** A button that sends the form. `name` and `value` tell which of several it was. */
export function button(
  label: string,
  options: {
    readonly tone?: ButtonTone;
    readonly name?: string;
    readonly value?: string;
    readonly formaction?: string;
  } = {},
): Html {
  const { tone = "primary", ...named } = options;
  return html`<button class="button${tone === "primary" ? "" : ` ${tone}`}" ${attributes({ ...named, type: "submit" })}>${label}</button>`;
}

/** A link that looks like a button because it begins something. */
export function linkButton(label: string, href: string, tone: ButtonTone = "primary"): Html {
  return html`<a class="button${tone === "primary" ? "" : ` ${tone}`}" href="${href}">${label}</a>`;
}

/** Buttons side by side. */
export function buttonRow(...buttons: readonly HtmlValue[]): Html {
  // The space keeps the words of two buttons apart where no style sheet does, as in lynx, w3m and links.
  return html`<div class="buttons">${buttons.map((one) => [one, " "])}</div>`;
}

/** Small pieces that every slice's pages share. Each takes words that are already translated. */
import { type CivilDate, civilDateText } from "#core/clock/civil-date.ts";
import { dateInWords, shortDate } from "#platform/language/dates.ts";
import { type Language, languageNames } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";
import { attributes, type Html, type HtmlValue, html } from "./html.ts";

/** What a tag or a notice says besides its words. `sun` is for a deadline within three working days alone. */
export type Tone = "plain" | "leaf" | "sun" | "clay" | "spring";

/** A state in one or two words. The words carry the meaning; the tone only helps the eye. */
export function tag(words: HtmlValue, tone: Tone = "plain"): Html {
  return html`<strong class="tag ${tone}">${words}</strong>`;
}

/**
 * A message, most often above the title of a page: what has just been done, or why it was not. Its own title is no
 * heading, since none may stand before the page's first. `alert` is read out at once.
 */
export function notice(
  title: string,
  content: HtmlValue,
  options: { readonly tone?: Tone; readonly alert?: boolean } = {},
): Html {
  const { tone = "spring", alert = false } = options;
  return html`<section class="notice ${tone}" ${attributes({ role: alert ? "alert" : null })}><p class="title">${title}</p>${content}</section>`;
}

/** A frame around what belongs together. */
export function card(content: HtmlValue, title?: string): Html {
  return html`<section class="card">${title !== undefined && html`<h2>${title}</h2>`}${content}</section>`;
}

/** Text that belongs inside a page but may be passed over. */
export function details(summary: string, content: HtmlValue): Html {
  return html`<details><summary>${summary}</summary><div>${content}</div></details>`;
}

export interface SummaryRow {
  readonly key: string;
  readonly value: HtmlValue;
  /** The link to change it; `what` names it for a screen reader, which reads links without their row. */
  readonly change?: { readonly href: string; readonly label: string; readonly what: string };
}

/** Names and values, as on the page on which answers are checked. */
export function summaryList(rows: readonly SummaryRow[]): Html {
  return html`<dl class="summary">${rows.map(
    ({ key, value, change }) =>
      html`<div><dt>${key}</dt><dd>${value}</dd>${
        change &&
        html`<dd class="change"><a href="${change.href}">${change.label}<span class="vh"> ${change.what}</span></a></dd>`
      }</div>`,
  )}</dl>`;
}

export interface Column {
  readonly heading: string;
  /** Numbers stand to the right, with digits of equal width. */
  readonly numeric?: boolean;
}

/** A table of data. The caption is its title; each row has one cell for each column; the first cell names the row. */
export function dataTable(table: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly HtmlValue[])[];
  /** The caption repeats a heading near by: only screen readers need it. */
  readonly captionHidden?: boolean;
  /** The head stays in sight while a long table scrolls. */
  readonly stickyHead?: boolean;
}): Html {
  const { caption, columns, rows, captionHidden, stickyHead } = table;
  const numeric = columns.map((column) => (column.numeric ? attributes({ class: "n" }) : null));
  // A table wider than the screen scrolls in its frame; with a tab stop, so that a keyboard can scroll it too.
  return html`<section class="${stickyHead ? "table sticky" : "table"}" aria-label="${caption}" tabindex="0"><table><caption ${attributes({ class: captionHidden ? "vh" : null })}>${caption}</caption><thead><tr>${columns.map(
    (column, index) => html`<th scope="col" ${numeric[index]}>${column.heading}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (cells) =>
      html`<tr>${cells.map((cell, index) =>
        index === 0 ? html`<th scope="row">${cell}</th>` : html`<td ${numeric[index]}>${cell}</td>`,
      )}</tr>`,
  )}</tbody></table></section>`;
}

/** What stands where a list is empty: what will appear here and how. */
export function emptyState(title: string, content: HtmlValue): Html {
  return html`<div class="empty"><p class="lead">${title}</p>${content}</div>`;
}

/** Links to the other pages of a list. Nothing when there is one page. Pages count from 1. */
export function pagination(
  t: Translate,
  list: { readonly page: number; readonly pages: number; readonly href: (page: number) => string },
): Html {
  const { page, pages, href } = list;
  if (pages <= 1) return html``;
  return html`<nav class="pagination" aria-label="${t("pagination-label")}">${
    page > 1 && html`<a rel="prev" href="${href(page - 1)}">${t("pagination-previous")}</a>`
  } <span>${t("pagination-place", { page: String(page), pages: String(pages) })}</span> ${
    page < pages && html`<a rel="next" href="${href(page + 1)}">${t("pagination-next")}</a>`
  }</nav>`;
}

/**
 * The ways on in a list that is read from place to place, so that its pages have no numbers: to its beginning, `null` on the
 * first page, and on, `null` on the last.
 */
export function continuation(
  t: Translate,
  { first, next }: { readonly first: string | null; readonly next: string | null },
): Html {
  if (first === null && next === null) return html``;
  return html`<nav class="pagination" aria-label="${t("pagination-label")}">${
    first !== null && html`<a href="${first}">${t("pagination-first")}</a> `
  }${next !== null && html`<a rel="next" href="${next}">${t("pagination-next")}</a>`}</nav>`;
}

/** A day in words, readable by machines too. */
export function day(t: Translate, date: CivilDate): Html {
  return html`<time datetime="${civilDateText(date)}">${dateInWords(t.language, date)}</time>`;
}

/** A day in short, for tables. */
export function dayShort(t: Translate, date: CivilDate): Html {
  return html`<time datetime="${civilDateText(date)}">${shortDate(t.language, date)}</time>`;
}

/** A number or code that people copy by hand or read out: large, in letters that cannot be confused. */
export function codeText(code: string): Html {
  return html`<span class="code big" translate="no">${code}</span>`;
}

/** A text that somebody wrote, in their own line ends. `language` is the one it was written in; `null`: nobody has said. */
export function writtenText(text: string, language: Language | null): Html {
  return html`<div class="written" ${attributes({ lang: language })}>${text}</div>`;
}

/** A few words that somebody wrote, in the language they were written in. */
export function wordsIn(language: Language, words: HtmlValue): Html {
  return html`<span lang="${language}">${words}</span>`;
}

/** A language by its own name. */
export function languageName(language: Language): Html {
  return wordsIn(language, languageNames[language]);
}

/** What one can do from here, as on the first page: each a link that begins with a verb. */
export function taskList(
  tasks: readonly { readonly href: string; readonly label: string; readonly hint?: string }[],
): Html {
  return html`<ul class="tasks">${tasks.map(
    ({ href, label, hint }) => html`<li><a href="${href}">${label}</a>${hint && html`<p>${hint}</p>`}</li>`,
  )}</ul>`;
}

/** A few numbers that stand for themselves, such as the day's figures. */
export function figures(numbers: readonly { readonly label: string; readonly number: string }[]): Html {
  return html`<dl class="figures">${numbers.map(
    ({ label, number }) => html`<div><dt>${label}</dt><dd>${number}</dd></div>`,
  )}</dl>`;
}

/** The letter as a page: on the screen with a word on what to do with it, on paper alone. */
import { linkButton } from "#platform/html/form-elements.ts";
import { type Html, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { Letter, LetterLine } from "./letter.ts";

/** Empty lines to write on, where no text was typed. */
const handLines = 12;

/** The page; `back` is where the writer came from. */
export function letterPage(t: Translate, letter: Letter): PageContent {
  return {
    title: t("appeal-title"),
    back: { href: `/${t.language}/appeal/check`, label: t("appeal-back") },
    main: html`<div class="screen"><h1>${t("letter-heading")}</h1><p>${t("letter-how")}</p><ol><li>${t("letter-how-print")}</li><li>${t("letter-how-sign")}</li><li>${t("letter-how-hand-in")}</li><li>${t("letter-how-stub")}</li></ol><p>${linkButton(t("letter-pdf"), `/${t.language}/appeal/letter.pdf`, "secondary")}</p><p class="hint">${t("letter-not-sent")}</p></div><article class="letter">${letterBody(t, letter)}${stub(t, letter)}</article>`,
  };
}

function letterBody(t: Translate, letter: Letter): Html {
  const { to, from, title, subject, text, about, enclosures, date } = letter;
  return html`<div class="to"><p>${t("letter-to")}</p>${to.map((line) => html`<p><b>${line}</b></p>`)}${
    from.length > 0 && html`<p>${t("letter-from")}</p>${from.map(filled)}`
  }</div><h2>${title}</h2>${subject !== "" && html`<p><b>${subject}</b></p>`}${
    about.length > 0 &&
    html`<p>${t("appeal-about-officials")}:</p><ul>${about.map((each) => html`<li>${each}</li>`)}</ul>`
  }${
    text === ""
      ? Array.from({ length: handLines }, () => html`<p class="blank"></p>`)
      : html`<div class="written">${text}</div>`
  }<p>${t("letter-enclosures")} ${enclosures.length === 0 && t("appeal-file-none")}</p>${
    enclosures.length > 0 && html`<ol>${enclosures.map((each) => html`<li>${each}</li>`)}</ol>`
  }<p>${t("letter-date")} ${date}</p>${filled({ label: t("letter-signature"), value: "" })}`;
}

function stub(t: Translate, { stub: { known, byClerk } }: Letter): Html {
  return html`<section class="stub"><h2>${t("letter-stub-title")}</h2><p>${t("letter-stub-law")}</p>${known.map(filled)}${byClerk.map((label) => filled({ label, value: "" }))}<p>${t("letter-stub-keep")}</p></section>`;
}

function filled({ label, value }: LetterLine): Html {
  return value === "" ? html`<p class="blank">${label}:</p>` : html`<p>${label}: <b>${value}</b></p>`;
}

/** The frame of every page: skip link, wordmark, languages, where one is, and the day's fingerprint at its foot. */
import { type Language, languageNames, languages } from "#platform/language/language.ts";
import type { Translate } from "#platform/language/texts.ts";
import { attributes, type Html, type HtmlValue, html } from "./html.ts";

export interface PageLink {
  readonly href: string;
  readonly label: string;
}

/** What a slice says about one page of its own. */
export interface PageContent {
  /** Neutral enough to stand in a shared computer's history. */
  readonly title: string;
  /** Where the title is words that somebody wrote in a language of their own. */
  readonly titleLanguage?: Language;
  readonly main: Html;
  /** The way up, outermost first, without this page itself. */
  readonly breadcrumbs?: readonly PageLink[];
  /** The way back within a form of several pages. */
  readonly back?: PageLink;
  /** For desks: tables may use the whole width. */
  readonly wide?: boolean;
}

/** What the program knows about every page at this moment. */
export interface PageSurroundings {
  /** Twelve digits of the day's first checkpoint, as "1234 5678 9012"; `null` before the first one. */
  readonly fingerprint: string | null;
  /** Whoever is signed in: a link to their own place. */
  readonly signedIn: PageLink | null;
  /** The country whose installation this is, in the page's language. */
  readonly stateName: string;
  /** Whether its people and bodies are invented. */
  readonly isDemo: boolean;
}

/** Paths of the assets, made from their content (see `platform/http/assets.ts`). */
export interface PageAssets {
  readonly stylesheetPath: string;
  readonly iconPath: string;
}

export interface PageFrame extends PageContent, PageSurroundings, PageAssets {
  readonly t: Translate;
  /** The page's path without its language, such as "/bodies/gas"; "/" for the first page. */
  readonly path: string;
}

/** The wordmark: a plain disc and the name, whose letters are spelled as in Turkmen. */
function wordmark(language: Language): Html {
  return html`<a class="mark" href="/${language}/"><svg width="20" height="20" aria-hidden="true"><circle cx="10" cy="10" r="9" fill="currentColor"/></svg><span lang="tk" translate="no">aýdyň</span></a>`;
}

function languageSwitch(t: Translate, path: string): Html {
  return html`<nav class="languages" aria-label="${t("page-languages")}">${languages.map((language) =>
    language === t.language
      ? html`<b lang="${language}" aria-current="true">${languageNames[language]}</b> `
      : html`<a href="/${language}${path}" lang="${language}" hreflang="${language}">${languageNames[language]}</a> `,
  )}</nav>`;
}

function way({ t, breadcrumbs = [], back }: PageFrame): HtmlValue {
  if (back) {
    return html`<nav class="way" aria-label="${t("page-breadcrumbs")}"><a class="back" href="${back.href}">${back.label}</a></nav>`;
  }
  if (breadcrumbs.length === 0) return null;
  return html`<nav class="way" aria-label="${t("page-breadcrumbs")}"><ol>${breadcrumbs.map(
    ({ href, label }) => html`<li><a href="${href}">${label}</a></li>`,
  )}</ol></nav>`;
}

function header({ t, path, stateName, signedIn }: PageFrame): Html {
  const { language } = t;
  return html`<header><div class="w"><p class="brand">${wordmark(language)} <span class="state">${stateName}</span></p>${languageSwitch(t, path)}<nav class="places" aria-label="${t("page-places")}"><a href="/${language}/bodies">${t("page-bodies")}</a> <a href="/${language}/check">${t("page-check")}</a> ${
    signedIn
      ? html`<a href="${signedIn.href}">${signedIn.label}</a>`
      : html`<a href="/${language}/sign-in">${t("page-sign-in")}</a>`
  }</nav></div></header>`;
}

function footer({ t, fingerprint, isDemo }: PageFrame): Html {
  return html`<footer><div class="w"><p>${
    fingerprint === null
      ? t("fingerprint-none")
      : html`${t("fingerprint-of-the-day")} <b class="code" translate="no">${fingerprint}</b>`
  } <a href="/${t.language}/check">${t("check-how")}</a></p>${isDemo && html`<p>${t("page-demo")}</p>`}${
    t.language === "tk" && html`<p>${t("page-machine-written")}</p>`
  }</div></footer>`;
}

function titleOf({ title, titleLanguage }: PageFrame): Html {
  return titleLanguage === undefined
    ? html`<title>${title} · aýdyň</title>`
    : html`<title lang="${titleLanguage}">${title} · aýdyň</title>`;
}

/** A whole page, ready to send. */
export function page(frame: PageFrame): Html {
  const { t, main, wide, stylesheetPath, iconPath } = frame;
  return html`<!doctype html>
<html lang="${t.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">${titleOf(frame)}<link rel="stylesheet" href="${stylesheetPath}"><link rel="icon" href="${iconPath}"></head><body><a class="skip" href="#main">${t("page-skip")}</a>${header(frame)}<div ${attributes({ class: wide ? "w wide" : "w" })}>${way(frame)}<main id="main" tabindex="-1">${main}</main></div>${footer(frame)}</body></html>`;
}

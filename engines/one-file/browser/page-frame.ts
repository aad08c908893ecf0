import type { PageDocument, PageElement } from "./page-dom.ts";
import { type PageLanguage, pageLanguages, type Words } from "./page-languages.ts";

declare const document: PageDocument;

/** An element that the page's markup has. Throws where it has not: page and script do not belong together. */
export function element(id: string): PageElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/** What was put into the page when it was handed out (`withPageData`), before anybody has judged it. */
export function pageData(): unknown {
  return JSON.parse(element("data").textContent);
}

/**
 * Fills the fixed texts, in Turkmen until the reader chooses another language. `told` runs after each choice, the first
 * included: it puts into words what is not fixed.
 */
export function speakInLanguages(
  texts: Readonly<Record<string, Words>> & { readonly title: Words },
  told: (language: PageLanguage) => void,
): void {
  const speak = (chosen: PageLanguage): void => {
    document.documentElement.lang = chosen;
    document.title = texts.title[chosen];
    for (const labelled of Array.from(document.querySelectorAll("[data-text]"))) {
      labelled.textContent = texts[labelled.getAttribute("data-text") ?? ""]?.[chosen] ?? "";
    }
    for (const other of pageLanguages) element(other).setAttribute("aria-pressed", String(other === chosen));
    told(chosen);
  };
  for (const chosen of pageLanguages) element(chosen).addEventListener("click", () => speak(chosen));
  speak("tk");
}

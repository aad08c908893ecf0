import { button, linkButton, postForm } from "#platform/html/form-elements.ts";
import { type Html, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";

/** Path without language of the form that ends a session. */
export const leavePath = "/leave";

/** The button that leaves the computer; for every page that shows something of a person. */
export function leaveForm(t: Translate): Html {
  return postForm(
    { action: `/${t.language}${leavePath}` },
    button(t("session-leave"), { tone: "secondary" }),
  );
}

/** Shown for the last minute before a session ends by itself. `back` is a path of ours with its language. */
export function endingPage(t: Translate, back: string): PageContent {
  return {
    title: t("session-ending-title"),
    main: html`<h1>${t("session-ending-title")}</h1><p class="lead">${t("session-ending-explained")}</p><p>${linkButton(t("session-ending-stay"), back)}</p>${leaveForm(t)}`,
  };
}

/** Shown once a session has ended by itself. */
export function endedPage(t: Translate): PageContent {
  return plainPage(t, t("session-ended-title"), t("session-ended-explained"));
}

/** Shown to whoever has left the computer. */
export function leftPage(t: Translate): PageContent {
  return plainPage(t, t("session-left-title"), t("session-left-explained"));
}

function plainPage(t: Translate, title: string, explained: string): PageContent {
  return {
    title,
    main: html`<h1>${title}</h1><p class="lead">${explained}</p><p>${linkButton(t("session-home"), `/${t.language}/`, "secondary")}</p>`,
  };
}

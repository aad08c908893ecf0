/** Pages for what went wrong: what happened, what was kept, what to do. No blame, no inside of the program. */
import { card } from "#platform/html/elements.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { ErrorStatus } from "./answer.ts";

/** The page of an error. `incident` is a code that the user can quote and the operator finds in the log. */
export function errorPage(t: Translate, status: ErrorStatus, incident: string | null): PageContent {
  const title = t(`error-${status}-title`);
  return {
    title,
    main: html`<h1>${title}</h1><p class="lead">${t(`error-${status}-what`)}</p><p>${t(`error-${status}-do`)}</p>${
      incident !== null && card(html`<p>${t("error-incident")} <b class="code">${incident}</b></p>`)
    }<p><a href="/${t.language}/">${t("page-home")}</a></p>`,
  };
}

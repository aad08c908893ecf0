/** Appeals that may be one and the same, beside each other: numbers and days, no text and no name. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import { dataTable, dayShort, emptyState, tag } from "#platform/html/elements.ts";
import { button, hiddenField, postForm } from "#platform/html/form-elements.ts";
import { type Html, type HtmlValue, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { FormKey } from "#platform/http/form-key.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { SimilarAppeal } from "../similar-appeals.ts";
import type { DeskRefusal } from "./desk-refusals.ts";
import { refusalNotice } from "./desk-words-pages.ts";

/** Name of the field that carries the number of the main case. */
export const mergeIntoField = "into";

/** What may be merged with a case. */
export function mergePage(
  t: Translate,
  given: {
    readonly casePath: string;
    readonly number: string;
    readonly due: CivilDate;
    readonly similar: readonly SimilarAppeal[];
    readonly drawFormKey: () => FormKey;
    readonly refusal: DeskRefusal | null;
  },
): PageContent {
  const { casePath, number, due, similar, drawFormKey, refusal } = given;
  const merging = (one: SimilarAppeal): HtmlValue =>
    one.due > due
      ? html`<a href="/${t.language}/desk/${one.number}/merge">${t("desk-merge-other-way")}</a>`
      : postForm({ action: `${casePath}/merge`, formKey: drawFormKey() }, [
          hiddenField(mergeIntoField, one.number),
          button(t("desk-merge-send"), { tone: "secondary" }),
        ]);
  return {
    title: t("desk-case-title"),
    back: { href: casePath, label: t("desk-back") },
    wide: true,
    main: html`<p class="hint">${number}</p><h1>${t("desk-merge-title")}</h1>${refusalNotice(t, refusal)}<p class="lead">${t(
      "desk-merge-lead",
    )}</p>${similar.length === 0 ? emptyState(t("desk-merge-none"), html`<p>${t("desk-merge-none-how")}</p>`) : similarTable(t, similar, merging)}`,
  };
}

function similarTable(
  t: Translate,
  similar: readonly SimilarAppeal[],
  merging: (one: SimilarAppeal) => HtmlValue,
): Html {
  return dataTable({
    caption: t("desk-merge-title"),
    captionHidden: true,
    columns: [
      { heading: t("desk-column-number") },
      { heading: t("desk-column-due") },
      { heading: t("desk-column-filed") },
      { heading: t("desk-merge-likeness"), numeric: true },
      { heading: t("desk-merge-what") },
    ],
    rows: similar.map((one) => [
      html`<a class="code" href="/${t.language}/desk/${one.number}">${one.number}</a>`,
      dayShort(t, one.due),
      dayShort(t, one.filedDay),
      html`${one.likenessPercent} % ${one.isSameApplicant && tag(t("desk-merge-same-applicant"))}`,
      merging(one),
    ]),
  });
}

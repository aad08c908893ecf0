import { type BodyTree, bodyPath } from "#government/bodies/index.ts";
import { dataTable, emptyState, notice } from "#platform/html/elements.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { numberOrWithheld } from "#platform/html/record-of-answering.ts";
import type { Translate } from "#platform/language/texts.ts";
import { type QuarterShown, quarterLinks } from "./quarter-pages.ts";
import { type StatedFigures, statedColumns } from "./stated-figures.ts";

/** What bodies decided, what was overturned, what applicants said of it: the state's word, marked as such. */
export function statedPage(
  t: Translate,
  shown: QuarterShown & { readonly figures: StatedFigures; readonly tree: BodyTree },
): PageContent {
  const { figures, quarter, tree } = shown;
  const known = figures.bodies.flatMap((row) => {
    const body = tree.all.find(({ number }) => number === row.body);
    return body === undefined ? [] : [{ row, body }];
  });
  return {
    title: t("stated-title"),
    wide: true,
    back: { href: `/${t.language}/statistics`, label: t("public-statistics-title") },
    main: html`<h1>${t("stated-title")}</h1>${notice(
      t("stated-mark"),
      html`<p>${t("stated-mark-why")}</p>`,
    )}${quarterLinks(t, shown, ({ name }) => `/${t.language}/statistics/stated?quarter=${name}`)}${
      known.length === 0
        ? emptyState(t("stated-none"), html`<p>${t("stated-none-how")}</p>`)
        : dataTable({
            caption: t("stated-title"),
            captionHidden: true,
            columns: [
              { heading: t("public-body") },
              ...statedColumns.map((column) => ({ heading: t(`stated-column-${column}`), numeric: true })),
            ],
            rows: known.map(({ row, body }) => [
              html`<a href="${bodyPath(t, body)}">${body.name[t.language]}</a>`,
              ...statedColumns.map((column) => numberOrWithheld(t, row[column])),
            ]),
          })
    }<p>${t("stated-overturned-of-all", { number: numberOrWithheld(t, figures.all.inTimeOverturned) })}</p><h2>${t("public-meaning-title")}</h2><p>${t("stated-overturned")}</p><p>${t("stated-overturned-in-time")}</p><p>${t("stated-rated")}</p><p>${t("stated-erasures")}</p><p>${t("stated-publications")}</p><p>${t("stated-small")}</p><p>${t("stated-outcomes")} <a href="/${t.language}/grounds">${t("grounds-title")}</a></p><p><a href="/${t.language}/statistics/stated.json?quarter=${quarter.name}">JSON</a></p>`,
  };
}

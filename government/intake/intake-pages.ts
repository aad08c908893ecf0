/** Ways into intake: what may be done where, and which body. */
import { type Body, takesAppeals } from "#government/bodies/index.ts";
import { taskList } from "#platform/html/elements.ts";
import { selectFrom } from "#platform/html/form-elements.ts";
import { type Html, html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import type { Translate } from "#platform/language/texts.ts";

/** Name of the field in which the body that is to answer is chosen: its options are data. */
export const addresseeField = "addressee";

export interface IntakeWay {
  readonly path: string;
  readonly key: "stub" | "offline" | "paper" | "carried" | "in-person" | "pads" | "assist";
}

/** The first page of intake: for everybody the stub and the offline page, for offices what they may do. */
export function intakePage(t: Translate, ways: readonly IntakeWay[]): PageContent {
  return {
    title: t("intake-title"),
    main: html`<h1>${t("intake-title")}</h1><p class="lead">${t("intake-lead")}</p>${taskList(
      ways.map(({ path, key }) => ({
        href: path.endsWith(".html") ? path : `/${t.language}${path}`,
        label: t(`intake-way-${key}`),
        hint: t(`intake-way-${key}-hint`),
      })),
    )}`,
  };
}

/** For those who hold offices at several bodies. */
export function placeChoicePage(
  t: Translate,
  choice: { readonly path: string; readonly places: readonly Body[] },
): PageContent {
  return {
    title: t("intake-title"),
    main: html`<h1>${t("intake-place-title")}</h1>${taskList(
      choice.places.map((body) => ({
        href: `/${t.language}${choice.path}?body=${body.slug}`,
        label: body.name[t.language],
      })),
    )}`,
  };
}

/** To which body: all that take appeals, by name. */
export function addresseeSelect(
  t: Translate,
  bodies: readonly Body[],
  chosen: { readonly addressee: string; readonly addresseeMissing: boolean },
): Html {
  return selectFrom(t, {
    name: addresseeField,
    label: t("intake-addressee"),
    options: bodies.filter(takesAppeals).map((body) => ({ value: body.slug, label: body.name[t.language] })),
    chosen: chosen.addressee,
    message: chosen.addresseeMissing ? t("intake-addressee-missing") : null,
  });
}

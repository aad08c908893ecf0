import type { BodyTree } from "#government/bodies/index.ts";
import type { CaseNumber } from "#government/cases/index.ts";
import { dataTable, emptyState, pagination } from "#platform/html/elements.ts";
import { html } from "#platform/html/html.ts";
import type { PageContent } from "#platform/html/page.ts";
import { momentInWords } from "#platform/language/dates.ts";
import type { Translate } from "#platform/language/texts.ts";
import { actorName } from "../actor-words.ts";
import type { Reading } from "../reading-store.ts";

export interface ReadingsShown {
  readonly number: CaseNumber;
  readonly readings: readonly Reading[];
  readonly page: number;
  readonly pages: number;
  readonly tree: BodyTree;
  readonly holderBody: number;
  /** IANA name of the state's time zone. */
  readonly timeZone: string;
}

/** When, in which post, what, and where that stands in the record. */
export function readingsPage(t: Translate, shown: ReadingsShown): PageContent {
  const { number, readings, page, pages, timeZone } = shown;
  const casePath = `/${t.language}/case/${number}`;
  return {
    title: t("case-title"),
    back: { href: casePath, label: t("case-back") },
    main: html`<p class="hint">${number}</p><h1>${t("case-readings-title")}</h1><p>${t("case-readings-lead")}</p>${
      readings.length === 0
        ? emptyState(t("case-readings-none"), html`<p>${t("case-readings-none-how")}</p>`)
        : dataTable({
            caption: t("case-readings-title"),
            captionHidden: true,
            columns: [
              { heading: t("case-readings-when") },
              { heading: t("case-readings-who") },
              { heading: t("case-readings-what") },
              { heading: t("case-readings-entry"), numeric: true },
            ],
            rows: readings.map((reading) => [
              momentInWords(t.language, reading.at, timeZone),
              whoRead(t, shown, reading),
              reading.what === "texts" || reading.what === "identity"
                ? t(`case-readings-${reading.what}`)
                : "–",
              reading.index === null
                ? t("case-readings-queued")
                : html`<a href="/${t.language}/check/entry/${reading.index}">${reading.index}</a>`,
            ]),
          })
    }${pages > 1 && pagination(t, { page, pages, href: (to: number) => `${casePath}/readings?page=${to}` })}<p class="hint">${t("case-readings-limit")}</p>`,
  };
}

/** The post and its body: the public name of whoever looked. */
function whoRead(
  t: Translate,
  { tree, holderBody }: ReadingsShown,
  { actor, body: register }: Reading,
): string {
  const holder = tree.all.find(({ number }) => number === holderBody);
  const body = holder?.register === register ? holder : tree.all.find(({ number }) => number === register);
  const who = actorName(t, body, actor);
  return body === undefined ? who : `${who}, ${body.name[t.language]}`;
}

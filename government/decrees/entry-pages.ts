/** Where an announcement stands in the record. */
import { entryLink } from "#government/appeals/index.ts";
import type { HtmlValue } from "#platform/html/html.ts";
import type { Translate } from "#platform/language/texts.ts";

/** A link to its entry; a word where it is still on its way into the record. */
export function entryCell(t: Translate, index: number | null): HtmlValue {
  return index === null ? t("decree-entry-queued") : entryLink(t, index);
}

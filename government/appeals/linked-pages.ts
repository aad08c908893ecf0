/** Cases that carry each other on, as a list. */
import { type Html, html } from "#platform/html/html.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { LinkedCase } from "./link-store.ts";

/** Each with where it lies; `null` where there is none. `hrefOf` leaves out what has no page for this reader. */
export function linkedList(
  t: Translate,
  linked: readonly LinkedCase[],
  around: {
    readonly nameOfBody: (body: number) => string;
    readonly hrefOf: (one: LinkedCase) => string | null;
  },
): Html | null {
  if (linked.length === 0) return null;
  return html`<ul>${linked.map((one) => {
    const href = around.hrefOf(one);
    const number = html`<span class="code" translate="no">${one.number}</span>`;
    return html`<li>${t(`case-linked-${one.relation}`)}: ${
      href === null ? number : html`<a href="${href}">${number}</a>`
    }, ${around.nameOfBody(one.holderBody)} (${t(`case-standing-${one.phase}`)})</li>`;
  })}</ul>`;
}

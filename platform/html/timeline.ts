/** The timeline of a case: every act, the newest last, with its date, body and post, a plain sentence and its seal. */
import type { CivilDate } from "#core/clock/civil-date.ts";
import type { Translate } from "#platform/language/texts.ts";
import { day } from "./elements.ts";
import { type Html, type HtmlValue, html } from "./html.ts";
import { type SealState, seal } from "./seal.ts";

export interface TimelineEntry {
  readonly date: CivilDate;
  /** What happened, as a plain sentence. */
  readonly sentence: string;
  /** The body in whose register the act stands. */
  readonly body: string;
  /** The post that acted, where one did. */
  readonly post?: string;
  /** The official's name: for the applicant only; the public sees post and head. */
  readonly official?: string;
  /** More to read, such as the reply. */
  readonly content?: HtmlValue;
  readonly document?: { readonly href: string; readonly label: string };
  readonly seal?: SealState;
  readonly proofHref?: string;
  /** `clay` for what was late or refused, `leaf` for what was done in time. */
  readonly tone?: "plain" | "leaf" | "clay";
}

function timelineItem(t: Translate, entry: TimelineEntry, timeZone: string): Html {
  const { tone = "plain" } = entry;
  const who = [entry.body, entry.post, entry.official].filter((part) => part !== undefined).join(" · ");
  return html`<li class="${tone}"><p class="when">${day(t, entry.date)}</p><p class="what">${entry.sentence}</p><p class="who">${who}</p>${
    entry.content
  }${entry.document && html`<p><a href="${entry.document.href}">${entry.document.label}</a></p>`}${
    entry.seal &&
    seal(t, entry.seal, {
      timeZone,
      ...(entry.proofHref === undefined ? {} : { proofHref: entry.proofHref }),
    })
  }</li>`;
}

/** The timeline. `timeZone` is the state's (IANA name), for the times of the witnesses. */
export function timeline(t: Translate, entries: readonly TimelineEntry[], timeZone: string): Html {
  return html`<ol class="timeline">${entries.map((entry) => timelineItem(t, entry, timeZone))}</ol>`;
}

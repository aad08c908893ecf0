/** A list of public appeals as an Atom feed (RFC 4287), for readers that ask again by themselves. */
import { type Html, html } from "#platform/html/html.ts";
import type { Translate } from "#platform/language/texts.ts";
import type { PublicationRow } from "./publication-store.ts";
import { type PublishedList, queryOf } from "./published-list.ts";
import { plainLine } from "./published-text-pages.ts";

const titleCharactersMax = 160;
const summaryCharactersMax = 600;

export interface FeedShown {
  readonly list: PublishedList;
  /** How people reach the portal, without a slash at the end. */
  readonly origin: string;
  readonly nameOfBody: (body: number) => string;
  /** For a list in which nothing has happened yet. */
  readonly now: number;
}

/** The feed. What it shows of an appeal is what stands in public, and its address. */
export function publishedFeed(t: Translate, { list, origin, nameOfBody, now }: FeedShown): string {
  const address = `${origin}/${t.language}/appeals`;
  const self = `${address}.atom${queryOf(list.question)}`;
  const updated = list.rows.reduce((latest, row) => Math.max(latest, row.publishedAt), 0);
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${t.language}"><id>${self}</id><title>${t("published-title")}</title><updated>${moment(updated === 0 ? now : updated)}</updated><link rel="self" type="application/atom+xml" href="${self}"/><link rel="alternate" type="text/html" href="${address}${queryOf(list.question)}"/>${list.rows.map(
    (row) => entry(t, address, row, nameOfBody),
  )}</feed>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.toString()}\n`;
}

function entry(
  t: Translate,
  address: string,
  { appeal, holderBody, publishedAt }: PublicationRow,
  nameOfBody: (body: number) => string,
): Html {
  const link = `${address}/${appeal.id}`;
  return html`<entry xml:lang="${appeal.language}"><id>${link}</id><title>${plainLine(appeal.subject, titleCharactersMax)}</title><updated>${moment(publishedAt)}</updated><author><name>${nameOfBody(holderBody)}</name></author><link rel="alternate" type="text/html" href="${link}"/><category term="${appeal.matter}" label="${t(`published-matter-${appeal.matter}`)}"/><summary type="text">${plainLine(appeal.text, summaryCharactersMax)}</summary></entry>`;
}

function moment(ms: number): string {
  return new Date(ms).toISOString();
}

/** Feeds in Atom (RFC 4287): plain texts only, every value escaped. */

export interface AtomFeed {
  /** An IRI that never changes. */
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly author: string;
  /** The page that the feed follows, an absolute address. */
  readonly link: string;
  /** Milliseconds since the Unix epoch. */
  readonly updated: number;
  readonly entries: readonly AtomEntry[];
}

export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly updated: number;
  readonly summary?: string;
}

/** The feed as a document in UTF-8. */
export function atomFeed(feed: AtomFeed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">
<id>${escaped(feed.id)}</id>
<title>${escaped(feed.title)}</title>
<updated>${dateTime(feed.updated)}</updated>
<author><name>${escaped(feed.author)}</name></author>
<link rel="alternate" type="text/html" href="${escaped(feed.link)}"/>
${feed.entries.map(entry).join("\n")}
</feed>
`;
}

function entry({ id, title, link, updated, summary }: AtomEntry): string {
  return `<entry><id>${escaped(id)}</id><title>${escaped(title)}</title><updated>${dateTime(updated)}</updated><link rel="alternate" type="text/html" href="${escaped(link)}"/>${
    summary === undefined ? "" : `<summary>${escaped(summary)}</summary>`
  }</entry>`;
}

/** RFC 3339, in UTC. */
function dateTime(at: number): string {
  return new Date(at).toISOString();
}

/** XML 1.0 knows no control characters besides tab and line ends; not even escaped ones. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
  );
}

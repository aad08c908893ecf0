/** What a page leaves behind on a computer that others use after: its title and its links, and whether it leads away. */
import type { Language } from "#platform/language/language.ts";
import type { WireResponse } from "#tests/wire/wire.ts";
import type { Looker } from "./page-table.ts";

/** What the people of these tests have written about themselves, and what only they may hold. */
const ownWords = /Küýzeçi|Zygyr|Halyçy|Çeşme|Gaz ýok|bäri gaz|Otag 12|example\.org/i;
const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/;
/** The id of a template or a draft, drawn by chance: three groups of digits in a row make it no secret code. */
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** Whoever has signed in: their sessions show something of them. */
const signedIn: ReadonlySet<Looker> = new Set(["citizen", "head", "operator", "helper", "controller"]);
const writtenOn = /<textarea|<input (?!type="(?:hidden|radio|checkbox|submit)")/;
const writesAtLength = /<textarea/;
/** The page of a case at its desk has room for a note, but its texts lie open there to whoever comes by. */
const readsMore = /^\/desk\/:number$/;
const lifeless = /^\/visit-/;

interface Left {
  readonly as: Looker;
  readonly route: string;
  readonly address: string;
  readonly language: Language;
  readonly page: WireResponse;
}

/** What of a person would stand in the browser's history. */
export function personalTraces({ address, page }: Left): string | false {
  const text = page.body.toString();
  const title = /<title>(.*?)<\/title>/s.exec(text)?.[1] ?? "";
  const targets = [...text.matchAll(/\s(?:href|action|src)="(\/[^"]*)"/g)].map(([, target = ""]) => target);
  const found = [title, ...[address, ...targets].map(decodeURIComponent)].filter(
    (each) => ownWords.test(each) || code.test(each.replaceAll(uuid, "")),
  );
  return found.length > 0 && found.join(" ");
}

/**
 * A page of somebody who may walk away leads to the warning by itself, without a script, unless they write on it: a page
 * with room for a text never takes the text from under their hands.
 */
export function staysOpen({ as, route, language, page }: Left): string | false {
  const refresh = page.headers.get("refresh")?.[0] ?? "";
  const text = page.body.toString();
  if (writesAtLength.test(text) && !readsMore.test(route))
    return refresh !== "" && `it is led away from what is written: ${refresh}`;
  if (!signedIn.has(as) || lifeless.test(route) || writtenOn.test(text)) return false;
  const leads = new RegExp(`^[1-9][0-9]*; url=/${language}/visit-ending(?:\\?back=[^ ]*)?$`);
  return !leads.test(refresh) && `"Refresh: ${refresh}"`;
}

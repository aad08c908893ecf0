/**
 * Pages that come only after a form was sent: every form of every page is sent as it stands, with nothing filled in. What
 * must be filled in is asked for again, with its errors; what is only a button shows what it does.
 */
import { type Language, languages } from "#platform/language/language.ts";
import type { WireResponse } from "#tests/wire/wire.ts";
import type { People } from "./gathered-people.ts";
import { questionsAtAssist } from "./intake-sample.ts";
import { addressOf, type Looker, type PageRow } from "./page-table.ts";

export interface PostedPage {
  /** Where the form was sent to. */
  readonly action: string;
  readonly as: Looker;
  readonly page: WireResponse;
}

interface Form {
  readonly as: Looker;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  /** Whether there is something to fill in. */
  readonly asks: boolean;
}

/** Whoever sends these is somebody else afterwards, or nobody: other forms could not be sent any more. */
const endings = /\/(?:leave|sign-in|sign-in\/code|account(?:\/.*)?)$/;

/**
 * Sends each form once, those that ask for something first: what is wrong with them changes nothing. Afterwards people and
 * cases are no more what they were.
 */
export async function postedPages(
  table: readonly PageRow[],
  { of }: People,
  language: Language,
): Promise<readonly PostedPage[]> {
  const forms = new Map<string, Form>();
  for (const row of table.filter(({ status }) => status === undefined)) {
    const page = await of[row.as].get(addressOf(row, language));
    for (const form of formsOn(page.body.toString(), row.as)) {
      const kind = kindOf(form.action);
      const known = forms.get(kind);
      if (known === undefined || (form.asks && !known.asks)) forms.set(kind, form);
    }
  }
  // Questions that come one after the other at one address.
  const assisted = await questionsAtAssist(of.helper, language, { identity: "sealed", whom: "self" });
  const posted: PostedPage[] = assisted
    .slice(1)
    .map((page) => ({ action: "/intake/assist", as: "helper", page }));
  const inOrder = [...forms.values()].toSorted((one, other) => rank(one) - rank(other));
  for (const { action, as, hidden } of inOrder) {
    const page = await of[as].post(action, hidden);
    const isPage = page.headers.get("content-type")?.[0]?.startsWith("text/html") === true;
    if (isPage && (page.status === 200 || page.status === 422))
      posted.push({ action: kindOf(action), as, page });
  }
  return posted;
}

/** Harmless first, endings last. */
function rank({ asks, action }: Form): number {
  return (endings.test(action) ? 2 : 0) + (asks ? 0 : 1);
}

function formsOn(text: string, as: Looker): readonly Form[] {
  return [...text.matchAll(/<form method="post" action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(
    ([, action = "", inside = ""]) => ({
      ...{ as, action: action.replaceAll("&amp;", "&") },
      hidden: Object.fromEntries(
        [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
          ([, name = "", value = ""]) => [name, value],
        ),
      ),
      asks: /<(?:textarea|select|input(?! type="hidden"))/.test(inside),
    }),
  );
}

/** The address without its language and what names one thing of many. */
function kindOf(action: string): string {
  const path = languages.reduce((rest, each) => rest.replace(new RegExp(`^/${each}(?=/)`), ""), action);
  return path
    .replace(/\?.*$/, "")
    .replace(/\/[0-9]{2}-[0-9]{4}-[0-9]{4}-[0-9]/g, "/:number")
    .replace(/\/act\/[0-9]+/, "/act/:act")
    .replace(/\/(?:[0-9a-f-]{36}|[A-Za-z0-9_-]{32})(?=\/|$)/g, "/:id");
}

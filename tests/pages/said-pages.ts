/** Pages above whose title stands what was just done, or why it was not: they come after a form, not by an address. */
import assert from "node:assert/strict";
import { formAt } from "#government/appeals/test-support/browser-samples.ts";
import type { Language } from "#platform/language/language.ts";
import type { WireResponse } from "#tests/wire/wire.ts";
import type { People } from "./gathered-people.ts";
import { questionsAtAssist } from "./intake-sample.ts";
import type { Person } from "./person.ts";

export interface SaidPage {
  /** What somebody did. */
  readonly after: string;
  readonly page: WireResponse;
}

/** One page for each place that says something above a title, in one language. */
export async function saidPages({ of, cases }: People, language: Language): Promise<readonly SaidPage[]> {
  const { citizen, head, helper } = of;
  const ofCase = `/${language}/case/${cases.fresh}`;
  const desk = `/${language}/desk`;
  const atDesk = `${desk}/${cases.fresh}`;
  const entered = await citizen.fill(`${ofCase}/add`, { what: "statement", text: "Gaz henizem ýok." });
  return [
    { after: "a citizen added something", page: entered.page },
    { after: "a desk asked", page: await head.get(`${atDesk}?done=clarify`) },
    { after: "a desk passed a case on", page: await head.get(`${desk}?done=forward`) },
    { after: "no case was chosen", page: await refused(head, desk, { post: "" }, `${desk}/assign`) },
    {
      after: "a hearing was announced too late",
      page: await refused(head, `${atDesk}/hearing`, {
        on: "2099-12-01",
        text: "Ret ediljek: tassyklanmady.",
      }),
    },
    {
      after: "a reply was changed elsewhere",
      page: await refused(head, `${atDesk}/answer/check`, { reply: "" }),
    },
    {
      after: "a template was not there any more",
      page: await refused(head, `${atDesk}/answer/text`, {
        ...{ text: "Gaz berildi.", grounds: "in-court", law: "76", insert: "gone" },
      }),
    },
    { after: "a template was kept", page: await head.get(`${desk}/templates?done=write`) },
    {
      after: "two templates would have had one name",
      page: await refused(head, `${desk}/templates`, { name: "Gaz geçirijisi", textTk: "Başga." }),
    },
    {
      after: "somebody else changed the template",
      page: await refused(head, `${desk}/templates/${cases.template}`, {
        ...{ name: "Gaz", textTk: "Başga.", seen: "1" },
      }),
    },
    ...(await assistedPages(helper, language)),
    { after: "a note was empty", page: await refused(head, atDesk, { text: "" }, `${atDesk}/note`) },
  ];
}

/** What a helper is told who goes on without the warning being read, or without a name. */
async function assistedPages(helper: Person, language: Language): Promise<readonly SaidPage[]> {
  const path = `/${language}/intake/assist`;
  const pages = await questionsAtAssist(helper, language, { identity: "sealed", whom: "self" });
  const again = async (at: number, after: string): Promise<SaidPage> => {
    const page = await helper.post(path, formAt(pages[at]?.body.toString() ?? "", path));
    assert.equal(page.status, 422, after);
    return { after, page };
  };
  return [await again(1, "a helper skipped the warning"), await again(2, "a helper wrote no name")];
}

/** Sends a form that is refused: the page comes again and says why. */
async function refused(
  person: Person,
  path: string,
  fields: Readonly<Record<string, string>>,
  action = path,
): Promise<WireResponse> {
  const form = formAt((await person.get(path)).body.toString(), action);
  const page = await person.post(action, { ...form, ...fields });
  assert.equal(page.status, 422, action);
  return page;
}

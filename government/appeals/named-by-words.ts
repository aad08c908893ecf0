/** Whom words name so plainly that nobody need be asked: where nobody can be, as in a journal or a carried file. */
import type { Body, BodyTree } from "#government/bodies/index.ts";
import type { ComplainedOf } from "#platform/authority/actor.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import { searchWords } from "#platform/language/fold-for-search.ts";
import { complainedOfMax } from "./appeal-forms.ts";
import type { Complaint } from "./file-appeal.ts";
import { complainedOfIn, nameablesNear } from "./nameable.ts";
import { holdersNear } from "./nameable-holders.ts";

/**
 * Reads a line such as "Sazak Demirçi; Alagöz etrap häkimligi": the whole name of somebody in office at the body, above
 * or below it, the name of a post of the body itself, or the name of any body, which is then meant as a whole. Each binds
 * as if it had been ticked. Whatever else stands there stays words, with what holds for those.
 */
export async function namedByWords(
  sql: Sql | Transaction,
  tree: BodyTree,
  asked: { readonly body: Body; readonly words: string; readonly now: number },
): Promise<Complaint> {
  const { body, words, now } = asked;
  if (words === "") return { officials: [], who: "" };
  const segments = words.split(/[;,\n]/).map(searchWords);
  const holders = await holdersNear(sql, tree, body, now);
  const people = holders.filter(({ name }) => {
    const parts = searchWords(name);
    return parts.length > 1 && segments.some((said) => parts.every((part) => said.includes(part)));
  });
  const isSaid = (name: { readonly tk: string; readonly ru: string; readonly en: string }) =>
    [name.tk, name.ru, name.en].some((text) =>
      segments.some((said) => said.join(" ") === searchWords(text).join(" ")),
    );
  const posts = nameablesNear(tree, body, { found: [], named: [] }).filter(
    (each) => each.body === body && each.post !== null && isSaid(each.post.name),
  );
  const bodies = tree.all.filter(({ name }) => isSaid(name));
  const officials: ComplainedOf[] = [
    ...people.map((holder) => ({ body: holder.body, post: holder.post })),
    ...posts.map(complainedOfIn),
    ...bodies.map(({ number }) => ({ body: number, post: null })),
  ];
  return { officials: officials.slice(0, complainedOfMax), who: words };
}

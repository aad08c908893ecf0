/** Who holds the posts that a complaint can name: people often know a name and no post. */
import { type Body, type BodyTree, bodiesAbove, bodiesBelow } from "#government/bodies/index.ts";
import { type Officeholder, officeholdersOf } from "#government/identity/index.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import { type Nameable, nameableOfValue } from "./nameable.ts";
import { standsIn } from "./named-in-words.ts";

/** More people of one name than this are no help. */
const meantMax = 6;

/** Somebody in office, with the post that names them. */
export interface NameableHolder extends Nameable {
  readonly name: string;
}

/** The names of those in office at some bodies, by the value of their post; several share a post with a comma between. */
export async function holderNames(
  sql: Sql,
  bodies: readonly Body[],
  now: number,
): Promise<ReadonlyMap<string, string>> {
  const slugs = new Map(bodies.map((body) => [body.number, body.slug]));
  const holders = await officeholdersOf(sql, [...slugs.keys()], now);
  const names = new Map<string, string>();
  for (const { body, post, name } of holders) {
    const value = `${slugs.get(body) ?? ""}/${post}`;
    const before = names.get(value);
    names.set(value, before === undefined ? name : `${before}, ${name}`);
  }
  return names;
}

/** Everyone in office at a body, above and below it. */
export async function holdersNear(
  sql: Sql | Transaction,
  tree: BodyTree,
  body: Body,
  now: number,
): Promise<readonly Officeholder[]> {
  return await officeholdersOf(
    sql,
    chainOf(tree, body).map(({ number }) => number),
    now,
  );
}

function chainOf(tree: BodyTree, body: Body): readonly Body[] {
  return [body, ...bodiesAbove(tree, body.number), ...bodiesBelow(tree, body.number)];
}

/**
 * Whom somebody's own words may mean: those in office at the chosen body, above and below it, and at bodies that were
 * looked for, whose name stands in the words. Nobody for no words.
 */
export async function meantBy(
  sql: Sql,
  tree: BodyTree,
  asked: {
    readonly body: Body | null;
    readonly found: readonly Body[];
    readonly words: string;
    readonly now: number;
  },
): Promise<readonly NameableHolder[]> {
  const { body, found, words, now } = asked;
  if (words.trim() === "") return [];
  const chain = body === null ? [] : chainOf(tree, body);
  const names = await holderNames(sql, [...new Set([...chain, ...found])], now);
  return [...names]
    .filter(([, name]) => standsIn(words, name))
    .flatMap(([value, name]) => {
      const nameable = nameableOfValue(tree, value);
      return nameable === null ? [] : [{ ...nameable, name }];
    })
    .slice(0, meantMax);
}

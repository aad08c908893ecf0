/** Whom a complaint can name, as forms and programs say it: a post of a body, or a body as a whole. */
import {
  type Body,
  type BodyTree,
  bodiesAbove,
  type Post,
  parseBodySlug,
  postOf,
} from "#government/bodies/index.ts";
import type { ComplainedOf } from "#platform/authority/actor.ts";

/** A post or a body, with the value that stands for it in forms. */
export interface Nameable {
  readonly value: string;
  readonly body: Body;
  /** `null`: the body as a whole. */
  readonly post: Post | null;
}

/** Stands for the body as a whole where the slug of a post would stand. No slug is written so. */
const wholeBody = "*";

/**
 * What a complaint to a body (`null`: not chosen yet) is offered to name: its posts, those of the bodies above it and of further ones that were
 * looked for, each body after its posts, and whatever else has been named already.
 */
export function nameablesNear(
  tree: BodyTree,
  body: Body | null,
  more: { readonly found: readonly Body[]; readonly named: readonly string[] },
): readonly Nameable[] {
  const chain = body === null ? [] : [body, ...bodiesAbove(tree, body.number)];
  const bodies = new Set([...chain, ...more.found]);
  const offered = [...bodies].flatMap(nameablesOf);
  const values = new Set(offered.map(({ value }) => value));
  const others = more.named.filter((value) => !values.has(value));
  return [...offered, ...others.flatMap((value) => nameableOfValue(tree, value) ?? [])];
}

function nameablesOf(body: Body): readonly Nameable[] {
  return [...body.about.posts.map((post) => nameable(body, post)), nameable(body, null)];
}

function nameable(body: Body, post: Post | null): Nameable {
  return { value: `${body.slug}/${post?.slug ?? wholeBody}`, body, post };
}

/** Reads the value of a form; `null` for a body or post that does not exist. */
export function nameableOfValue(tree: BodyTree, value: string): Nameable | null {
  const [bodySlug = "", postSlug = "", ...more] = value.split("/");
  const slug = parseBodySlug(bodySlug);
  const body = slug === null ? undefined : tree.bySlug.get(slug);
  if (body === undefined || more.length > 0) return null;
  if (postSlug === wholeBody) return nameable(body, null);
  const post = postOf(body, postSlug);
  return post === null ? null : nameable(body, post);
}

/** The value that names a body as a whole. */
export function wholeBodyValue(slug: string): string {
  return `${slug}/${wholeBody}`;
}

/** How the case keeps it. */
export function complainedOfIn({ body, post }: Nameable): ComplainedOf {
  return { body: body.number, post: post?.slug ?? null };
}

/** Whom a complaint is about, as a draft keeps it: posts of bodies, and a line of the writer's own words. */
import type { JsonObject } from "#core/record/canonical-json.ts";
import {
  type Body,
  type BodyTree,
  bodiesAbove,
  headPostSlug,
  type Post,
  parseBodySlug,
  postOf,
} from "#government/bodies/index.ts";
import type { PostReference } from "#platform/authority/actor.ts";
import { parseForm } from "#platform/form/parse-form.ts";
import { appealAboutForm, complainedOfMax } from "../appeal-forms.ts";
import { type ForumBody, forumsFrom } from "../forum.ts";
import type { Draft } from "./draft.ts";

export interface About {
  /** Never public: what assignment, forwarding and opening are refused by. */
  readonly officials: readonly PostReference[];
  /** The writer's own words, such as a name; goes into the text part alone. */
  readonly who: string;
}

/** A post that can be named, with the value that stands for it in forms. */
export interface NameablePost {
  readonly value: string;
  readonly body: Body;
  readonly post: Post;
}

/** The posts of the chosen body and of those above it, and whatever else has been named already. */
export function nameablePosts(tree: BodyTree, body: Body, named: readonly string[]): readonly NameablePost[] {
  const near = [body, ...bodiesAbove(tree, body.number)];
  const offered = near.flatMap((each) => each.about.posts.map((post) => nameable(each, post)));
  const values = new Set(offered.map(({ value }) => value));
  const more = named.filter((value) => !values.has(value)).flatMap((value) => postOfValue(tree, value) ?? []);
  return [...offered, ...more];
}

function nameable(body: Body, post: Post): NameablePost {
  return { value: `${body.slug}/${post.slug}`, body, post };
}

/** Reads the value of a form; `null` for a post that no body has. */
export function postOfValue(tree: BodyTree, value: string): NameablePost | null {
  const [bodySlug = "", postSlug = "", ...more] = value.split("/");
  const slug = parseBodySlug(bodySlug);
  const body = slug === null ? undefined : tree.bySlug.get(slug);
  const post = body === undefined ? null : postOf(body, postSlug);
  return body === undefined || post === null || more.length > 0 ? null : nameable(body, post);
}

/** What the form sent, as the draft keeps it. Values of posts that do not exist are left out. */
export function aboutFields(tree: BodyTree, values: readonly string[], who: string): JsonObject {
  const officials = [...new Set(values)].filter((value) => postOfValue(tree, value) !== null);
  return { officials: officials.slice(0, complainedOfMax), who };
}

/** The posts that a draft names, as values of the form. */
export function namedIn(draft: Draft): readonly string[] {
  const officials = draft.steps.about?.officials;
  return Array.isArray(officials) ? officials.filter((value) => typeof value === "string") : [];
}

/** What a draft says; `null` while the question has not been passed. */
export function aboutIn(draft: Draft, tree: BodyTree): About | null {
  const kept = draft.steps.about;
  if (kept === undefined) return null;
  const line = parseForm(appealAboutForm, { who: typeof kept.who === "string" ? kept.who : "" });
  if (!line.ok) return null;
  const officials = namedIn(draft).flatMap((value) => {
    const found = postOfValue(tree, value);
    return found === null ? [] : [{ body: found.body.number, post: found.post.slug }];
  });
  return { officials, who: line.value.who };
}

/**
 * The bodies to propose when the head of the chosen one is named, since nobody would be left there to give the case to
 * anyone: the nearest above, the prosecutor and the ombudsman, as far as none of the named is of them. None without
 * reason.
 */
export function headProposals(
  tree: BodyTree,
  body: Body,
  named: readonly PostReference[],
): readonly ForumBody[] {
  const isHeadNamed = named.some((each) => each.body === body.number && each.post === headPostSlug);
  return isHeadNamed ? forumsFrom(tree, body.number, named) : [];
}

import { type Body, headPostSlug, postOf } from "#government/bodies/index.ts";
import type { Translate } from "#platform/language/texts.ts";

/**
 * Who acted, as a payload says it, in words: a role, the name of a post at the body, or two posts of which one stood in
 * for the head. A post that the body has no more keeps its slug.
 */
export function actorName(t: Translate, body: Body | undefined, actor: string): string {
  const post = (slug: string) => (body === undefined ? null : postOf(body, slug))?.name[t.language] ?? slug;
  if (actor === "head") return post(headPostSlug);
  const [office = "", slug = ""] = actor.split(/:(.*)/s);
  if (office === "post") return post(slug);
  if (office === "head") return t("actor-in-place-of", { deputy: post(slug), post: post(headPostSlug) });
  return t(`actor-${actor}`);
}

import { type Body, type BodyTree, bodyAboveAll } from "#government/bodies/index.ts";

/** The body that keeps an outside register: it registers the others, and its staff enter what people bring. */
export function keeperOf(tree: BodyTree): Body | null {
  return bodyAboveAll(tree);
}

/** The bodies that take no part, in the order of their numbers. */
export function bodiesOutside(tree: BodyTree): readonly Body[] {
  return tree.all.filter((body) => body.takesPart === false);
}

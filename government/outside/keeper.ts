import type { Body, BodyTree } from "#government/bodies/index.ts";

/**
 * The body that keeps an outside register: the first of those at the root that takes part. It registers the others,
 * and its operators and its head enter what people bring.
 */
export function keeperOf(tree: BodyTree): Body | null {
  const roots = tree.children.get(null) ?? [];
  return roots.find((body) => body.takesPart !== false) ?? null;
}

/** The bodies that take no part, in the order of their numbers. */
export function bodiesOutside(tree: BodyTree): readonly Body[] {
  return tree.all.filter((body) => body.takesPart === false);
}

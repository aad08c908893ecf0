import type { BodyNumber } from "#core/record/leaf.ts";
import type { Body, BodySlug } from "./body.ts";

/** All bodies at one moment, with the ways between them. A country has thousands at most: they fit into memory. */
export interface BodyTree {
  /** Every body, parents before children, siblings by number. */
  readonly all: readonly Body[];
  readonly byNumber: ReadonlyMap<BodyNumber, Body>;
  readonly bySlug: ReadonlyMap<BodySlug, Body>;
  readonly children: ReadonlyMap<BodyNumber | null, readonly Body[]>;
  /** Those that their acts mark as overseeing every body. */
  readonly overseers: readonly Body[];
}

/** Lays out a tree. Bodies whose parent is not among them do not appear: the record refuses such bodies. */
export function bodyTree(bodies: readonly Body[]): BodyTree {
  const children = new Map<BodyNumber | null, Body[]>();
  for (const body of [...bodies].sort((one, other) => one.number - other.number)) {
    const siblings = children.get(body.parent) ?? [];
    siblings.push(body);
    children.set(body.parent, siblings);
  }
  const all: Body[] = [];
  const place = (parent: BodyNumber | null): void => {
    for (const body of children.get(parent) ?? []) {
      all.push(body);
      place(body.number);
    }
  };
  place(null);
  return {
    all,
    byNumber: new Map(all.map((body) => [body.number, body])),
    bySlug: new Map(all.map((body) => [body.slug, body])),
    children,
    overseers: all.filter(({ oversight }) => oversight !== undefined),
  };
}

/**
 * The body above all others, whose head changes bodies, calendar and rules: the first of those at the root that takes
 * part. In an outside register it is the keeper. `null` before any body is registered.
 */
export function bodyAboveAll(tree: BodyTree): Body | null {
  const roots = tree.children.get(null) ?? [];
  return roots.find((body) => body.takesPart !== false) ?? null;
}

/** The bodies above one, nearest first; none for a body that is not in the tree. */
export function bodiesAbove(tree: BodyTree, number: BodyNumber): readonly Body[] {
  const above: Body[] = [];
  let parent = tree.byNumber.get(number)?.parent ?? null;
  while (parent !== null) {
    const body = tree.byNumber.get(parent);
    if (body === undefined) break;
    above.push(body);
    parent = body.parent;
  }
  return above;
}

/** The bodies under one, all the way down, parents first. */
export function bodiesBelow(tree: BodyTree, number: BodyNumber): readonly Body[] {
  return (tree.children.get(number) ?? []).flatMap((child) => [child, ...bodiesBelow(tree, child.number)]);
}

/** How deep a body lies: 0 for one without a parent. */
export function depthOf(tree: BodyTree, number: BodyNumber): number {
  return bodiesAbove(tree, number).length;
}

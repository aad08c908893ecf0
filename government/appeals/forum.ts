/** Where one can go from a body: the body above it, and what oversees every body of the country. */

import type { BodyNumber } from "#core/record/leaf.ts";
import { type Oversight, oversights } from "#core/record/oversight.ts";
import { type Body, type BodyTree, bodiesAbove, takesAppeals } from "#government/bodies/index.ts";
import type { ComplainedOf } from "#platform/authority/actor.ts";

/** In the order in which they are offered. */
export const forums = ["higher-body", ...oversights] as const;
export type Forum = "higher-body" | Oversight;

export interface ForumBody {
  readonly forum: Forum;
  readonly body: Body;
}

/**
 * The bodies to which a matter of one body can be taken, each once. The nearest above that takes appeals; of prosecutor
 * and ombudsman the first of the tree so marked, whose own offices get from it what is theirs. None that is named in
 * the complaint, and none from itself: nobody judges their own case.
 */
export function forumsFrom(
  tree: BodyTree,
  from: BodyNumber,
  complainedOf: readonly ComplainedOf[],
): readonly ForumBody[] {
  const isFree = (body: Body) =>
    takesAppeals(body) && body.number !== from && !complainedOf.some((named) => named.body === body.number);
  const above = bodiesAbove(tree, from);
  const higher = above.find(isFree);
  return forums.flatMap((forum): readonly ForumBody[] => {
    if (forum === "higher-body") return higher === undefined ? [] : [{ forum, body: higher }];
    const body = tree.overseers.find((each) => each.oversight === forum && isFree(each));
    return body === undefined || body === higher ? [] : [{ forum, body }];
  });
}

/** Addresses of a desk: which body, what is shown, and where in the list. They hold codes and numbers, never a name. */

import { type Body, postOf } from "#government/bodies/index.ts";
import type { Translate } from "#platform/language/texts.ts";
import { webFilingKinds } from "../appeal-forms.ts";

/** Which cases a queue shows. */
export const queueShows = [
  "all",
  "mine",
  "unassigned",
  "overdue",
  "near",
  "waiting",
  "approve",
  "forwarded",
  "closed",
] as const;
export type QueueShow = (typeof queueShows)[number];

/** The shows that are the open queue, filtered: they are counted, narrowed and paged. */
export const openShows = ["all", "mine", "unassigned", "overdue", "near", "waiting"] as const;

/** Kinds of filing by which a queue is narrowed. */
export const queueKinds = [...webFilingKinds, "filed-elsewhere"] as const;

/** Links to a desk keep the body (for those who have several), what is shown and how it is narrowed. */
export interface DeskLink {
  readonly body: Body | null;
  readonly show: QueueShow;
  readonly kind?: string | null;
  readonly post?: string | null;
  /** A place in the queue, such as "2026-12-04.26-4711-8302-5". */
  readonly after?: string | null;
}

/** Path and query of a desk. */
export function deskHref(t: Translate, page: "" | "/overview", link: DeskLink): string {
  const { body, show, kind, post, after } = link;
  const query = [
    ...(body === null ? [] : [`body=${body.slug}`]),
    ...(show === "all" ? [] : [`show=${show}`]),
    ...(kind ? [`kind=${kind}`] : []),
    ...(post ? [`post=${post}`] : []),
    ...(after ? [`after=${after}`] : []),
  ];
  return `/${t.language}/desk${page}${query.length === 0 ? "" : `?${query.join("&")}`}`;
}

/** The name of a post of a body; its slug when the body has it no more. */
export function postName(t: Translate, body: Body, slug: string): string {
  return postOf(body, slug)?.name[t.language] ?? slug;
}

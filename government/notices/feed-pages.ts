/** A case as a feed: where it stands, act by act, as a holder of the status code sees it. */
import { createHash } from "node:crypto";
import type { Parameters } from "#core/record/parameters.ts";
import type { ActView, CaseView } from "#government/cases/index.ts";
import { atomFeed } from "#platform/html/atom.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import type { Translate } from "#platform/language/texts.ts";

export interface CaseFeed {
  readonly feedId: string;
  readonly view: CaseView;
  readonly parameters: Parameters;
  /** How people reach the portal, no slash at the end. */
  readonly origin: string;
}

const uuidBytes = 16;

/** The feed's text. Of a sealed case it names neither number nor body: a feed may be read where others see it. */
export function caseFeed(t: Translate, feed: CaseFeed): string {
  const { feedId, view, origin } = feed;
  const { row } = view;
  const link = `${origin}/${t.language}/case${row.identityShown ? `/${row.number}` : ""}`;
  return atomFeed({
    id: `urn:uuid:${feedId}`,
    language: t.language,
    title: row.identityShown ? `${t("notice-feed-name")} ${row.number}` : t("notice-feed-name"),
    author: "aýdyň",
    link,
    updated: view.acts.at(-1)?.at ?? row.filedAt,
    // Newest first, as readers show them.
    entries: view.acts.toReversed().map((act) => entryOf(t, feed, act, link)),
  });
}

function entryOf(t: Translate, { feedId, view, parameters }: CaseFeed, act: ActView, link: string) {
  const body = parameters.bodies.find(({ number }) => number === act.body);
  const name = view.row.identityShown ? body?.name[t.language] : undefined;
  return {
    id: `urn:uuid:${entryId(feedId, act.actId)}`,
    title: t(`act-${act.kind}`),
    updated: act.at,
    link,
    ...(name === undefined ? {} : { summary: name }),
  };
}

/** Stable for its feed. Two feeds of one case give other ids: holding both, nobody sees that they are of one. */
function entryId(feedId: string, actId: string): string {
  const digest = createHash("sha256").update(`aydyn feed entry\n${feedId}\n${actId}`).digest();
  return uuidFrom(digest.subarray(0, uuidBytes));
}

import {
  type CutReason,
  cutPassage,
  type Pieces,
  type PublishedAppeal,
  publicationPartName,
  publishedAppealBytes,
  type RedactionReason,
  wholeText,
} from "#core/acts/published-appeal.ts";
import { filingKinds } from "#core/clock/rules.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import {
  type ActToEnter,
  appendCaseActs,
  type CaseRow,
  type CaseTools,
  type EnteredActs,
  type EnterProblem,
  findCase,
  viewCase,
} from "#government/cases/index.ts";
import { type Grant, requireGrant } from "#platform/authority/grant.ts";
import { actorAtDesk } from "../answer-appeal.ts";
import { tagOf } from "../appeal-tools.ts";
import { erasePublication } from "./agree-to-publish.ts";
import { endAgreement } from "./agreement-store.ts";
import { type AgreedText, publicationStanding } from "./publication.ts";
import { insertPublication } from "./publication-store.ts";
import { type HeldPicture, publishedPictures } from "./published-pictures.ts";
import { searchableWords } from "./search-words.ts";

/** Words that the head cuts, with the reason that stands in their place. */
export interface Redaction {
  readonly passage: string;
  readonly reason: RedactionReason;
}

/** What the head keeps from everyone. */
export interface Cuts {
  readonly redactions: readonly Redaction[];
  readonly held: readonly HeldPicture[];
}

export type ReleaseProblem =
  | EnterProblem
  /** The author has not agreed, or no longer does. */
  | "not-agreed"
  /** The author agreed to another text meanwhile. */
  | "agreed-to-another-text"
  | { readonly finding: "passage-not-found"; readonly passage: string };

/** Thirty-two letters and digits that nobody confuses, five bits each. */
const idAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const idLength = 10;

/**
 * The body's head releases what the author agreed to. The head may cut words and hold pictures back, each time with a reason
 * that everybody sees, and can change nothing else: the text that is left is the author's. What was released before is replaced.
 */
export async function releasePublication(
  grant: Grant<"appeal.publish">,
  /** `agreement`: the act that the head has read; not another one that came since. */
  release: Cuts & { readonly agreement: string },
  tools: CaseTools,
): Promise<Result<EnteredActs, ReleaseProblem>> {
  requireGrant(grant, "appeal.publish");
  const { transaction, parameters } = tools;
  const { object } = grant;
  const tag = tagOf(object);
  const row = await findCase(transaction, tag);
  if (row === null) return refused({ finding: "no-such-case" });
  const desk = { kind: "desk", body: object.body } as const;
  const view = await viewCase(transaction, desk, row, parameters, tools.now());
  const standing = publicationStanding(view);
  if (standing.agreement === null) return refused("not-agreed");
  if (standing.agreement.act.actId !== release.agreement) return refused("agreed-to-another-text");
  const before = standing.release;
  const id = before?.appeal.id ?? drawId(tools.randomBytes);
  const { agreed } = standing.agreement;
  const pictures = await publishedPictures(transaction, view, agreed, release.held);
  const redacted = publishedText(row, agreed, release.redactions, { id, pictures });
  if (!redacted.ok) return redacted;
  const actor = actorAtDesk(grant);
  const replaced: ActToEnter = {
    ...{ kind: "erased", actor, parts: [] },
    details: { ground: "publication-replaced" },
  };
  const published: ActToEnter = {
    kind: "published",
    actor,
    details: { what: redacted.value.reply === null ? "appeal" : "appeal-and-reply" },
    parts: [partOf(redacted.value)],
  };
  const entered = await appendCaseActs(tools, tag, before === null ? [published] : [replaced, published]);
  if (!entered.ok) return entered;
  if (before !== null) await erasePublication(before.act.actId, actor, tools);
  const actId = entered.value.acts.at(-1)?.actId;
  assert(actId !== undefined, "a release is one act");
  const as = grant.actor.kind === "system" ? "released-by-time" : "released";
  await endAgreement(transaction, tag, { as, at: tools.now() });
  await insertPublication(transaction, {
    ...{ tag, actId, log: row.log, filedDay: row.filedDay, publishedAt: tools.now() },
    ...{ appeal: redacted.value, words: searchableWords(redacted.value) },
  });
  return ok(entered.value);
}

function partOf(appeal: PublishedAppeal) {
  const bytes = publishedAppealBytes(appeal);
  return {
    ...{ name: publicationPartName, bytes, mediaType: "application/json" },
    ...{ store: "open" as const, publish: true },
  };
}

/** What will stand in public. Each passage must occur somewhere: a cut that cuts nothing is a mistake. */
export function publishedText(
  row: Pick<CaseRow, "filingKind" | "language">,
  agreed: AgreedText,
  redactions: readonly Redaction[],
  { id, pictures }: Pick<PublishedAppeal, "id" | "pictures">,
): Result<PublishedAppeal, { readonly finding: "passage-not-found"; readonly passage: string }> {
  const { language } = row;
  const kind = filingKinds.find((each) => each === row.filingKind);
  assert(kind !== undefined, "a case begins with a filing");
  let subject = wholeText(agreed.subject);
  let text = wholeText(agreed.text);
  let reply = agreed.reply;
  for (const { passage, reason } of redactions) {
    const cuts = [subject, text, reply].map((pieces) => cutIn(pieces, passage, reason));
    if (cuts.every((pieces) => pieces === null)) return refused({ finding: "passage-not-found", passage });
    const [inSubject, inText, inReply] = cuts;
    subject = inSubject ?? subject;
    text = inText ?? text;
    reply = inReply ?? reply;
  }
  const { matter, place } = agreed;
  return ok({ id, kind, language, matter, place, subject, text, reply, pictures });
}

function cutIn(pieces: Pieces | null, passage: string, reason: CutReason): Pieces | null {
  return pieces === null ? null : cutPassage(pieces, passage, reason);
}

function drawId(randomBytes: (length: number) => Uint8Array): string {
  return [...randomBytes(idLength)].map((byte) => idAlphabet[byte % idAlphabet.length]).join("");
}

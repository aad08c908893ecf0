/**
 * An act before it is written: its payload, the nonces of its parts, the commitment that its leaf will carry. Nothing
 * here asks a database, so that whoever stands in for one prepares the very same acts.
 */
import { createHmac } from "node:crypto";
import { toHex, utf8Bytes } from "#core/bytes.ts";
import type { Instant } from "#core/clock/civil-date.ts";
import { commit, nonceLength } from "#core/record/commitment.ts";
import { numberOfKind } from "#core/record/kinds.ts";
import { caseTagLength, zeroTag } from "#core/record/leaf.ts";
import { isParameterKind } from "#core/record/parameter-acts.ts";
import { payloadText } from "#core/record/payload.ts";
import { assert } from "#core/result.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import type { ActToAppend, AppendedAct, PartToAppend } from "./act.ts";
import type { ActRow } from "./act-store.ts";
import type { PendingToInsert } from "./pending-store.ts";

/** Bytes of all published parts of one act: `payloads/<index>.json` is fetched whole. */
export const publishedBytesMax = 512 * 1024;
/** Bytes of one part. */
export const partBytesMax = 16 * 1024 * 1024;

const subjectLength = 16;
const uuidLength = 16;

/** An act with its row and with what its author is given. */
export interface PreparedAct {
  readonly act: ActToAppend;
  readonly row: ActRow;
  readonly appended: AppendedAct;
}

/** Prepares the act at a position of its group. Throws on malformed ones. */
export function prepareAct(
  act: ActToAppend,
  position: number,
  randomBytes: (length: number) => Uint8Array,
): PreparedAct {
  assert(act.caseTag === null || act.caseTag.length === caseTagLength, "a case tag has 16 bytes");
  checkParts(act);
  const secret = secretsOf(act, position, randomBytes);
  const subject = act.caseTag ?? secret("subject").slice(0, subjectLength);
  const parts = act.parts.map(({ name, bytes }) => {
    const nonce = secret(`part ${name}`);
    return { name, nonce, commitment: commit(nonce, bytes) };
  });
  const payload = payloadText({
    v: 1,
    kind: act.kind,
    case: act.caseTag === null ? "" : toHex(act.caseTag),
    body: act.body,
    actor: act.actor,
    at: act.at,
    parts: parts.map(({ name, commitment }) => ({ name, commitment })),
  });
  const nonce = secret("payload");
  const actId = uuidFrom(randomBytes(uuidLength));
  const commitment = commit(nonce, utf8Bytes(payload));
  return {
    act,
    appended: { actId, subject, commitment, payload, nonce, parts, repeated: false },
    row: {
      subject,
      act_id: actId,
      log: act.log,
      kind: act.kind,
      body: act.body,
      case_tag: act.caseTag,
      due: act.due,
      actor: act.actor,
      at: act.at,
      entered_at: act.enteredAt ?? null,
      payload,
      nonce,
      commitment,
      publishes: act.parts.some((part) => isPublished(act, part)),
    },
  };
}

function checkParts(act: ActToAppend): void {
  const published = act.parts.filter((part) => isPublished(act, part));
  assert(
    published.every((part) => part.store === "open"),
    "a sealed part is never published",
  );
  const bytes = published.reduce((sum, part) => sum + part.bytes.length, 0);
  assert(bytes <= publishedBytesMax, `published parts have at most ${publishedBytesMax} bytes together`);
  assert(
    act.parts.every((part) => part.bytes.length <= partBytesMax),
    `a part has at most ${partBytesMax} bytes`,
  );
  assert(!isParameterKind(act.kind) || published.length > 0, `${act.kind} is public: it needs an open part`);
}

/** Acts of the state about itself are published whole: parameters.json is read from them. */
export function isPublished(act: ActToAppend, part: PartToAppend): boolean {
  return part.publish === true || (isParameterKind(act.kind) && part.store === "open");
}

/** Thirty-two secret bytes per purpose: drawn, or made from the submission so that a repeat gives the same ones. */
function secretsOf(
  act: ActToAppend,
  position: number,
  randomBytes: (length: number) => Uint8Array,
): (purpose: string) => Uint8Array {
  const { submission } = act;
  if (submission === undefined) return () => randomBytes(nonceLength);
  assert(submission.length === nonceLength, `a submission has ${nonceLength} bytes`);
  // Two acts of one submission must not share nonces.
  return (purpose) =>
    Uint8Array.from(
      createHmac("sha256", submission).update(`${position} ${act.kind} ${purpose}`, "utf8").digest(),
    );
}

/** The rows that wait in the queue for the leaves of a group. */
export function pendingRows(
  prepared: readonly PreparedAct[],
  tools: { readonly now: () => Instant; readonly randomBytes: (length: number) => Uint8Array },
): readonly PendingToInsert[] {
  // A leaf never carries an earlier minute than its act, even if another machine's clock is behind ours.
  const releases = prepared.map(({ act }) => Math.max(act.releaseAt ?? tools.now(), act.at));
  // A group enters whole, so it waits for its latest act.
  const releaseAt = Math.max(...releases);
  const groupId = uuidFrom(tools.randomBytes(uuidLength));
  return prepared.map(({ row }) => pendingOf(row, groupId, releaseAt));
}

function pendingOf(row: ActRow, groupId: string, releaseAt: Instant): PendingToInsert {
  return {
    log: row.log,
    group_id: groupId,
    act_id: row.act_id,
    subject: row.subject,
    kind: numberOfKind(row.kind),
    body: row.body,
    due: row.due ?? 0,
    case_tag: row.case_tag ?? zeroTag,
    commitment: row.commitment,
    publishes: row.publishes,
    release_at: releaseAt,
  };
}

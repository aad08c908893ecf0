/**
 * The way into the record: acts, their parts and their places in the queue of the log are written in the caller's
 * own transaction, so there is no act without a pending leaf and no leaf without its act (record.md section 1).
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
import type { Transaction } from "#platform/database/database.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import type { ActToAppend, AppendedAct, PartToAppend } from "./act.ts";
import { type ActRow, actIdsOf, insertActs } from "./act-store.ts";
import { insertParts, type PartRow } from "./part-store.ts";
import { insertPending, type PendingToInsert, releaseEarlier } from "./pending-store.ts";
import { insertSealedParts, type SealedPartRow } from "./sealed-part-store.ts";
import { sealPart } from "./sealing.ts";

export type { ActToAppend, AppendedAct, AppendedPart, LogName, PartToAppend } from "./act.ts";
export { delayedRelease, parseLogName } from "./act.ts";

export interface AppendTools {
  readonly randomBytes: (length: number) => Uint8Array;
  readonly now: () => Instant;
  /** Where the keys of sealed parts are kept; `null` in a program that never appends one (the desk). */
  readonly personKeys: PersonKeys | null;
}

/** A batch has 256 entries and never splits a group. */
export const actsPerGroupMax = 256;
/** Bytes of all published parts of one act: `payloads/<index>.json` is fetched whole. */
export const publishedBytesMax = 512 * 1024;
/** Bytes of one part. */
export const partBytesMax = 16 * 1024 * 1024;

const subjectLength = 16;
const uuidLength = 16;

/**
 * Appends acts as one group, in this order: they enter the log in one batch, for example `forwarded` and `received`.
 * Runs in the caller's transaction. Within one case the caller holds the case's lock, so that acts are registered in
 * the order in which they happened. Throws on malformed acts. A group with `submission` that was appended before
 * writes nothing and comes back `repeated`.
 */
export async function appendActs(
  transaction: Transaction,
  acts: readonly ActToAppend[],
  tools: AppendTools,
): Promise<readonly AppendedAct[]> {
  assert(acts.length > 0 && acts.length <= actsPerGroupMax, `a group has 1 to ${actsPerGroupMax} acts`);
  const log = acts[0]?.log;
  assert(
    acts.every((act) => act.log === log),
    "the acts of a group enter one log",
  );
  const prepared = acts.map((act, position) => prepareAct(act, position, tools));
  const inserted = await insertActs(
    transaction,
    prepared.map(({ row }) => row),
  );
  if (inserted === 0) return repeatedActs(transaction, prepared);
  assert(inserted === acts.length, "of a repeated group every act is repeated");
  await writeBesides(transaction, prepared, tools);
  return prepared.map(({ appended }) => appended);
}

interface PreparedAct {
  readonly act: ActToAppend;
  readonly row: ActRow;
  readonly appended: AppendedAct;
}

function prepareAct(act: ActToAppend, position: number, tools: AppendTools): PreparedAct {
  assert(act.caseTag === null || act.caseTag.length === caseTagLength, "a case tag has 16 bytes");
  checkParts(act);
  const secret = secretsOf(act, position, tools.randomBytes);
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
  const actId = uuidFrom(tools.randomBytes(uuidLength));
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
function isPublished(act: ActToAppend, part: PartToAppend): boolean {
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

async function repeatedActs(
  transaction: Transaction,
  prepared: readonly PreparedAct[],
): Promise<readonly AppendedAct[]> {
  const known = await actIdsOf(
    transaction,
    prepared.map(({ row }) => row),
  );
  return prepared.map(({ appended }) => {
    const actId = known.get(toHex(appended.commitment));
    assert(actId !== undefined, "an act that was not inserted is there already");
    return { ...appended, actId, repeated: true };
  });
}

async function writeBesides(
  transaction: Transaction,
  prepared: readonly PreparedAct[],
  tools: AppendTools,
): Promise<void> {
  const open: PartRow[] = [];
  const sealed: SealedPartRow[] = [];
  for (const { act, appended } of prepared) {
    for (const [position, part] of act.parts.entries()) {
      const appendedPart = appended.parts[position];
      assert(appendedPart !== undefined, "every part was prepared");
      const { nonce, commitment, name } = appendedPart;
      const place = { subject: appended.subject, act_id: appended.actId, name, position };
      if (part.store === "open") {
        const published = isPublished(act, part);
        const content = { nonce, commitment, bytes: part.bytes, byte_length: part.bytes.length };
        open.push({ ...place, media_type: part.mediaType, published, ...content });
      } else {
        assert(tools.personKeys !== null, "sealed parts need the keys of persons");
        const key = tools.personKeys.draw();
        const content = { nonce, bytes: part.bytes };
        const ciphertext = sealPart(key, `${appended.actId} ${name}`, content, tools.randomBytes);
        sealed.push({ ...place, media_type: part.mediaType, key_id: key.id, ciphertext, commitment });
      }
    }
  }
  // A leaf never carries an earlier minute than its act, even if another machine's clock is behind ours.
  const releases = prepared.map(({ act }) => Math.max(act.releaseAt ?? tools.now(), act.at));
  // A group enters whole, so it waits for its latest act.
  const releaseAt = Math.max(...releases);
  const groupId = uuidFrom(tools.randomBytes(uuidLength));
  // One connection sends these one behind the other without waiting for each answer.
  await Promise.all([
    insertParts(transaction, open),
    insertSealedParts(transaction, sealed),
    releaseEarlier(
      transaction,
      prepared.map(({ row }) => pendingOf(row, groupId, releaseAt)),
    ),
    insertPending(
      transaction,
      prepared.map(({ row }) => pendingOf(row, groupId, releaseAt)),
    ),
  ]);
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

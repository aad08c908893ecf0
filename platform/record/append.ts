/**
 * The way into the record: acts, their parts and their places in the queue of the log are written in the caller's
 * own transaction, so there is no act without a pending leaf and no leaf without its act (record.md section 1).
 */
import { toHex } from "#core/bytes.ts";
import type { Instant } from "#core/clock/civil-date.ts";
import { assert } from "#core/result.ts";
import type { Transaction } from "#platform/database/database.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import type { ActToAppend, AppendedAct } from "./act.ts";
import { type ActRow, actIdsOf, insertActs } from "./act-store.ts";
import { insertParts, type PartRow } from "./part-store.ts";
import { insertPending } from "./pending-store.ts";
import { isPublished, type PreparedAct, pendingRows, prepareAct } from "./prepare-acts.ts";
import { insertSealedParts, type SealedPartRow } from "./sealed-part-store.ts";
import { sealPart } from "./sealing.ts";

export type { ActToAppend, AppendedAct, AppendedPart, LogName, PartToAppend } from "./act.ts";
export { delayedRelease, parseLogName } from "./act.ts";
export { partBytesMax, publishedBytesMax } from "./prepare-acts.ts";

export interface AppendTools {
  readonly randomBytes: (length: number) => Uint8Array;
  readonly now: () => Instant;
  /** Where the keys of sealed parts are kept; `null` in a program that never appends one (the desk). */
  readonly personKeys: PersonKeys | null;
}

/** A batch has 256 entries and never splits a group. */
export const actsPerGroupMax = 256;

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
  if (acts.every(isNew)) {
    const sent = sendNewActs(transaction, acts, tools);
    await sent.written;
    return sent.acts;
  }
  const prepared = preparedGroup(acts, tools);
  const inserted = await insertActs(transaction, rowsOf(prepared));
  if (inserted === 0) return repeatedActs(transaction, prepared);
  assert(inserted === acts.length, "of a repeated group every act is repeated");
  await writeBesides(transaction, prepared, tools);
  return prepared.map(({ appended }) => appended);
}

/**
 * The same for acts without `submission`. They cannot be there already, so what will stand in the record is known before
 * it does: whoever writes more in this transaction sends it right behind. Nothing may be committed before `written`.
 */
export function sendNewActs(
  transaction: Transaction,
  acts: readonly ActToAppend[],
  tools: AppendTools,
): { readonly acts: readonly AppendedAct[]; readonly written: Promise<void> } {
  assert(acts.every(isNew), "an act with a submission may be a repetition");
  const prepared = preparedGroup(acts, tools);
  // One connection sends these one behind the other without waiting for each answer.
  const written = Promise.all([
    insertActs(transaction, rowsOf(prepared)).then((inserted) =>
      assert(inserted === acts.length, "an act whose nonces are drawn is new"),
    ),
    writeBesides(transaction, prepared, tools),
  ]).then(() => {});
  return { acts: prepared.map(({ appended }) => appended), written };
}

function isNew({ submission }: ActToAppend): boolean {
  return submission === undefined;
}

function preparedGroup(acts: readonly ActToAppend[], tools: AppendTools): readonly PreparedAct[] {
  assert(acts.length > 0 && acts.length <= actsPerGroupMax, `a group has 1 to ${actsPerGroupMax} acts`);
  const log = acts[0]?.log;
  assert(
    acts.every((act) => act.log === log),
    "the acts of a group enter one log",
  );
  return acts.map((act, position) => prepareAct(act, position, tools.randomBytes));
}

function rowsOf(prepared: readonly PreparedAct[]): readonly ActRow[] {
  return prepared.map(({ row }) => row);
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
  await Promise.all([
    insertParts(transaction, open),
    insertSealedParts(transaction, sealed),
    insertPending(transaction, pendingRows(prepared, tools)),
  ]);
}

/**
 * Erasure: text, nonces, payload and keys go, the leaf stays. What remains is a commitment without its nonce: 32
 * random-looking bytes. The database part happens in the caller's transaction; keys and published copies are
 * outside of it and follow by `finishErasures`, which may be repeated at any time.
 */
import { join } from "node:path";
import { fromHex, toHex, utf8Bytes, utf8Text } from "#core/bytes.ts";
import { type CivilDate, civilDateOfDays, type Instant } from "#core/clock/civil-date.ts";
import { canonicalJson } from "#core/record/canonical-json.ts";
import { parseBodyNumber } from "#core/record/leaf.ts";
import { isParameterKind } from "#core/record/parameter-acts.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import type { Sql, Transaction } from "#platform/database/database.ts";
import type { Disk } from "#platform/files/disk.ts";
import { appendLineDurably, type Durability, readFileIfPresent } from "#platform/files/durable-file.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import { uuidFrom } from "#platform/keys/uuid.ts";
import { type AppendedAct, type LogName, parseLogName } from "./act.ts";
import { findAct, lastActOfCase, type StoredAct } from "./act-store.ts";
import { type AppendTools, appendActs } from "./append.ts";
import {
  type ErasureToMark,
  finishErasure,
  keysToDestroy,
  knowsErasure,
  markErasure,
  unfinishedErasures,
} from "./erasure-store.ts";
import { entryOfAct } from "./ledger-store.ts";
import { publishErased, publishPayload } from "./publish-acts.ts";
import { publishedActs } from "./published-act-store.ts";
import type { PublishedFolder } from "./published-folder.ts";

export interface ErasureRequest {
  readonly actId: string;
  /** Names of the parts to erase; `null` for the whole act with its payload. */
  readonly partNames: readonly string[] | null;
  /** Who erases: a role or a post. */
  readonly actor: string;
}

export type ErasureProblem = "no-such-act" | "parameter-act";

const uuidBytes = 16;
const erasuresPerRunMax = 256;
const journalFile = "erasures.jsonl";

/**
 * Takes an act's texts and nonces out of the database. The caller appends the act `erased` in the same transaction:
 * one for all acts of a case, or by `eraseAct`, which does both for one. The state's own public acts cannot be erased: they hold no personal data.
 */
export async function markErased(
  transaction: Transaction,
  request: ErasureRequest,
  tools: Pick<AppendTools, "randomBytes" | "now">,
): Promise<Result<StoredAct, ErasureProblem>> {
  const act = await findAct(transaction, request.actId);
  if (act === null) return refused("no-such-act");
  if (isParameterKind(act.kind)) return refused("parameter-act");
  await markErasure(transaction, {
    erasureId: uuidFrom(tools.randomBytes(uuidBytes)),
    log: act.log,
    subject: act.subject,
    actId: act.actId,
    partNames: request.partNames,
    at: tools.now(),
  });
  return ok(act);
}

/** Erases, and appends the act `erased`, which changes no duty: it repeats body and due of the case's last act. */
export async function eraseAct(
  transaction: Transaction,
  request: ErasureRequest,
  tools: AppendTools,
): Promise<Result<AppendedAct, ErasureProblem>> {
  const marked = await markErased(transaction, request, tools);
  if (!marked.ok) return marked;
  const { caseTag, log, actId } = marked.value;
  const last =
    caseTag === null ? marked.value : ((await lastActOfCase(transaction, caseTag)) ?? marked.value);
  const [appended] = await appendActs(
    transaction,
    [
      {
        log: logNameOf(log),
        kind: "erased",
        caseTag,
        body: bodyOf(last),
        due: caseTag === null ? null : dueOf(last),
        actor: request.actor,
        at: tools.now(),
        parts: [erasedPart(actId, request.partNames)],
      },
    ],
    tools,
  );
  assert(appended !== undefined, "one act was appended");
  return ok(appended);
}

/** The part `public` of an act `erased`: which act, which parts. */
function erasedPart(actId: string, partNames: readonly string[] | null) {
  const bytes = utf8Bytes(canonicalJson({ v: 1, act: actId, parts: partNames }));
  return { name: "public", bytes, mediaType: "application/json", store: "open" } as const;
}

export interface ErasureTools {
  readonly sql: Sql;
  readonly log: LogName;
  readonly origin: string;
  readonly personKeys: PersonKeys;
  readonly published: PublishedFolder;
  /** Beside the lock head: what has to be erased again after a database was restored. */
  readonly stateFolder: string;
  readonly durability: Durability;
  readonly disk?: Disk | undefined;
  readonly now: () => Instant;
}

/** Destroys keys, published copies and ciphertexts of the erasures that were asked for. Returns how many were finished. */
export async function finishErasures(tools: ErasureTools): Promise<number> {
  const unfinished = await unfinishedErasures(tools.sql, tools.log, erasuresPerRunMax);
  for (const erasure of unfinished) {
    appendLineDurably(
      join(tools.stateFolder, journalFile),
      journalLine(erasure),
      tools.durability,
      tools.disk,
    );
    for (const id of await keysToDestroy(tools.sql, erasure)) tools.personKeys.destroy(id);
    await unpublish(tools, erasure);
    await finishErasure(tools.sql, erasure, tools.now());
  }
  return unfinished.length;
}

/** After a restore from a backup: asks once more for every erasure that this database has forgotten. */
export async function repeatForgottenErasures(tools: ErasureTools): Promise<number> {
  const journal = readJournal(join(tools.stateFolder, journalFile), tools.disk);
  let forgotten = 0;
  for (const erasure of journal) {
    if (erasure.log !== tools.log || (await knowsErasure(tools.sql, erasure))) continue;
    await tools.sql.begin((transaction) => markErasure(transaction, erasure));
    forgotten += 1;
  }
  return forgotten;
}

/** Before the file goes, the index stands in erased.json: a mirror that asks in between learns why. */
async function unpublish(tools: ErasureTools, erasure: ErasureToMark): Promise<void> {
  const entry = await entryOfAct(tools.sql, tools.log, erasure.actId);
  if (entry === null) return;
  const [act] = await publishedActs(tools.sql, tools.log, { from: entry.index, to: entry.index + 1 });
  if (act === undefined) return;
  publishErased(tools.published, { origin: tools.origin, indexes: [entry.index] });
  publishPayload(tools.published, act);
}

function journalLine(erasure: ErasureToMark): string {
  return JSON.stringify({ ...erasure, subject: toHex(erasure.subject) });
}

function readJournal(path: string, disk?: Disk): readonly ErasureToMark[] {
  const text = utf8Text(readFileIfPresent(path, disk) ?? new Uint8Array(0)) ?? "";
  // A crash may have cut the last line off; that erasure is still unfinished in the database.
  return text
    .split("\n")
    .slice(0, -1)
    .map((line): ErasureToMark => {
      const { erasureId, log, subject, actId, partNames, at } = JSON.parse(line);
      const bytes = fromHex(String(subject));
      assert(bytes !== null, `${path}: malformed line`);
      return { erasureId, log, subject: bytes, actId, partNames, at };
    });
}

function logNameOf(text: string): LogName {
  const log = parseLogName(text);
  assert(log !== null, "the database holds names of logs");
  return log;
}

function bodyOf(act: StoredAct) {
  const body = parseBodyNumber(act.body);
  assert(body !== null, "the database holds numbers of bodies");
  return body;
}

function dueOf(act: StoredAct): CivilDate | null {
  return act.due === null ? null : civilDateOfDays(act.due);
}

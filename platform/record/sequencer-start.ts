/** Starting a sequencer: take the lock, judge what is found, repair what was half done, ask the witnesses. */
import { join } from "node:path";
import { equalBytes } from "#core/bytes.ts";
import { checkpointText } from "#core/log/checkpoint.ts";
import { emptyRoot } from "#core/log/merkle.ts";
import { signNote, verifierKey } from "#core/log/note.ts";
import { type RightEdge, rightEdgeFrom, rootOfRightEdge, type TileSource } from "#core/log/tile.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import { isDiskError } from "#platform/files/disk.ts";
import { makeFolder, syncTree } from "#platform/files/durable-file.ts";
import { CheckpointPublisher } from "./checkpoint-publisher.ts";
import { Cosigning } from "./cosigning.ts";
import type { Head } from "./ledger-store.ts";
import { lockHeadPath, readLockHead, signedSize, writeLockHead } from "./lock-head.ts";
import { folderTileSource, listingEveryMsDefault, PublishedFolder } from "./published-folder.ts";
import { applyStaged, Sequencer, type SequencerState } from "./sequencer.ts";
import type { SequencerLock } from "./sequencer-lock-store.ts";
import type { SequencerOptions } from "./sequencer-options.ts";
import { openStagingFolder } from "./staged-batch.ts";
import { judgeStart, SequencerStoppedError, type StartPlan, type StartProblem } from "./start-judgement.ts";

/**
 * Starts the sequencer of a log, beginning the log if it is new. Refuses with a named problem
 * (`describeStartProblem`) when going on could make the log say two things.
 */
export async function startSequencer(options: SequencerOptions): Promise<Result<Sequencer, StartProblem>> {
  const lock = await options.ledger.takeLock();
  if (lock === null) return refused({ kind: "another-sequencer-runs" });
  try {
    const started = await startLocked(options, lock);
    if (!started.ok) await lock.release();
    return started;
  } catch (error) {
    await lock.release();
    if (error instanceof SequencerStoppedError && error.problem.kind !== "lost-the-race") {
      return refused(error.problem);
    }
    throw error;
  }
}

async function startLocked(
  options: SequencerOptions,
  lock: SequencerLock,
): Promise<Result<Sequencer, StartProblem>> {
  const { engine, durability, disk } = options;
  if (durability === "fsync") {
    for (const folder of [options.stateFolder, options.publishedFolder]) {
      makeFolder(folder, options);
      syncTree(folder, disk);
    }
  }
  const found = await findHead(options);
  if (!found.ok) return found;
  const { head, plan, lockPath } = found.value;
  const staging = openStagingFolder(join(options.stateFolder, "staged"), options);
  const listingEveryMs = options.listingEveryMs ?? listingEveryMsDefault;
  const published = new PublishedFolder(options.publishedFolder, { durability, disk, listingEveryMs });
  const source = folderTileSource(options.publishedFolder, disk);
  const { policy, witnesses } = options;
  const cosigning = new Cosigning({ engine, source, policy, witnesses });
  const tools = { published, cosigning };
  const publisher = new CheckpointPublisher(options, tools, head);
  if (publisher.size !== null && publisher.size > head.size && plan.resume === null) {
    return refused({ kind: "database-behind", databaseSize: head.size, lockSize: publisher.size });
  }
  const state: SequencerState = {
    ...{ lock, lockPath, staging, published, source, cosigning, publisher },
  };
  for (const batch of plan.discard) staging.remove(batch);
  if (plan.writeLockHead) writeLockHead(lockPath, head.note, options);
  return repair(options, state, head, plan);
}

/** Reads head, lock head and staged batches and judges them; writes the row of a log that has not begun. */
async function findHead(
  options: SequencerOptions,
): Promise<Result<{ head: Head; plan: StartPlan; lockPath: string }, StartProblem>> {
  const { ledger, origin, engine, signer, stateFolder, disk } = options;
  const logKey = verifierKey(engine, origin, "ed25519", signer.publicKey);
  const lockPath = lockHeadPath(stateFolder);
  const known = await ledger.readHead();
  if (known !== null && known.origin !== origin) {
    return refused({ kind: "origin-differs", inDatabase: known.origin, configured: origin });
  }
  if (known !== null && signedSize(engine, known.note, logKey) !== known.size) {
    return refused({ kind: "log-key-differs" });
  }
  const lock = readLockHead(engine, lockPath, logKey, disk);
  if (!lock.ok) return refused({ kind: lock.problem });
  if (known === null && lock.value !== null && lock.value.size > 0) {
    return refused({ kind: "database-behind", databaseSize: 0, lockSize: lock.value.size });
  }
  if (known === null) {
    const root = emptyRoot(engine);
    const note = signNote(engine, checkpointText({ origin, size: 0, root }), origin, signer);
    await ledger.createHead({ origin, root, note });
  }
  const head = known ?? (await ledger.readHead());
  assert(head !== null, "the head was just written");
  const staging = openStagingFolder(join(stateFolder, "staged"), options);
  const plan = judgeStart(head, lock.value, staging.list());
  return plan.ok ? ok({ head, plan: plan.value, lockPath }) : plan;
}

/**
 * Finishes a batch whose head was swapped; asks the witnesses whether they saw more than that; only then applies a
 * batch that was merely staged. So nothing new is signed on top of a restored state.
 */
async function repair(
  options: SequencerOptions,
  state: SequencerState,
  found: Head,
  plan: StartPlan,
): Promise<Result<Sequencer, StartProblem>> {
  let head = found;
  if (plan.resume !== null && plan.committed) await applyStaged(options, state, head, plan.resume, true);
  let edge = await loadEdge(options, state.source, head);
  if (!edge.ok) return edge;
  const asked = await state.cosigning.collect(head, options.now(), true);
  const answered = asked.ok ? await state.cosigning.settle() : asked;
  if (!answered.ok) return answered;
  if (plan.resume !== null && !plan.committed) {
    head = await applyStaged(options, state, head, plan.resume, false);
    state.publisher.entered(head.size, true);
    edge = await loadEdge(options, state.source, head);
    if (!edge.ok) return edge;
    const again = await state.cosigning.collect(head, options.now(), false);
    if (!again.ok) return again;
  }
  await state.publisher.publish();
  if (plan.resume !== null) state.staging.remove(plan.resume);
  await state.publisher.resolve();
  return ok(new Sequencer(options, state, head, edge.value));
}

async function loadEdge(
  options: SequencerOptions,
  source: TileSource,
  head: Head,
): Promise<Result<RightEdge, StartProblem>> {
  try {
    const edge = await rightEdgeFrom(options.engine, source, head.size);
    if (equalBytes(rootOfRightEdge(options.engine, edge.tiles), head.root)) return ok(edge);
    return refused({ kind: "tiles-damaged", size: head.size, detail: "they give another root" });
  } catch (error) {
    // A disk that cannot be read now is no proof that the tiles are wrong: the worker tries again.
    if (isDiskError(error)) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    return refused({ kind: "tiles-damaged", size: head.size, detail });
  }
}

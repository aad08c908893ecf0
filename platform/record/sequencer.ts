/**
 * Gives acts their places in one log and publishes them. One sequencer per log: an advisory lock keeps others out,
 * and the compare-and-swap of the head fences one that lost the lock without noticing. The order of durability is
 * that of ledger.md 2.3; `sequencerSteps` names its moments. A crash at any of them is repaired by the same steps.
 */
import { equalBytes } from "#core/bytes.ts";
import type { Instant } from "#core/clock/civil-date.ts";
import { checkpointText, parseCheckpoint } from "#core/log/checkpoint.ts";
import { emptyRoot } from "#core/log/merkle.ts";
import { parseNote, signNote } from "#core/log/note.ts";
import { appendToTiles, type RightEdge, rootFromTiles, type TileSource } from "#core/log/tile.ts";
import { wholeMinute } from "#core/record/leaf.ts";
import { assert, ok, type Result, refused } from "#core/result.ts";
import type { Sql } from "#platform/database/database.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import { batchEntriesMax, buildBatch, chooseGroups, shuffleGroups } from "./batch.ts";
import type { CheckpointPublisher } from "./checkpoint-publisher.ts";
import type { Cosigning, WitnessState } from "./cosigning.ts";
import { finishErasures } from "./erase.ts";
import type { Head } from "./ledger-store.ts";
import { isOvertaken, writeLockHead } from "./lock-head.ts";
import type { PublishedFolder } from "./published-folder.ts";
import type { SequencerLock } from "./sequencer-lock-store.ts";
import type { SequencerOptions, SequencerStep } from "./sequencer-options.ts";
import type { StagedBatch, StagingFolder } from "./staged-batch.ts";
import { SequencerStoppedError } from "./start-judgement.ts";

/** What a sequencer holds once its start was judged harmless. */
export interface SequencerState {
  readonly lock: SequencerLock;
  readonly lockPath: string;
  readonly staging: StagingFolder;
  readonly published: PublishedFolder;
  readonly source: TileSource;
  readonly cosigning: Cosigning;
  readonly publisher: CheckpointPublisher;
}

export interface StepReport {
  /** Acts that got their index in this step. */
  readonly entered: number;
  /** Entries in the log. */
  readonly size: number;
  /** Entries under a published checkpoint; `null` before the first. */
  readonly publishedSize: number | null;
  /** Whether released acts were left for the next batch. */
  readonly more: boolean;
}

export interface SequencerStatus {
  readonly size: number;
  readonly publishedSize: number | null;
  readonly witnesses: readonly WitnessState[];
}

export type ImportProblem = "not-a-checkpoint" | "not-of-this-log" | "no-known-cosignature";

interface NextBatch {
  readonly batch: StagedBatch;
  readonly edge: RightEdge;
  readonly more: boolean;
}

/** An idle log is cosigned again so often, so that everyone sees that it lives. */
export const recosignEveryMs = 60_000;

export class Sequencer {
  readonly #options: SequencerOptions;
  readonly #state: SequencerState;
  #head: Head;
  #edge: RightEdge;
  #askedAt: Instant = Number.NEGATIVE_INFINITY;
  /** Steps run one behind the other, whoever calls. */
  #last: Promise<unknown> = Promise.resolve();
  #failed = false;

  /** Made by `startSequencer` alone, which has judged the state. */
  constructor(options: SequencerOptions, state: SequencerState, head: Head, edge: RightEdge) {
    this.#options = options;
    this.#state = state;
    this.#head = head;
    this.#edge = edge;
  }

  /**
   * Enters what is released, at most one batch, and publishes what a quorum has cosigned. After it threw, this
   * sequencer is of no use: close it and start another, which repairs what was left half done.
   */
  step(): Promise<StepReport> {
    return this.#exclusively(() => this.#step());
  }

  /** Steps until nothing that is released now waits. */
  async drain(): Promise<StepReport> {
    let report = await this.step();
    while (report.more) report = await this.step();
    return report;
  }

  /**
   * Takes the cosignatures in a note that was carried here from a witness that pulls. Publishes when they complete
   * the quorum; otherwise they are added to the kept checkpoint of that size.
   */
  importCosignature(text: string): Promise<Result<{ readonly size: number }, ImportProblem>> {
    return this.#exclusively(() => this.#import(text));
  }

  /** Finishes the erasures that were asked for: keys, published copies, ciphertexts. Returns how many. */
  finishErasures(tools: { readonly sql: Sql; readonly personKeys: PersonKeys }): Promise<number> {
    return this.#exclusively(async () => {
      const { published } = this.#state;
      const finished = await finishErasures({ ...this.#options, ...tools, published });
      published.list(this.#options.now());
      return finished;
    });
  }

  /** Deletes partial tiles that became full and are older than `keepMs` (a day, so that mirrors are not cut short). */
  prunePartials(keepMs: number): Promise<number> {
    return this.#exclusively(async () => {
      const { published } = this.#state;
      const pruned = published.prunePartials(this.#options.now(), keepMs);
      published.list(this.#options.now());
      return pruned;
    });
  }

  status(): SequencerStatus {
    const { publisher, cosigning } = this.#state;
    return { size: this.#head.size, publishedSize: publisher.size, witnesses: cosigning.states() };
  }

  /** Finishes the running step, writes the list of files and gives the lock back. */
  async close(): Promise<void> {
    await this.#last.catch(() => {});
    const { lock, published } = this.#state;
    if (!this.#failed) published.listNow(this.#options.now());
    await lock.release();
  }

  #exclusively<Value>(run: () => Promise<Value>): Promise<Value> {
    const running = this.#last
      .catch(() => {})
      .then(async () => {
        assert(!this.#failed, "a sequencer that failed is started anew");
        try {
          return await run();
        } catch (error) {
          this.#failed = true;
          throw error;
        }
      });
    this.#last = running;
    return running;
  }

  async #step(): Promise<StepReport> {
    const { staging, publisher, published } = this.#state;
    const staged = await this.#stageNext();
    if (staged !== null) {
      this.#head = await applyStaged(this.#options, this.#state, this.#head, staged.batch, false);
      this.#edge = staged.edge;
      publisher.entered(
        staged.batch.newSize,
        staged.batch.entries.some((entry) => entry.publishes),
      );
    }
    await this.#publish(staged === null);
    if (staged !== null) staging.remove(staged.batch);
    await this.#faultPoint("staging-deleted");
    await publisher.resolve();
    await this.#faultPoint("receipts-resolved");
    published.list(this.#options.now());
    const entered = staged?.batch.entries.length ?? 0;
    return { entered, size: this.#head.size, publishedSize: publisher.size, more: staged?.more ?? false };
  }

  async #stageNext(): Promise<NextBatch | null> {
    const { ledger, log, origin, engine, now, randomBytes } = this.#options;
    const { size, root } = this.#head;
    const released = await ledger.releasedGroups(now(), batchEntriesMax * 2);
    const chosen = chooseGroups(released, size);
    const groups = shuffleGroups(chosen, randomBytes);
    if (groups.length === 0) return null;
    // A clock that was set back must not make the log's time decrease.
    const leafTime = Math.max(this.#head.leafTime, wholeMinute(now()));
    const batch = buildBatch(engine, groups, leafTime);
    const leaves = batch.entries.map(({ leaf }) => leaf);
    const appended = appendToTiles(engine, { size, rightEdge: this.#edge }, leaves);
    const staged: StagedBatch = {
      ...batch,
      log,
      origin,
      oldSize: size,
      oldRoot: Uint8Array.from(root),
      newSize: appended.newSize,
      root: appended.root,
      leafTime,
      files: appended.files,
    };
    this.#state.staging.write(staged);
    await this.#faultPoint("staged");
    return { batch: staged, edge: appended.rightEdge, more: chosen.length < released.length };
  }

  async #publish(idle: boolean): Promise<void> {
    const { cosigning, publisher } = this.#state;
    const now = this.#options.now();
    const sinceMs = now - this.#askedAt;
    const again = idle && (sinceMs < 0 || sinceMs >= recosignEveryMs);
    const collected = await cosigning.collect(this.#head, now, again);
    if (!collected.ok) throw new SequencerStoppedError(collected.problem);
    if (again || !idle) this.#askedAt = now;
    await this.#faultPoint("cosigned");
    await publisher.publish();
  }

  async #import(text: string): Promise<Result<{ readonly size: number }, ImportProblem>> {
    const { engine, origin, signer } = this.#options;
    const { source, cosigning, publisher } = this.#state;
    const note = parseNote(text);
    const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
    if (!note.ok || !checkpoint.ok) return refused("not-a-checkpoint");
    const { size, root } = checkpoint.value;
    if (checkpoint.value.origin !== origin || size > this.#head.size) return refused("not-of-this-log");
    const ours = size === 0 ? emptyRoot(engine) : await rootFromTiles(engine, source, size);
    if (!equalBytes(ours, root) || checkpointText({ origin, size, root }) !== note.value.text) {
      return refused("not-of-this-log");
    }
    // Signing the same text again gives the same signature (RFC 8032): nothing new is said.
    const signed = signNote(engine, note.value.text, origin, signer);
    const taken = cosigning.take({ size, note: signed }, note.value);
    if (!taken.ok) return taken;
    publisher.addToKept(taken.value);
    await publisher.publish();
    await publisher.resolve();
    return ok({ size });
  }

  async #faultPoint(step: SequencerStep): Promise<void> {
    await this.#options.faultPoint?.(step);
  }
}

/**
 * Signs a staged batch, swaps the head, writes lock head and tiles; gives the new head. With `committed` the swap has
 * happened before.
 */
export async function applyStaged(
  options: SequencerOptions,
  state: SequencerState,
  head: Head,
  batch: StagedBatch,
  committed: boolean,
): Promise<Head> {
  const faultPoint = async (step: SequencerStep): Promise<void> => options.faultPoint?.(step);
  const note = signedNote(options, batch);
  await faultPoint("signed");
  if (!committed && !(await options.ledger.commitBatch(batch, { note, lock: state.lock }))) {
    // The note was never shown to anybody; with the staged batch it ceases to exist.
    state.staging.remove(batch);
    throw new SequencerStoppedError({ kind: "lost-the-race" });
  }
  await faultPoint("head-swapped");
  if (isOvertaken(state.lockPath, batch.newSize, options.disk)) {
    throw new SequencerStoppedError({ kind: "lost-the-race" });
  }
  writeLockHead(state.lockPath, note, options);
  await faultPoint("lock-head-written");
  state.published.writeTiles(batch.files);
  await faultPoint("tiles-written");
  return { ...head, size: batch.newSize, root: batch.root, leafTime: batch.leafTime, note };
}

function signedNote(options: SequencerOptions, batch: StagedBatch): string {
  const text = checkpointText({ origin: options.origin, size: batch.newSize, root: batch.root });
  return signNote(options.engine, text, options.origin, options.signer);
}

/**
 * The sequencer as a long-running work: woken when an act is committed, at most one batch in 250 ms, and started
 * anew after a failure of database or disk. It ends when it is asked to, or when going on could do harm.
 */
import { describedError } from "#engines/operations/event-log.ts";
import type { Sql } from "#platform/database/database.ts";
import type { PersonKeys } from "#platform/keys/person-keys.ts";
import type { WorkerEvent } from "#platform/operations/log-events.ts";
import { type TakenFile, takeCarried } from "./carried-cosignatures.ts";
import { repeatForgottenErasures } from "./erase.ts";
import { pendingChannel } from "./pending-store.ts";
import { folderTileSource, PublishedFolder } from "./published-folder.ts";
import { rehashPayloads } from "./rehash.ts";
import type { Sequencer, SequencerStatus } from "./sequencer.ts";
import type { SequencerOptions } from "./sequencer-options.ts";
import { startSequencer } from "./sequencer-start.ts";
import { SequencerStoppedError, type StartProblem } from "./start-judgement.ts";

/** While acts come in, batches are made no faster. */
const batchEveryMs = 250;
/** An idle log looks so often for acts whose delay has passed. */
const idleEveryMs = 1_000;
const restartAfterMs = 1_000;
/** A worker that was killed holds the lock until the database notices. */
const otherSequencerWaitMs = 15_000;
const pruneEveryMs = 60 * 60 * 1_000;
const rehashEveryMs = 24 * 60 * 60 * 1_000;
const rehashAfterStartMs = 10 * 60 * 1_000;
/** Mirrors may hold a checkpoint of yesterday. */
const partialsKeptMs = 24 * 60 * 60 * 1_000;

export interface RunOptions extends SequencerOptions {
  /** Connected as the worker. */
  readonly sql: Sql;
  readonly personKeys: PersonKeys;
  /** Where carried cosignatures are put. */
  readonly carriedFolder: string;
  readonly stop: AbortSignal;
  /** Told to the operator. */
  readonly report: (event: WorkerEvent) => void;
  /** Called after each step with what the world may know. */
  readonly onStatus?: (status: SequencerStatus) => void;
}

/** Runs until `stop`; the problem, when the sequencer must not go on (`describeStartProblem`), or `null`. */
export async function runSequencer(options: RunOptions): Promise<StartProblem | null> {
  const wake = new Wake(options.stop);
  const listening = await options.sql.listen(pendingChannel, () => wake.now());
  try {
    let waitedMs = 0;
    while (!options.stop.aborted) {
      const problem = await runOnce(options, wake);
      if (problem === null || options.stop.aborted) return null;
      const isRetried = problem === "failed" || problem.kind === "another-sequencer-runs";
      if (!isRetried) return problem;
      if (problem !== "failed" && waitedMs >= otherSequencerWaitMs) return problem;
      waitedMs = problem === "failed" ? 0 : waitedMs + restartAfterMs;
      await wake.after(restartAfterMs);
    }
    return null;
  } finally {
    await listening.unlisten().catch(() => {});
  }
}

async function runOnce(options: RunOptions, wake: Wake): Promise<StartProblem | "failed" | null> {
  const { log } = options;
  let sequencer: Sequencer | null = null;
  try {
    const started = await startSequencer(options);
    if (!started.ok) return started.problem;
    sequencer = started.value;
    const forgotten = await repeatForgottenErasures(erasureTools(options));
    // Forgotten by a restored database.
    if (forgotten > 0) options.report({ event: "erasures-repeated", log, erasures: forgotten });
    options.report({ event: "sequencing", log, entries: sequencer.status().size });
    await stepUntilStopped(options, sequencer, wake, new NightlyCheck(options));
    return null;
  } catch (error) {
    if (error instanceof SequencerStoppedError && error.problem.kind !== "lost-the-race")
      return error.problem;
    options.report({ event: "sequencer-failed", log, error: describedError(error) });
    return "failed";
  } finally {
    await sequencer?.close();
  }
}

async function stepUntilStopped(
  options: RunOptions,
  sequencer: Sequencer,
  wake: Wake,
  nightly: NightlyCheck,
): Promise<void> {
  let prunedAt = Number.NEGATIVE_INFINITY;
  while (!options.stop.aborted) {
    const { entered, more } = await sequencer.step();
    await sequencer.finishErasures(options);
    for (const taken of await takeCarried(sequencer, options.carriedFolder, options.durability))
      options.report(carriedEvent(options.log, taken));
    if (Math.abs(options.now() - prunedAt) >= pruneEveryMs) {
      await sequencer.prunePartials(partialsKeptMs);
      prunedAt = options.now();
    }
    nightly.beginIfDue(sequencer.status().size);
    options.onStatus?.(sequencer.status());
    if (more) continue;
    if (entered > 0) await wake.after(batchEveryMs);
    await wake.when(idleEveryMs);
  }
  await nightly.ended();
}

function carriedEvent(log: string, taken: TakenFile): WorkerEvent {
  return taken.ok
    ? { event: "cosignature-carried", log, entries: taken.value.size }
    : { event: "carried-file-refused", log, problem: taken.problem };
}

/** Hashes everything again once a day, beside the log and without holding it up. */
class NightlyCheck {
  readonly #options: RunOptions;
  #begunAt: number;
  #running: Promise<void> = Promise.resolve();

  constructor(options: RunOptions) {
    this.#options = options;
    // The first one comes a while after the start, so that restarts in a row do not begin it each time.
    this.#begunAt = options.now() - rehashEveryMs + rehashAfterStartMs;
  }

  beginIfDue(size: number): void {
    if (this.#options.now() - this.#begunAt < rehashEveryMs) return;
    this.#begunAt = this.#options.now();
    this.#running = this.#check(size);
  }

  ended(): Promise<void> {
    return this.#running;
  }

  async #check(size: number): Promise<void> {
    const { sql, log, personKeys, publishedFolder, report, stop } = this.#options;
    const source = folderTileSource(publishedFolder);
    try {
      let found = 0;
      for await (const { actId, part, finding } of rehashPayloads({ sql, log, source, personKeys, size })) {
        if (stop.aborted) return;
        found += 1;
        report({ event: "record-differs", log, act: actId, part, finding });
      }
      report({ event: "record-hashed-again", log, entries: size, findings: found });
    } catch (error) {
      report({ event: "hashing-again-failed", log, error: describedError(error) });
    }
  }
}

function erasureTools(options: RunOptions) {
  const { durability, publishedFolder } = options;
  const published = new PublishedFolder(publishedFolder, {
    durability,
    listingEveryMs: Number.POSITIVE_INFINITY,
  });
  return { ...options, published };
}

/** Waits that an event or the wish to stop cuts short. */
class Wake {
  readonly #stop: AbortSignal;
  #asked = false;
  #wake: () => void = () => {};

  constructor(stop: AbortSignal) {
    this.#stop = stop;
    stop.addEventListener("abort", () => this.#wake());
  }

  now(): void {
    this.#asked = true;
    this.#wake();
  }

  /** Waits so long, or until stopped; what is asked meanwhile is kept for `when`. */
  async after(milliseconds: number): Promise<void> {
    await this.#wait(milliseconds, () => this.#stop.aborted);
  }

  /** Waits until asked, at most so long. */
  async when(milliseconds: number): Promise<void> {
    await this.#wait(milliseconds, () => this.#asked || this.#stop.aborted);
    this.#asked = false;
  }

  async #wait(milliseconds: number, isOver: () => boolean): Promise<void> {
    if (isOver()) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        if (!isOver()) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => {};
  }
}

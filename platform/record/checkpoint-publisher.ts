/**
 * Publishes cosigned checkpoints with what belongs to their entries, keeps the first of each size for ever, and
 * tells the database from when on an act counts as witnessed.
 */
import type { Instant } from "#core/clock/civil-date.ts";
import { parseCheckpoint } from "#core/log/checkpoint.ts";
import { parseNote } from "#core/log/note.ts";
import { checkpointFile, checkpointPath, sizeOfCheckpointPath } from "#core/record/publication.ts";
import { assert } from "#core/result.ts";
import { cosignatureTimes } from "./cosignature-times.ts";
import type { CosignedCheckpoint, Cosigning } from "./cosigning.ts";
import { isOvertaken, lockHeadPath } from "./lock-head.ts";
import { publishActs } from "./publish-acts.ts";
import type { PublishedFolder } from "./published-folder.ts";
import type { SequencerOptions, SequencerStep } from "./sequencer-options.ts";
import { SequencerStoppedError } from "./start-judgement.ts";

type WitnessedCheckpoint = Pick<CosignedCheckpoint, "size" | "witnessedAt">;

export class CheckpointPublisher {
  readonly #options: SequencerOptions;
  readonly #published: PublishedFolder;
  readonly #cosigning: Cosigning;
  /** Size of the published checkpoint; `null` before the first. */
  size: number | null;
  /** Entries that the database knows to be witnessed. */
  #witnessedSize: number;
  /** Kept checkpoints that the database does not know yet, ascending. */
  #unresolved: WitnessedCheckpoint[];
  /** Whether an act with published parts may wait for its checkpoint: unknown at start, so yes. */
  #hasActsToPublish = true;
  #enteredSize: number;

  /** Finds on disk what is published; a crash may have left the newest kept checkpoint unpublished. */
  constructor(
    options: SequencerOptions,
    tools: { readonly published: PublishedFolder; readonly cosigning: Cosigning },
    head: { readonly size: number; readonly witnessedSize: number },
  ) {
    this.#options = options;
    this.#published = tools.published;
    this.#cosigning = tools.cosigning;
    this.#witnessedSize = head.witnessedSize;
    this.#enteredSize = head.size;
    const kept = [...tools.published.paths()].flatMap((path) => sizeOfCheckpointPath(path) ?? []);
    this.size = kept.length === 0 ? null : kept.reduce((left, right) => Math.max(left, right));
    this.#unresolved = kept
      .filter((size) => size > head.witnessedSize)
      .sort((left, right) => left - right)
      .map((size) => this.#readKept(size));
    this.#publishNewestKept();
  }

  /** Hears of a batch: how large the log is now, and whether something of its acts is published beside it. */
  entered(size: number, publishes: boolean): void {
    this.#enteredSize = size;
    this.#hasActsToPublish ||= publishes;
  }

  /** Publishes the largest checkpoint whose quorum is met, if it is new or freshly cosigned. */
  async publish(): Promise<void> {
    const best = this.#cosigning.best(this.size ?? 0);
    if (best === null) return;
    this.#refuseOvertaken(best.size);
    if (this.size !== null && best.size === this.size) {
      if (this.#published.read(checkpointFile) !== best.note)
        this.#published.write(checkpointFile, best.note);
      return;
    }
    // Before the checkpoint: whoever reads it finds the acts beneath it that are public.
    await publishActs(this.#options.ledger, this.#published, this.#options, {
      from: this.#witnessedSize,
      to: best.size,
    });
    await this.#faultPoint("acts-published");
    this.#refuseOvertaken(best.size);
    this.#published.write(checkpointPath(best.size), best.note);
    await this.#faultPoint("checkpoint-kept");
    this.#refuseOvertaken(best.size);
    this.#published.write(checkpointFile, best.note);
    await this.#faultPoint("checkpoint-published");
    this.size = best.size;
    this.#unresolved.push(best);
    this.#hasActsToPublish = best.size < this.#enteredSize;
    this.#cosigning.forgetBelow(best.size);
  }

  /** Adds carried cosignatures to a checkpoint that was kept before; its own lines stay. */
  addToKept(checkpoint: CosignedCheckpoint): void {
    const path = checkpointPath(checkpoint.size);
    const kept = this.#published.read(path);
    if (kept === null) return;
    const known = noteOf(kept).signatures.map(({ line }) => line);
    const added = noteOf(checkpoint.note)
      .signatures.map(({ line }) => line)
      .filter((line) => !known.includes(line));
    if (added.length > 0) this.#published.write(path, kept + added.join(""));
  }

  /** Tells the database which entries are witnessed since when. */
  async resolve(): Promise<void> {
    for (const checkpoint of [...this.#unresolved]) {
      await this.#options.ledger.recordWitnessed(checkpoint);
      this.#unresolved.shift();
      this.#witnessedSize = Math.max(this.#witnessedSize, checkpoint.size);
    }
  }

  /** What is published only grows: neither a sequencer that stood still nor the one it meets may turn it back. */
  #refuseOvertaken(size: number): void {
    const { stateFolder, disk } = this.#options;
    const current = this.#published.read(checkpointFile);
    const isOlder = current !== null && sizeOfNote(current) > size;
    if (isOlder || isOvertaken(lockHeadPath(stateFolder), this.#enteredSize, disk)) {
      throw new SequencerStoppedError({ kind: "lost-the-race" });
    }
  }

  #readKept(size: number): WitnessedCheckpoint {
    const kept = this.#published.read(checkpointPath(size));
    assert(kept !== null, "a kept checkpoint is kept");
    return { size, witnessedAt: this.#witnessedAt(kept) };
  }

  #publishNewestKept(): void {
    if (this.size === null) return;
    const kept = this.#published.read(checkpointPath(this.size));
    const current = this.#published.read(checkpointFile);
    if (kept !== null && (current === null || sizeOfNote(current) < this.size)) {
      this.#published.write(checkpointFile, kept);
    }
  }

  #witnessedAt(note: string): Instant | null {
    const keys = this.#options.policy.witnesses.map(({ key }) => key);
    const times = cosignatureTimes(this.#options.engine, note, keys);
    return times.length === 0 ? null : Math.min(...times);
  }

  async #faultPoint(step: SequencerStep): Promise<void> {
    await this.#options.faultPoint?.(step);
  }
}

function noteOf(text: string) {
  const note = parseNote(text);
  assert(note.ok, "a published checkpoint is a note");
  return note.value;
}

function sizeOfNote(text: string): number {
  const checkpoint = parseCheckpoint(noteOf(text).text);
  assert(checkpoint.ok, "a published checkpoint is a checkpoint");
  return checkpoint.value.size;
}

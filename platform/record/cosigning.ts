/**
 * Collects cosignatures until the policy's quorum is met. Witnesses close by are waited for; those far away are
 * asked at their own pace, and their answers count when they come, also for a checkpoint that the log has passed.
 */
import type { Instant } from "#core/clock/civil-date.ts";
import type { Engine } from "#core/log/engine.ts";
import { type Note, type VerifierKey, verifyNote } from "#core/log/note.ts";
import { quorumMetByKeys, type WitnessPolicy } from "#core/log/policy.ts";
import type { TileSource } from "#core/log/tile.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { StartProblem } from "./start-judgement.ts";
import {
  ConsistencyProofs,
  type CosignatureLine,
  type SignedHead,
  WitnessClient,
  type WitnessLink,
  type WitnessOutcome,
  type WitnessProblem,
} from "./witness-client.ts";

/** A checkpoint with as many cosignatures as were collected. */
export interface CosignedCheckpoint {
  readonly size: number;
  /** The note: the log's signature, then the witnesses' in the order of the policy. */
  readonly note: string;
  /** Earliest cosignature, milliseconds; `null` under a policy that asks for none. */
  readonly witnessedAt: Instant | null;
}

export interface WitnessState {
  readonly name: string;
  readonly problem: WitnessProblem | null;
  readonly lastCosignedSeconds: number | null;
  readonly outcomes: ReadonlyMap<WitnessOutcome, number>;
  /** Whether it is pushed to, or its cosignatures are carried here. */
  readonly pulls: boolean;
}

interface Candidate extends SignedHead {
  readonly lines: Map<string, CosignatureLine>;
}

export interface CosigningOptions {
  readonly engine: Engine;
  readonly source: TileSource;
  readonly policy: WitnessPolicy;
  readonly witnesses: readonly WitnessLink[];
}

/** Checkpoints for which distant witnesses may still answer. */
const candidatesMax = 64;

export class Cosigning {
  readonly #options: CosigningOptions;
  readonly #clients: readonly WitnessClient[];
  readonly #candidates = new Map<number, Candidate>();
  readonly #asking = new Map<WitnessClient, Promise<void>>();
  #startProblem: StartProblem | null = null;
  /** What went wrong on our side, such as a tile that could not be read, while nobody waited for the answer. */
  #failure: { readonly error: unknown } | null = null;

  constructor(options: CosigningOptions) {
    this.#options = options;
    const proofs = new ConsistencyProofs(options.engine, options.source);
    this.#clients = options.witnesses.map((link) => new WitnessClient(link, options.engine, proofs));
  }

  /**
   * Asks every witness that is due to cosign the head, and waits for those close by. A problem means that the log
   * was restored to an older state or changed: it must stop.
   */
  async collect(head: SignedHead, now: Instant, again: boolean): Promise<Result<null, StartProblem>> {
    const candidate = this.#candidateFor(head);
    const due = this.#clients.filter(
      (client) =>
        client.isDue(now) &&
        !this.#asking.has(client) &&
        (again || !candidate.lines.has(client.link.key.text)),
    );
    const asked = due.map((client) => ({
      near: client.link.everyMs === 0,
      answered: this.#askOnce(client, candidate, now),
    }));
    await Promise.all(asked.filter(({ near }) => near).map(({ answered }) => answered));
    return this.#outcome();
  }

  /** Waits for the answers of all witnesses that were asked, the distant ones too. */
  async settle(): Promise<Result<null, StartProblem>> {
    while (this.#asking.size > 0) await Promise.all(this.#asking.values());
    return this.#outcome();
  }

  /** The largest checkpoint of at least `sizeMin` entries whose quorum is met; `null` when there is none. */
  best(sizeMin: number): CosignedCheckpoint | null {
    const complete = [...this.#candidates.values()].filter(
      ({ size, lines }) => size >= sizeMin && quorumMetByKeys(this.#options.policy, new Set(lines.keys())),
    );
    const largest = complete.toSorted((left, right) => right.size - left.size)[0];
    return largest === undefined ? null : this.#cosigned(largest);
  }

  /** Forgets checkpoints smaller than the published one: nobody needs them any more. */
  forgetBelow(size: number): void {
    for (const known of this.#candidates.keys()) if (known < size) this.#candidates.delete(known);
  }

  /**
   * Takes cosignatures over a checkpoint of ours that were carried here in a note, and gives that checkpoint with
   * all that are known for it.
   */
  take(head: SignedHead, carried: Note): Result<CosignedCheckpoint, "no-known-cosignature"> {
    const keys = this.#options.witnesses.map(({ key }) => key);
    const verified = verifyNote(this.#options.engine, carried, keys);
    if (!verified.ok) return refused("no-known-cosignature");
    const candidate = this.#candidateFor(head);
    for (const { key, line, timeSeconds } of verified.value) {
      if (timeSeconds !== null) candidate.lines.set(key.text, { line, timeSeconds });
    }
    return ok(this.#cosigned(candidate));
  }

  states(): readonly WitnessState[] {
    return this.#clients.map(({ link, problem, lastCosignedSeconds, outcomes }) => ({
      name: link.name,
      problem,
      lastCosignedSeconds,
      outcomes,
      pulls: link.transport === null,
    }));
  }

  /** Throws what went wrong on our side since. */
  #outcome(): Result<null, StartProblem> {
    if (this.#failure !== null) throw this.#failure.error;
    return this.#startProblem === null ? ok(null) : refused(this.#startProblem);
  }

  #askOnce(client: WitnessClient, candidate: Candidate, now: Instant): Promise<void> {
    const answered = this.#ask(client, candidate, now);
    this.#asking.set(client, answered);
    return answered;
  }

  async #ask(client: WitnessClient, candidate: Candidate, now: Instant): Promise<void> {
    try {
      const asked = await client.ask(candidate, now);
      if (asked.ok) candidate.lines.set(client.link.key.text, asked.value);
      else if ("kind" in asked.problem) this.#startProblem ??= asked.problem;
    } catch (error) {
      // Thrown from here, where a distant witness is not waited for, it would end the whole process.
      this.#failure ??= { error };
    } finally {
      this.#asking.delete(client);
    }
  }

  #candidateFor(head: SignedHead): Candidate {
    const known = this.#candidates.get(head.size);
    if (known !== undefined) return known;
    const candidate: Candidate = { ...head, lines: new Map() };
    this.#candidates.set(head.size, candidate);
    const [oldest] = this.#candidates.keys();
    if (this.#candidates.size > candidatesMax && oldest !== undefined) this.#candidates.delete(oldest);
    return candidate;
  }

  #cosigned(candidate: Candidate): CosignedCheckpoint {
    const keys = this.#options.policy.witnesses.map(({ key }) => key);
    const others = this.#options.witnesses.map(({ key }) => key).filter((key) => !hasKey(keys, key));
    const lines = [...keys, ...others].flatMap((key) => candidate.lines.get(key.text)?.line ?? []);
    const times = keys.flatMap((key) => candidate.lines.get(key.text)?.timeSeconds ?? []);
    return {
      size: candidate.size,
      note: candidate.note + lines.join(""),
      witnessedAt: times.length === 0 ? null : Math.min(...times) * 1_000,
    };
  }
}

function hasKey(keys: readonly VerifierKey[], key: VerifierKey): boolean {
  return keys.some(({ text }) => text === key.text);
}

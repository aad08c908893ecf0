/** One witness as the log sees it: what it last recorded, what it last said, when it is asked again. */
import type { Instant } from "#core/clock/civil-date.ts";
import type { Engine } from "#core/log/engine.ts";
import type { VerifierKey } from "#core/log/note.ts";
import { consistencyProof, type TileSource } from "#core/log/tile.ts";
import { parseRecordedSize, readCosignatures, serializeAddCheckpoint } from "#core/log/witness-rules.ts";
import { ok, type Result, refused } from "#core/result.ts";
import type { StartProblem } from "./start-judgement.ts";
import type { WitnessAnswer, WitnessTransport } from "./witness-transport.ts";

export interface WitnessLink {
  /** The name under which the policy knows it. */
  readonly name: string;
  readonly key: VerifierKey;
  /** `null` for one that pulls: its cosignatures are carried here. */
  readonly transport: WitnessTransport | null;
  /** Asked at most once in so many milliseconds; 0 for a witness close by, asked at once. */
  readonly everyMs: number;
}

/** A checkpoint of ours, signed, without cosignatures. */
export interface SignedHead {
  readonly size: number;
  readonly note: string;
}

export interface CosignatureLine {
  /** One signature line of the note, its newline included. */
  readonly line: string;
  readonly timeSeconds: number;
}

export type WitnessProblem =
  | "unreachable"
  | "refuses-the-log"
  | "busy"
  | "bad-answer"
  | "recorded-size-moves"
  | "saw-larger"
  | "saw-other-tree";

/** What came of asking. */
export type WitnessOutcome = "cosigned" | WitnessProblem;

export type AskProblem = { readonly problem: WitnessProblem; readonly recordedSize: number | null };

const backOffFirstMs = 1_000;
const backOffMaxMs = 60_000;

/** Proofs out of the published tiles; witnesses that keep step share one. */
export class ConsistencyProofs {
  readonly #engine: Engine;
  readonly #source: TileSource;
  #last: { readonly key: string; readonly proof: Promise<readonly Uint8Array[]> } | null = null;

  constructor(engine: Engine, source: TileSource) {
    this.#engine = engine;
    this.#source = source;
  }

  between(oldSize: number, newSize: number): Promise<readonly Uint8Array[]> {
    const key = `${oldSize}-${newSize}`;
    if (this.#last?.key !== key) {
      this.#last = { key, proof: consistencyProof(this.#engine, this.#source, oldSize, newSize) };
    }
    return this.#last.proof;
  }
}

export class WitnessClient {
  readonly link: WitnessLink;
  readonly #engine: Engine;
  readonly #proofs: ConsistencyProofs;
  /** What the witness is believed to have recorded; starts as our own size, and its 409 says better. */
  #recordedSize: number | null = null;
  #hasAnsweredOnce = false;
  #lastAskedAt: Instant = Number.NEGATIVE_INFINITY;
  #failures = 0;
  /** How often which answer came, since this client was made. */
  readonly outcomes = new Map<WitnessOutcome, number>();
  problem: WitnessProblem | null = null;
  lastCosignedSeconds: number | null = null;

  constructor(link: WitnessLink, engine: Engine, proofs: ConsistencyProofs) {
    this.link = link;
    this.#engine = engine;
    this.#proofs = proofs;
  }

  /** Whether it may be asked now: its pace, and after failures a growing pause. A clock set back makes nothing wait longer. */
  isDue(now: Instant): boolean {
    if (this.link.transport === null) return false;
    const backOff =
      this.#failures === 0 ? 0 : Math.min(backOffMaxMs, backOffFirstMs * 2 ** (this.#failures - 1));
    const sinceMs = now - this.#lastAskedAt;
    return sinceMs < 0 || sinceMs >= Math.max(this.link.everyMs, backOff);
  }

  /**
   * Asks for a cosignature. Until the witness has once confirmed our tree, a larger or another tree that it saw
   * comes back as a start problem: we may have been restored to an older state.
   */
  async ask(head: SignedHead, now: Instant): Promise<Result<CosignatureLine, AskProblem | StartProblem>> {
    this.#lastAskedAt = now;
    const asked = await this.#askTwice(head);
    const outcome = asked.ok ? "cosigned" : asked.problem.problem;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
    if (asked.ok) {
      this.#failures = 0;
      this.#hasAnsweredOnce = true;
      this.#recordedSize = head.size;
      this.problem = null;
      this.lastCosignedSeconds = asked.value.timeSeconds;
      return asked;
    }
    this.#failures += 1;
    this.problem = asked.problem.problem;
    return this.#hasAnsweredOnce ? asked : refused(this.#asStartProblem(asked.problem, head.size));
  }

  #asStartProblem(found: AskProblem, size: number): AskProblem | StartProblem {
    const witness = this.link.name;
    if (found.problem === "saw-larger" && found.recordedSize !== null) {
      return { kind: "witness-saw-larger", witness, witnessSize: found.recordedSize, size };
    }
    return found.problem === "saw-other-tree" ? { kind: "witness-saw-other-tree", witness, size } : found;
  }

  async #askTwice(head: SignedHead): Promise<Result<CosignatureLine, AskProblem>> {
    // At the first contact "old 0" is the honest question: whoever has recorded something answers 409 with its size.
    const first = await this.#askOnce(head, this.#recordedSize ?? 0);
    if (first.ok || first.problem.problem !== "recorded-size-moves") return first;
    const { recordedSize } = first.problem;
    if (recordedSize === null) return first;
    if (recordedSize > head.size) return refused({ problem: "saw-larger", recordedSize });
    this.#recordedSize = recordedSize;
    return this.#askOnce(head, recordedSize);
  }

  async #askOnce(head: SignedHead, oldSize: number): Promise<Result<CosignatureLine, AskProblem>> {
    const { transport } = this.link;
    if (transport === null) return refused({ problem: "unreachable", recordedSize: null });
    if (oldSize > head.size) return refused({ problem: "saw-larger", recordedSize: oldSize });
    const proof = await this.#proofs.between(oldSize, head.size);
    const request = serializeAddCheckpoint({ oldSize, proof, note: head.note });
    const answer = await transport.addCheckpoint(request);
    if (!answer.ok) return refused({ problem: answer.problem, recordedSize: null });
    return answer.value.status === 200
      ? this.#readLine(head, answer.value)
      : refused(judgeRefusal(answer.value, oldSize));
  }

  #readLine(head: SignedHead, answer: WitnessAnswer): Result<CosignatureLine, AskProblem> {
    const read = readCosignatures(this.#engine, head.note, answer.body, [this.link.key]);
    const [cosignature] = read.ok ? read.value : [];
    if (cosignature === undefined || cosignature.timeSeconds === null) {
      return refused({ problem: "bad-answer", recordedSize: null });
    }
    return ok({ line: cosignature.line, timeSeconds: cosignature.timeSeconds });
  }
}

function judgeRefusal(answer: WitnessAnswer, oldSize: number): AskProblem {
  switch (answer.status) {
    case 409: {
      const recordedSize = parseRecordedSize(answer.body);
      if (recordedSize === null) return { problem: "bad-answer", recordedSize };
      // tlog-witness v1.0.0 says 409, later texts 422, when the sizes agree and the roots do not.
      return { problem: recordedSize === oldSize ? "saw-other-tree" : "recorded-size-moves", recordedSize };
    }
    case 422:
      return { problem: "saw-other-tree", recordedSize: oldSize };
    case 403:
    case 404:
      return { problem: "refuses-the-log", recordedSize: null };
    case 429:
    case 503:
      return { problem: "busy", recordedSize: null };
    default:
      return { problem: "bad-answer", recordedSize: null };
  }
}

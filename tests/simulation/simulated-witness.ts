/**
 * A witness and the line to it, both from a seed: the real judgement and the real cosignature over a memory and a network
 * that fail. Everything that it ever signed is kept beside it, to be held against its memory.
 */
import { equalBytes } from "#core/bytes.ts";
import type { Instant } from "#core/clock/civil-date.ts";
import { type VerifierKey, verifierKey } from "#core/log/note.ts";
import { parseAddCheckpoint } from "#core/log/witness-rules.ts";
import { ok, refused, unreachable } from "#core/result.ts";
import type { Chance } from "#demo/year/chance.ts";
import { nativeSigner } from "#engines/native-engine.ts";
import type { WitnessLink } from "#platform/record/witness-client.ts";
import type { WitnessAnswer } from "#platform/record/witness-transport.ts";
import { createWitness, type Witness } from "#witness/witness.ts";
import { isSameRecord, type LogRecord, type WitnessState } from "#witness/witness-state.ts";
import { rememberingEngine } from "./remembering-engine.ts";

/** How a witness answers at present. */
export type Conduct = "honest" | "silent" | "slow" | "garbage" | "claims-larger" | "refuses" | "replays";

/** A lie that no log can tell from a restored one at its own start: the operator must look. */
export function isAlarming(conduct: Conduct): boolean {
  return conduct === "claims-larger";
}

/** The witness died between persisting and answering. */
export class WitnessDied extends Error {}

const backupsMax = 20;

export interface SimulatedWitnessOptions {
  readonly name: string;
  readonly logKey: VerifierKey;
  readonly chance: Chance;
  readonly now: () => Instant;
  /** Asked at most once in so many milliseconds; `null` for one that pulls. */
  readonly everyMs: number | null;
  /** A planted fault: it answers before its memory lies on the disk. */
  readonly answersBeforePersisting: boolean;
}

export class SimulatedWitness {
  readonly name: string;
  readonly key: VerifierKey;
  readonly witness: Witness;
  conduct: Conduct = "honest";
  /** Probability that a request or its answer is lost. */
  lossRate = 0;
  #killsNext = false;
  /** What lies on the disk, and what only the process knows. */
  #durable: LogRecord | null = null;
  #known: LogRecord | null = null;
  #lastLine = "";
  /** Records of old, as backups of it hold them. */
  readonly history: LogRecord[] = [];
  /** The largest checkpoint that left it signed. */
  signed: { readonly size: number; readonly root: Uint8Array } | null = null;
  readonly #options: SimulatedWitnessOptions;

  constructor(options: SimulatedWitnessOptions) {
    this.#options = options;
    this.name = options.name;
    const signer = nativeSigner(options.chance.bytes(32));
    this.key = verifierKey(rememberingEngine, `${this.name}.example`, "cosignature-v1", signer.publicKey);
    this.witness = createWitness({
      engine: rememberingEngine,
      signer,
      name: this.key.name,
      logs: [options.logKey],
      state: this.#memory(),
      now: options.now,
      afterPersisting: () => {
        if (!this.#killsNext) return;
        this.#killsNext = false;
        throw new WitnessDied();
      },
    });
  }

  /** What it remembers. */
  get remembered(): LogRecord | null {
    return this.#known;
  }

  /** It dies between persisting and answering, the next time that it gets there. */
  killNext(): void {
    this.#killsNext = true;
  }

  /** The machine goes: what was not on the disk is gone. */
  cutPower(): void {
    this.#known = this.#durable;
  }

  /** Somebody puts an old backup of its memory back. */
  rollBack(to: LogRecord | null): void {
    this.#durable = to;
    this.#known = to;
    this.signed = to;
  }

  link(): WitnessLink {
    const { everyMs } = this.#options;
    const transport = everyMs === null ? null : { addCheckpoint: (body: string) => this.#send(body) };
    return { name: this.name, key: this.key, transport, everyMs: everyMs ?? 0 };
  }

  /** Notes that a signature left by another way than the network: on a stick. */
  noteSigned(size: number, root: Uint8Array): void {
    if (this.signed === null || size >= this.signed.size) this.signed = { size, root };
  }

  async #send(body: string) {
    const { chance } = this.#options;
    if (this.conduct === "silent" || chance.happens(this.lossRate)) return refused("unreachable" as const);
    const answer = await this.#answer(body);
    // A late answer is none: the request has timed out, but the witness has done its part.
    const isLost = this.conduct === "slow" || chance.happens(this.lossRate);
    return answer === null || isLost ? refused("unreachable" as const) : ok(answer);
  }

  async #answer(body: string): Promise<WitnessAnswer | null> {
    switch (this.conduct) {
      case "garbage":
        return { status: 200, body: "— witness AAAA\n" };
      case "claims-larger":
        return { status: 409, body: "1000000\n" };
      case "refuses":
        return { status: 403, body: "no-known-signature\n" };
      case "replays":
        return { status: 200, body: this.#lastLine };
      case "honest":
      case "silent":
      case "slow":
        return this.#answerHonestly(body);
      default:
        return unreachable(this.conduct);
    }
  }

  async #answerHonestly(body: string): Promise<WitnessAnswer | null> {
    const bytes = new TextEncoder().encode(body);
    try {
      const { status, body: answer } = await this.witness.addCheckpoint(bytes);
      const request = parseAddCheckpoint(bytes);
      if (status === 200 && request.ok) {
        this.#lastLine = answer;
        this.noteSigned(request.value.checkpoint.size, request.value.checkpoint.root);
      }
      return { status, body: answer };
    } catch (error) {
      if (error instanceof WitnessDied) return null;
      throw error;
    }
  }

  #memory(): WitnessState {
    return {
      read: async () => {
        // By the next request at the latest the disk has caught up.
        this.#durable = this.#known;
        return this.#known;
      },
      replace: async (expected, next) => {
        if (!isSameRecord(this.#known, expected)) return false;
        this.#known = next;
        if (!this.#options.answersBeforePersisting) this.#durable = next;
        this.history.push(next);
        if (this.history.length > backupsMax) this.history.shift();
        return true;
      },
      keepEvidence: async () => {
        throw new Error(`${this.name} holds evidence against an honest log`);
      },
      countEvidence: async () => 0,
    };
  }
}

/** Whether a witness still knows everything that it signed. */
export function rememberedAll({ signed, remembered }: SimulatedWitness): boolean {
  if (signed === null) return true;
  if (remembered === null || remembered.size < signed.size) return false;
  return remembered.size > signed.size || equalBytes(remembered.root, signed.root);
}

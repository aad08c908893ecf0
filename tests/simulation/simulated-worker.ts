/** The worker's process on its simulated machine: started, killed, started anew, as `runSequencer` and a supervisor do. */
import assert from "node:assert/strict";
import type { WitnessPolicy } from "#core/log/policy.ts";
import type { TileSource } from "#core/log/tile.ts";
import type { Chance } from "#demo/year/chance.ts";
import type { LogName } from "#platform/record/act.ts";
import { lockHeadPath } from "#platform/record/lock-head.ts";
import { folderTileSource } from "#platform/record/published-folder.ts";
import type { Sequencer } from "#platform/record/sequencer.ts";
import { startSequencer } from "#platform/record/sequencer-start.ts";
import { SequencerStoppedError, type StartProblem } from "#platform/record/start-judgement.ts";
import { rememberingEngine } from "./remembering-engine.ts";
import { DiskError, type SimulatedDisk } from "./simulated-disk.ts";
import { ConnectionLost, type Faults, WorkerDied } from "./simulated-faults.ts";
import type { SimulatedLedger } from "./simulated-ledger.ts";
import { logSigner, origin } from "./simulated-parameters.ts";
import { isAlarming, type SimulatedWitness } from "./simulated-witness.ts";

/** The list of files grows with the log and is no part of any proof. */
const listingEveryMs = 6 * 3_600_000;

export const publishedFolder = "/data/log";
const stateFolder = "/data/state";
export const lockHeadFile = lockHeadPath(stateFolder);

export interface SimulatedWorkerOptions {
  readonly log: LogName;
  readonly ledger: SimulatedLedger;
  readonly disk: SimulatedDisk;
  readonly faults: Faults;
  readonly witnesses: readonly SimulatedWitness[];
  readonly policy: WitnessPolicy;
  readonly chance: Chance;
  /** The worker's own clock, which may be wrong. */
  readonly now: () => number;
}

/** How a turn ended. */
export type TurnEnd = "done" | "failed" | "killed" | "power-cut" | StartProblem["kind"];

export class SimulatedWorker {
  readonly #options: SimulatedWorkerOptions;
  #sequencer: Sequencer | null = null;
  /** Witnesses that the operator left out, since they lied. */
  readonly #leftOut = new Set<SimulatedWitness>();
  readonly source: TileSource;

  constructor(options: SimulatedWorkerOptions) {
    this.#options = options;
    this.source = folderTileSource(publishedFolder, options.disk);
  }

  get isRunning(): boolean {
    return this.#sequencer !== null;
  }

  /** The text of a published file; `null` when there is none. */
  readPublished(path: string): string | null {
    const bytes = this.#options.disk.read(`${publishedFolder}/${path}`);
    return bytes === null ? null : Buffer.from(bytes).toString("utf8");
  }

  /** One turn: start if need be, one step, and what else a worker does. Faults may go off in it. */
  async turn(more: (sequencer: Sequencer) => Promise<void> = async () => {}): Promise<TurnEnd> {
    const { faults } = this.#options;
    return await faults.during(async () => {
      const stalled = faults.whenStalled();
      const own = this.#step(more);
      const ended = await Promise.race([own, stalled.then(() => "stalled" as const)]);
      return ended === "stalled" ? await this.#whileStalled(own) : ended;
    });
  }

  /** The process ends by itself: everything is given back. */
  async stop(): Promise<void> {
    await this.#sequencer?.close();
    this.#sequencer = null;
  }

  /** The process is gone, and with it its connections. */
  kill(): void {
    this.#sequencer = null;
    this.#options.ledger.cutConnections();
  }

  /** The first worker stands still, its connection breaks, another one begins; then the first one goes on. */
  async #whileStalled(first: Promise<TurnEnd>): Promise<TurnEnd> {
    const { ledger, faults } = this.#options;
    ledger.cutConnections();
    const stalled = this.#sequencer;
    this.#sequencer = null;
    const second = await this.#step(async () => {});
    const running = this.#sequencer;
    faults.goOn?.();
    const end = await first;
    // Whatever the first one believes: its lock is gone, and the supervisor ends it.
    assert.ok(stalled === null || stalled !== running, "two workers are two");
    this.#sequencer = running;
    return end === "killed" || end === "power-cut" ? end : second;
  }

  async #step(more: (sequencer: Sequencer) => Promise<void>): Promise<TurnEnd> {
    let running = this.#sequencer;
    try {
      const started = running ?? (await this.#start());
      if ("kind" in started) return started.kind;
      running = started;
      this.#sequencer = running;
      await running.step();
      await more(running);
      return "done";
    } catch (error) {
      if (this.#sequencer === running) this.#sequencer = null;
      return await this.#afterError(error, running);
    }
  }

  async #start(): Promise<Sequencer | StartProblem> {
    const { log, ledger, disk, faults, policy, chance, now } = this.#options;
    const witnesses = this.#options.witnesses.filter((witness) => !this.#leftOut.has(witness));
    this.#leftOut.clear();
    const started = await startSequencer({
      ...{ log, origin, disk, policy, now, engine: rememberingEngine, signer: logSigner },
      ledger: ledger.connect(),
      ...{ stateFolder, publishedFolder, durability: "fsync", listingEveryMs, randomBytes: chance.bytes },
      witnesses: witnesses.map((witness) => witness.link()),
      faultPoint: () => faults.onStep(),
    });
    if (started.ok) return started.value;
    this.#look(started.problem);
    return started.problem;
  }

  async #afterError(error: unknown, failed: Sequencer | null): Promise<TurnEnd> {
    const { disk, ledger } = this.#options;
    if (error instanceof WorkerDied) {
      ledger.cutConnections();
      if (error.how === "power-cut") disk.cutPower();
      return error.how === "kill" ? "killed" : "power-cut";
    }
    if (error instanceof DiskError || error instanceof ConnectionLost) {
      if (error instanceof ConnectionLost) ledger.cutConnections();
      await failed?.close();
      return "failed";
    }
    if (error instanceof SequencerStoppedError) {
      await failed?.close();
      if (error.problem.kind === "lost-the-race") return "failed";
      this.#look(error.problem);
      return error.problem.kind;
    }
    throw error;
  }

  /** The operator reads what the worker says and looks: a witness that lies is left out, as the sentence advises. */
  #look(problem: StartProblem): void {
    if (problem.kind !== "witness-saw-larger") return;
    const witness = this.#options.witnesses.find(({ name }) => name === problem.witness);
    if (witness && isAlarming(witness.conduct)) this.#leftOut.add(witness);
  }
}

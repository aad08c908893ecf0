/** What goes wrong in one turn of the worker: armed before it, it goes off at a moment that chance has chosen. */
import type { Chance } from "#demo/year/chance.ts";
import { DiskError, type DiskMoment } from "./simulated-disk.ts";
import type { LedgerMoment } from "./simulated-ledger.ts";

/** What can go off in the middle of a turn. */
export const suddenFaults = [
  "kill",
  "power-cut",
  "disk-error",
  "statement-fails",
  "answer-lost",
  "stall",
] as const;
export type SuddenFault = (typeof suddenFaults)[number];

/** The worker's process is gone, and perhaps the power of its machine. */
export class WorkerDied extends DiskError {
  readonly how: "kill" | "power-cut";
  constructor(how: "kill" | "power-cut") {
    // Code that handles errors of the disk must not take a death for damage.
    super("EIO", how);
    this.how = how;
  }
}

/** The connection to the database broke. */
export class ConnectionLost extends Error {}

/** Moments in a turn at which a fault may go off: about as many as a batch has, and a few of the start. */
const momentsMax = 60;

export class Faults {
  readonly #chance: Chance;
  #armed: { readonly fault: SuddenFault; left: number } | null = null;
  #isQuiet = true;
  isDiskFull = false;
  isDiskReadOnly = false;
  isDatabaseDown = false;
  /** Set when a turn stands still; called, it goes on. */
  goOn: (() => void) | null = null;
  #stalled: () => void = () => {};
  readonly wentOff = new Map<string, number>();

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  arm(fault: SuddenFault): void {
    this.#armed = { fault, left: this.#chance.between(1, momentsMax) };
  }

  /** Runs a turn in which faults may go off; outside of turns nothing does. */
  async during<Value>(turn: () => Promise<Value>): Promise<Value> {
    this.#isQuiet = false;
    try {
      return await turn();
    } finally {
      this.#isQuiet = true;
      this.#armed = null;
    }
  }

  /** Resolves when the turn stands still. */
  whenStalled(): Promise<void> {
    return new Promise((resolve) => {
      this.#stalled = resolve;
    });
  }

  onDisk(moment: DiskMoment, path: string): void {
    if (this.#isQuiet) return;
    const isWrite = moment !== "read" && moment !== "sync-folder";
    if (isWrite && this.isDiskReadOnly) this.#goOff("EROFS", new DiskError("EROFS", path));
    if ((moment === "halfway" || moment === "make-folder") && this.isDiskFull) {
      this.#goOff("ENOSPC", new DiskError("ENOSPC", path));
    }
    const fault = this.#count();
    if (fault === "kill" || fault === "power-cut") this.#goOff(fault, new WorkerDied(fault));
    if (fault === "disk-error") this.#goOff(fault, new DiskError("EIO", path));
  }

  async onLedger(moment: LedgerMoment): Promise<void> {
    if (this.#isQuiet) return;
    if (this.isDatabaseDown) this.#goOff("database-down", new ConnectionLost("the database is down"));
    const fault = this.#count();
    if (fault === "kill" || fault === "power-cut") this.#goOff(fault, new WorkerDied(fault));
    if (fault === "statement-fails" && moment === "before") this.#goOff(fault, new ConnectionLost(fault));
    if (fault === "answer-lost" && moment === "after") this.#goOff(fault, new ConnectionLost(fault));
    if (fault === "stall") await this.#standStill();
  }

  /** Between two steps of the order of durability. */
  async onStep(): Promise<void> {
    if (this.#isQuiet) return;
    const fault = this.#count();
    if (fault === "kill" || fault === "power-cut") this.#goOff(fault, new WorkerDied(fault));
    if (fault === "stall") await this.#standStill();
  }

  note(fault: string): void {
    this.wentOff.set(fault, (this.wentOff.get(fault) ?? 0) + 1);
  }

  #count(): SuddenFault | null {
    if (this.#armed === null) return null;
    this.#armed.left -= 1;
    return this.#armed.left <= 0 ? this.#armed.fault : null;
  }

  #goOff(name: string, error: Error): never {
    this.#armed = null;
    this.note(name);
    throw error;
  }

  async #standStill(): Promise<void> {
    this.#armed = null;
    this.note("stall");
    await new Promise<void>((resolve) => {
      this.goOn = resolve;
      this.#stalled();
    });
    this.goOn = null;
  }
}

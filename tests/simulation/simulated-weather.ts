/** What stays wrong for hours or weeks: disks that are full, lines that are down, witnesses that lie; and disasters. */
import assert from "node:assert/strict";
import type { Chance } from "#demo/year/chance.ts";
import type { SimulatedDisk } from "./simulated-disk.ts";
import type { Faults } from "./simulated-faults.ts";
import type { SimulatedLedger } from "./simulated-ledger.ts";
import type { Conduct, SimulatedWitness } from "./simulated-witness.ts";
import { lockHeadFile, type TurnEnd } from "./simulated-worker.ts";

const hourMs = 3_600_000;
const suddenRateUsual = 0.12;
const suddenRateInStorm = 0.7;
const cutOffDaysMax = 35;
const lies: readonly Conduct[] = ["silent", "slow", "garbage", "claims-larger", "refuses", "replays"];

export interface DisasterTools {
  readonly ledger: SimulatedLedger;
  readonly disk: SimulatedDisk;
  /** Starts a worker and ends it again; how it went. */
  readonly tryStart: () => Promise<TurnEnd>;
  readonly nextTurn: () => Promise<void>;
}

export class Weather {
  readonly #chance: Chance;
  readonly #faults: Faults;
  readonly #witnesses: readonly SimulatedWitness[];
  /** Day on which the line to the outside comes back. */
  #cutOffUntil = 0;
  isPortalCutOff = false;
  clockIsWrongByMs = 0;
  /** Probability that something goes off in a turn. */
  suddenRate = suddenRateUsual;
  #isInDisaster = false;

  constructor(chance: Chance, faults: Faults, witnesses: readonly SimulatedWitness[]) {
    this.#chance = chance;
    this.#faults = faults;
    this.#witnesses = witnesses;
  }

  get isCutOff(): boolean {
    return this.#cutOffUntil > 0;
  }

  /** What today will be like. */
  dawn(day: number): void {
    const chance = this.#chance;
    this.clearUp(day >= this.#cutOffUntil);
    this.#faults.isDiskFull = this.#today(0.02, "disk-full-for-a-day");
    this.#faults.isDiskReadOnly = this.#today(0.01, "disk-read-only-for-a-day");
    this.#faults.isDatabaseDown = this.#today(0.01, "database-down-for-a-day");
    this.isPortalCutOff = this.#today(0.01, "portal-down-for-a-day");
    // What is left half done by one fault is found by the next.
    if (this.#today(0.1, "storm-of-faults")) this.suddenRate = suddenRateInStorm;
    if (this.#today(0.05, "clock-wrong-for-a-day")) {
      this.clockIsWrongByMs = chance.pick([-48 * hourMs, -2 * hourMs, -61_000, 5_000, 90_000]);
    }
    if (!this.isCutOff && this.#today(0.004, "cut-off-from-all-witnesses")) {
      this.#cutOffUntil = day + chance.between(2, cutOffDaysMax);
    }
    for (const witness of this.#witnesses) this.#dawnFor(witness);
    // On a stick a witness is reached where no line goes.
    const [far, stick] = this.#witnesses.slice(2);
    if (this.isCutOff && far && stick) for (const one of [far, stick]) one.conduct = "honest";
    if (this.isCutOff && far) far.lossRate = 1;
  }

  #dawnFor(witness: SimulatedWitness): void {
    const chance = this.#chance;
    witness.lossRate = chance.happens(0.1) ? 0.5 : 0;
    if (chance.happens(0.05)) witness.killNext();
    if (this.isCutOff) witness.conduct = "silent";
    else if (chance.happens(0.06)) {
      witness.conduct = chance.pick(lies);
      this.#faults.note(`witness-${witness.conduct}-for-a-day`);
    }
  }

  /** All is well again; with `isLineBack` false, the outside stays out of reach. */
  clearUp(isLineBack = true): void {
    if (isLineBack) this.#cutOffUntil = 0;
    this.#faults.isDiskFull = false;
    this.#faults.isDiskReadOnly = false;
    this.#faults.isDatabaseDown = false;
    this.isPortalCutOff = false;
    this.clockIsWrongByMs = 0;
    this.suddenRate = suddenRateUsual;
    for (const witness of this.#witnesses) {
      witness.conduct = "honest";
      witness.lossRate = 0;
    }
  }

  /** Something old is put back, or something is lost: the next start must refuse, and go on when it is mended. */
  async disaster(tools: DisasterTools): Promise<void> {
    if (this.#isInDisaster || this.#faults.isDatabaseDown || this.#faults.isDiskReadOnly) return;
    this.#isInDisaster = true;
    const isFull = this.#faults.isDiskFull;
    this.#faults.isDiskFull = false;
    try {
      await this.#chance.pick([
        () => this.#databaseRestored(tools),
        () => this.#lockHeadLost(tools),
        () => this.#everythingRestored(tools),
        () => this.#witnessRolledBack(),
      ])();
    } finally {
      this.#faults.isDiskFull = isFull;
      this.#isInDisaster = false;
    }
  }

  async #databaseRestored({ ledger, tryStart, nextTurn }: DisasterTools): Promise<void> {
    const yesterday = ledger.backup();
    for (let turns = 0; turns < 3; turns += 1) await nextTurn();
    const before = ledger.tables.head?.size ?? 0;
    if (before === (yesterday.head?.size ?? 0)) return;
    const today = ledger.backup();
    ledger.restore(yesterday);
    const end = await tryStart();
    assert.equal(end, "database-behind", "a database restored to an older state is refused");
    ledger.restore(today);
    this.#faults.note("database-restored-and-refused");
  }

  async #lockHeadLost({ ledger, disk, tryStart }: DisasterTools): Promise<void> {
    const files = disk.copy();
    if (!files.has(lockHeadFile) || (ledger.tables.head?.size ?? 0) === 0) return;
    disk.restore(new Map([...files].filter(([path]) => path !== lockHeadFile)));
    assert.equal(await tryStart(), "lock-head-lost", "a lost lock head is refused");
    disk.restore(files);
    this.#faults.note("lock-head-lost-and-refused");
  }

  /** Database and disk of the same yesterday: only the witnesses remember. */
  async #everythingRestored({ ledger, disk, tryStart, nextTurn }: DisasterTools): Promise<void> {
    const yesterday = { tables: ledger.backup(), files: disk.copy() };
    for (let turns = 0; turns < 3; turns += 1) await nextTurn();
    const [north] = this.#witnesses;
    const size = yesterday.tables.head?.size ?? 0;
    const isRemembered =
      north?.conduct === "honest" && north.lossRate === 0 && (north.remembered?.size ?? 0) > size;
    if (!isRemembered || size === 0) return;
    const today = { tables: ledger.backup(), files: disk.copy() };
    ledger.restore(yesterday.tables);
    disk.restore(yesterday.files);
    assert.match(await tryStart(), /^witness-saw-/, "the witnesses know better than a restored machine");
    ledger.restore(today.tables);
    disk.restore(today.files);
    this.#faults.note("everything-restored-and-refused");
  }

  /** Its memory of some days ago comes back: an honest log simply leads it on. */
  async #witnessRolledBack(): Promise<void> {
    const witness = this.#chance.pick(this.#witnesses.filter(({ history }) => history.length > 0));
    witness.rollBack(this.#chance.pick(witness.history));
    this.#faults.note("witness-rolled-back");
  }

  #today(probability: number, name: string): boolean {
    const isSo = this.#chance.happens(probability);
    if (isSo) this.#faults.note(name);
    return isSo;
  }
}

/** The world of the simulation: its machine, its people and its days. */
import assert from "node:assert/strict";
import { toHex } from "#core/bytes.ts";
import { addDays, type CivilDate, civilDate, startOfCivilDate } from "#core/clock/civil-date.ts";
import { parsePolicy } from "#core/log/policy.ts";
import { type Chance, chanceOf } from "#demo/year/chance.ts";
import { type AppendedAct, parseLogName } from "#platform/record/act.ts";
import type { Sequencer } from "#platform/record/sequencer.ts";
import { cosignMirror } from "#witness/cosign-mirror.ts";
import { rememberingEngine } from "./remembering-engine.ts";
import { auditPublished } from "./simulated-audit.ts";
import { SimulatedCountry } from "./simulated-country.ts";
import { SimulatedDisk } from "./simulated-disk.ts";
import { ConnectionLost, Faults, suddenFaults } from "./simulated-faults.ts";
import { SimulatedLedger } from "./simulated-ledger.ts";
import { type PlacedEntry, SimulatedOutsider } from "./simulated-outsider.ts";
import { firstParameters, logKey, timeZone } from "./simulated-parameters.ts";
import { Weather } from "./simulated-weather.ts";
import { rememberedAll, SimulatedWitness, WitnessDied } from "./simulated-witness.ts";
import { lockHeadFile, SimulatedWorker, type TurnEnd } from "./simulated-worker.ts";
import type { SimulationOptions, SimulationReport } from "./simulation-options.ts";

const minuteMs = 60_000;
const hourMs = 3_600_000;
const firstDay = civilDate(2026, 1, 5);
const auditEveryDays = 150;

export class World {
  day = 0;
  turns = 0;
  readonly #options: SimulationOptions;
  readonly #chance: Chance;
  #now = startOfCivilDate(firstDay, timeZone);
  readonly #faults: Faults;
  readonly #disk: SimulatedDisk;
  readonly #ledger: SimulatedLedger;
  readonly #witnesses: readonly SimulatedWitness[];
  readonly #policyText: string;
  readonly #worker: SimulatedWorker;
  readonly #country: SimulatedCountry;
  readonly #outsider: SimulatedOutsider;
  readonly #weather: Weather;
  readonly #ends = new Map<string, number>();
  /** Indexes by commitment. */
  readonly #indexes = new Map<string, number>();
  #powerWasCut = false;

  constructor(options: SimulationOptions) {
    this.#options = options;
    const seed = Buffer.from(`simulation ${options.seed}`);
    const chanceFor = (label: string): Chance => chanceOf(seed, label);
    this.#chance = chanceFor("world");
    const now = (): number => this.#now;
    const faults = new Faults(chanceFor("faults"));
    const { planted } = options;
    const log = parseLogName("executive");
    assert.ok(log);
    this.#faults = faults;
    this.#disk = new SimulatedDisk({
      chance: chanceFor("disk"),
      now,
      before: (moment, path) => faults.onDisk(moment, path),
      pretendsToSync: (path) =>
        planted === "nothing-synced" || (planted === "staging-not-synced" && path.includes("/staged")),
    });
    this.#ledger = new SimulatedLedger({
      log,
      around: (moment) => faults.onLedger(moment),
      isUnfenced: planted === "head-not-compared",
      answersBeforeCommit: planted === "acknowledged-before-commit",
    });
    this.#witnesses = [
      ["north", 0],
      ["south", 0],
      ["far", 10_000],
      ["stick", null],
    ].map(([name, everyMs]) => {
      assert.ok(typeof name === "string" && typeof everyMs !== "string");
      return new SimulatedWitness({
        ...{ name, logKey, now, chance: chanceFor(`witness ${name}`), everyMs: everyMs ?? null },
        answersBeforePersisting: planted === "witness-answers-before-persisting",
      });
    });
    this.#policyText = policyTextOf(this.#witnesses);
    const policy = parsePolicy(this.#policyText);
    assert.ok(policy.ok);
    this.#weather = new Weather(chanceFor("weather"), faults, this.#witnesses);
    this.#worker = new SimulatedWorker({
      ...{ log, faults, ledger: this.#ledger, disk: this.#disk, witnesses: this.#witnesses },
      policy: policy.value,
      chance: chanceFor("worker"),
      now: () => this.#now + this.#weather.clockIsWrongByMs,
    });
    this.#country = new SimulatedCountry({ log, ledger: this.#ledger, chance: chanceFor("people"), now });
    this.#outsider = new SimulatedOutsider(policy.value);
  }

  async run(): Promise<SimulationReport> {
    const { seed, days, onDay } = this.#options;
    await this.#country.found(firstParameters(this.#witnesses.map(({ key }) => key)));
    for (; this.day < days; this.day += 1) {
      await this.#liveDay(addDays(firstDay, this.day));
      if (this.day % auditEveryDays === auditEveryDays - 1) await this.#audit();
      onDay?.(this.day);
    }
    await this.#comeToRest();
    const { acknowledged } = this.#country;
    return {
      ...{ seed, days, turns: this.turns },
      acknowledged: acknowledged.length,
      receipts: this.#outsider.receipts,
      entries: this.#outsider.size,
      faults: Object.fromEntries([...this.#faults.wentOff].sort()),
      ends: Object.fromEntries([...this.#ends].sort()),
      accusationsByOutage: this.#outsider.outage.accusations,
    };
  }

  async #liveDay(day: CivilDate): Promise<void> {
    const from = startOfCivilDate(day, timeZone);
    this.#weather.dawn(this.day);
    const count = this.#chance.between(1, 7);
    const moments = Array.from({ length: count }, () => from + this.#chance.between(6 * hourMs, 22 * hourMs));
    for (const moment of moments.sort((left, right) => left - right)) {
      await this.#releaseUntil(moment);
      this.#now = Math.max(this.#now, moment);
      await this.#people();
      await this.#turn();
    }
    await this.#releaseUntil(from + 24 * hourMs);
  }

  /** What waits for its hour enters at that hour. */
  async #releaseUntil(moment: number): Promise<void> {
    const waiting = this.#ledger.tables.pending.map(({ releaseAt }) => releaseAt);
    for (const at of [...new Set(waiting)].sort((left, right) => left - right)) {
      if (at <= this.#now || at >= moment) continue;
      this.#now = at;
      await this.#turn();
    }
  }

  async #people(): Promise<void> {
    if (this.#weather.isPortalCutOff) return;
    const before = this.#country.decrees.length;
    const live = async (): Promise<void> => {
      await this.#faults.during(async () => {
        if (this.#chance.happens(0.03))
          this.#faults.arm(this.#chance.pick(["statement-fails", "answer-lost"]));
        await this.#country.live();
      });
    };
    try {
      await live();
      if (this.#country.decrees.length > before) await this.#country.moveDeadlines();
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
    }
  }

  async #turn(): Promise<void> {
    this.turns += 1;
    const sudden = this.#chance.happens(this.#weather.suddenRate) ? this.#chance.pick(suddenFaults) : null;
    if (sudden !== null) this.#faults.arm(sudden);
    const end = await this.#worker.turn((sequencer) => this.#house(sequencer));
    this.#ends.set(end, (this.#ends.get(end) ?? 0) + 1);
    this.#judge(end);
    await this.#look(end);
    if (this.#chance.happens(0.004)) await this.#weather.disaster(this.#disasters());
  }

  /** What a worker does besides: now and then it prunes, and takes what was carried here. */
  async #house(sequencer: Sequencer): Promise<void> {
    if (this.#chance.happens(0.02)) await sequencer.prunePartials(24 * hourMs);
    if (!this.#chance.happens(this.#weather.isCutOff ? 0.2 : 0.02)) return;
    // A witness that a line leads to is visited only while the line is down: one thing at a time.
    const [witness] = this.#witnesses.slice(this.#weather.isCutOff ? this.#chance.between(2, 3) : 3);
    if (witness) await this.#carry(witness, sequencer);
  }

  /** A stick goes to a witness and comes back. */
  async #carry(witness: SimulatedWitness, sequencer: Sequencer): Promise<void> {
    const note = this.#disk.read(lockHeadFile);
    if (note === null || witness.conduct === "silent") return;
    const source = { ...this.#worker.source, checkpoint: async () => note };
    const carried = await cosignMirror(rememberingEngine, witness.witness, source).catch((error: unknown) => {
      if (error instanceof WitnessDied) return null;
      throw error;
    });
    if (carried === null) return;
    const isTorn = !carried.ok && ["older-than-recorded", "unreadable"].includes(carried.problem.reason);
    assert.ok(carried.ok || isTorn, JSON.stringify(carried));
    if (!carried.ok) return;
    const { remembered } = witness;
    if (remembered) witness.noteSigned(remembered.size, remembered.root);
    const taken = await sequencer.importCosignature(carried.value.note);
    // A sequencer that stood still does not know yet how far its successor has gone.
    const isBehind = carried.value.size > sequencer.status().size;
    assert.ok(taken.ok || isBehind, `what was carried back is taken: ${JSON.stringify(taken)}`);
    this.#faults.note("carried-on-a-stick");
  }

  #judge(end: TurnEnd): void {
    if (end === "power-cut") this.#powerWasCut = true;
    if (end === "done") this.#powerWasCut = false;
    const foreseen: readonly TurnEnd[] = ["done", "failed", "killed", "power-cut", "another-sequencer-runs"];
    const isLied =
      end === "witness-saw-larger" && this.#witnesses.some(({ conduct }) => conduct === "claims-larger");
    assert.ok(foreseen.includes(end) || isLied, `the worker refuses: ${end}`);
  }

  /** Everything that must always hold. */
  async #look(end: TurnEnd): Promise<void> {
    const files = { source: this.#worker.source, read: (path: string) => this.#worker.readPublished(path) };
    await this.#outsider.read(files, this.#country, this.#powerWasCut);
    for (const witness of this.#witnesses) {
      if (end === "power-cut" || this.#chance.happens(0.01)) witness.cutPower();
      assert.ok(rememberedAll(witness), `${witness.name} forgot what it signed`);
    }
    const { entries, pending, head } = this.#ledger.tables;
    for (const { commitment } of entries.slice(this.#indexes.size)) {
      assert.ok(!this.#indexes.has(toHex(commitment)), "an act stands in the log once");
      this.#indexes.set(toHex(commitment), this.#indexes.size);
    }
    assert.equal(head?.size ?? 0, entries.length, "the head counts the entries");
    assert.ok((head?.size ?? 0) >= this.#outsider.size, "what is published is in the database");
    const waiting = new Set(pending.map(({ row }) => toHex(row.commitment)));
    for (const { appended } of this.#country.acknowledged.slice(this.#outsider.receipts)) {
      const commitment = toHex(appended.commitment);
      const places = Number(waiting.has(commitment)) + Number(this.#indexes.has(commitment));
      assert.equal(places, 1, "what was acknowledged waits or stands, once");
    }
    if (end === "done")
      await this.#outsider.takeReceipts(files, this.#country.acknowledged, (act) => this.#entryOf(act));
  }

  #entryOf({ commitment }: AppendedAct): PlacedEntry | null {
    const index = this.#indexes.get(toHex(commitment));
    const entry = index === undefined ? undefined : this.#ledger.tables.entries[index];
    return index === undefined || entry === undefined ? null : { index, entry };
  }

  /** Somebody does something, and it is entered: what a restored machine will have forgotten. */
  async #liveOn(): Promise<void> {
    this.#now += minuteMs;
    await this.#people();
    await this.#turn();
  }

  #disasters() {
    const tryStart = async (): Promise<TurnEnd> => {
      this.#worker.kill();
      const end = await this.#worker.turn();
      this.#worker.kill();
      return end;
    };
    return { ledger: this.#ledger, disk: this.#disk, tryStart, nextTurn: () => this.#liveOn() };
  }

  async #audit(): Promise<void> {
    if (this.#worker.readPublished("checkpoint") !== null) await auditPublished(this.#disk, this.#policyText);
  }

  #isAtRest(): boolean {
    const { pending, entries } = this.#ledger.tables;
    const { receipts, size } = this.#outsider;
    return pending.length === 0 && receipts === this.#country.acknowledged.length && size === entries.length;
  }

  /** All faults end. Then everything that was acknowledged has its receipt, and the auditor finds nothing. */
  async #comeToRest(): Promise<void> {
    this.#weather.clearUp();
    await this.#country.repeatUnanswered();
    for (let hours = 0; hours < hoursToRestMax && !this.#isAtRest(); hours += 1) {
      this.#now += hourMs;
      const end = await this.#worker.turn();
      assert.equal(end, "done", "nothing is broken any more");
      await this.#look(end);
    }
    assert.ok(this.#isAtRest(), "nothing waits, everybody has a receipt, everything is published");
    await this.#audit();
    await this.#worker.stop();
  }
}

/** A sealed filing waits a day for its release. */
const hoursToRestMax = 48;

/** Two of four, whoever they are. */
function policyTextOf(witnesses: readonly SimulatedWitness[]): string {
  const lines = witnesses.map(({ name, key }) => `witness ${name} ${key.text}\n`).join("");
  const members = witnesses.map(({ name }) => name).join(" ");
  return `log ${logKey.text}\n${lines}group some 2 ${members}\nquorum some\n`;
}

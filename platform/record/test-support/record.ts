/** A whole record for tests: database, folders, keys, witnesses in this process and a clock that stands still. */
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CivilDate, civilDateOfDays } from "#core/clock/civil-date.ts";
import { cosign } from "#core/log/cosignature.ts";
import { type VerifierKey, verifierKey } from "#core/log/note.ts";
import { parsePolicy, type WitnessPolicy } from "#core/log/policy.ts";
import { judgeAddCheckpoint, parseAddCheckpoint } from "#core/log/witness-rules.ts";
import { type BodyNumber, parseBodyNumber } from "#core/record/leaf.ts";
import { nativeEngine, nativeSigner } from "#engines/native-engine.ts";
import { type TestDatabase, withKeptTestDatabase } from "#platform/database/test-database.ts";
import { openPersonKeys, type PersonKeys } from "#platform/keys/person-keys.ts";
import { type ActToAppend, type AppendedAct, appendActs, type LogName, parseLogName } from "../append.ts";
import { openLedger } from "../ledger.ts";
import type { Sequencer } from "../sequencer.ts";
import type { SequencerOptions } from "../sequencer-options.ts";
import { startSequencer } from "../sequencer-start.ts";
import type { WitnessLink } from "../witness-client.ts";
import { inProcessTransport, type WitnessAnswer } from "../witness-transport.ts";

export const origin = "ledger.example/executive";
export const engine = nativeEngine;
export const startAt = Date.UTC(2026, 10, 13, 9, 30, 12, 345);
const logSigner = nativeSigner(new Uint8Array(32).fill(1));
export const logKey = verifierKey(engine, origin, "ed25519", logSigner.publicKey);
export const log: LogName = branded(parseLogName("executive"));
export const dueDay: CivilDate = civilDateOfDays(20_791);

export function bodyNumber(number: number): BodyNumber {
  return branded(parseBodyNumber(number));
}

function branded<Value>(value: Value | null): Value {
  assert.ok(value !== null);
  return value;
}

/** A witness in memory that can be cut off and made to forget. */
export class WitnessForTests {
  readonly key: VerifierKey;
  readonly name: string;
  reachable = true;
  requests = 0;
  recorded: { size: number; root: Uint8Array } | null = null;
  readonly #signer;
  readonly #now: () => number;

  constructor(name: string, now: () => number) {
    this.name = name;
    this.#signer = nativeSigner(createHash("sha256").update(name).digest());
    this.key = verifierKey(engine, `${name}.example`, "cosignature-v1", this.#signer.publicKey);
    this.#now = now;
  }

  async addCheckpoint(body: Uint8Array): Promise<WitnessAnswer> {
    this.requests += 1;
    if (!this.reachable) return { status: 503, body: "" };
    const request = parseAddCheckpoint(body);
    if (!request.ok) return { status: 400, body: "" };
    const judged = judgeAddCheckpoint(engine, request.value, { key: logKey, recorded: this.recorded });
    if (judged.status === 409) return { status: 409, body: `${judged.recordedSize}\n` };
    if (judged.status !== 200) return { status: judged.status, body: judged.reason };
    this.recorded = { size: judged.checkpoint.size, root: judged.checkpoint.root };
    return { status: 200, body: this.cosign(judged.text) };
  }

  cosign(checkpointText: string): string {
    const timeSeconds = Math.floor(this.#now() / 1_000);
    return cosign(engine, checkpointText, { name: this.key.name, signer: this.#signer, timeSeconds });
  }

  link(everyMs = 0): WitnessLink {
    const transport = inProcessTransport((body) => this.addCheckpoint(body));
    return { name: this.name, key: this.key, transport, everyMs };
  }
}

/** The policy of a quorum, as a file for `aydyn --policy`. */
export function policyTextOf(witnesses: readonly WitnessForTests[], threshold: string = "all"): string {
  const lines = witnesses.map(({ name, key }) => `witness ${name} ${key.text}\n`).join("");
  const members = witnesses.map(({ name }) => name).join(" ");
  return `log ${logKey.text}\n${lines}group all-of-them ${threshold} ${members}\nquorum all-of-them\n`;
}

/** Both of two witnesses. */
export function policyOf(witnesses: readonly WitnessForTests[], threshold?: string): WitnessPolicy {
  const policy = parsePolicy(policyTextOf(witnesses, threshold));
  assert.ok(policy.ok);
  return policy.value;
}

export interface RecordForTests {
  readonly database: TestDatabase;
  readonly folder: string;
  readonly publishedFolder: string;
  readonly witnesses: readonly WitnessForTests[];
  readonly personKeys: PersonKeys;
  /** May be moved by the test. */
  readonly clock: { now: number };
  options(changes?: Partial<SequencerOptions>): SequencerOptions;
  start(changes?: Partial<SequencerOptions>): Promise<Sequencer>;
  append(...acts: readonly ActToAppend[]): Promise<readonly AppendedAct[]>;
}

/** Runs a test with a record of its own; everything is gone afterwards. */
export async function withRecord(run: (record: RecordForTests) => Promise<void>): Promise<void> {
  await withKeptTestDatabase(async (database) => {
    const folder = mkdtempSync(join(tmpdir(), "aydyn-record-"));
    try {
      await run(recordIn(database, folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

export function recordIn(database: TestDatabase, folder: string): RecordForTests {
  const clock = { now: startAt };
  const now = () => clock.now;
  const witnesses = ["north", "south"].map((name) => new WitnessForTests(name, now));
  const publishedFolder = join(folder, "log");
  const personKeys = openPersonKeys(join(folder, "keys"), { randomBytes, durability: "none" });
  const options = (changes: Partial<SequencerOptions> = {}): SequencerOptions => ({
    ...{
      log,
      origin,
      ledger: openLedger(database.worker, changes.log ?? log),
      engine,
      signer: logSigner,
      publishedFolder,
      now,
      randomBytes,
    },
    stateFolder: join(folder, "state"),
    durability: "none",
    policy: policyOf(witnesses),
    witnesses: witnesses.map((witness) => witness.link()),
    listingEveryMs: 0,
    ...changes,
  });
  return {
    ...{ database, folder, publishedFolder, witnesses, personKeys, clock, options },
    start: async (changes) => {
      const started = await startSequencer(options(changes));
      assert.ok(started.ok, started.ok ? "" : JSON.stringify(started.problem));
      return started.value;
    },
    append: (...acts) =>
      database.portal.begin((transaction) => appendActs(transaction, acts, { randomBytes, now, personKeys })),
  };
}

/** An act about a case, in body 7's register. */
export function actOf(caseTag: Uint8Array | null, changes: Partial<ActToAppend> = {}): ActToAppend {
  return {
    log,
    kind: "filed-complaint",
    caseTag,
    body: bodyNumber(7),
    due: dueDay,
    actor: "applicant",
    at: startAt,
    parts: [
      { name: "public", bytes: Buffer.from("There is no gas."), mediaType: "text/plain", store: "open" },
    ],
    ...changes,
  };
}

/** Random bytes that are the same in every run. */
export function seededBytes(seed: string): (length: number) => Uint8Array {
  let count = 0;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 32) {
      count += 1;
      const block = createHash("sha256").update(`${seed} ${count}`).digest();
      bytes.set(block.subarray(0, Math.min(32, length - at)), at);
    }
    return bytes;
  };
}

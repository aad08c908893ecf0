/**
 * A log of any size on the disk, lawful from the first entry to the last: complaints, who handles each, and its answer.
 * Built by core's own code in pieces, so that memory does not grow with it.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { TestLog } from "#audit/test-log.ts";
import {
  at,
  day,
  firstParameters,
  logSigner,
  signerNamed,
  testOrigin,
  witnessNames,
} from "#audit/test-parameters.ts";
import { utf8Bytes } from "#core/bytes.ts";
import { checkpointText } from "#core/log/checkpoint.ts";
import { cosign } from "#core/log/cosignature.ts";
import { leafHash } from "#core/log/merkle.ts";
import { signNote } from "#core/log/note.ts";
import { appendToTiles, emptyRightEdge, type LogFile, type RightEdge, tileWidth } from "#core/log/tile.ts";
import { type ActKind, numberOfKind } from "#core/record/kinds.ts";
import { decodeLeaf, encodeLeaf, wholeMinute } from "#core/record/leaf.ts";
import { filesText } from "#core/record/publication.ts";
import { assert } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";

const engine = nativeEngine;
const dayMs = 86_400_000;
/** Complaints that are filed together, then given away together, then answered together. */
const wave = 256;
const kindsOfLife: readonly ActKind[] = ["filed-complaint", "assigned", "answered"];
/** A checkpoint is kept after so many entries at most: forty full batches. */
const entriesPerCheckpointMax = 40 * tileWidth;
/** And after so many days at most: an answer counts from the day on which a witness has seen it. */
const daysPerCheckpointMax = 5;
const daysOfLogMax = 300;
/** Complaint, handler and answer come within so many days. */
const daysPerLife = 3;
const firstDay = "2026-03-02";
const termDays = 12;
const bodies = [2, 3];

export interface BuiltLog {
  readonly folder: string;
  readonly size: number;
  /** Goes on with so many entries, and publishes. */
  grow(entries: number): Promise<void>;
}

/** Writes a log of so many entries; `planned` is how many it will have at most, over which its days are spread. */
export async function buildLog(folder: string, entries: number, planned = entries): Promise<BuiltLog> {
  const log = new GrowingLog(folder, planned);
  await log.begin();
  await log.grow(entries - log.size);
  return log;
}

class GrowingLog implements BuiltLog {
  readonly folder: string;
  readonly #daysPerEntry: number;
  readonly #entriesPerCheckpoint: number;
  readonly #serials = new Map<number, bigint>();
  readonly #paths = new Set<string>();
  #previous: Uint8Array[] = [];
  #edge: RightEdge = emptyRightEdge;
  #size = 0;
  #root: Uint8Array = new Uint8Array(32);
  #leaves = 0;

  constructor(folder: string, planned: number) {
    this.folder = folder;
    this.#daysPerEntry = Math.min(daysOfLogMax / planned, daysPerLife / (wave * kindsOfLife.length));
    const untilLate = Math.floor(daysPerCheckpointMax / this.#daysPerEntry);
    this.#entriesPerCheckpoint = Math.min(entriesPerCheckpointMax, untilLate);
  }

  get size(): number {
    return this.#size;
  }

  /** The acts on parameters, as the auditor's own tests make them. */
  async begin(): Promise<void> {
    const first = new TestLog(firstParameters);
    first.publish(at(firstDay));
    for (const name of ["parameters.json", "erased.json"]) {
      await this.#write({ path: name, bytes: first.files.get(name) ?? new Uint8Array(0) });
    }
    const leaves = first.acts.map(({ leaf }) => encodeLeaf(leaf));
    for (const { leaf } of first.acts) this.#serials.set(leaf.body, leaf.serial);
    await this.#append(leaves, at(firstDay));
    await this.#publish(at(firstDay));
  }

  async grow(entries: number): Promise<void> {
    const end = this.#size + entries;
    while (this.#size < end) {
      const untilCheckpoint = this.#entriesPerCheckpoint - (this.#size % this.#entriesPerCheckpoint);
      const count = Math.min(untilCheckpoint, end - this.#size);
      const time = this.#timeOf(this.#leaves + count);
      await this.#append(
        Array.from({ length: count }, () => this.#nextLeaf()),
        time,
      );
      await this.#publish(time);
    }
    await this.#write({ path: "files.txt", bytes: utf8Bytes(filesText([...this.#paths, "files.txt"])) });
  }

  /** The moment of an entry, the same all day long. */
  #timeOf(entry: number): number {
    return wholeMinute(at(firstDay) + Math.floor(entry * this.#daysPerEntry) * dayMs);
  }

  #nextLeaf(): Uint8Array {
    const entry = this.#leaves;
    this.#leaves += 1;
    const place = entry % wave;
    const step = Math.floor(entry / wave) % kindsOfLife.length;
    const caseNumber = Math.floor(entry / (wave * kindsOfLife.length)) * wave + place;
    const kind = kindsOfLife[step] ?? "assigned";
    const body = bodies[caseNumber % bodies.length] ?? 2;
    const serial = (this.#serials.get(body) ?? 0n) + 1n;
    this.#serials.set(body, serial);
    const time = this.#timeOf(entry);
    const filedOn = day(firstDay) + Math.floor((this.#timeOf(entry - step * wave) - at(firstDay)) / dayMs);
    const tag = engine.sha256(utf8Bytes(`case ${caseNumber}`)).slice(0, 16);
    const bytes = encodeLeaf({
      kind: numberOfKind(kind),
      body,
      serial,
      time,
      due: kind === "answered" ? 0 : filedOn + termDays,
      caseTag: tag,
      commitment: engine.sha256(utf8Bytes(`commitment ${entry}`)),
      previous: step === 0 ? new Uint8Array(32) : (this.#previous[place] ?? new Uint8Array(32)),
    });
    this.#previous[place] = leafHash(engine, bytes);
    return bytes;
  }

  async #append(leaves: readonly Uint8Array[], time: number): Promise<void> {
    const last = decodeLeaf(leaves.at(-1) ?? new Uint8Array(0));
    assert(last.ok && last.value.time <= time, "a checkpoint is signed after its last entry");
    const batch = appendToTiles(engine, { size: this.#size, rightEdge: this.#edge }, leaves);
    this.#edge = batch.rightEdge;
    this.#size = batch.newSize;
    this.#root = batch.root;
    for (const file of batch.files) await this.#write(file);
  }

  async #publish(time: number): Promise<void> {
    const text = checkpointText({ origin: testOrigin, size: this.#size, root: this.#root });
    const timeSeconds = Math.floor(time / 1_000);
    const cosignatures = witnessNames.map((name) =>
      cosign(engine, text, { name, signer: signerNamed(name), timeSeconds }),
    );
    const bytes = utf8Bytes(signNote(engine, text, testOrigin, logSigner) + cosignatures.join(""));
    await this.#write({ path: `checkpoints/${this.#size}`, bytes });
    await this.#write({ path: "checkpoint", bytes });
  }

  async #write({ path, bytes }: LogFile): Promise<void> {
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    this.#paths.add(path);
  }
}

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { concatBytes, utf8Bytes } from "#core/bytes.ts";
import { checkpointText } from "#core/log/checkpoint.ts";
import { cosign } from "#core/log/cosignature.ts";
import { leafHash } from "#core/log/merkle.ts";
import { signNote } from "#core/log/note.ts";
import { serializeProof } from "#core/log/proof.ts";
import { appendToTiles, emptyRightEdge, inclusionProof } from "#core/log/tile.ts";
import { commit } from "#core/record/commitment.ts";
import { fingerprint } from "#core/record/fingerprint.ts";
import { type ActKind, numberOfKind } from "#core/record/kinds.ts";
import { encodeLeaf, type Leaf, wholeMinute, zeroTag } from "#core/record/leaf.ts";
import { type ParameterPart, parameterPartBytes } from "#core/record/parameter-acts.ts";
import { type PublicAct, parametersText } from "#core/record/parameters.ts";
import { type Opening, payloadText } from "#core/record/payload.ts";
import { erasedText, filesText, payloadPath, publishedPayloadText } from "#core/record/publication.ts";
import { type Receipt, receiptText } from "#core/record/receipt.ts";
import { assert, ok, refused } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import type { LogSource } from "./source/log-source.ts";
import {
  at,
  firstParameters,
  logKey,
  logSigner,
  signerNamed,
  testOrigin,
  witnessNames,
} from "./test-parameters.ts";
import { tileSourceOf } from "./tree/published-tiles.ts";

/** A small log for tests, built by core's own code from nothing but a seed: same calls, same bytes. */

const engine = nativeEngine;

export interface TestAct {
  readonly kind: ActKind;
  readonly body: number;
  /** A word for the case; none for an act about no case. */
  readonly about?: string;
  readonly time: number;
  readonly due?: number;
  readonly parts?: Readonly<Record<string, string>>;
  /** Names of the parts that are published beside the log. */
  readonly publishes?: readonly string[];
  /** Changes the leaf after the sequencer made it: a planted sin. */
  readonly tamper?: (leaf: Leaf) => Leaf;
}

interface PlacedAct {
  readonly leaf: Leaf;
  readonly opening: Opening;
}

export class TestLog {
  readonly files = new Map<string, Uint8Array>();
  readonly acts: PlacedAct[] = [];
  readonly #publicActs: PublicAct[] = [];
  readonly #erased = new Set<number>();
  readonly #serials = new Map<number, bigint>();
  readonly #lastHashes = new Map<string, Uint8Array>();
  #pending: Uint8Array[] = [];
  #edge = emptyRightEdge;
  #size = 0;
  #root: Uint8Array = new Uint8Array(32);

  /** A log with its first parameters, not yet published. */
  constructor(parameters: readonly ParameterPart[] = firstParameters) {
    for (const parameter of parameters) this.parameter(parameter, at("2026-01-01"));
  }

  get size(): number {
    return this.#size;
  }

  get root(): Uint8Array {
    return this.#root;
  }

  /** Enters an act on the parameters. */
  parameter(parameter: ParameterPart, time: number): number {
    const index = this.#enter(
      { kind: parameter.kind, body: 1, time },
      { public: parameterPartBytes(parameter) },
    );
    this.#publicActs.push({ index, opening: this.#openingAt(index) });
    return index;
  }

  /** Enters an act and gives the index that it will have. */
  act(act: TestAct): number {
    const parts = Object.fromEntries(
      Object.entries(act.parts ?? {}).map(([part, text]) => [part, utf8Bytes(text)]),
    );
    const index = this.#enter(act, parts);
    if (act.publishes !== undefined) this.publishPayload(index, act.publishes);
    return index;
  }

  publishPayload(index: number, partNames: readonly string[]): void {
    const opening = this.#openingAt(index);
    const parts = opening.parts.filter((part) => partNames.includes(part.name));
    this.#write(
      payloadPath(index),
      utf8Bytes(publishedPayloadText({ index, opening: { ...opening, parts } })),
    );
  }

  /** Erases the published payload of an act. */
  erase(index: number): void {
    this.#erased.add(index);
    this.files.delete(payloadPath(index));
  }

  /** Sequences what waits, signs and cosigns the checkpoint at a moment, and publishes all files. */
  publish(time: number, options: { readonly witnesses?: readonly string[] } = {}): void {
    const batch = appendToTiles(engine, { size: this.#size, rightEdge: this.#edge }, this.#pending);
    this.#pending = [];
    this.#edge = batch.rightEdge;
    this.#size = batch.newSize;
    this.#root = batch.root;
    for (const { path, bytes } of batch.files) this.#write(path, bytes);
    const note = this.signedNote(time, options.witnesses ?? witnessNames);
    this.#write("checkpoint", utf8Bytes(note));
    this.#write(`checkpoints/${this.#size}`, utf8Bytes(note));
    this.#write("parameters.json", utf8Bytes(parametersText({ origin: testOrigin, acts: this.#publicActs })));
    const indexes = [...this.#erased].sort((left, right) => left - right);
    this.#write("erased.json", utf8Bytes(erasedText({ origin: testOrigin, indexes })));
    this.#write("files.txt", utf8Bytes(filesText([...this.files.keys(), "files.txt"])));
  }

  /** The present tree as a note signed by the log and cosigned by witnesses at a moment. */
  signedNote(time: number, witnesses: readonly string[] = witnessNames, root = this.#root): string {
    const text = checkpointText({ origin: testOrigin, size: this.#size, root });
    const timeSeconds = Math.floor(time / 1000);
    const lines = witnesses.map((witness) =>
      cosign(engine, text, { name: witness, signer: signerNamed(witness), timeSeconds }),
    );
    return signNote(engine, text, testOrigin, logSigner) + lines.join("");
  }

  /** The receipt of an act under the present checkpoint, its opening with the named parts, or without an opening. */
  async receipt(index: number, note: string, partNames: readonly string[] | null): Promise<string> {
    const placed = this.acts[index];
    assert(placed !== undefined, "an act of this log");
    const hashes = await inclusionProof(engine, tileSourceOf(this.source()), index, this.#size);
    const { opening } = placed;
    const parts = opening.parts.filter((part) => partNames?.includes(part.name));
    const receipt: Receipt = {
      v: 1,
      type: "aydyn-receipt",
      origin: testOrigin,
      logKey: logKey.text,
      leaf: encodeLeaf(placed.leaf),
      index,
      ...(partNames === null ? {} : { opening: { ...opening, parts } }),
      proof: serializeProof({ index, hashes, checkpoint: note }),
      policyDigest: null,
      fingerprint: fingerprint(engine, { origin: testOrigin, size: this.#size, root: this.#root }),
    };
    return receiptText(receipt);
  }

  /** The published files as a source, read as they are at the moment of reading. */
  source(): LogSource {
    return {
      place: "memory",
      list: async (folder) => [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`)),
      read: async (path, bytesMax) => {
        const bytes = this.files.get(path);
        if (bytes === undefined) return refused({ kind: "missing", path });
        return bytes.length > bytesMax ? refused({ kind: "too-large", path, bytesMax }) : ok(bytes);
      },
    };
  }

  async writeTo(folder: string): Promise<void> {
    for (const [path, bytes] of this.files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
  }

  /** Flips one bit of a published file. */
  flip(path: string, offset: number): void {
    const bytes = this.files.get(path)?.slice();
    assert(bytes !== undefined && offset < bytes.length, `a byte of ${path}`);
    bytes[offset] = (bytes[offset] ?? 0) ^ 1;
    this.files.set(path, bytes);
  }

  #write(path: string, bytes: Uint8Array): void {
    this.files.set(path, bytes);
  }

  #openingAt(index: number): Opening {
    const placed = this.acts[index];
    assert(placed !== undefined, "an act of this log");
    return placed.opening;
  }

  #enter(act: Omit<TestAct, "parts">, parts: Readonly<Record<string, Uint8Array>>): number {
    const index = this.acts.length;
    const caseTag = act.about === undefined ? zeroTag : tagOf(act.about);
    const nonce = engine.sha256(utf8Bytes(`nonce ${index}`));
    const openedParts = Object.entries(parts).map(([part, bytes]) => {
      return { name: part, nonce: engine.sha256(utf8Bytes(`nonce ${index} ${part}`)), bytes };
    });
    const payload = payloadText({
      v: 1,
      kind: act.kind,
      case: act.about === undefined ? "" : Buffer.from(caseTag).toString("hex"),
      body: act.body,
      actor: "operator",
      at: act.time,
      parts: openedParts.map((part) => ({ name: part.name, commitment: commit(part.nonce, part.bytes) })),
    });
    const serial = (this.#serials.get(act.body) ?? 0n) + 1n;
    const sequenced: Leaf = {
      kind: numberOfKind(act.kind),
      body: act.body,
      serial,
      time: wholeMinute(act.time),
      due: act.due ?? 0,
      caseTag,
      commitment: commit(nonce, utf8Bytes(payload)),
      previous: this.#lastHashes.get(act.about ?? "") ?? new Uint8Array(32),
    };
    const leaf = act.tamper?.(sequenced) ?? sequenced;
    const bytes = encodeLeaf(leaf);
    this.#serials.set(act.body, leaf.serial);
    if (act.about !== undefined) this.#lastHashes.set(act.about, leafHash(engine, bytes));
    this.acts.push({ leaf, opening: { payload, nonce, parts: openedParts } });
    this.#pending.push(bytes);
    return index;
  }
}

function tagOf(about: string): Uint8Array {
  return concatBytes(engine.sha256(utf8Bytes(`case ${about}`))).slice(0, 16);
}

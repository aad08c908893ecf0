/**
 * A database from a seed, as far as the record needs one: what was committed stays, what was not is gone, and an answer
 * may be lost on the way although the statement was carried out. `simulated-ledger.test.ts` holds it to PostgreSQL.
 */
import { toHex } from "#core/bytes.ts";
import { leafHash } from "#core/log/merkle.ts";
import { zeroTag } from "#core/record/leaf.ts";
import { isParameterKind } from "#core/record/parameter-acts.ts";
import { assert } from "#core/result.ts";
import { nativeEngine } from "#engines/native-engine.ts";
import type { ActToAppend, AppendedAct } from "#platform/record/act.ts";
import type { BatchEntry, PendingAct, PendingGroup } from "#platform/record/batch.ts";
import type { Ledger } from "#platform/record/ledger.ts";
import type { BatchToCommit, Head } from "#platform/record/ledger-store.ts";
import type { PendingToInsert } from "#platform/record/pending-store.ts";
import { isPublished, type PreparedAct, pendingRows, prepareAct } from "#platform/record/prepare-acts.ts";
import type { PublishedAct } from "#platform/record/published-act-store.ts";
import type { SequencerLock } from "#platform/record/sequencer-lock-store.ts";

/** Moments of a statement: before it is carried out, and after, when only its answer can still be lost. */
export type LedgerMoment = "before" | "after";

export interface LedgerEntry extends BatchEntry {
  witnessedSize: number | null;
  witnessedAt: number | null;
}

interface Waiting {
  readonly row: PendingToInsert;
  releaseAt: number;
}

/** The tables. */
interface Tables {
  head: Head | null;
  pending: Waiting[];
  readonly entries: LedgerEntry[];
  readonly serials: Map<number, number>;
  readonly caseHeads: Map<string, Uint8Array>;
  /** By commitment. */
  readonly acts: Map<string, PreparedAct>;
}

export interface SimulatedLedgerOptions {
  readonly log: string;
  /** Called around each statement; throws for a fault, or waits. */
  readonly around: (moment: LedgerMoment, statement: string) => Promise<void>;
  /** A planted fault: the compare-and-swap compares nothing. */
  readonly isUnfenced?: boolean;
  /** A planted fault: a transaction that fails is answered as if it had not. */
  readonly answersBeforeCommit?: boolean;
}

export class SimulatedLedger {
  readonly #options: SimulatedLedgerOptions;
  #tables: Tables = {
    head: null,
    pending: [],
    entries: [],
    serials: new Map(),
    caseHeads: new Map(),
    acts: new Map(),
  };
  #lockHolder: number | null = null;
  #backends = 0;

  constructor(options: SimulatedLedgerOptions) {
    this.#options = options;
  }

  /** What an operator with a query could see. */
  get tables(): Readonly<Tables> {
    return this.#tables;
  }

  /** A backup, or the place of one: whoever holds it can put it back. */
  backup(): Tables {
    return copyOf(this.#tables);
  }

  restore(tables: Tables): void {
    this.#tables = copyOf(tables);
    this.cutConnections();
  }

  /** All connections are gone, and with them the lock: the server was restarted. */
  cutConnections(): void {
    this.#lockHolder = null;
  }

  /** Acts in one transaction, as `appendActs` writes them. `committed` runs within it: both or neither. */
  async append(
    acts: readonly ActToAppend[],
    tools: { readonly now: () => number; readonly randomBytes: (length: number) => Uint8Array },
    committed: (appended: readonly AppendedAct[]) => void,
  ): Promise<readonly AppendedAct[]> {
    const prepared = acts.map((act, position) => prepareAct(act, position, tools.randomBytes));
    try {
      await this.#options.around("before", "append");
    } catch (error) {
      if (this.#options.answersBeforeCommit !== true) throw error;
      return prepared.map((one) => one.appended);
    }
    const known = prepared.map(({ appended }) => this.#tables.acts.get(toHex(appended.commitment)));
    const [first] = known;
    let appended = prepared.map((one) => one.appended);
    if (first !== undefined) {
      appended = known.map((one) => {
        assert(one !== undefined, "of a repeated group every act is repeated");
        return { ...one.appended, repeated: true };
      });
    } else {
      this.#insert(prepared, pendingRows(prepared, tools));
      committed(appended);
    }
    await this.#options.around("after", "append");
    return appended;
  }

  /** The tables through a connection of its own. */
  connect(): Ledger {
    const run = async <Value>(statement: string, carryOut: () => Value): Promise<Value> => {
      await this.#options.around("before", statement);
      const value = carryOut();
      await this.#options.around("after", statement);
      return value;
    };
    return {
      takeLock: () => run("take lock", () => this.#takeLock()),
      readHead: () => run("read head", () => this.#tables.head),
      createHead: (head) => run("create head", () => this.#createHead(head)),
      releasedGroups: (now, count) => run("read queue", () => this.#released(now, count)),
      commitBatch: (batch, fence) => run("commit", () => this.#commit(batch, fence)),
      recordWitnessed: (checkpoint) => run("record witnessed", () => this.#recordWitnessed(checkpoint)),
      publishedActs: ({ from, to }) => run("read acts", () => this.#published(from, to)),
      publicActsBelow: (size) =>
        run("read parameters", () => this.#published(0, size).filter(({ kind }) => isParameterKind(kind))),
    };
  }

  #takeLock(): SequencerLock | null {
    if (this.#lockHolder !== null) return null;
    this.#backends += 1;
    const backend = this.#backends;
    this.#lockHolder = backend;
    const release = async (): Promise<void> => {
      if (this.#lockHolder === backend) this.#lockHolder = null;
    };
    return { log: this.#options.log, backend, release };
  }

  #createHead(head: { readonly origin: string; readonly root: Uint8Array; readonly note: string }): void {
    assert(this.#tables.head === null, "a log begins once");
    this.#tables.head = { ...head, size: 0, leafTime: 0, witnessedSize: 0 };
  }

  #insert(prepared: readonly PreparedAct[], rows: readonly PendingToInsert[]): void {
    for (const one of prepared) this.#tables.acts.set(toHex(one.appended.commitment), one);
    this.#releaseEarlier(rows);
    for (const row of rows) this.#tables.pending.push({ row, releaseAt: row.release_at });
  }

  /** An act of a case may not overtake an earlier one that is still held back, nor what that one's group waited with. */
  #releaseEarlier(group: readonly PendingToInsert[]): void {
    const releaseAt = group[0]?.release_at ?? 0;
    const { pending } = this.#tables;
    const held = (tag: string, before: number): readonly string[] =>
      pending
        .filter((waiting, id) => id < before && waiting.releaseAt > releaseAt && tagOf(waiting) === tag)
        .map(({ row }) => row.group_id);
    const groups = new Set(group.flatMap((row) => held(toHex(row.case_tag), pending.length)));
    // A set hands out what is added while it is walked.
    for (const groupId of groups) {
      for (const [id, waiting] of pending.entries()) {
        if (waiting.row.group_id !== groupId) continue;
        for (const earlier of held(tagOf(waiting), id)) groups.add(earlier);
      }
    }
    for (const waiting of pending) if (groups.has(waiting.row.group_id)) waiting.releaseAt = releaseAt;
  }

  #released(now: number, count: number): readonly PendingGroup[] {
    const released = this.#tables.pending.filter(({ releaseAt }) => releaseAt <= now).slice(0, count);
    const ids = [...new Set(released.map(({ row }) => row.group_id))];
    return ids.map((id) =>
      this.#tables.pending.filter(({ row }) => row.group_id === id).map(({ row }) => this.#pendingAct(row)),
    );
  }

  #pendingAct(row: PendingToInsert): PendingAct {
    const { serials, caseHeads } = this.#tables;
    return {
      groupId: row.group_id,
      actId: row.act_id,
      subject: row.subject,
      kind: row.kind,
      body: row.body,
      due: row.due,
      caseTag: row.case_tag,
      commitment: row.commitment,
      publishes: row.publishes,
      bodySerial: serials.get(row.body) ?? 0,
      caseHead: caseHeads.get(toHex(row.case_tag)) ?? null,
    };
  }

  #commit(batch: BatchToCommit, fence: { readonly note: string; readonly lock: SequencerLock }): boolean {
    const { head } = this.#tables;
    const isFenced =
      head !== null &&
      head.size === batch.oldSize &&
      toHex(head.root) === toHex(batch.oldRoot) &&
      this.#lockHolder === fence.lock.backend;
    if (head === null || (!isFenced && this.#options.isUnfenced !== true)) return false;
    const { note } = fence;
    const entered = new Set(batch.entries.map(({ commitment }) => toHex(commitment)));
    const { entries, serials, caseHeads } = this.#tables;
    for (const { body, serial } of batch.bodyHeads) serials.set(body, serial);
    for (const { caseTag, leafHash: hash } of batch.caseHeads) caseHeads.set(toHex(caseTag), hash);
    for (const { leaf, leafHash: hash } of batch.entries) {
      assert(toHex(leafHash(nativeEngine, leaf)) === toHex(hash), "a leaf is stored with its hash");
    }
    const { newSize: size, root, leafTime } = batch;
    this.#tables.head = { ...head, size, root, leafTime, note };
    for (const entry of batch.entries) entries.push({ ...entry, witnessedSize: null, witnessedAt: null });
    this.#tables.pending = this.#tables.pending.filter(({ row }) => !entered.has(toHex(row.commitment)));
    return true;
  }

  #recordWitnessed({
    size,
    witnessedAt,
  }: {
    readonly size: number;
    readonly witnessedAt: number | null;
  }): void {
    const { head, entries } = this.#tables;
    assert(head !== null, "a log that is witnessed has begun");
    if (head.witnessedSize >= size) return;
    for (const entry of entries.slice(head.witnessedSize, size)) {
      entry.witnessedSize = size;
      entry.witnessedAt = witnessedAt;
    }
    this.#tables.head = { ...head, witnessedSize: size };
  }

  #published(from: number, to: number): readonly PublishedAct[] {
    return this.#tables.entries.slice(from, to).flatMap((entry, position): PublishedAct[] => {
      if (!entry.publishes) return [];
      const prepared = this.#tables.acts.get(toHex(entry.commitment));
      assert(prepared !== undefined, "no leaf without an act");
      const { act, appended } = prepared;
      const parts = act.parts.flatMap((part, at) => {
        const nonce = appended.parts[at]?.nonce;
        return nonce && isPublished(act, part) ? [{ name: part.name, nonce, bytes: part.bytes }] : [];
      });
      const { payload, nonce } = appended;
      return [{ index: from + position, kind: act.kind, payload, nonce, parts }];
    });
  }
}

/** Rows that change in place are copied; what never changes is shared. */
function copyOf(tables: Tables): Tables {
  return {
    head: tables.head,
    pending: tables.pending.map((waiting) => ({ ...waiting })),
    entries: tables.entries.map((entry) => ({ ...entry })),
    serials: new Map(tables.serials),
    caseHeads: new Map(tables.caseHeads),
    acts: new Map(tables.acts),
  };
}

/** The case of a row in hexadecimal; an act about no case is a case of its own. */
function tagOf({ row }: Waiting): string {
  const tag = toHex(row.case_tag);
  return tag === toHex(zeroTag) ? row.act_id : tag;
}

/**
 * The durable record of a batch: one file with everything that it does, synced before its checkpoint is signed.
 * Whatever happens afterwards, the same batch is applied again from it, byte for byte (ledger.md 2.3).
 */
import { join } from "node:path";
import { toHex, utf8Bytes, utf8Text } from "#core/bytes.ts";
import type { LogFile } from "#core/log/tile.ts";
import {
  namesInFolder,
  readFileIfPresent,
  removeFileDurably,
  type WriteOptions,
  writeFileDurably,
} from "#platform/files/durable-file.ts";
import type { BatchToCommit } from "./ledger-store.ts";

export interface StagedBatch extends BatchToCommit {
  /** Tiles and entry bundles. */
  readonly files: readonly LogFile[];
}

/** Batches that are staged: normally none or one; a lost race may leave another. */
export interface StagingFolder {
  write(batch: StagedBatch): void;
  /** Throws when a file is damaged: it was synced whole, so the disk is at fault. */
  list(): readonly StagedBatch[];
  remove(batch: StagedBatch): void;
}

const rootDigits = 16;

/** Opens the folder. Without durability batches are staged in memory alone: a crash loses them with all the rest. */
export function openStagingFolder(folder: string, options: WriteOptions): StagingFolder {
  const { durability, disk } = options;
  if (durability === "none") return stagingInMemory();
  const pathOf = (batch: StagedBatch): string =>
    join(folder, `${batch.newSize}-${toHex(batch.root).slice(0, rootDigits)}.json`);
  return {
    write: (batch) => writeFileDurably(pathOf(batch), utf8Bytes(stagedText(batch)), options),
    list: () =>
      namesInFolder(folder, disk).map((name) => {
        const bytes = readFileIfPresent(join(folder, name), disk);
        return parseStaged(join(folder, name), bytes === null ? null : utf8Text(bytes));
      }),
    remove: (batch) => removeFileDurably(pathOf(batch), durability, disk),
  };
}

function stagingInMemory(): StagingFolder {
  const staged = new Set<StagedBatch>();
  return {
    write: (batch) => staged.add(batch),
    list: () => [...staged],
    remove: (batch) => staged.delete(batch),
  };
}

/** JSON with every byte string in base64, each marked as one. */
function stagedText(batch: StagedBatch): string {
  return JSON.stringify({ v: 1, batch }, (_key, value: unknown) =>
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString("base64") } : value,
  );
}

function parseStaged(path: string, text: string | null): StagedBatch {
  const parsed: unknown = JSON.parse(text ?? "null", (_key, value: unknown) =>
    isBase64(value) ? Uint8Array.from(Buffer.from(value.base64, "base64")) : value,
  );
  if (!isStaged(parsed)) throw new Error(`${path}: not a staged batch of this version`);
  return parsed.batch;
}

function isBase64(value: unknown): value is { readonly base64: string } {
  return typeof value === "object" && value !== null && "base64" in value && typeof value.base64 === "string";
}

/** Our own file, written whole or not at all: shape and version suffice; the compare-and-swap judges the content. */
function isStaged(value: unknown): value is { readonly v: 1; readonly batch: StagedBatch } {
  if (typeof value !== "object" || value === null || !("v" in value && "batch" in value)) return false;
  const { batch } = value;
  return (
    value.v === 1 &&
    typeof batch === "object" &&
    batch !== null &&
    ["log", "origin", "oldSize", "oldRoot", "newSize", "root", "leafTime", "entries", "files"].every((key) =>
      Object.hasOwn(batch, key),
    )
  );
}

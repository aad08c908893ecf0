/** Checkpoints (C2SP tlog-checkpoint): the text that a log signs about its size and root. */
import { fromBase64, toBase64 } from "../bytes.ts";
import { assert, ok, type Result, refused } from "../result.ts";
import { hashLength, isTreeSize } from "./merkle.ts";
import { isNoteText } from "./note.ts";
import { isKeyName } from "./verifier-key.ts";

/** What a checkpoint says. */
export interface Checkpoint {
  /** The log's name for ever, equal to the name of its key. */
  readonly origin: string;
  /** Number of entries. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** Further lines of a foreign log, only there if it has any. Our logs write none: nobody can audit them. */
  readonly extensions?: readonly string[];
}

const sizePattern = /^(?:0|[1-9][0-9]{0,15})$/;

/** Reads a decimal number without sign, leading zeros or fraction, up to 2^53-1; `null` for anything else. */
export function parseTreeSize(text: string): number | null {
  if (!sizePattern.test(text)) return null;
  const size = Number(text);
  return isTreeSize(size) ? size : null;
}

/** The text to sign, its final newline included. Throws when a field cannot stand in a checkpoint. */
export function checkpointText(checkpoint: Checkpoint): string {
  const { origin, size, root, extensions = [] } = checkpoint;
  assert(isKeyName(origin), "an origin is a key name");
  assert(isTreeSize(size) && root.length === hashLength, "a checkpoint has a size and a root of 32 bytes");
  assert(
    extensions.every((line) => line !== "" && !line.includes("\n")),
    "an extension line is not empty",
  );
  const text = `${[origin, size, toBase64(root), ...extensions].join("\n")}\n`;
  assert(isNoteText(text), "a checkpoint has no control characters");
  return text;
}

/** Reads a checkpoint's text (a note's text, without blank line and signatures). */
export function parseCheckpoint(text: string): Result<Checkpoint, "bad-checkpoint"> {
  if (!isNoteText(text)) return refused("bad-checkpoint");
  const [origin, sizeText, rootText, ...extensions] = text.slice(0, -1).split("\n");
  if (origin === undefined || sizeText === undefined || rootText === undefined)
    return refused("bad-checkpoint");
  const size = parseTreeSize(sizeText);
  const root = fromBase64(rootText);
  if (!isKeyName(origin) || size === null || root?.length !== hashLength) return refused("bad-checkpoint");
  if (extensions.includes("")) return refused("bad-checkpoint");
  return ok({ origin, size, root, ...(extensions.length > 0 ? { extensions } : {}) });
}

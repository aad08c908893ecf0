import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { utf8Bytes } from "#core/bytes.ts";
import type { Signer } from "#core/log/engine.ts";
import { parseVerifierKey, type VerifierKey } from "#core/log/note.ts";
import { makeFolderDurably, replaceDurably } from "./durable-file.ts";
import { type FileState, openFileState } from "./file-state.ts";
import { readOrDrawKeyFile } from "./key-file.ts";

/**
 * Everything of one witness in one folder, for programs that start it unattended: `witness.key` (drawn at the first
 * start), `logs.txt` (verifier keys of the logs that it follows, one a line) and `state/`.
 */
export interface WitnessFolder {
  readonly signer: Signer;
  readonly state: FileState;
}

const keyFile = "witness.key";
const logsFile = "logs.txt";
const stateFolder = "state";

/** Opens the folder or begins it. Throws when another process has its state. */
export async function openWitnessFolder(
  folder: string,
  randomBytes: (length: number) => Uint8Array,
): Promise<WitnessFolder> {
  await makeFolderDurably(folder);
  const signer = await readOrDrawKeyFile(join(folder, keyFile), randomBytes);
  return { signer, state: await openFileState(join(folder, stateFolder)) };
}

/** Says which logs the folder's witness follows. */
export async function writeFollowedLogs(folder: string, logs: readonly VerifierKey[]): Promise<void> {
  await makeFolderDurably(folder);
  await replaceDurably(join(folder, logsFile), utf8Bytes(logs.map((log) => `${log.text}\n`).join("")));
}

/** The logs that the folder's witness follows. Throws when the list is missing, empty or malformed. */
export async function readFollowedLogs(folder: string): Promise<readonly VerifierKey[]> {
  return parseFollowedLogs(await readFile(join(folder, logsFile), "utf8"));
}

/** Reads verifier keys of logs, separated by white space. Throws for an empty list or a text that is no log's key. */
export function parseFollowedLogs(text: string): readonly VerifierKey[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) throw new Error("no log's verifier key is given: which log shall be witnessed?");
  return words.map((word) => {
    const key = parseVerifierKey(word);
    if (!key.ok || key.value.algorithm !== "ed25519")
      throw new Error(`not the verifier key of a log: ${word}`);
    return key.value;
  });
}

/** Cosignatures of witnesses that pull: files that somebody carried here, put into a folder for the sequencer to take. */
import { join } from "node:path";
import { utf8Text } from "#core/bytes.ts";
import { type Result, refused } from "#core/result.ts";
import {
  type Durability,
  namesInFolder,
  readFileIfPresent,
  removeFileDurably,
  writeFileDurably,
} from "#platform/files/durable-file.ts";
import type { ImportProblem, Sequencer } from "./sequencer.ts";

/** A note with a hundred signatures is far below. */
const carriedBytesMax = 256 * 1024;
const refusedFolder = "refused";

/** What became of a file: how many entries it cosigns, or why it was moved to `refused/`. */
export type TakenFile = Result<{ readonly size: number }, ImportProblem | "no-text">;

/** Takes every file of the folder. */
export async function takeCarried(
  sequencer: Sequencer,
  folder: string,
  durability: Durability,
): Promise<readonly TakenFile[]> {
  const files: TakenFile[] = [];
  for (const name of namesInFolder(folder).filter((entry) => entry !== refusedFolder)) {
    const bytes = readFileIfPresent(join(folder, name));
    if (bytes === null) continue;
    const text = bytes.length > carriedBytesMax ? null : utf8Text(bytes);
    const taken = text === null ? refused("no-text") : await sequencer.importCosignature(text);
    if (!taken.ok) writeFileDurably(join(folder, refusedFolder, name), bytes, { durability });
    removeFileDurably(join(folder, name), durability);
    files.push(taken);
  }
  return files;
}

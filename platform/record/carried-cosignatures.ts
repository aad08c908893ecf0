/** Cosignatures of witnesses that pull: files that somebody carried here, put into a folder for the sequencer to take. */
import { join } from "node:path";
import { utf8Text } from "#core/bytes.ts";
import {
  type Durability,
  namesInFolder,
  readFileIfPresent,
  removeFileDurably,
  writeFileDurably,
} from "#platform/files/durable-file.ts";
import type { Sequencer } from "./sequencer.ts";

/** A note with a hundred signatures is far below. */
const carriedBytesMax = 256 * 1024;
const refusedFolder = "refused";

/** Takes every file of the folder. One that cannot be used is moved to `refused/`. Gives one line for each. */
export async function takeCarried(
  sequencer: Sequencer,
  folder: string,
  durability: Durability,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const name of namesInFolder(folder).filter((entry) => entry !== refusedFolder)) {
    const bytes = readFileIfPresent(join(folder, name));
    if (bytes === null) continue;
    const text = bytes.length > carriedBytesMax ? null : utf8Text(bytes);
    const taken = text === null ? null : await sequencer.importCosignature(text);
    if (!taken?.ok) writeFileDurably(join(folder, refusedFolder, name), bytes, { durability });
    removeFileDurably(join(folder, name), durability);
    lines.push(
      taken?.ok ? `${name}: cosigns ${taken.value.size} entries` : `${name}: ${taken?.problem ?? "no text"}`,
    );
  }
  return lines;
}

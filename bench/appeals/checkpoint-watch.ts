/** Sees from outside when entries come under a published checkpoint, which is there only with its witnesses. */
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { utf8Text } from "#core/bytes.ts";
import { parseCheckpoint } from "#core/log/checkpoint.ts";
import { parseNote } from "#core/log/note.ts";
import { checkpointFile } from "#core/record/publication.ts";
import { readFileIfPresent } from "#platform/files/durable-file.ts";

const lookEveryMs = 5;

interface Sighting {
  readonly size: number;
  readonly at: number;
}

export class CheckpointWatch {
  readonly #file: string;
  readonly #timer: NodeJS.Timeout;
  readonly #seen: Sighting[] = [];

  constructor(publishedFolder: string) {
    this.#file = join(publishedFolder, checkpointFile);
    this.#look();
    this.#timer = setInterval(() => this.#look(), lookEveryMs);
  }

  /** When a checkpoint over the entry at `index` was first seen, in milliseconds since the Unix epoch; `null` if none was. */
  seenAt(index: number): number | null {
    return this.#seen.find(({ size }) => size > index)?.at ?? null;
  }

  /** Waits until the entry at `index` is published. Throws after so long. */
  async until(index: number, withinMs: number): Promise<void> {
    for (let waitedMs = 0; this.seenAt(index) === null; waitedMs += lookEveryMs) {
      if (waitedMs > withinMs) throw new Error(`entry ${index} was not published within ${withinMs} ms`);
      await pause(lookEveryMs);
    }
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const bytes = readFileIfPresent(this.#file);
    const text = bytes === null ? null : utf8Text(bytes);
    const note = text === null ? null : parseNote(text);
    const checkpoint = note?.ok ? parseCheckpoint(note.value.text) : null;
    if (!checkpoint?.ok) return;
    const { size } = checkpoint.value;
    if (size !== this.#seen.at(-1)?.size) this.#seen.push({ size, at: Date.now() });
  }
}

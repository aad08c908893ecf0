/** One installation runs once: a file in the data folder names the process that uses it. */
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { OperatorError } from "./operator-error.ts";

interface Holder {
  readonly pid: number;
  /** When the process began, in the kernel's ticks: process ids are used again, the pair is not. */
  readonly began: string;
  readonly address: string;
}

const startTimeField = 19;

/** Takes the lock of a data folder or throws an `OperatorError` naming who holds it; returns how to let go. */
export async function takeRunLock(folder: string, address: string): Promise<() => Promise<void>> {
  const file = join(folder, "running.json");
  const holder: Holder = { pid: process.pid, began: (await processBegan(process.pid)) ?? "", address };
  const mine = `${file}.${process.pid}`;
  await writeFile(mine, JSON.stringify(holder));
  try {
    // A link appears whole and only if the name is free: a lock is never seen half written.
    await link(mine, file).catch(async () => {
      await refuseLiveHolder(file, folder);
      await rm(file, { force: true });
      await link(mine, file);
    });
  } finally {
    await rm(mine, { force: true });
  }
  return () => rm(file, { force: true });
}

async function refuseLiveHolder(file: string, folder: string): Promise<void> {
  const holder = parseHolder(await readFile(file, "utf8").catch(() => ""));
  if (holder === null || (await processBegan(holder.pid)) !== holder.began) return;
  throw new OperatorError(
    `it already runs on this data (process ${holder.pid}, ${holder.address})`,
    `Stop it there with Ctrl-C. For a second one beside it set AYDYN_DATA to another folder than ${folder}, and AYDYN_PORT to another port.`,
  );
}

function parseHolder(text: string): Holder | null {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null) return null;
    if (!("pid" in read) || !("began" in read) || !("address" in read)) return null;
    return { pid: Number(read.pid), began: String(read.began), address: String(read.address) };
  } catch {
    return null;
  }
}

/** The start time of a living process, `null` when there is none of that number. */
async function processBegan(pid: number): Promise<string | null> {
  // The second field is the program's name in brackets and may hold spaces: count from behind it.
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  return text === null ? null : (text.slice(text.lastIndexOf(")") + 2).split(" ")[startTimeField] ?? null);
}

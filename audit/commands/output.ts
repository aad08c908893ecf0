import { writeFile } from "node:fs/promises";
import { toHex } from "#core/bytes.ts";
import type { Parameters } from "#core/record/parameters.ts";
import { type FraudEvidence, fraudFileSuffix, fraudText } from "../evidence/fraud-file.ts";
import { printable, type Terminal } from "../terminal/terminal.ts";

const labelWidth = 14;

/** A labelled line of an answer: "Entries       1 234". What comes from outside is made harmless. */
export function sayLabelled(terminal: Terminal, label: string, text: string): void {
  const [first = "", ...rest] = printable(text).split("\n");
  terminal.say(`${label.padEnd(labelWidth)}${first}`.trimEnd());
  for (const line of rest) terminal.say(`${"".padEnd(labelWidth)}${line}`.trimEnd());
}

/** An answer for programs: bytes in hexadecimal, large whole numbers as texts. */
export function jsonText(value: unknown): string {
  return JSON.stringify(
    value,
    (_, held) => {
      if (typeof held === "bigint") return held.toString();
      if (held instanceof Uint8Array) return toHex(held);
      if (held instanceof Map) return Object.fromEntries(held);
      return held;
    },
    2,
  );
}

/** Unix seconds as a time for people and scripts, in UTC. */
export function secondsText(timeSeconds: number): string {
  const instant = new Date(timeSeconds * 1000);
  // A hostile witness may claim a year that no calendar writes.
  return Number.isNaN(instant.getTime()) ? String(timeSeconds) : `${instant.toISOString().slice(0, 19)}Z`;
}

/** Short names of bodies: their words in addresses, or their numbers when the log does not say. */
export function bodyNames(parameters: Parameters | null): (body: number) => string {
  const slugs = new Map(parameters?.bodies.map(({ number, slug }) => [number, slug]) ?? []);
  return (body) => slugs.get(body) ?? `body ${body}`;
}

/** Writes evidence to a file of its own and says so. A file that exists is never overwritten. */
export async function saveEvidence(
  terminal: Terminal,
  evidence: FraudEvidence,
  nameStart: string,
): Promise<string | null> {
  const path = `${nameStart}${fraudFileSuffix}`;
  try {
    await writeFile(path, fraudText(evidence), { flag: "wx" });
  } catch (error) {
    const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (!exists) throw error;
    terminal.note(`${path} exists already and is left as it is`);
    return path;
  }
  terminal.note(`Evidence written to ${path}. Anyone can check it: aydyn verify fraud ${path}`);
  return path;
}

/** What the programs wrote while people used them: events that are known, and nothing that anybody wrote or was given. */
import assert from "node:assert/strict";
import { eventLevels } from "#platform/operations/log-events.ts";
import { witnessEventLevels } from "#witness/witness-events.ts";

const levels: Readonly<Record<string, string>> = { ...eventLevels, ...witnessEventLevels };

/**
 * Judges lines as `PROGRAM: LINE`. Each is one event of the closed list with its level; in none stands one of `markers`,
 * neither as it was written nor as addresses, forms and quoted texts write it. Gives the events by program.
 */
export function assertLogsNameNobody(
  printed: readonly string[],
  markers: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const events = new Map<string, string[]>();
  for (const line of printed) {
    const [, program = "", text = ""] = /^([\w-]+): (.*)$/s.exec(line) ?? [];
    const { at, level, event } = JSON.parse(text);
    assert.match(at, /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/, line);
    assert.equal(level, levels[event], line);
    events.set(program, [...(events.get(program) ?? []), event]);
  }
  assertNameNobody(printed, markers);
  return events;
}

/** In none of the texts stands one of `markers`, in any of the ways in which it may have been written. */
export function assertNameNobody(texts: readonly string[], markers: readonly string[]): void {
  const all = texts.join("\n").toLowerCase();
  for (const marker of markers) {
    assert.ok(marker.length > 4, `"${marker}" would be found by chance`);
    for (const written of waysToWrite(marker))
      assert.ok(!all.includes(written.toLowerCase()), `${marker} stands there as ${written}`);
  }
}

function waysToWrite(marker: string): readonly string[] {
  const escaped = [...marker]
    .map((one) => (one > "~" ? `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}` : one))
    .join("");
  const bytes = Buffer.from(marker);
  return [
    marker,
    marker.replaceAll("-", ""),
    encodeURIComponent(marker),
    encodeURIComponent(marker).replaceAll("%20", "+"),
    escaped,
    bytes.toString("base64").replace(/..?=*$/, ""),
    bytes.toString("hex"),
  ];
}

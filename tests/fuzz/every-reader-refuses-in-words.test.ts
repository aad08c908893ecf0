/** Long runs of the same: `npm run torture -- fuzz`. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { readRegisterFile } from "#government/mail-register/index.ts";
import { readersOfFiles, workbookWithCellAt } from "./file-targets.ts";
import { type FuzzTarget, fuzz } from "./fuzz.ts";
import { readersOfTheRecord } from "./record-targets.ts";
import { withReadersOfWhatIsSent } from "./sent-targets.ts";
import { readersOfWhatIsTyped } from "./typed-targets.ts";

const seed = 20_261_128;
const inputs = 300;

async function play(targets: readonly FuzzTarget[]): Promise<void> {
  for (const target of targets) await fuzz(target, seed, inputs);
}

test("readers of the record take their samples, and bad input never breaks them", () =>
  play(readersOfTheRecord));

test("readers of files that people bring take their samples, and bad input never breaks them", () =>
  play(readersOfFiles));

test("readers of what is typed take their samples, and bad input never breaks them", () =>
  play(readersOfWhatIsTyped));

test("whatever is sent, the server answers as it means to", async () => {
  await withReadersOfWhatIsSent(play);
});

test("a workbook with something behind its end is answered: the reader that we had first waited for ever", async () => {
  const [workbook] = readersOfFiles.find(({ name }) => name === "journal, workbook")?.samples ?? [];
  assert.ok(workbook);
  const longer = Buffer.concat([workbook, workbook.subarray(-10)]);
  const given = await Promise.race([readRegisterFile(longer), pause(10_000, "nothing", { ref: false })]);
  assert.notEqual(given, "nothing");
});

test("a cell that lies very far out, or nowhere, takes no memory: the workbook is refused before it is laid out", async () => {
  for (const [place, problem] of [
    ["XFD2", "unreadable"],
    ["A1048576", "too-many-rows"],
    ["\u{10ffff}9999999", "unreadable"],
    ["&#88;FD1048576", "unreadable"],
    ["2", "near"],
  ] as const) {
    const read = await readRegisterFile(workbookWithCellAt(place));
    assert.equal(read.ok ? "near" : read.problem, problem, place);
  }
});

test("a reader that throws is found, with the seed and the bytes that did it", async () => {
  const broken = {
    name: "broken",
    samples: [Uint8Array.of(65, 66)],
    read: (input: Uint8Array) => {
      if (input.length > 2) throw new Error("longer than I thought");
      return input;
    },
  };
  await assert.rejects(fuzz(broken, seed, inputs), /broken, seed 20261128, threw at \d+ bytes/);
  const deaf = { name: "deaf", samples: [Uint8Array.of(65)], read: () => null };
  await assert.rejects(fuzz(deaf, seed, inputs), /deaf refuses its sample 0/);
});
